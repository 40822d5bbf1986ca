import { useState } from 'react';
import { useSay } from '#web/words/language.ts';
import { weekdayWords } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import { type CalendarDay, type DayKind, monthsToDraw, type Period } from './calendar-months.ts';
import { DAY_SIGNS, DAY_WORDS, dayLine, type PeriodKind } from './day-line.ts';
import { DueTags } from './due-tags.tsx';
import { MonthTable } from './month-table.tsx';
import { Notice } from './notice.tsx';
import { ReasonList } from './reason-list.tsx';
import './day-calendar.css';

const WORDS = {
  gap: {
    zh: '{} 至 {}：期间连续计算，没有要说明的日子',
    en: '{} to {}: the period runs on, nothing to explain',
  },
  provisional: {
    zh: '暂定：这一期间落在放假安排尚未公布的年份，先只按周末推算；公布后自动重新计算。',
    en: 'Provisional: it falls into a year whose holiday notice is not published. Weekends only are counted for now; it is computed again when the notice is out.',
  },
  choose: {
    zh: '点按一天，或用方向键移动，看它为什么计入或者不计入。',
    en: 'Press a day, or move with the arrow keys, to see why it counts or not.',
  },
  nothing: { zh: '没有逐日的说明。', en: 'There is nothing to explain day by day.' },
};

type DayCalendarProps = Period & {
  readonly kind: PeriodKind;
  /** The holiday notice of a year was not there when it was computed. */
  readonly provisional?: boolean;
};

/**
 * Why a period ends when it does: its months, each day with what it is to the period and why, in words and by a sign.
 * One day can be reached with Tab, the others with the arrow keys; the chosen one is read out.
 */
export function DayCalendar({ provisional = false, kind, ...period }: DayCalendarProps) {
  const say = useSay();
  const [chosen, setChosen] = useState<string | null>(null);
  const parts = monthsToDraw(period);
  if (parts.length === 0) return <p>{say(WORDS.nothing)}</p>;
  const days = parts
    .flatMap((part) => (part.kind === 'month' ? part.weeks.flat() : []))
    .filter((each) => each !== null);
  const day = days.find(({ date }) => date === chosen) ?? days.find(({ isLegalDue }) => isLegalDue);
  return (
    <div className="day-calendar">
      {provisional && <Notice kind="warning">{say(WORDS.provisional)}</Notice>}
      <Legend kind={kind} />
      {parts.map((part) =>
        part.kind === 'gap' ? (
          <p key={part.from} className="day-calendar-gap">
            {say(about(WORDS.gap, part.from, part.to))}
          </p>
        ) : (
          <MonthTable key={part.month} {...{ part, kind }} chosen={day?.date ?? null} onChoose={setChosen} />
        ),
      )}
      <div className="day-calendar-chosen">
        <p aria-live="polite">{day !== undefined && <ChosenDay day={day} kind={kind} />}</p>
        <p className="day-calendar-help">{say(WORDS.choose)}</p>
      </div>
      <ReasonList explanation={period.explanation} />
    </div>
  );
}

function ChosenDay({ day, kind }: { readonly day: CalendarDay; readonly kind: PeriodKind }) {
  const say = useSay();
  return (
    <>
      <strong>
        {day.date} {say(weekdayWords(day.date))}
      </strong>{' '}
      {say(dayLine(day, kind))}
    </>
  );
}

const LEGEND: readonly DayKind[] = ['start', 'counted', 'runs', 'skipped'];

function Legend({ kind }: { readonly kind: PeriodKind }) {
  const say = useSay();
  return (
    <ul className="day-calendar-legend">
      {LEGEND.map((each) => (
        <li key={each}>
          <span className={`day-sign day-${each}`} aria-hidden="true">
            {say(DAY_SIGNS[each])}
          </span>
          {say(DAY_WORDS[each])}
        </li>
      ))}
      <DueTags isSafeDue isLegalDue kind={kind} isLegend />
    </ul>
  );
}
