import { title } from '#src/base/title.ts';
import { type Calendar, type DayKind, weekendKind } from './calendar.ts';
import { CalendarYearUnknownError } from './calendar-errors.ts';
import { type DayNumber, yearOf } from './day-number.ts';

export type OnUnknownYear = 'refuse' | 'provisional';

/** One computation's questions to the calendar, and whether an answer had to be guessed. */
export type RestDays = {
  readonly kindOf: (day: DayNumber) => DayKind;
  readonly isGuessed: () => boolean;
};

/** Asks only when asked: a period that needs no rest day never meets an uncovered year. */
export function askRestDays(rule: string, calendar: Calendar, onUnknownYear: OnUnknownYear): RestDays {
  let isGuessed = false;
  return {
    kindOf: (day) => {
      const known = calendar.days.get(day);
      if (known !== undefined) return known;
      if (onUnknownYear === 'refuse') throw new CalendarYearUnknownError(yearOf(day), rule);
      isGuessed = true;
      return guessedKind(day);
    },
    isGuessed: () => isGuessed,
  };
}

function guessedKind(day: DayNumber): DayKind {
  const { rest, why } = weekendKind(day);
  const [zh, en] = [
    `${yearOf(day)}年放假安排未公布，暂按周末推算`,
    `no notice for ${yearOf(day)} yet: weekends only`,
  ];
  return { rest, why: why === null ? title(zh, en) : title(`${why.zh}（${zh}）`, `${why.en} (${en})`) };
}
