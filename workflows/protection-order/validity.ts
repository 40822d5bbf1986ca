import { addMs, type Instant } from '#src/base/instant.ts';
import { ruleOf } from '#src/base/rules.ts';

const DAY_MS = 86_400_000;
const MONTHS = ruleOf('C5').amount ?? 0;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The start of a printed day, `YYYY-MM-DD`, as a moment in Shanghai. */
export function startOfDay(date: string): Instant {
  return `${date}T00:00:00.000+08:00`;
}

/** The day after so many days. */
export function daysAfter(date: string, days: number): string {
  return addMs(startOfDay(date), days * DAY_MS).slice(0, 10);
}

/** The same day number so many months on, or the end of that month where there is none (民法典 202). */
export function monthsAfter(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const count = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(count / 12), count % 12];
  const isLeap = (inYear % 4 === 0 && inYear % 100 !== 0) || inYear % 400 === 0;
  const length = inMonth === 1 && isLeap ? 29 : (LENGTHS[inMonth] ?? 31);
  return [
    String(inYear).padStart(4, '0'),
    String(inMonth + 1).padStart(2, '0'),
    String(Math.min(day, length)).padStart(2, '0'),
  ].join('-');
}

/** 不超过六个月，自作出之日起: the last day an order made on that day can be in force. No holiday moves it. */
export function latestEnd(madeOn: string): string {
  return monthsAfter(madeOn, MONTHS);
}

/** The day an instant falls on. */
export function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}

/** Whether a printed day has passed at a moment: it ends at 24:00. */
export function isOver(date: string, at: Instant): boolean {
  return at >= startOfDay(daysAfter(date, 1));
}

type Printed = { readonly to?: string; readonly validMonths?: number; readonly validDays?: number };

/** The last day an order says it is in force; null: it says nothing. */
export function endOf(madeOn: string, { to, validMonths = 0, validDays = 0 }: Printed): string | null {
  if (to !== undefined) return to;
  return validMonths + validDays > 0 ? daysAfter(monthsAfter(madeOn, validMonths), validDays) : null;
}
