// A second calculator, written from the law's words and the notices' text alone: no import from src, another
// representation (text and Date), one day at a time. What both get wrong, both authors misread.

const OFF = [
  ['2025-01-01', '2025-01-01'],
  ['2025-01-28', '2025-02-04'],
  ['2025-04-04', '2025-04-06'],
  ['2025-05-01', '2025-05-05'],
  ['2025-05-31', '2025-06-02'],
  ['2025-10-01', '2025-10-08'],
  ['2026-01-01', '2026-01-03'],
  ['2026-02-15', '2026-02-23'],
  ['2026-04-04', '2026-04-06'],
  ['2026-05-01', '2026-05-05'],
  ['2026-06-19', '2026-06-21'],
  ['2026-09-25', '2026-09-27'],
  ['2026-10-01', '2026-10-07'],
] as const;
const WORKED =
  '2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11 2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10';

type SlowPeriod = { readonly unit: string; readonly amount: number; readonly rolls: boolean };

/**
 * The last day without and with the roll of a period of days, working days or months from a date. What is out on a day (an
 * appraisal, a hearing) takes the day from a period of days; out on the days that follow the last, it takes those too.
 */
export function slowPeriodEnd(
  { unit, amount, rolls }: SlowPeriod,
  start: string,
  isOut: (date: string) => boolean = () => false,
): { safe: string; legal: string } {
  let end = start;
  if (unit === 'month') end = monthsLater(start, amount);
  let left = unit === 'month' ? 0 : amount;
  while (left > 0) {
    end = dayAfter(end);
    if (unit === 'day' ? !isOut(end) : !rests(end)) left -= 1;
  }
  while (isOut(dayAfter(end))) end = dayAfter(end);
  let rolled = end;
  while (rolls && rests(rolled)) rolled = dayAfter(rolled);
  return { safe: end, legal: rolled };
}

/** The minute a period of hours ends, counted from the minute it starts and from the next full hour (CPLI 125). */
export function slowHourEnd(hours: number, isHourOfStartCounted: boolean, start: string) {
  const safe = new Date(`${start}Z`);
  const legal = new Date(`${start}Z`);
  // The hour in which it starts is over at the next stroke; a start on the stroke has its whole hour before it.
  if (!isHourOfStartCounted) legal.setUTCHours(legal.getUTCHours() + 1, 0);
  for (const end of [safe, legal]) end.setUTCMinutes(end.getUTCMinutes() + hours * 60);
  return { safe: safe.toISOString().slice(0, 16), legal: legal.toISOString().slice(0, 16) };
}

/** Nobody has said yet who rests in that year. */
export class NobodyKnows extends Error {}

const known = new Map<string, boolean>();

/** Whether nobody works on a date of 2025 or 2026. */
export function rests(date: string): boolean {
  let answer = known.get(date);
  if (answer === undefined) {
    answer = lookUp(date);
    known.set(date, answer);
  }
  return answer;
}

function lookUp(date: string): boolean {
  if (!/^202[56]-/.test(date)) throw new NobodyKnows(date);
  if (WORKED.includes(date)) return false;
  if (OFF.some(([from, to]) => from <= date && date <= to)) return true;
  return ['Sat', 'Sun'].includes(new Date(`${date}T12:00Z`).toUTCString().slice(0, 3));
}

const tomorrows = new Map<string, string>();

function dayAfter(date: string): string {
  let tomorrow = tomorrows.get(date);
  if (tomorrow === undefined) {
    const next = new Date(`${date}T12:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    tomorrow = next.toISOString().slice(0, 10);
    tomorrows.set(date, tomorrow);
  }
  return tomorrow;
}

function monthsLater(date: string, amount: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month + amount, 0));
  return new Date(Date.UTC(year, month - 1 + amount, Math.min(day, lastOfMonth.getUTCDate())))
    .toISOString()
    .slice(0, 10);
}
