import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RULES } from '#src/base/rules.ts';
import { isRestDay } from '#src/calendar/calendar.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { type CountedRule, computeDue } from '#src/calendar/compute-due.ts';
import { dateOf, parseDay, weekdayOf } from '#src/calendar/day-number.ts';
import { slowPeriodEnd } from './slow-period-end.ts';

const options = { calendar: CHINA_CALENDAR, onUnknownYear: 'refuse' } as const;
const FIRST_DAY = Date.UTC(2025, 0, 1);
const runs = { numRuns: 400 };

// Starts early enough that every period below ends inside the covered years.
const dates = fc.integer({ min: 0, max: 600 }).map((offset) => isoDate(FIRST_DAY + offset * 86_400_000));
const minutes = fc
  .integer({ min: 0, max: 600 * 1440 })
  .map((offset) => isoMinute(FIRST_DAY + offset * 60_000));
const unitsOfDays = fc.constantFrom('day', 'working_day', 'month');
const rules = fc.record({ amount: fc.integer({ min: 0, max: 30 }), unit: unitsOfDays, rolls: fc.boolean() });
const dayRules = rules.map(({ amount, unit, rolls }): CountedRule => {
  const length = unit === 'month' ? 1 + (amount % 4) : amount;
  return { code: 'test', amount: length, unit, rolls: rolls && unit !== 'working_day', grace: 'none' };
});
const hourRules = fc
  .record({ quarters: fc.integer({ min: 0, max: 400 }), grace: fc.constantFrom('next_hour', 'none') })
  .map(
    ({ quarters, grace }): CountedRule => ({
      code: 'test',
      amount: quarters / 4,
      unit: 'hour',
      rolls: false,
      grace,
    }),
  );

test('a period that starts later never ends earlier', () => {
  fc.assert(
    fc.property(dayRules, dates, dates, (rule, one, other) => {
      const [early, late] = [
        computeDue(rule, min(one, other), options),
        computeDue(rule, max(one, other), options),
      ];
      expect(early.safeDueAt <= late.safeDueAt).toBe(true);
      expect(early.legalDueAt <= late.legalDueAt).toBe(true);
    }),
    runs,
  );
  fc.assert(
    fc.property(hourRules, minutes, minutes, (rule, one, other) => {
      const [early, late] = [
        computeDue(rule, min(one, other), options),
        computeDue(rule, max(one, other), options),
      ];
      expect(early.safeDueAt <= late.safeDueAt && early.legalDueAt <= late.legalDueAt).toBe(true);
    }),
    runs,
  );
});

test('the safe end is never after the legal end, and grace is worth at most an hour', () => {
  fc.assert(
    fc.property(dayRules, dates, (rule, start) => {
      const due = computeDue(rule, start, options);
      expect(due.safeDueAt <= due.legalDueAt).toBe(true);
      expect(due.safeDueAt > `${start}T00:00:00.000+08:00`).toBe(true);
    }),
    runs,
  );
  fc.assert(
    fc.property(hourRules, minutes, (rule, start) => {
      const due = computeDue(rule, start, options);
      const graceMs = Date.parse(due.legalDueAt) - Date.parse(due.safeDueAt);
      expect(graceMs).toBeGreaterThanOrEqual(rule.grace === 'none' ? 0 : 60_000);
      expect(graceMs).toBeLessThanOrEqual(rule.grace === 'none' ? 0 : 3_600_000);
      expect(Date.parse(due.safeDueAt) - Date.parse(`${start}:00+08:00`)).toBe(
        (rule.amount ?? 0) * 3_600_000,
      );
    }),
    runs,
  );
});

test('a rolling period ends on a working day, a fixed one where its last day falls', () => {
  fc.assert(
    fc.property(dayRules, dates, (rule, start) => {
      const due = computeDue(rule, start, options);
      if (rule.rolls) expect(isRestDay(CHINA_CALENDAR, due.legalDue.slice(0, 10))).toBe(false);
      else expect(due.legalDue).toBe(due.safeDue);
    }),
    runs,
  );
});

test('days, working days and months agree with a calculator written apart', () => {
  fc.assert(
    fc.property(dayRules, dates, (rule, start) => {
      const due = computeDue(rule, start, options);
      expect({ safe: due.safeDue.slice(0, 10), legal: due.legalDue.slice(0, 10) }).toEqual(
        slowPeriodEnd({ unit: rule.unit, amount: rule.amount ?? 0, rolls: rule.rolls }, start),
      );
    }),
    { numRuns: 1500 },
  );
});

test('the explanation is in order and counts exactly the days it should', () => {
  fc.assert(
    fc.property(dayRules, dates, (rule, start) => {
      const { explanation, legalDue, safeDue } = computeDue(rule, start, options);
      const listed = explanation.map(({ date }) => date);
      expect(listed).toEqual([...new Set(listed)].sort());
      for (let day = safeDue.slice(0, 10); day < legalDue.slice(0, 10); day = nextDate(day)) {
        expect(explanation).toContainEqual(expect.objectContaining({ date: day, counted: false }));
      }
      if (rule.unit !== 'working_day') return;
      expect(explanation.filter(({ counted }) => counted)).toHaveLength(rule.amount ?? 0);
    }),
    runs,
  );
});

test('every rule with a number computes, and speaks both languages', () => {
  const numbered = RULES.filter(({ amount }) => amount !== null);
  expect(numbered.length).toBeGreaterThan(100);
  for (const rule of numbered) {
    const due = computeDue(rule, '2026-03-02T10:20', options);
    expect(due.explanation.length).toBeGreaterThan(0);
    for (const { why } of due.explanation) expect(why.zh !== '' && why.en !== '').toBe(true);
  }
});

test('day numbers and dates are each other’s inverse, and know their weekday', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2000, 0, 1) / 86_400_000, max: Date.UTC(2999, 11, 31) / 86_400_000 }),
      (day) => {
        const date = isoDate(day * 86_400_000);
        expect(dateOf(day)).toBe(date);
        expect(parseDay(date)).toBe(day);
        expect(weekdayOf(day)).toBe(new Date(day * 86_400_000).getUTCDay());
      },
    ),
    { numRuns: 2000 },
  );
});

function isoDate(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 10);
}

function isoMinute(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 16);
}

function nextDate(date: string): string {
  return isoDate(Date.parse(`${date}T00:00Z`) + 86_400_000);
}

function min(one: string, other: string): string {
  return one < other ? one : other;
}

function max(one: string, other: string): string {
  return one < other ? other : one;
}
