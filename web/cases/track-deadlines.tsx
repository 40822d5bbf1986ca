import type { Track } from '#web/api/track.ts';
import { Due } from '#web/parts/due.tsx';
import { useSay } from '#web/words/language.ts';

const TITLE = { zh: '期限', en: 'Deadlines' };

/** What runs on a track, the earliest first. */
export function TrackDeadlines({ track }: { readonly track: Track }) {
  const say = useSay();
  const open = track.deadlines.filter(({ outcome }) => outcome === 'open');
  if (open.length === 0) return null;
  return (
    <section className="card track-deadlines">
      <h2>{say(TITLE)}</h2>
      <ul>
        {open
          .toSorted((a, b) => (a.safeDue < b.safeDue ? -1 : 1))
          .map(({ id, title, safeDue, article }) => (
            <li key={id}>
              <span>{say(title)}</span> <Due at={safeDue} /> <small>{article}</small>
            </li>
          ))}
      </ul>
    </section>
  );
}
