import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { RULES, type RuleCode, ruleOf } from '#src/base/rules.ts';
import {
  CalendarYearUnknownError,
  ExcludedDaysInvalidError,
  RuleHasNoPeriodError,
  StartInvalidError,
} from '#src/calendar/calendar-errors.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { computeDue, type Due } from '#src/calendar/compute-due.ts';
import { startOfRule } from '#src/calendar/start.ts';
import { GOLDEN_PERIODS } from './golden-periods.ts';

const refusing = { calendar: CHINA_CALENDAR, onUnknownYear: 'refuse' } as const;
const provisional = { calendar: CHINA_CALENDAR, onUnknownYear: 'provisional' } as const;

test.each(GOLDEN_PERIODS)(
  'golden: $id ($rule from $start)',
  ({ rule, start, excludedDays, safeDue, legalDue }) => {
    const due = computeDue(ruleOf(rule), start, { ...refusing, excludedDays });
    expect({ safeDue: due.safeDue, legalDue: due.legalDue }).toEqual({ safeDue, legalDue });
    expect(due.provisional).toBe(false);
  },
);

test('the instants are the due minutes in Shanghai, the end of a day being the next midnight', () => {
  const due = computeDue(ruleOf('C7'), '2025-09-28', refusing);
  expect(due.safeDueAt).toBe('2025-10-04T00:00:00.000+08:00');
  expect(due.legalDueAt).toBe('2025-10-10T00:00:00.000+08:00');
  expect(computeDue(ruleOf('C2'), '2025-09-30T16:45', refusing).legalDueAt).toBe(
    '2025-10-03T17:00:00.000+08:00',
  );
});

test.each(['America/New_York', 'Pacific/Kiritimati', 'UTC'])('a process in %s computes the same', (zone) => {
  const script = `
    import { ruleOf } from '#src/base/rules.ts';
    import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
    import { computeDue } from '#src/calendar/compute-due.ts';
    import { GOLDEN_PERIODS } from '#test/unit/calendar/golden-periods.ts';
    console.log(JSON.stringify({
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      dues: GOLDEN_PERIODS.map(({ rule, start, excludedDays }) =>
        computeDue(ruleOf(rule), start, { calendar: CHINA_CALENDAR, onUnknownYear: 'refuse', excludedDays })),
    }));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    env: { ...process.env, TZ: zone, NODE_OPTIONS: '' },
    encoding: 'utf8',
    timeout: 20_000,
  });
  const here = GOLDEN_PERIODS.map(({ rule, start, excludedDays }) =>
    computeDue(ruleOf(rule), start, { ...refusing, excludedDays }),
  );
  expect(JSON.parse(output)).toEqual({ zone, dues: here });
});

test('a rule without a number is refused, and the refusal names the rule that has one', () => {
  for (const rule of RULES.filter(({ amount }) => amount === null)) {
    expect(() => computeDue(rule, '2026-03-02T10:00', refusing)).toThrow(RuleHasNoPeriodError);
  }
  expect(() => computeDue(ruleOf('R1'), '2026-03-02T10:00', refusing)).toThrow(/R1p/);
});

const BAD_STARTS: readonly { code: RuleCode; start: string; why: string }[] = [
  { code: 'C2', start: '2026-03-02', why: 'an hour rule needs the minute' },
  { code: 'C2', start: '2026-03-02T24:01', why: 'no such minute' },
  { code: 'C2', start: '2026-03-02T25:00', why: 'no such hour' },
  { code: 'C2', start: '2026-03-02T10:00:00', why: 'seconds' },
  { code: 'C2', start: '2026-03-02T10:00+08:00', why: 'an offset' },
  { code: 'P7', start: '2026-02-29', why: 'no such day' },
  { code: 'P7', start: '2100-02-29', why: 'no leap year' },
  { code: 'P7', start: '2026-03-00', why: 'day zero' },
  { code: 'P7', start: '2026-13-01', why: 'no such month' },
  { code: 'P7', start: '2026-00-10', why: 'month zero' },
  { code: 'P7', start: '2026-3-2', why: 'short digits' },
  { code: 'P7', start: '1999-12-31', why: 'before 2000' },
  { code: 'P7', start: '2026-03-02T9', why: 'half a time' },
  { code: 'P7', start: ' 2026-03-02', why: 'a space' },
  { code: 'P7', start: '', why: 'nothing' },
];

test.each(BAD_STARTS)('a bad start is refused: $code from "$start" ($why)', ({ code, start }) => {
  expect(() => computeDue(ruleOf(code), start, refusing)).toThrow(StartInvalidError);
});

test.each([
  ['P9', -1],
  ['P9', 1.5],
  ['P9', 3651],
  ['P9', Number.NaN],
  ['C2', 1],
  ['C5', 1],
  ['S1', 1],
  ['P17', 1],
] as const)('%s cannot be lengthened by %d excluded days', (code, excludedDays) => {
  const start = code === 'C2' ? '2026-03-02T10:00' : '2026-03-02';
  expect(() => computeDue(ruleOf(code), start, { ...refusing, excludedDays })).toThrow(
    ExcludedDaysInvalidError,
  );
});

test('a year without a notice is refused only when one of its days must be judged', () => {
  expect(() => computeDue(ruleOf('P7'), '2026-12-25', refusing)).toThrow(CalendarYearUnknownError);
  expect(() => computeDue(ruleOf('L1bj'), '2026-12-29', refusing)).toThrow(CalendarYearUnknownError);
  expect(() => computeDue(ruleOf('M3'), '2026-12-15', refusing)).toThrow(CalendarYearUnknownError);
  // The last day is in 2026 and works; the start is in 2024; hours, validity and ceilings ask nothing.
  expect(computeDue(ruleOf('P7'), '2026-12-24', refusing).legalDue).toBe('2026-12-31T24:00');
  expect(computeDue(ruleOf('P7'), '2024-12-30', refusing).legalDue).toBe('2025-01-06T24:00');
  expect(computeDue(ruleOf('C2'), '2026-12-31T10:10', refusing).legalDue).toBe('2027-01-03T11:00');
  expect(computeDue(ruleOf('C5'), '2026-12-31', refusing).legalDue).toBe('2027-06-30T24:00');
  expect(computeDue(ruleOf('S1'), '2027-01-01', refusing).legalDue).toBe('2027-01-11T24:00');
});

test('the refusal says which year and which rule', () => {
  const failure = failureOf(() => computeDue(ruleOf('P7'), '2026-12-25', refusing));
  expect(failure).toMatchObject({ year: 2027, rule: 'P7' });
});

test('a provisional answer counts weekends only, says so, and is provisional only if it guessed', () => {
  // 2027-01-01 is a Friday: by weekends alone a working day.
  const guessed = computeDue(ruleOf('P7'), '2026-12-25', provisional);
  expect(guessed).toMatchObject({ legalDue: '2027-01-01T24:00', provisional: true });
  expect(guessed.explanation.at(-1)?.why.zh).toContain('2027年放假安排未公布');
  expect(computeDue(ruleOf('P7'), '2026-12-26', provisional)).toMatchObject({
    safeDue: '2027-01-02T24:00',
    legalDue: '2027-01-04T24:00',
    provisional: true,
  });
  expect(computeDue(ruleOf('P7'), '2026-12-24', provisional).provisional).toBe(false);
  expect(computeDue(ruleOf('C5'), '2026-12-31', provisional).provisional).toBe(false);
});

test('the explanation lists the days in order, each once, and every rest day the end moved over', () => {
  const due = computeDue(ruleOf('C7'), '2025-09-28', refusing);
  expect(datesOf(due, false)).toEqual(['2025-09-28', ...octoberDays(3, 8)]);
  expect(datesOf(due, true)).toEqual(['2025-10-09']);
  expect(due.explanation[1]?.why.zh).toBe('第5日，休假日，届满日顺延（国庆节、中秋节放假）');
});

test('the explanation of working days lists every day, counted or not', () => {
  const due = computeDue(ruleOf('L1bj'), '2025-09-28', refusing);
  expect(datesOf(due, true)).toEqual(['2025-09-29', '2025-09-30', '2025-10-09', '2025-10-10', '2025-10-11']);
  expect(datesOf(due, false)).toEqual(['2025-09-28', ...octoberDays(1, 8)]);
  expect(due.explanation.at(-1)?.why.zh).toContain('调休上班日');
});

test('the explanation names excluded days, and a worked weekend on which a period ends', () => {
  const excluded = computeDue(ruleOf('P9'), '2026-01-15', { ...refusing, excludedDays: 12 });
  expect(excluded.explanation[0]?.why.zh).toContain('另扣除12日');
  expect(computeDue(ruleOf('P9'), '2026-01-15', refusing).explanation.at(-1)?.why.zh).toBe(
    '第30日（春节调休上班日）',
  );
});

test('the start of a rule is a minute for hours and a date otherwise, never rounded up', () => {
  expect(startOfRule(ruleOf('C2'), '2025-09-30T16:45:59.999+08:00')).toBe('2025-09-30T16:45');
  expect(startOfRule(ruleOf('C7'), '2025-09-30T23:59:59.999+08:00')).toBe('2025-09-30');
  expect(startOfRule(ruleOf('P17'), '2025-09-30T00:00:00.000+08:00')).toBe('2025-09-30');
});

test('the end of a day is a start too: for hours it is the next midnight', () => {
  expect(computeDue(ruleOf('C2'), '2026-03-02T24:00', refusing).safeDue).toBe('2026-03-06T00:00');
});

function octoberDays(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `2025-10-0${first + index}`);
}

function datesOf(due: Due, isCounted: boolean): string[] {
  return due.explanation.filter(({ counted }) => counted === isCounted).map(({ date }) => date);
}

function failureOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was refused');
}
