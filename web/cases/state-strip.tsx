import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '#web/api/client.ts';
import type { Track } from '#web/api/track.ts';
import { useInView } from '#web/parts/use-in-view.ts';
import { useSay } from '#web/words/language.ts';
import { tellingTitles } from '#web/words/telling-titles.ts';
import { shortText } from '#web/words/time.ts';
import { listWords, type Words } from '#web/words/words.ts';

const WORDS = {
  strip: { zh: '走到哪一步了', en: 'How far it has come' },
  now: { zh: '现在', en: 'Now' },
};

const READ = '100';
const SHOWN = 5;

type StateStripProps = { readonly track: Track; readonly title: Words | undefined };

/** Where a track has been, event by event, and where it is now. */
export function StateStrip({ track, title }: StateStripProps) {
  const say = useSay();
  const { data } = useQuery({
    queryKey: ['/api/cases/{id}/timeline', track.caseId, 'strip'],
    queryFn: () => {
      const params = { path: { id: track.caseId }, query: { limit: READ } };
      return answerOf(api.GET('/api/cases/{id}/timeline', { params }));
    },
  });
  const own = data?.items.filter(({ trackId }) => trackId === track.id) ?? [];
  const strip = useInView<HTMLOListElement>('.state-now', `${own.length} ${track.version}`);
  const past = own.slice(0, SHOWN).toReversed();
  return (
    <section className="card state-strip">
      <h2>{title === undefined ? '…' : say(title)}</h2>
      <ol ref={strip} aria-label={say(WORDS.strip)} tabIndex={0}>
        {own.length > SHOWN && <li className="state-past">…</li>}
        {past.map((entry) => (
          <li key={entry.seq} className="state-past">
            <span>{say(entry.title)}</span>
            <time>{shortText(entry.occurredAt)}</time>
          </li>
        ))}
        <li className="state-now" aria-current="step">
          <span className="state-now-word">{say(WORDS.now)}</span>
          <strong>{say(listWords(tellingTitles(track)))}</strong>
        </li>
      </ol>
    </section>
  );
}
