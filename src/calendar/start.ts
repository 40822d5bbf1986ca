import { type Instant, type LocalMinute, localMinuteOf } from '#src/base/instant.ts';
import type { RuleUnit } from '#src/base/rules/rule-row.ts';
import { StartInvalidError } from './calendar-errors.ts';
import { type DayNumber, parseDay } from './day-number.ts';

/** A start as numbers; `minuteOfDay` is null when only a date was given. */
export type Start = { readonly day: DayNumber; readonly minuteOfDay: number | null };

const START = /^(\d{4}-\d{2}-\d{2})(?:T(?:([01]\d|2[0-3]):([0-5]\d)|(24):00))?$/;

/** The start a rule counts from when something happened at an instant: a minute for hour rules, else a date. */
export function startOfRule(rule: { readonly unit: RuleUnit }, instant: Instant): LocalMinute {
  const minute = localMinuteOf(instant);
  return rule.unit === 'hour' ? minute : minute.slice(0, 10);
}

/** Reads `YYYY-MM-DD` or `YYYY-MM-DDTHH:mm` (`T24:00` too); throws StartInvalidError, also for an hour rule's bare date. */
export function parseStart(unit: RuleUnit, text: string): Start {
  const expected = unit === 'hour' ? 'minute' : 'date';
  const match = START.exec(text);
  const day = match === null ? null : parseDay(match[1] ?? '');
  if (match === null || day === null) throw new StartInvalidError(text, expected);
  const hour = match[2] ?? match[4];
  if (hour === undefined && unit === 'hour') throw new StartInvalidError(text, expected);
  return { day, minuteOfDay: hour === undefined ? null : Number(hour) * 60 + Number(match[3] ?? 0) };
}
