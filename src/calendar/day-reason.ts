import { type Title, title } from '#src/base/title.ts';
import { type DayNumber, dateOf } from './day-number.ts';

/** One line of an explanation: a day, whether the period counts it, and why. */
export type DayReason = { readonly date: string; readonly counted: boolean; readonly why: Title };

/** What a period comes to: two due minutes and the days that made them so, in order. */
export type Counted = {
  readonly safeDue: string;
  readonly legalDue: string;
  readonly explanation: readonly DayReason[];
};

const START_NOT_COUNTED = title('开始的当日不计算在期间内', 'the day of the start is not counted');

/** A day the period counts. */
export function countedDay(day: DayNumber, why: Title): DayReason {
  return { date: dateOf(day), counted: true, why };
}

/** A day the period skips. */
export function skippedDay(day: DayNumber, why: Title): DayReason {
  return { date: dateOf(day), counted: false, why };
}

/** CPL 85, APP 35, CC 201: the day on which a period starts is never its first day. */
export function startDay(day: DayNumber, remark: Title | null): DayReason {
  return skippedDay(day, withRemark(START_NOT_COUNTED, remark));
}

/** A title with a remark after it. */
export function withRemark(text: Title, remark: Title | null): Title {
  return remark === null ? text : title(`${text.zh}（${remark.zh}）`, `${text.en} (${remark.en})`);
}

/** The end of a day, `YYYY-MM-DDT24:00` (CC 203). */
export function endOf(day: DayNumber): string {
  return `${dateOf(day)}T24:00`;
}
