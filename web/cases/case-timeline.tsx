import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '#web/api/client.ts';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { minuteText } from '#web/words/time.ts';

const TITLE = { zh: '经过', en: 'What happened' };
const READ = '50';

/** What happened on a case, newest first. */
export function CaseTimeline({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const query = useQuery({
    queryKey: ['/api/cases/{id}/timeline', caseId, 'newest'],
    queryFn: () => {
      const params = { path: { id: caseId }, query: { limit: READ } };
      return answerOf(api.GET('/api/cases/{id}/timeline', { params }));
    },
  });
  return (
    <section className="card case-timeline">
      <h2>{say(TITLE)}</h2>
      <QueryState query={query}>
        {({ items }) => (
          <ol>
            {items.map(({ seq, title, occurredAt }) => (
              <li key={seq}>
                <time>{minuteText(occurredAt)}</time> {say(title)}
              </li>
            ))}
          </ol>
        )}
      </QueryState>
    </section>
  );
}
