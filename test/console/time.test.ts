import { expect, test } from 'vitest';
import { dayAfter, leftWords, localMinuteOf, minuteText, momentMs, weekdayWords } from '#web/words/time.ts';

const NOON = Date.parse('2026-11-24T12:00:00+08:00');

test.each([
  ['2026-11-24T16:45', '2026-11-24T16:45:00+08:00'],
  ['2026-11-24T24:00', '2026-11-25T00:00:00+08:00'],
  ['2026-11-24', '2026-11-24T00:00:00+08:00'],
  ['2026-11-24T08:45:00.000Z', '2026-11-24T16:45:00+08:00'],
])('%s is a moment in Shanghai, wherever the browser is', (text, instant) => {
  expect(momentMs(text)).toBe(Date.parse(instant));
});

test('the end of a day keeps its date', () => {
  expect(minuteText('2026-11-24T24:00')).toBe('2026-11-24 24:00');
});

test.each([
  ['2026-11-27T12:00', '还剩 3 天'],
  ['2026-11-25T12:00', '还剩 24 小时'],
  ['2026-11-24T12:30', '还剩 30 分钟'],
  ['2026-11-24T11:00', '已超过 60 分钟'],
  ['2026-11-20T12:00', '已超过 4 天'],
])('what is left until %s: %s', (due, words) => {
  expect(leftWords(due, NOON).zh).toBe(words);
});

test('a field for a time shows Shanghai', () => {
  expect(localMinuteOf(NOON)).toBe('2026-11-24T12:00');
});

test.each([
  ['2026-08-02', '星期日', '2026-08-03'],
  ['2024-02-28', '星期三', '2024-02-29'],
  ['2025-12-31', '星期三', '2026-01-01'],
  ['1969-12-31', '星期三', '1970-01-01'],
])('%s is a %s, and the day after it is %s', (date, weekday, after) => {
  expect(weekdayWords(date).zh).toBe(weekday);
  expect(dayAfter(date)).toBe(after);
});
