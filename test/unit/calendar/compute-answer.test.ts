import { expect, test } from 'vitest';
import { type RuleCode, ruleOf } from '#src/base/rules.ts';
import { CalendarYearUnknownError } from '#src/calendar/calendar-errors.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { computeAnswer } from '#src/calendar/compute-answer.ts';
import { GOLDEN_PERIODS } from './golden-periods.ts';

const answer = (rule: RuleCode, start: string, excludedDays = 0) =>
  computeAnswer(ruleOf(rule), start, { calendar: CHINA_CALENDAR, excludedDays });

test('every golden period, and nothing is said of force where the rule was in force', () => {
  for (const { rule, start, excludedDays, safeDue, legalDue } of GOLDEN_PERIODS) {
    const { explanation, ...dues } = answer(rule, start, excludedDays);
    expect(dues).toEqual({ safeDue, legalDue });
    expect(explanation[0]?.why.zh).not.toContain('施行');
  }
});

test('a rule that was not in force answers all the same, and names the one that governs', () => {
  const [first] = answer('P9', '2025-12-31').explanation;
  expect(first).toEqual({
    date: '2025-12-31',
    counted: false,
    why: {
      zh: 'P9的施行期间为2026-01-01–…；当日适用P9old',
      en: 'P9 is in force 2026-01-01–…; on this day P9old governs',
    },
  });
  expect(answer('P9old', '2026-01-01').explanation[0]?.why.zh).toContain('适用P9');
  expect(answer('P2', '2024-12-05T10:00').explanation[0]?.why.zh).toContain('没有施行中的规定');
  expect(answer('P9', '2026-01-01').explanation[0]?.why.zh).not.toContain('施行');
});

test('a year without a notice is refused', () => {
  expect(() => answer('P7', '2026-12-25')).toThrow(CalendarYearUnknownError);
});
