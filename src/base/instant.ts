/**
 * A moment in one canonical shape, `YYYY-MM-DDTHH:mm:ss.SSS+08:00`. Because the shape is fixed, two
 * instants compare as strings (`a < b`), in guards as well as in SQL results.
 */
export type Instant = string;

/** A minute on the wall clock of Asia/Shanghai, `YYYY-MM-DDTHH:mm`; `T24:00` is the end of that day. */
export type LocalMinute = string;

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** The canonical instant of a count of milliseconds since 1970-01-01T00:00Z. */
export function toInstant(epochMs: number): Instant {
  return new Date(epochMs + SHANGHAI_OFFSET_MS).toISOString().replace('Z', '+08:00');
}

/** Milliseconds since 1970-01-01T00:00Z of an instant. */
export function epochMsOf(instant: Instant): number {
  return Date.parse(instant);
}

/** Reads any RFC 3339 date-time with an offset; null when the text is not one (or names no real day). */
export function parseInstant(text: string): Instant | null {
  if (!RFC3339.test(text)) return null;
  const epochMs = Date.parse(text);
  if (Number.isNaN(epochMs)) return null;
  // Date.parse turns 02-30 into 03-01; a day that does not exist is a mistake, not another day.
  const day = Number(text.slice(8, 10));
  const month = Number(text.slice(5, 7));
  const year = Number(text.slice(0, 4));
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return toInstant(epochMs);
}

/** The instant `durationMs` after (or, negative, before) another. */
export function addMs(instant: Instant, durationMs: number): Instant {
  return toInstant(epochMsOf(instant) + durationMs);
}

/** The wall-clock minute in Shanghai that holds an instant; seconds are cut off, never rounded up. */
export function localMinuteOf(instant: Instant): LocalMinute {
  return instant.slice(0, 16);
}

/** The instant a wall-clock minute in Shanghai begins; `T24:00` is the next day's `T00:00`. */
export function instantOfLocalMinute(minute: LocalMinute): Instant {
  const isEndOfDay = minute.endsWith('T24:00');
  const epochMs = Date.parse(`${isEndOfDay ? minute.replace('T24:00', 'T00:00') : minute}:00+08:00`);
  return toInstant(isEndOfDay ? epochMs + 86_400_000 : epochMs);
}
