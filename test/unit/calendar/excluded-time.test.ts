import { expect, test } from 'vitest';
import type { ExcludedSpan } from '#src/base/excluded-span.ts';
import { type RuleCode, ruleOf } from '#src/base/rules.ts';
import { ExcludedDaysInvalidError } from '#src/calendar/calendar-errors.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { computeDue } from '#src/calendar/compute-due.ts';

const at = (day: string) => `${day}T15:30:00.000+08:00`;
const span = (from: string, to: string | null, kind: ExcludedSpan['kind'] = 'appraisal'): ExcludedSpan => ({
  kind,
  from: at(from),
  to: to === null ? null : at(to),
});

function dueWith(excludedSpans: readonly ExcludedSpan[], rule: RuleCode = 'P9', start = '2026-01-15') {
  return computeDue(ruleOf(rule), start, {
    calendar: CHINA_CALENDAR,
    onUnknownYear: 'refuse',
    excludedSpans,
  });
}

test('an appraisal from the 20th to the 1st takes out twelve days, each of them told', () => {
  const due = dueWith([span('2026-01-20', '2026-02-01')]);
  expect([due.safeDue, due.legalDue]).toEqual(['2026-02-26T24:00', '2026-02-26T24:00']);
  const told = due.explanation.filter(({ why }) => why.zh.startsWith('鉴定期间'));
  expect(told.map(({ date }) => date)).toEqual([
    ...Array.from({ length: 11 }, (_, index) => `2026-01-${21 + index}`),
    '2026-02-01',
  ]);
  expect(told.every(({ counted }) => !counted)).toBe(true);
  const dates = due.explanation.map(({ date }) => date);
  expect(dates).toEqual([...dates].sort());
});

test.each([
  ['two that follow each other', [span('2026-01-20', '2026-01-23'), span('2026-01-26', '2026-01-28')], 5],
  [
    'two that overlap count a day once',
    [span('2026-01-20', '2026-01-26'), span('2026-01-23', '2026-01-28', 'hearing')],
    8,
  ],
  ['given in another order', [span('2026-01-23', '2026-01-28'), span('2026-01-20', '2026-01-26')], 8],
  ['commissioned before the case was opened', [span('2026-01-10', '2026-01-18')], 3],
  ['returned before the case was opened', [span('2026-01-10', '2026-01-15')], 0],
  ['returned on the day of the commission', [span('2026-01-20', '2026-01-20')], 0],
  ['still out', [span('2026-01-20', null)], 0],
  ['commissioned on the last day', [span('2026-02-14', '2026-02-16')], 2],
  ['commissioned when the time had run out', [span('2026-02-15', '2026-03-01')], 0],
  [
    'commissioned in the time that another had won',
    [span('2026-01-20', '2026-01-25'), span('2026-02-18', '2026-02-20')],
    7,
  ],
  ['none', [], 0],
] as const)('%s', (_, spans, days) => {
  expect(dueWith(spans).safeDue).toBe(lastDay(days));
});

test('the days are those of Shanghai', () => {
  // 2026-01-19 at 16:30 UTC is the 20th in Shanghai.
  const late = {
    kind: 'appraisal',
    from: '2026-01-20T00:30:00.000+08:00',
    to: '2026-02-01T23:59:59.999+08:00',
  } as const;
  expect(dueWith([late])).toEqual(dueWith([span('2026-01-20', '2026-02-01')]));
});

test.each(['C2', 'C5', 'S1', 'P17'] as const)('no time is taken out of %s', (rule) => {
  const start = rule === 'C2' ? '2026-01-15T10:00' : '2026-01-15';
  expect(() => dueWith([span('2026-01-20', '2026-02-01')], rule, start)).toThrow(ExcludedDaysInvalidError);
});

/** Thirty days from 15 January 2026 and so many more, counted on fingers; the test's own ends never rest. */
function lastDay(days: number): string {
  const end = new Date(Date.UTC(2026, 0, 15 + 30 + days));
  return `${end.toISOString().slice(0, 10)}T24:00`;
}
