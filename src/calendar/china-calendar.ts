import { type Calendar, makeCalendar } from './calendar.ts';
import type { HolidayNotice } from './holiday-notice.ts';
import { HOLIDAYS_2025 } from './holidays-2025.ts';
import { HOLIDAYS_2026 } from './holidays-2026.ts';

const BUILT_IN: readonly HolidayNotice[] = [HOLIDAYS_2025, HOLIDAYS_2026];

/** The calendar of the years whose holiday notice comes with this build. */
export const CHINA_CALENDAR = makeCalendar(BUILT_IN);

/** The calendar of these years and those that were imported since, oldest import first: of one year the newest counts. */
export function calendarWith(imported: readonly HolidayNotice[]): Calendar {
  return makeCalendar(noticesInForce(imported));
}

/** The notice of a year that counts; undefined while there is none. */
export function noticeOf(year: number, imported: readonly HolidayNotice[]): HolidayNotice | undefined {
  return noticesInForce(imported).find((notice) => notice.year === year);
}

function noticesInForce(imported: readonly HolidayNotice[]): HolidayNotice[] {
  return [...new Map([...BUILT_IN, ...imported].map((notice) => [notice.year, notice])).values()];
}
