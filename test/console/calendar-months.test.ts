import { describe, expect, test } from 'vitest';
import { computeAnswer } from '#src/calendar/compute-answer.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { type RuleCode, ruleOf } from '#src/base/rules.ts';
import { type CalendarDay, monthsToDraw, type Period, reasonLines } from '#web/parts/calendar-months.ts';

/** As the API answers. */
function computed(code: RuleCode, start: string, excludedDays = 0): Period {
  return computeAnswer(ruleOf(code), start, { calendar: CHINA_CALENDAR, excludedDays });
}

function drawnDays(period: Period): Map<string, CalendarDay> {
  const months = monthsToDraw(period).filter((part) => part.kind === 'month');
  const days = months.flatMap((part) => part.weeks.flat()).filter((day) => day !== null);
  return new Map(days.map((day) => [day.date, day]));
}

test('a period of days over the long holiday: start, run, end on a rest day, moved to the first working day', () => {
  const days = drawnDays(computed('C7', '2025-09-30'));
  expect(days.get('2025-09-29')?.kind).toBe('outside');
  expect(days.has('2025-09-28')).toBe(false);
  expect(days.get('2025-09-30')?.kind).toBe('start');
  expect(days.get('2025-10-03')?.kind).toBe('runs');
  expect(days.get('2025-10-05')).toMatchObject({ kind: 'skipped', isSafeDue: true, isLegalDue: false });
  expect(days.get('2025-10-08')?.whys[0]?.zh).toContain('国庆节、中秋节放假');
  expect(days.get('2025-10-09')).toMatchObject({ kind: 'counted', isSafeDue: false, isLegalDue: true });
  expect(days.get('2025-10-10')?.kind).toBe('outside');
});

test('a working day in exchange for the holiday is counted, and says so', () => {
  const days = drawnDays(computed('C1pb', '2025-09-26'));
  const sunday = days.get('2025-09-28');
  expect(sunday?.kind).toBe('counted');
  expect(sunday?.whys[0]?.zh).toContain('调休上班日');
  expect(days.get('2025-09-27')?.kind).toBe('skipped');
});

test('hours that end on the day they began are one counted day', () => {
  const days = drawnDays({
    explanation: [{ date: '2026-03-02', counted: true, why: { zh: '自起', en: 'from' } }],
    safeDue: '2026-03-02T10:00',
    legalDue: '2026-03-02T10:00',
  });
  expect(days.get('2026-03-02')).toMatchObject({ kind: 'counted', isSafeDue: true, isLegalDue: true });
});

test('two things said of the first day are both kept', () => {
  const period = computed('P9old', '2026-02-02');
  expect(drawnDays(period).get('2026-02-02')?.whys).toHaveLength(2);
});

test('of half a year the first and the last month are drawn, and what lies between is one line', () => {
  const parts = monthsToDraw(computed('C5', '2026-01-15'));
  expect(parts.map((part) => (part.kind === 'gap' ? part : part.month))).toEqual([
    '2026-01',
    { kind: 'gap', from: '2026-02', to: '2026-06', count: 5 },
    '2026-07',
  ]);
});

test('a period over the turn of the year has its months in order', () => {
  const parts = monthsToDraw(computed('C7', '2025-12-30'));
  expect(parts.map((part) => part.kind === 'month' && part.month)).toEqual(['2025-12', '2026-01']);
});

test('nothing explained, nothing drawn', () => {
  expect(
    monthsToDraw({ explanation: [], safeDue: '2026-01-01T24:00', legalDue: '2026-01-01T24:00' }),
  ).toEqual([]);
});

describe('weeks', () => {
  test('begin on Monday and are whole', () => {
    const [part] = monthsToDraw(computed('C2', '2026-08-03T09:00'));
    const weeks = part?.kind === 'month' ? part.weeks : [];
    expect(weeks.every((week) => week.length === 7)).toBe(true);
    expect(weeks.map((week) => week[0]?.date)).toEqual(['2026-08-03']);
  });

  test('of a month that begins on a Saturday the first five places are empty', () => {
    const [part] = monthsToDraw(computed('C2', '2026-08-01T09:00'));
    const [week] = part?.kind === 'month' ? part.weeks : [];
    expect(week?.findIndex((day) => day?.date === '2026-08-01')).toBe(5);
    expect(week?.slice(0, 5)).toEqual([null, null, null, null, null]);
  });

  test('a minute is written as people write it', () => {
    const day = drawnDays(computed('C2', '2026-08-03T09:00')).get('2026-08-03');
    expect(day?.whys[0]?.zh).toContain('自 2026-08-03 10:00 起算');
  });
});

test('the same reason on days on end is one line', () => {
  const lines = reasonLines(computed('C7', '2025-09-30').explanation);
  expect(lines.map(({ from, to, counted }) => [from, to, counted])).toEqual([
    ['2025-09-30', '2025-09-30', false],
    ['2025-10-05', '2025-10-05', false],
    ['2025-10-06', '2025-10-08', false],
    ['2025-10-09', '2025-10-09', true],
  ]);
});
