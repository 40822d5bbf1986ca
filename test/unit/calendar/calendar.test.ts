import { expect, test } from 'vitest';
import { title } from '#src/base/title.ts';
import { isRestDay, lastWorkdayOnOrBefore, makeCalendar } from '#src/calendar/calendar.ts';
import { CalendarYearUnknownError, StartInvalidError } from '#src/calendar/calendar-errors.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { rests } from './slow-period-end.ts';

test('every day of the covered years is judged as the notices say', () => {
  expect(CHINA_CALENDAR.coveredYears).toEqual([2025, 2026]);
  let count = 0;
  for (let at = Date.UTC(2025, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    expect(`${date} ${isRestDay(CHINA_CALENDAR, date)}`).toBe(`${date} ${rests(date)}`);
    count += 1;
  }
  expect(count).toBe(730);
});

test('a swapped weekend works, a swapped weekday rests', () => {
  expect(isRestDay(CHINA_CALENDAR, '2026-02-14')).toBe(false);
  expect(isRestDay(CHINA_CALENDAR, '2026-02-16')).toBe(true);
});

test('the last working day before an order ends is a worked Saturday if there is one', () => {
  expect(lastWorkdayOnOrBefore(CHINA_CALENDAR, '2026-02-15')).toBe('2026-02-14');
  expect(lastWorkdayOnOrBefore(CHINA_CALENDAR, '2026-10-01')).toBe('2026-09-30');
  expect(lastWorkdayOnOrBefore(CHINA_CALENDAR, '2026-09-30')).toBe('2026-09-30');
});

test('a day of an uncovered year is refused, also when the search walks into one', () => {
  expect(() => isRestDay(CHINA_CALENDAR, '2027-01-01')).toThrow(CalendarYearUnknownError);
  expect(() => lastWorkdayOnOrBefore(CHINA_CALENDAR, '2024-12-31')).toThrow(CalendarYearUnknownError);
  expect(() => lastWorkdayOnOrBefore(CHINA_CALENDAR, '2025-01-01')).toThrow(/2024/);
  expect(() => isRestDay(CHINA_CALENDAR, '2026-02-30')).toThrow(StartInvalidError);
});

test('a notice with a date that is no date, or of another year, does not become a calendar', () => {
  const holiday = { title: title('元旦', 'New Year'), from: '2025-01-01', to: '2025-01-01', workedOn: [] };
  const notice = { year: 2025, document: 'a notice', holidays: [holiday] };
  expect(makeCalendar([notice]).coveredYears).toEqual([2025]);
  expect(() => makeCalendar([{ ...notice, year: 2026 }])).toThrow(/2025-01-01/);
  expect(() => makeCalendar([{ ...notice, holidays: [{ ...holiday, workedOn: ['2025-02-29'] }] }])).toThrow(
    /2025-02-29/,
  );
});
