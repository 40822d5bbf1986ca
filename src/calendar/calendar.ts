import { type Title, title } from '#src/base/title.ts';
import { CalendarYearUnknownError, StartInvalidError } from './calendar-errors.ts';
import { type DayNumber, dateOf, parseDay, weekdayOf, yearOf } from './day-number.ts';
import type { HolidayNotice } from './holiday-notice.ts';

/** What a day is, and why it is more than an ordinary working day (null when it is not). */
export type DayKind = { readonly rest: boolean; readonly why: Title | null };

/** Every day of the covered years. A day that is missing is unknown, never "a working day". */
export type Calendar = {
  readonly coveredYears: readonly number[];
  readonly days: ReadonlyMap<DayNumber, DayKind>;
};

const ORDINARY: DayKind = { rest: false, why: null };
const SATURDAY: DayKind = { rest: true, why: title('周六', 'Saturday') };
const SUNDAY: DayKind = { rest: true, why: title('周日', 'Sunday') };

/** Builds a calendar from holiday notices. A date in one that is no date, or of no covered year, throws. */
export function makeCalendar(notices: readonly HolidayNotice[]): Calendar {
  const days = new Map<DayNumber, DayKind>();
  for (const { year } of notices) {
    const end = dayOfNotice(`${year}-12-31`);
    for (let day = dayOfNotice(`${year}-01-01`); day <= end; day += 1) days.set(day, weekendKind(day));
  }
  for (const notice of notices) applyNotice(days, notice);
  return { coveredYears: notices.map((notice) => notice.year), days };
}

/** Saturday and Sunday rest, every other day works: all that is known of a year without a notice. */
export function weekendKind(day: DayNumber): DayKind {
  const weekday = weekdayOf(day);
  if (weekday === 6) return SATURDAY;
  return weekday === 0 ? SUNDAY : ORDINARY;
}

/** Whether a date is a rest day (weekend or holiday, and not worked in exchange). Throws for an uncovered year. */
export function isRestDay(calendar: Calendar, date: string): boolean {
  return kindOf(calendar, dayOf(date)).rest;
}

/** The date itself if it is a working day, else the last working day before it. Throws for an uncovered year. */
export function lastWorkdayOnOrBefore(calendar: Calendar, date: string): string {
  let day = dayOf(date);
  while (kindOf(calendar, day).rest) day -= 1;
  return dateOf(day);
}

function kindOf(calendar: Calendar, day: DayNumber): DayKind {
  const kind = calendar.days.get(day);
  if (kind === undefined) throw new CalendarYearUnknownError(yearOf(day), null);
  return kind;
}

function dayOf(date: string): DayNumber {
  const day = parseDay(date);
  if (day === null) throw new StartInvalidError(date, 'date');
  return day;
}

function applyNotice(days: Map<DayNumber, DayKind>, notice: HolidayNotice): void {
  for (const holiday of notice.holidays) {
    const off: DayKind = { rest: true, why: title(`${holiday.title.zh}放假`, `${holiday.title.en} holiday`) };
    const end = dayOfNotice(holiday.to);
    for (let day = dayOfNotice(holiday.from); day <= end; day += 1) replaceDay(days, day, off);
    const worked: DayKind = {
      rest: false,
      why: title(`${holiday.title.zh}调休上班日`, `worked in exchange for ${holiday.title.en}`),
    };
    for (const date of holiday.workedOn) replaceDay(days, dayOfNotice(date), worked);
  }
}

function replaceDay(days: Map<DayNumber, DayKind>, day: DayNumber, kind: DayKind): void {
  if (!days.has(day))
    throw new TypeError(`a holiday notice names ${dateOf(day)}, which is in none of the covered years`);
  days.set(day, kind);
}

function dayOfNotice(date: string): DayNumber {
  const day = parseDay(date);
  if (day === null) throw new TypeError(`a holiday notice names ${date}, which is no date`);
  return day;
}
