import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { answerOf, api, type ItemOf } from '#web/api/client.ts';
import { Button } from '#web/parts/button.tsx';
import { Choice } from '#web/parts/choice.tsx';
import { Due } from '#web/parts/due.tsx';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { OutcomeMark } from '#web/parts/outcome-mark.tsx';
import { Page } from '#web/parts/page.tsx';
import { Trouble } from '#web/parts/trouble.tsx';
import { Waiting } from '#web/parts/waiting.tsx';
import { WhyThisDate } from '#web/parts/why-this-date.tsx';
import { useSay } from '#web/words/language.ts';
import { OUTCOME_WORDS } from '#web/words/outcomes.ts';
import { minuteText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import { type DeadlineFilter, filterIn, OUTCOMES } from './deadline-filter.ts';
import './deadlines-page.css';

const WORDS = {
  title: { zh: '期限', en: 'Deadlines' },
  about: {
    zh: '按法定期限排列，最急的在前。每一条都可以看为什么是这一天。',
    en: 'Sorted by the lawful end, the most urgent first. Each says why it ends on that day.',
  },
  box: { zh: '谁的', en: 'Whose' },
  mine: { zh: '我经办的', en: 'Mine' },
  agency: { zh: '本单位的', en: 'My agency’s' },
  outcome: { zh: '结果', en: 'Outcome' },
  all: { zh: '全部', en: 'All' },
  none: { zh: '没有符合条件的期限。', en: 'No deadline fits.' },
  noneMine: {
    zh: '您经办的环节现在没有这样的期限。本单位的期限可以在上面切换查看。',
    en: 'No track you hold has such a deadline. Those of your agency are one press above.',
  },
  safe: { zh: '内部安全期限 {}', en: 'Internal limit {}' },
  more: { zh: '后面的期限', en: 'Later deadlines' },
};

type Deadline = ItemOf<'/api/deadlines'>;

/** What is due, by its lawful end, each with why it ends then. Whose and which outcome stand in the address. */
export function DeadlinesPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const filter = filterIn(search);
  const { data, error, refetch, hasNextPage, fetchNextPage } = useDeadlines(filter);
  const items = data?.pages.flatMap((page) => page.items);
  const again = (): void => void refetch();
  return (
    <Page title={WORDS.title}>
      <p>{say(WORDS.about)}</p>
      <DeadlineFilters filter={filter} />
      {error !== null && <Trouble error={error} onRetry={again} />}
      {items === undefined && error === null && <Waiting />}
      {items?.length === 0 && <EmptyState words={filter.box === 'mine' ? WORDS.noneMine : WORDS.none} />}
      <ul className="deadline-list">
        {items?.map((deadline) => (
          <DeadlineCard key={deadline.id} deadline={deadline} />
        ))}
      </ul>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{say(WORDS.more)}</Button>}
    </Page>
  );
}

function DeadlineFilters({ filter }: { readonly filter: DeadlineFilter }) {
  const [, setSearch] = useSearchParams();
  const set = (key: 'box' | 'outcome', value: string | null): void =>
    setSearch(
      { box: filter.box, outcome: filter.outcome ?? 'all', [key]: value ?? 'all' },
      { replace: true },
    );
  return (
    <search className="deadline-filters card">
      <Choice
        label={WORDS.box}
        isRequired
        options={[
          { code: 'mine', words: WORDS.mine },
          { code: 'agency', words: WORDS.agency },
        ]}
        value={filter.box}
        onChoose={(box) => set('box', box)}
      />
      <Choice
        label={WORDS.outcome}
        isRequired
        options={[
          ...OUTCOMES.map((code) => ({ code, words: OUTCOME_WORDS[code] })),
          { code: 'all' as const, words: WORDS.all },
        ]}
        value={filter.outcome ?? 'all'}
        onChoose={(outcome) => set('outcome', outcome)}
      />
    </search>
  );
}

function DeadlineCard({ deadline }: { readonly deadline: Deadline }) {
  const say = useSay();
  const { caseId, trackId, caseNumber, title, outcome, safeDue, legalDue, rule, article } = deadline;
  return (
    <li className="deadline-card card">
      <div className="deadline-head">
        <div className="deadline-what">
          <strong>{say(title)}</strong>
          <span className="deadline-quiet">
            <Link to={`/cases/${caseId}/tracks/${trackId}`}>{caseNumber}</Link> ·{' '}
            <Link to={`/rules/${rule}`}>{rule}</Link> {article}
          </span>
        </div>
        <div className="deadline-when">
          {outcome === 'open' ? (
            <Due at={legalDue} />
          ) : (
            <span>
              <OutcomeMark outcome={outcome} /> {minuteText(legalDue)}
            </span>
          )}
          {safeDue !== legalDue && (
            <span className="deadline-quiet">{say(about(WORDS.safe, minuteText(safeDue)))}</span>
          )}
        </div>
      </div>
      <WhyThisDate deadline={deadline} />
    </li>
  );
}

function useDeadlines({ box, outcome }: DeadlineFilter) {
  return useInfiniteQuery({
    queryKey: ['/api/deadlines', box, outcome],
    queryFn: ({ pageParam }) => {
      const page = { ...(outcome !== null && { outcome }), ...(pageParam !== null && { cursor: pageParam }) };
      return answerOf(api.GET('/api/deadlines', { params: { query: { box, order: 'lawful', ...page } } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
}
