import { dayAfter, weekdayOf } from '#web/words/time.ts';
import type { Words } from '#web/words/words.ts';

/** One line of an explanation, as the API gives it: a day, whether the period counts it, and why. */
export type DayReason = { readonly date: string; readonly counted: boolean; readonly why: Words };

/**
 * What a day is to a period. `start`: the day it begins on. `runs`: within it and counted, with nothing to say of it.
 * `outside`: no day of it.
 */
export type DayKind = 'start' | 'counted' | 'runs' | 'skipped' | 'outside';

export type CalendarDay = {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly kind: DayKind;
  readonly whys: readonly Words[];
  /** The internal limit, the lawful end, or both fall on it. */
  readonly isSafeDue: boolean;
  readonly isLegalDue: boolean;
};

/** A month to draw: the weeks that the period touches, from Monday on; null stands where another month's day would. */
export type MonthPart = {
  readonly kind: 'month';
  /** `YYYY-MM` */
  readonly month: string;
  readonly weeks: readonly (readonly (CalendarDay | null)[])[];
};

/** Months on end of which there is nothing to say but that the period runs through them. */
export type GapPart = {
  readonly kind: 'gap';
  readonly from: string;
  readonly to: string;
  readonly count: number;
};

export type Period = {
  readonly explanation: readonly DayReason[];
  /** `YYYY-MM-DDTHH:mm`, Shanghai; `T24:00` ends a day. */
  readonly safeDue: string;
  readonly legalDue: string;
};

// A period of so many months is drawn whole; of a longer one, the months that have something to say.
const DRAWN_WHOLE = 3;
const DAYS_OF_WEEK = 7;

/** The months a period touches, in order; of a long one those in between are folded into gaps. */
export function monthsToDraw(period: Period): readonly (MonthPart | GapPart)[] {
  const days = daysOf(period);
  const dates = [...days.keys()].sort();
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = monthsBetween(first.slice(0, 7), last.slice(0, 7));
  const spoken = new Set(dates.map((date) => date.slice(0, 7)));
  const parts: (MonthPart | GapPart)[] = [];
  for (const month of months) {
    if (months.length <= DRAWN_WHOLE || spoken.has(month)) {
      parts.push({ kind: 'month', month, weeks: weeksOf(month, { days, first, last }) });
      continue;
    }
    const before = parts.at(-1);
    if (before?.kind === 'gap') parts[parts.length - 1] = { ...before, to: month, count: before.count + 1 };
    else parts.push({ kind: 'gap', from: month, to: month, count: 1 });
  }
  return parts;
}

/** Lines of an explanation, the same one said of days on end as one line. */
export function reasonLines(
  explanation: readonly DayReason[],
): readonly { from: string; to: string; counted: boolean; why: Words }[] {
  const lines: { from: string; to: string; counted: boolean; why: Words }[] = [];
  for (const { date, counted, why } of explanation) {
    const before = lines.at(-1);
    const goesOn =
      before?.counted === counted && before.why.zh === readable(why).zh && dayAfter(before.to) === date;
    if (before !== undefined && goesOn) before.to = date;
    else lines.push({ from: date, to: date, counted, why: readable(why) });
  }
  return lines;
}

/** A minute as people write it, in place of the form the API gives it in. */
function readable({ zh, en }: Words): Words {
  const plain = (text: string): string => text.replaceAll(/(\d{4}-\d\d-\d\d)T(\d\d:\d\d)/g, ' $1 $2 ').trim();
  return { zh: plain(zh), en: plain(en).replaceAll('  ', ' ') };
}

type Known = Pick<CalendarDay, 'whys' | 'isSafeDue' | 'isLegalDue'> & { readonly counted: boolean };
type Drawn = { readonly days: ReadonlyMap<string, Known>; readonly first: string; readonly last: string };

/** Every day something is said of, by its date. */
function daysOf({ explanation, safeDue, legalDue }: Period): Map<string, Known> {
  const days = new Map<string, Known>();
  const say = (date: string, more: Partial<Known>): void => {
    const before = days.get(date) ?? { whys: [], isSafeDue: false, isLegalDue: false, counted: false };
    days.set(date, { ...before, ...more });
  };
  for (const { date, counted, why } of explanation) {
    const before = days.get(date);
    say(date, {
      whys: [...(before?.whys ?? []), readable(why)],
      counted: counted || before?.counted === true,
    });
  }
  if (explanation.length === 0) return days;
  say(safeDue.slice(0, 10), { isSafeDue: true });
  say(legalDue.slice(0, 10), { isLegalDue: true });
  return days;
}

function weeksOf(month: string, drawn: Drawn): (CalendarDay | null)[][] {
  const cells: (CalendarDay | null)[] = Array.from({ length: weekdayOf(`${month}-01`) - 1 }, () => null);
  for (let date = `${month}-01`; date.startsWith(month); date = dayAfter(date))
    cells.push(dayOf(date, drawn));
  while (cells.length % DAYS_OF_WEEK > 0) cells.push(null);
  const weeks = Array.from({ length: cells.length / DAYS_OF_WEEK }, (_, week) =>
    cells.slice(week * DAYS_OF_WEEK, (week + 1) * DAYS_OF_WEEK),
  );
  return weeks.filter((week) => week.some((day) => day !== null && day.kind !== 'outside'));
}

function dayOf(date: string, { days, first, last }: Drawn): CalendarDay {
  const known = days.get(date);
  const { whys = [], isSafeDue = false, isLegalDue = false } = known ?? {};
  return { date, kind: kindOf(date, known, { first, last }), whys, isSafeDue, isLegalDue };
}

function kindOf(date: string, known: Known | undefined, { first, last }: Omit<Drawn, 'days'>): DayKind {
  if (date < first || date > last) return 'outside';
  if (date === first && first !== last) return 'start';
  if (known === undefined || known.whys.length === 0) return 'runs';
  return known.counted ? 'counted' : 'skipped';
}

function monthsBetween(from: string, to: string): string[] {
  const months = [from];
  for (let month = from; month < to; months.push(month)) {
    const [year = 0, number = 0] = month.split('-').map(Number);
    month = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  }
  return months;
}
