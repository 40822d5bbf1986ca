import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { answerOf, api, type ItemOf } from '#web/api/client.ts';
import { Button } from '#web/parts/button.tsx';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { Waiting } from '#web/parts/waiting.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { asOfIn, recordedBy, stopsOf } from './as-of.ts';
import { AsOfSlider } from './as-of-slider.tsx';
import { PastCase } from './past-case.tsx';
import { TimelineRow } from './timeline-row.tsx';
import './case-timeline.css';

export type Entry = ItemOf<'/api/cases/{id}/timeline'>;

const WORDS = {
  title: { zh: '经过', en: 'What happened' },
  more: { zh: '更早的记录', en: 'Earlier records' },
  none: { zh: '到那时还没有任何记录。', en: 'Nothing had been recorded by then.' },
  count: { zh: '显示 {} 条，最新的在前', en: '{} shown, the newest first' },
};

const READ = '200';
const PAGE = 20;

/** What happened on a case, newest first, and the case as of any moment at which something was recorded. */
export function CaseTimeline({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const [search] = useSearchParams();
  const [shownCount, setShownCount] = useState(PAGE);
  const { data, error, refetch, hasNextPage, fetchNextPage } = useTimeline(caseId);
  const asOf = asOfIn(search);
  if (data === undefined) {
    return error === null ? <Waiting /> : <Trouble error={error} onRetry={() => void refetch()} />;
  }
  const entries = data.pages.flatMap(({ items }) => items);
  const known = recordedBy(entries, asOf);
  const shown = known.slice(0, shownCount);
  const showMore = (): void => {
    setShownCount(shownCount + PAGE);
    if (known.length <= shownCount + PAGE && hasNextPage) void fetchNextPage();
  };
  return (
    <section className="card case-timeline" aria-labelledby="timeline">
      <h2 id="timeline">{say(WORDS.title)}</h2>
      <AsOfSlider stops={stopsOf(entries)} asOf={asOf} />
      {asOf !== null && <PastCase caseId={caseId} at={asOf} />}
      {shown.length === 0 && !hasNextPage && <EmptyState words={WORDS.none} />}
      <p className="timeline-quiet" role="status">
        {say(about(WORDS.count, shown.length))}
      </p>
      <ol>
        {shown.map((entry) => (
          <TimelineRow key={entry.seq} entry={entry} caseId={caseId} />
        ))}
      </ol>
      {(known.length > shown.length || hasNextPage) && <Button onClick={showMore}>{say(WORDS.more)}</Button>}
    </section>
  );
}

function useTimeline(caseId: string) {
  return useInfiniteQuery({
    queryKey: ['/api/cases/{id}/timeline', caseId, 'pages'],
    queryFn: ({ pageParam }) => {
      const query = { limit: READ, ...(pageParam !== null && { cursor: pageParam }) };
      return answerOf(api.GET('/api/cases/{id}/timeline', { params: { path: { id: caseId }, query } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
