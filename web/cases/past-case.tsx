import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { workflowsQuery } from '#web/api/case.ts';
import { answerOf, api } from '#web/api/client.ts';
import { isRefusal } from '#web/api/problem.ts';
import { Chip } from '#web/parts/chip.tsx';
import { Notice } from '#web/parts/notice.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { type Risk, RiskMark } from '#web/parts/risk-mark.tsx';
import { useSay } from '#web/words/language.ts';
import { minuteText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';

const WORDS = {
  title: { zh: '个案截至 {} 的样子', en: 'The case as it was on {}' },
  open: { zh: '办理中', en: 'Open' },
  closed: { zh: '已结案', en: 'Closed' },
  before: { zh: '那时还没有这个个案。', en: 'There was no such case yet.' },
  above: {
    zh: '上面的办理环节、期限和可做的事仍是现在的。',
    en: 'The tracks, deadlines and steps above are still those of now.',
  },
};

/** How a case stood at a moment: each of its tracks where it was then. */
export function PastCase({ caseId, at }: { readonly caseId: string; readonly at: string }) {
  const say = useSay();
  const { data: workflows } = useQuery(workflowsQuery());
  const past = useQuery({
    queryKey: ['/api/cases/{id}/past', caseId, at],
    queryFn: () =>
      answerOf(api.GET('/api/cases/{id}/past', { params: { path: { id: caseId }, query: { at } } })),
    placeholderData: keepPreviousData,
  });
  if (isRefusal(past.error, 'not_found')) return <Notice kind="info">{say(WORDS.before)}</Notice>;
  const titleOf = (id: string): string => {
    const title = workflows?.items.find((workflow) => workflow.id === id)?.title;
    return title === undefined ? id : say(title);
  };
  return (
    <section className="past-case" aria-live="polite">
      <h3>{say(about(WORDS.title, minuteText(at)))}</h3>
      <QueryState query={past}>
        {({ status, risk, tracks }) => (
          <>
            <p className="past-case-marks">
              <Chip tone={status === 'open' ? 'info' : 'quiet'}>{say(WORDS[status])}</Chip>
              <RiskMark risk={risk as Risk} />
            </p>
            <ul>
              {tracks.map((track) => (
                <li key={track.id}>
                  <strong>{titleOf(track.workflow)}</strong> {track.titles.map(say).join('、')}
                </li>
              ))}
            </ul>
            <p className="timeline-quiet">{say(WORDS.above)}</p>
          </>
        )}
      </QueryState>
    </section>
  );
}
