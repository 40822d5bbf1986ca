import { expect, test } from 'vitest';
import type { ExcludedSpan } from '#src/base/excluded-span.ts';
import { RULES, type Rule } from '#src/base/rules.ts';
import { CalendarYearUnknownError } from '#src/calendar/calendar-errors.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { type CountedRule, computeDue } from '#src/calendar/compute-due.ts';
import { pick, type Random, seededRandom } from '#test/support/random-payload.ts';
import { NobodyKnows, slowHourEnd, slowPeriodEnd } from './slow-period-end.ts';

// CALENDAR_PAIRS=10000 looks at fewer on a slow machine; the default is the promise.
const PAIR_COUNT = Number(process.env['CALENDAR_PAIRS'] ?? 1_000_000);
const SEED = 20_250_930;

const NUMBERED: readonly Rule[] = RULES.filter(({ amount }) => amount !== null);
const COVERED = { from: Date.UTC(2025, 0, 1), minutes: 2 * 365 * 1440 };
const AROUND = { from: Date.UTC(2020, 0, 1), minutes: 11 * 365 * 1440 };

type Pair = {
  readonly rule: CountedRule;
  readonly start: string;
  readonly excludedDays: number;
  readonly spans: readonly ExcludedSpan[];
};
type Ends = { readonly safe: string; readonly legal: string } | 'unknown';

test('a million random starts of every rule end when a calculator written apart says', {
  timeout: 120_000,
}, () => {
  const { differing, unknownCount } = compare(PAIR_COUNT, ends);
  expect(differing).toEqual([]);
  expect(PAIR_COUNT).toBeGreaterThanOrEqual(1000);
  // Both answers were looked at: what is known, and that something is not.
  expect(unknownCount).toBeGreaterThan(PAIR_COUNT / 100);
  expect(unknownCount).toBeLessThan(PAIR_COUNT / 2);
});

test.each([
  ['a swapped Saturday that is taken for a rest day', shifted((pair) => pair.start.startsWith('2026-02-1'))],
  ['an order that rolls', rolling('C5')],
  [
    'time out that is counted twice where two are out',
    ({ spans, ...pair }: Pair) =>
      ends({ ...pair, excludedDays: pair.excludedDays + lengthOf(spans), spans: [] }),
  ],
  [
    'an hour that is counted from its start',
    ({ rule, ...pair }: Pair) => ends({ rule: { ...rule, grace: 'none' }, ...pair }),
  ],
])('%s is found', (_, planted) => {
  expect(compare(20_000, planted).differing.length).toBeGreaterThan(0);
});

/** Where the product and the calculator differ, up to ten, on the same pairs each time. */
function compare(count: number, product: (pair: Pair) => Ends) {
  const random = seededRandom(SEED);
  const differing: unknown[] = [];
  let unknownCount = 0;
  for (let index = 0; index < count && differing.length < 10; index += 1) {
    const pair = randomPair(random);
    const [ours, theirs] = [product(pair), slowEnds(pair)];
    if (ours === 'unknown') unknownCount += 1;
    if (textOf(ours) !== textOf(theirs)) differing.push({ ...pair, rule: pair.rule.code, ours, theirs });
  }
  return { differing, unknownCount };
}

function randomPair(random: Random): Pair {
  const rule = pick(random, NUMBERED);
  const { from, minutes } = random() < 0.8 ? COVERED : AROUND;
  const start = new Date(from + Math.floor(random() * minutes) * 60_000).toISOString().slice(0, 16);
  const takesExcluded = rule.unit === 'day' && rule.rolls ? random() : 1;
  const excludedDays = takesExcluded < 0.3 ? Math.floor(random() * 40) : 0;
  const spans = takesExcluded > 0.3 && takesExcluded < 0.6 ? randomSpans(random, start) : [];
  return { rule, start, excludedDays, spans };
}

/** Up to three times out, before, in and after the period, one over the other. */
function randomSpans(random: Random, start: string): ExcludedSpan[] {
  const day = (offset: number) =>
    `${new Date(Date.parse(`${start}Z`) + offset * 86_400_000).toISOString().slice(0, 16)}:00.000+08:00`;
  return Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    const from = Math.floor(random() * 90) - 15;
    return { kind: 'appraisal', from: day(from), to: day(from + Math.floor(random() * 25)) };
  });
}

function ends({ rule, start, excludedDays, spans: excludedSpans }: Pair): Ends {
  try {
    const options = {
      calendar: CHINA_CALENDAR,
      onUnknownYear: 'refuse',
      excludedDays,
      excludedSpans,
    } as const;
    const due = computeDue(rule, start, options);
    return { safe: due.safeDue, legal: due.legalDue };
  } catch (error) {
    if (error instanceof CalendarYearUnknownError) return 'unknown';
    throw error;
  }
}

function slowEnds({ rule, start, excludedDays, spans }: Pair): Ends {
  const amount = rule.amount ?? 0;
  if (rule.unit === 'hour') return slowHourEnd(amount, rule.grace === 'none', start);
  try {
    const { safe, legal } = slowPeriodEnd(
      { ...rule, amount: amount + excludedDays },
      start.slice(0, 10),
      (date) => spans.some(({ from, to }) => from.slice(0, 10) < date && date <= String(to).slice(0, 10)),
    );
    return { safe: `${safe}T24:00`, legal: `${legal}T24:00` };
  } catch (error) {
    if (error instanceof NobodyKnows) return 'unknown';
    throw error;
  }
}

function textOf(found: Ends): string {
  return found === 'unknown' ? found : `${found.safe} ${found.legal}`;
}

function lengthOf(spans: Pair['spans']): number {
  return spans.reduce(
    (sum, { from, to }) => sum + (Date.parse(String(to)) - Date.parse(from)) / 86_400_000,
    0,
  );
}

/** A product that is a day out for some starts. */
function shifted(isWrong: (pair: Pair) => boolean) {
  return (pair: Pair): Ends =>
    ends(isWrong(pair) ? { ...pair, start: `2026-02-19${pair.start.slice(10)}` } : pair);
}

function rolling(code: string) {
  return ({ rule, ...pair }: Pair): Ends =>
    ends({ rule: rule.code === code ? { ...rule, rolls: true } : rule, ...pair });
}
