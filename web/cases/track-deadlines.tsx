import type { Track } from '#web/api/track.ts';
import { Due } from '#web/parts/due.tsx';
import { OutcomeMark } from '#web/parts/outcome-mark.tsx';
import { WhyThisDate } from '#web/parts/why-this-date.tsx';
import { useSay } from '#web/words/language.ts';
import { minuteText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import './track-deadlines.css';

const WORDS = {
  title: { zh: '期限', en: 'Deadlines' },
  settled: { zh: '已经了结的 {} 条', en: '{} that are settled' },
  none: { zh: '这一环节现在没有在走的期限。', en: 'Nothing runs on this track now.' },
  due: { zh: '应于 {} 前', en: 'Due by {}' },
};

type Deadline = Track['deadlines'][number];

/** What runs on a track, the earliest first, each with why it ends then; what is settled is folded away. */
export function TrackDeadlines({ track }: { readonly track: Track }) {
  const say = useSay();
  const sorted = track.deadlines.toSorted((a, b) => (a.safeDue < b.safeDue ? -1 : 1));
  const open = sorted.filter(({ outcome }) => outcome === 'open');
  const settled = sorted.filter(({ outcome }) => outcome !== 'open').toReversed();
  if (sorted.length === 0) return null;
  return (
    <section className="card track-deadlines">
      <h2>{say(WORDS.title)}</h2>
      {open.length === 0 && <p>{say(WORDS.none)}</p>}
      <ul>
        {open.map((deadline) => (
          <DeadlineRow key={deadline.id} deadline={deadline} />
        ))}
      </ul>
      {settled.length > 0 && (
        <details className="settled-deadlines">
          <summary>{say(about(WORDS.settled, settled.length))}</summary>
          <ul>
            {settled.map((deadline) => (
              <DeadlineRow key={deadline.id} deadline={deadline} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function DeadlineRow({ deadline }: { readonly deadline: Deadline }) {
  const say = useSay();
  const { title, outcome, safeDue } = deadline;
  return (
    <li>
      <div className="deadline-line">
        <strong>{say(title)}</strong>
        {outcome === 'open' ? (
          <Due at={safeDue} />
        ) : (
          <span>
            <OutcomeMark outcome={outcome} /> {say(about(WORDS.due, minuteText(safeDue)))}
          </span>
        )}
      </div>
      <WhyThisDate deadline={deadline} />
    </li>
  );
}
