import type { Measure } from './order-track.ts';

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The measures of a ruling as its event takes them: each kind once, under a short name of its own. */
export function measuresOf(
  codes: readonly string[],
  known: readonly Measure[] = [],
): readonly Readonly<Record<string, string>>[] {
  const names = freeNames(known);
  return codes.map((code) => {
    const before = known.find((measure) => measure.code === code);
    const place = code === 'keep_away' ? { place: 'home' } : {};
    // What stays keeps its name, so that how it was kept so far is not forgotten.
    return { id: before?.id ?? names.next().value, code, ...place };
  });
}

/** The units as the event takes them, one of each kind, of this district. */
export function unitsOf(kinds: readonly string[]): readonly Readonly<Record<string, string>>[] {
  return kinds.map((kind) => ({ id: kind, kind, district: 'own' }));
}

/** The same day so many months later, or the last day of that month: how a ruling's last day is proposed. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const [inYear, inMonth] = [Math.floor(count / 12), count % 12];
  const isLeap = (inYear % 4 === 0 && inYear % 100 !== 0) || inYear % 400 === 0;
  const last = inMonth === 1 && isLeap ? 29 : (LENGTHS[inMonth] ?? 31);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${inYear}-${two(inMonth + 1)}-${two(Math.min(date, last))}`;
}

/** m1, m2, … without those that are taken. */
function* freeNames(known: readonly Measure[]): Generator<string, never> {
  for (let number = 1; ; number += 1) {
    const name = `m${number}`;
    if (!known.some(({ id }) => id === name)) yield name;
  }
}
