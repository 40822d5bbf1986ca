import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { answerOf, api } from '#web/api/client.ts';
import { useUser } from '#web/api/session.ts';
import { Button } from '#web/parts/button.tsx';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { WaitingHandoffs } from './waiting-handoffs.tsx';
import { type Box, boxOf, sortedOut } from './work-boxes.ts';
import { WorkList } from './work-list.tsx';

const WORDS = {
  title: { zh: '我的工作', en: 'My work' },
  boxes: { zh: '看哪一份清单', en: 'Which list' },
  agency: { zh: '本单位承办', en: 'My agency’s' },
  mine: { zh: '我承办的', en: 'Mine' },
  offers: { zh: '等您答复', en: 'Waiting for your answer' },
  work: { zh: '正在办理', en: 'Under way' },
  none: {
    zh: '现在没有等您处理的事。有新的会自动出现在这里，不用刷新。',
    en: 'Nothing waits for you now. What comes appears here by itself.',
  },
  more: { zh: '再显示一些', en: 'Show more' },
};

const PAGE_LIMIT = '50';
// Whether she may be called changes with the hour, without anybody doing anything.
const READ_AGAIN_MS = 60_000;

/** My work first: what is asked of me, then what I work on, the most urgent first. */
export function WorkPage() {
  const say = useSay();
  const { role } = useUser();
  const [search] = useSearchParams();
  const box = boxOf(role, search.get('box'));
  const query = useInfiniteQuery({
    queryKey: ['/api/work', box],
    initialPageParam: '',
    queryFn: ({ pageParam: cursor }) =>
      answerOf(
        api.GET('/api/work', {
          params: { query: { box, limit: PAGE_LIMIT, ...(cursor !== '' && { cursor }) } },
        }),
      ),
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: READ_AGAIN_MS,
  });
  return (
    <Page title={WORDS.title} actions={role === 'lawyer' ? undefined : <Boxes box={box} />}>
      {role !== 'lawyer' && <WaitingHandoffs />}
      <QueryState query={query}>
        {({ pages }) => {
          const { offers, work } = sortedOut(pages.flatMap(({ items }) => items));
          return (
            <>
              {offers.length > 0 && <WorkList heading={WORDS.offers} items={offers} />}
              {work.length > 0 && <WorkList heading={WORDS.work} items={work} />}
              {offers.length + work.length === 0 && <EmptyState words={WORDS.none} />}
            </>
          );
        }}
      </QueryState>
      {query.hasNextPage && (
        <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say(WORDS.more)}
        </Button>
      )}
    </Page>
  );
}

function Boxes({ box }: { readonly box: Box }) {
  const say = useSay();
  return (
    <nav className="work-boxes" aria-label={say(WORDS.boxes)}>
      {(['agency', 'mine'] as const).map((each) => (
        <Link key={each} to={`?box=${each}`} replace aria-current={each === box ? 'page' : undefined}>
          {say(WORDS[each])}
        </Link>
      ))}
    </nav>
  );
}
