import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { workflowsQuery } from '#web/api/case.ts';
import { answerOf, api, type ItemOf } from '#web/api/client.ts';
import { useUser } from '#web/api/session.ts';
import { Button } from '#web/parts/button.tsx';
import { Chip } from '#web/parts/chip.tsx';
import { Choice } from '#web/parts/choice.tsx';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { RiskMark } from '#web/parts/risk-mark.tsx';
import { useSay } from '#web/words/language.ts';
import { tellingTitles } from '#web/words/telling-titles.ts';
import { dayText } from '#web/words/time.ts';
import { listWords } from '#web/words/words.ts';
import { caseAddress } from './case-address.ts';
import { filterIn, withChoice } from './case-filter.ts';
import './cases-page.css';

const WORDS = {
  title: { zh: '个案', en: 'Cases' },
  status: { zh: '状态', en: 'Status' },
  risk: { zh: '风险', en: 'Risk' },
  whose: { zh: '范围', en: 'Whose' },
  opened: { zh: '立案', en: 'Opened' },
  running: { zh: '办理中的环节', en: 'Running' },
  none: { zh: '没有办理中的环节', en: 'Nothing is running' },
  closed: { zh: '已结案', en: 'Closed' },
  more: { zh: '显示更多', en: 'Show more' },
  empty: {
    zh: '没有符合条件、且您可以查看的个案。',
    en: 'There is no case of this kind that is for you to see.',
  },
};

const STATUSES = [
  { code: 'open', words: { zh: '办理中', en: 'Open' } },
  { code: 'closed', words: { zh: '已结案', en: 'Closed' } },
];
const RISKS = [
  { code: 'high', words: { zh: '高危', en: 'High' } },
  { code: 'medium', words: { zh: '中危', en: 'Medium' } },
  { code: 'low', words: { zh: '低危', en: 'Low' } },
  { code: 'unknown', words: { zh: '未评估', en: 'Not assessed' } },
];
const WHOSE = [{ code: 'yes', words: { zh: '只看我承办的', en: 'Only mine' } }];

type ListedCase = ItemOf<'/api/cases'>;

/** The cases somebody sees, newest first; which of them is in the address. */
export function CasesPage() {
  const say = useSay();
  const [search, setSearch] = useSearchParams();
  const { id } = useUser();
  const { isMine, ...filter } = filterIn(search);
  const query = useInfiniteQuery({
    queryKey: ['/api/cases', filter, isMine],
    initialPageParam: '',
    queryFn: ({ pageParam }) => {
      const asked = {
        ...filter,
        ...(isMine && { assignee: id }),
        ...(pageParam !== '' && { cursor: pageParam }),
      };
      return answerOf(api.GET('/api/cases', { params: { query: asked } }));
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  const choose = (key: string) => (code: string | null) =>
    setSearch(withChoice(search, key, code), { replace: true });
  return (
    <Page title={WORDS.title}>
      <div className="cases-filters">
        <Choice
          label={WORDS.status}
          options={STATUSES}
          value={filter.status ?? null}
          onChoose={choose('status')}
        />
        <Choice label={WORDS.risk} options={RISKS} value={filter.risk ?? null} onChoose={choose('risk')} />
        <Choice label={WORDS.whose} options={WHOSE} value={isMine ? 'yes' : null} onChoose={choose('mine')} />
      </div>
      <QueryState query={query}>
        {({ pages }) => <CaseList cases={pages.flatMap(({ items }) => items)} />}
      </QueryState>
      {query.hasNextPage && (
        <Button isBusy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {say(WORDS.more)}
        </Button>
      )}
    </Page>
  );
}

function CaseList({ cases }: { readonly cases: readonly ListedCase[] }) {
  const { data } = useQuery(workflowsQuery());
  const titleOf = (id: string) =>
    data?.items.find((workflow) => workflow.id === id)?.title ?? { zh: id, en: id };
  if (cases.length === 0) return <EmptyState words={WORDS.empty} />;
  return (
    <ul className="cases-list">
      {cases.map((listed) => (
        <CaseRow key={listed.id} listed={listed} titleOf={titleOf} />
      ))}
    </ul>
  );
}

type CaseRowProps = {
  readonly listed: ListedCase;
  readonly titleOf: (workflow: string) => { readonly zh: string; readonly en: string };
};

function CaseRow({ listed, titleOf }: CaseRowProps) {
  const say = useSay();
  const running = listed.tracks.filter(({ isFinal }) => !isFinal);
  return (
    <li className="card cases-row">
      <div className="cases-row-head">
        <Link to={caseAddress(listed.id)} className="cases-number">
          {listed.number}
        </Link>
        <RiskMark risk={listed.risk} />
        {listed.status === 'closed' && <Chip>{say(WORDS.closed)}</Chip>}
        <span className="cases-opened">
          {say(WORDS.opened)} <time>{dayText(listed.openedAt)}</time>
        </span>
      </div>
      <ul className="cases-tracks" aria-label={say(WORDS.running)}>
        {running.map((track) => (
          <li key={track.id}>
            <Link to={caseAddress(listed.id, track.id)}>{say(titleOf(track.workflow))}</Link>{' '}
            <span>{say(listWords(tellingTitles(track)))}</span>
          </li>
        ))}
        {running.length === 0 && <li>{say(WORDS.none)}</li>}
      </ul>
    </li>
  );
}
