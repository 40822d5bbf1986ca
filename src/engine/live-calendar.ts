import type { Pool } from '#db/connect.ts';
import type { Calendar } from '#src/calendar/calendar.ts';
import { CHINA_CALENDAR, calendarWith } from '#src/calendar/china-calendar.ts';
import type { HolidayNotice } from '#src/calendar/holiday-notice.ts';
import { readHolidayYears } from '#src/store/holiday-years.ts';

/** The calendar as the database has it now. Another process may have imported a year since it was last looked at. */
export type LiveCalendar = {
  /** The one that was read last; of the built-in years before that. */
  readonly current: () => Calendar;
  /** Reads it again unless it is already the one after so many imports. */
  readonly keepUp: (serial: number) => Promise<void>;
  /** Reads it again and gives it. */
  readonly latest: () => Promise<Calendar>;
};

/** A calendar of the built-in years and of those imported into this database. */
export function openLiveCalendar(pool: Pool): LiveCalendar {
  let known = { serial: 0, calendar: CHINA_CALENDAR };
  const latest = async (): Promise<Calendar> => {
    const { serial, notices } = await readHolidayYears(pool);
    if (serial !== known.serial)
      known = { serial, calendar: calendarWith(notices as readonly HolidayNotice[]) };
    return known.calendar;
  };
  return {
    current: () => known.calendar,
    keepUp: async (serial) => {
      if (serial !== known.serial) await latest();
    },
    latest,
  };
}
