import { makeCalendar } from './calendar.ts';
import { HOLIDAYS_2025 } from './holidays-2025.ts';
import { HOLIDAYS_2026 } from './holidays-2026.ts';

/** The calendar of the years whose holiday notice is published. A new year is one data file and one name here. */
export const CHINA_CALENDAR = makeCalendar([HOLIDAYS_2025, HOLIDAYS_2026]);
