import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { answerOf, api } from '#web/api/client.ts';
import { useSay } from '#web/words/language.ts';
import { dayText, momentMs, secondText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';

const WORDS = {
  title: { zh: '未完成的来电', en: 'Unfinished calls' },
  saved: { zh: '{} {} 保存', en: 'saved {} {}' },
};

const FRESH_MS = 30_000;

/** Calls of hers that are not a case yet, or not wholly: each is a way back to it. */
export function OpenDrafts({ without }: { readonly without: string }) {
  const say = useSay();
  const { data } = useQuery({
    queryKey: ['/api/drafts'],
    queryFn: () => answerOf(api.GET('/api/drafts')),
    staleTime: FRESH_MS,
  });
  const calls = data?.items.filter(({ kind, id }) => kind === 'call' && id !== without) ?? [];
  if (calls.length === 0) return null;
  return (
    <section className="card call-part" aria-labelledby="open-drafts">
      <h2 id="open-drafts">{say(WORDS.title)}</h2>
      <ul className="open-drafts">
        {calls.map(({ id, savedAt }) => (
          <li key={id}>
            <Link to={`/call/${id}`}>
              {say(about(WORDS.saved, dayText(savedAt).slice(5), secondText(momentMs(savedAt))))}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
