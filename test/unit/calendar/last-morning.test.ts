import { expect, test } from 'vitest';
import { makeCalendar } from '#src/calendar/calendar.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { lastMorningToFile } from '#src/calendar/last-morning.ts';

test.each([
  // The last day is in the Spring Festival; the Saturday before it is worked in exchange.
  ['2026-02-15T24:00', '2026-02-14T09:00:00.000+08:00'],
  // The last day is National Day.
  ['2026-10-01T24:00', '2026-09-30T09:00:00.000+08:00'],
  ['2026-07-06T24:00', '2026-07-06T09:00:00.000+08:00'],
])('what ends %s can still be filed on %s', (due, morning) => {
  expect(lastMorningToFile(CHINA_CALENDAR, due)).toBe(morning);
});

test('in a year without a notice only weekends are known', () => {
  expect(lastMorningToFile(makeCalendar([]), '2027-10-03T24:00')).toBe('2027-10-01T09:00:00.000+08:00');
});
