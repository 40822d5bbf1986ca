import { addMs, type Instant, localMinuteOf } from '#src/base/instant.ts';
import { type Rule, RULES } from '#src/base/rules.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { computeDue } from '#src/calendar/compute-due.ts';
import { median } from './figures.ts';

const BATCH = 10_000;
const ROUND_COUNT = 5;
const NUMBERED: readonly Rule[] = RULES.filter(({ amount }) => amount !== null);
// A prime, so that every rule meets many starts.
const STEP_MINUTES = 1_009;
const FROM: Instant = '2025-01-01T00:00:00.000+08:00';
const SPAN_MINUTES = 600 * 1440;

/** Deadlines computed per second of one core, explanations included, every rule over 600 days: the median of five rounds. */
export function measureDeadlineRate(durationMs: number): number {
  const pairs = Array.from({ length: BATCH }, (_, index) => ({
    rule: NUMBERED[index % NUMBERED.length] as Rule,
    start: localMinuteOf(addMs(FROM, ((index * STEP_MINUTES) % SPAN_MINUTES) * 60_000)),
  }));
  computeAll(pairs);
  return median(Array.from({ length: ROUND_COUNT }, () => ratePerSecond(pairs, durationMs / ROUND_COUNT)));
}

type Pairs = readonly { readonly rule: Rule; readonly start: string }[];

function ratePerSecond(pairs: Pairs, durationMs: number): number {
  const startedMs = performance.now();
  // By processor time: what neighbours take from the core is not ours to count.
  const before = process.cpuUsage();
  let count = 0;
  while (performance.now() - startedMs < durationMs) {
    computeAll(pairs);
    count += pairs.length;
  }
  const { user, system } = process.cpuUsage(before);
  return (count * 1_000_000) / (user + system);
}

function computeAll(pairs: Pairs): void {
  const options = { calendar: CHINA_CALENDAR, onUnknownYear: 'provisional' } as const;
  for (const { rule, start } of pairs) computeDue(rule, start, options);
}
