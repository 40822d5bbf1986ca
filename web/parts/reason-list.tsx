import { useSay } from '#web/words/language.ts';
import { type DayReason, reasonLines } from './calendar-months.ts';
import { DAY_WORDS } from './day-line.ts';

const WORDS = {
  title: { zh: '逐日说明（{} 条）', en: 'Day by day ({} lines)' },
  until: { zh: '至', en: 'to' },
};

/** The same as the calendar, as lines of text: to be read out, copied into a letter, or printed. */
export function ReasonList({ explanation }: { readonly explanation: readonly DayReason[] }) {
  const say = useSay();
  const lines = reasonLines(explanation);
  if (lines.length === 0) return null;
  return (
    <details className="reason-list">
      <summary>{say(WORDS.title).replace('{}', String(lines.length))}</summary>
      <ol>
        {lines.map(({ from, to, counted, why }) => (
          <li key={`${from} ${why.zh}`}>
            <span className="reason-date">{from === to ? from : `${from} ${say(WORDS.until)} ${to}`}</span>
            <span className="reason-sign">{say(counted ? DAY_WORDS.counted : DAY_WORDS.skipped)}</span>
            <span>{say(why)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
