import { about, type Words } from './words.ts';

const ZONE = 'Asia/Shanghai';
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
// China has kept one offset since 1991; due times are written without one.
const OFFSET = '+08:00';

/** From Monday on. */
export const WEEKDAYS: readonly Words[] = [
  { zh: '星期一', en: 'Mon' },
  { zh: '星期二', en: 'Tue' },
  { zh: '星期三', en: 'Wed' },
  { zh: '星期四', en: 'Thu' },
  { zh: '星期五', en: 'Fri' },
  { zh: '星期六', en: 'Sat' },
  { zh: '星期日', en: 'Sun' },
];

const WORDS = {
  days: { zh: '{} 天', en: '{} days' },
  hours: { zh: '{} 小时', en: '{} h' },
  minutes: { zh: '{} 分钟', en: '{} min' },
  left: { zh: '还剩 {}', en: '{} left' },
  over: { zh: '已超过 {}', en: '{} overdue' },
};

/** Milliseconds since 1970 of an instant, or of a due time `YYYY-MM-DDTHH:mm` in Shanghai (`T24:00` ends a day). */
export function momentMs(text: string): number {
  if (/[Z+]|-\d\d:\d\d$/.test(text.slice(10))) return Date.parse(text);
  if (text.endsWith('T24:00')) return Date.parse(`${text.slice(0, 10)}T00:00:00${OFFSET}`) + DAY_MS;
  return Date.parse(text.length === 10 ? `${text}T00:00:00${OFFSET}` : `${text}:00${OFFSET}`);
}

/** `2026-11-24 16:45`, in Shanghai; the end of a day keeps its date: `2026-11-24 24:00`. */
export function minuteText(text: string): string {
  if (text.endsWith('T24:00')) return text.replace('T', ' ');
  return partsText(momentMs(text), ['year', 'month', 'day'], ['hour', 'minute']);
}

/** `11-24 16:45`: within a year that nobody is in doubt about. */
export function shortText(text: string): string {
  return minuteText(text).slice(5);
}

/** `2026-11-24`, the day in Shanghai. */
export function dayText(text: string): string {
  return minuteText(text).slice(0, 10);
}

/** Is it a day of the calendar, `YYYY-MM-DD`? 2026-02-30 is none. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(momentMs(text)) && dayText(text) === text;
}

/** The weekday of a date `YYYY-MM-DD`: 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: string): number {
  // 1970 began on a Thursday.
  return ((Math.floor(Date.parse(`${date}T00:00:00Z`) / DAY_MS) + 3) % 7) + 1;
}

/** What the weekday of a date is called: 星期三, Wed. */
export function weekdayWords(date: string): Words {
  return WEEKDAYS[weekdayOf(date) - 1] ?? { zh: date, en: date };
}

/** The date after a date. */
export function dayAfter(date: string): string {
  return localMinuteOf(momentMs(date) + DAY_MS).slice(0, 10);
}

/** `14:03:22` in Shanghai, of a moment in milliseconds since 1970. */
export function secondText(ms: number): string {
  return partsText(ms, [], ['hour', 'minute', 'second']);
}

/** An instant as the API takes it: `2026-11-24T16:45:00+08:00` from `2026-11-24T16:45` in Shanghai. */
export function instantOf(localMinute: string): string {
  return `${localMinute}:00${OFFSET}`;
}

/** `2026-11-24T16:45` in Shanghai, for a field in which a time is entered. */
export function localMinuteOf(ms: number): string {
  return partsText(ms, ['year', 'month', 'day'], ['hour', 'minute']).replace(' ', 'T');
}

/** How much is left until a due time, or how long it is over, in its largest fitting unit. */
export function leftWords(due: string, nowMs: number): Words {
  const leftMs = momentMs(due) - nowMs;
  return about(leftMs < 0 ? WORDS.over : WORDS.left, lengthWords(Math.abs(leftMs)));
}

/** A length of time: days from two days on, hours from two hours on, minutes below. */
export function lengthWords(lengthMs: number): Words {
  if (lengthMs >= 2 * DAY_MS) return about(WORDS.days, Math.floor(lengthMs / DAY_MS));
  if (lengthMs >= 2 * HOUR_MS) return about(WORDS.hours, Math.floor(lengthMs / HOUR_MS));
  return about(WORDS.minutes, Math.floor(lengthMs / MINUTE_MS));
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

const FORMAT = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

function partsText(ms: number, date: readonly Part[], time: readonly Part[]): string {
  const parts = Object.fromEntries(FORMAT.formatToParts(ms).map(({ type, value }) => [type, value]));
  const join = (names: readonly Part[], mark: string) => names.map((name) => parts[name]).join(mark);
  return [join(date, '-'), join(time, ':')].filter((text) => text !== '').join(' ');
}
