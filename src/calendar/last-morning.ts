import { type Instant, instantOfLocalMinute, type LocalMinute } from '#src/base/instant.ts';
import { type Calendar, weekendKind } from './calendar.ts';
import { dateOf, parseDay } from './day-number.ts';
import { StartInvalidError } from './calendar-errors.ts';

/**
 * Nine o'clock on the last working day on which something can still be filed before `due`, a wall-clock minute. In a year
 * without a holiday notice weekends alone are known; a reminder may then come too late, the due date itself never moves.
 */
export function lastMorningToFile(calendar: Calendar, due: LocalMinute): Instant {
  const last = parseDay(due.slice(0, 10));
  if (last === null) throw new StartInvalidError(due, 'date');
  let day = last;
  while ((calendar.days.get(day) ?? weekendKind(day)).rest) day -= 1;
  return instantOfLocalMinute(`${dateOf(day)}T09:00`);
}
