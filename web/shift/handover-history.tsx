import { Chip } from '#web/parts/chip.tsx';
import { useSay } from '#web/words/language.ts';
import { shortText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import type { Handover } from './read-shift.ts';

const WORDS = {
  heading: { zh: '最近的交接班', en: 'Shifts handed over lately' },
  line: { zh: '{} {} 交班，{} 项', en: '{} {} handed over, {} items' },
  taken: { zh: '{} {} 接班', en: '{} {} took over' },
  waiting: { zh: '等人接班', en: 'waiting' },
  late: { zh: '超时', en: 'late' },
};

/** Who handed over to whom, newest first; what nobody took in time is marked for the supervisor. */
export function HandoverHistory({ handovers }: { readonly handovers: readonly Handover[] }) {
  const say = useSay();
  if (handovers.length === 0) return null;
  return (
    <section className="shift-section">
      <h2>{say(WORDS.heading)}</h2>
      <ul>
        {handovers.map(({ id, from, handedAt, itemCount, acknowledgedAt, acknowledgedBy, isLate }) => (
          <li key={id} className="shift-row">
            <span className="shift-what">
              {say(about(WORDS.line, shortText(handedAt), from.name, itemCount))}
            </span>
            {acknowledgedAt === null ? (
              <Chip>{say(WORDS.waiting)}</Chip>
            ) : (
              <span>{say(about(WORDS.taken, shortText(acknowledgedAt), acknowledgedBy?.name ?? ''))}</span>
            )}
            {isLate && <Chip tone="danger">{say(WORDS.late)}</Chip>}
          </li>
        ))}
      </ul>
    </section>
  );
}
