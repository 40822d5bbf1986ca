import { type KeyboardEvent, useRef } from 'react';
import { useSay } from '#web/words/language.ts';
import { WEEKDAYS, weekdayWords } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import type { CalendarDay, MonthPart } from './calendar-months.ts';
import { DAY_SIGNS, dayLine, type PeriodKind } from './day-line.ts';
import { DueTags } from './due-tags.tsx';

const MONTH = { zh: '{} 年 {} 月', en: '{}-{}' };
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type MonthTableProps = {
  readonly part: MonthPart;
  readonly kind: PeriodKind;
  readonly chosen: string | null;
  readonly onChoose: (date: string) => void;
};

/** One month, its days as buttons; the arrow keys move among them and into the months beside it. */
export function MonthTable({ part, kind, chosen, onChoose }: MonthTableProps) {
  const say = useSay();
  const table = useRef<HTMLTableElement>(null);
  const [year = '', month = ''] = part.month.split('-');
  const move = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    const all = table.current?.closest('.day-calendar')?.querySelectorAll('button[data-date]') ?? [];
    const buttons = [...all].filter((button) => button instanceof HTMLButtonElement);
    const at = buttons.findIndex((button) => button === document.activeElement);
    const next = step === undefined || at < 0 ? undefined : buttons[at + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    onChoose(next.dataset['date'] ?? '');
  };
  return (
    <table className="month-table" ref={table} onKeyDown={move}>
      <caption>{say(about(MONTH, year, month))}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map(({ zh, en }) => (
            <th key={en} scope="col">
              {say({ zh: zh.slice(2), en })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {part.weeks.map((week, index) => (
          <tr key={week.find((day) => day !== null)?.date ?? index}>
            {week.map((day, weekday) => (
              <td key={day?.date ?? `${index}-${weekday}`}>
                {day !== null && <DayCell {...{ day, kind, onChoose }} isChosen={day.date === chosen} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayCellProps = {
  readonly day: CalendarDay;
  readonly kind: PeriodKind;
  readonly isChosen: boolean;
  readonly onChoose: (date: string) => void;
};

function DayCell({ day, kind, isChosen, onChoose }: DayCellProps) {
  const say = useSay();
  const { date, whys, isSafeDue, isLegalDue } = day;
  return (
    <button
      type="button"
      data-date={date}
      className={`day-cell day-${day.kind}`}
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      onClick={() => onChoose(date)}
    >
      <span className="visually-hidden">
        {date} {say(weekdayWords(date))}: {say(dayLine(day, kind))}
      </span>
      <span className="day-shown" aria-hidden="true">
        <span className="day-number">
          {Number(date.slice(8))}
          <span className="day-sign">{say(DAY_SIGNS[day.kind])}</span>
        </span>
        {whys.map((why) => (
          <span key={why.zh} className="day-why">
            {say(why)}
          </span>
        ))}
        <DueTags {...{ isSafeDue, isLegalDue, kind }} />
      </span>
    </button>
  );
}
