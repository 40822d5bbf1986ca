import { expect, test } from 'vitest';
import { NoticeRefusedError } from '#src/calendar/calendar-errors.ts';
import { isRestDay } from '#src/calendar/calendar.ts';
import { calendarWith, noticeOf } from '#src/calendar/china-calendar.ts';
import { HOLIDAYS_2026 } from '#src/calendar/holidays-2026.ts';
import { readNotice } from '#src/calendar/read-notice.ts';
import { HOLIDAY_FILE_2027 } from '#test/support/holiday-file.ts';

type File = typeof HOLIDAY_FILE_2027;

function refusalOf(change: (file: File) => unknown): NoticeRefusedError {
  try {
    readNotice(JSON.stringify(change(structuredClone(HOLIDAY_FILE_2027))));
  } catch (error) {
    if (error instanceof NoticeRefusedError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

const rest = (name: string, from: string, to: string) => ({ name, from, to });
const swap = (date: string, name = '元旦') => ({ date, for: name });

test('a file becomes a notice, and the year is known by it', () => {
  const notice = readNotice(JSON.stringify(HOLIDAY_FILE_2027));
  expect(notice.document).toBe('国务院办公厅关于2027年部分节假日安排的通知（国办发明电〔2026〕1号）');
  expect(notice.holidays[0]).toEqual({
    title: { zh: '元旦', en: 'New Year' },
    from: '2027-01-01',
    to: '2027-01-03',
    workedOn: ['2027-01-09'],
  });
  const calendar = calendarWith([notice]);
  expect(calendar.coveredYears).toEqual([2025, 2026, 2027]);
  expect(isRestDay(calendar, '2027-01-01')).toBe(true);
  expect(isRestDay(calendar, '2027-01-09')).toBe(false);
  expect(isRestDay(calendar, '2027-01-10')).toBe(true);
});

test('of one year the newest notice counts, a built-in year included', () => {
  const first = readNotice(JSON.stringify(HOLIDAY_FILE_2027));
  const second = { ...first, holidays: first.holidays.slice(0, 1) };
  expect(noticeOf(2027, [first, second])).toBe(second);
  expect(noticeOf(2026, [])).toBe(HOLIDAYS_2026);
  const corrected = { ...HOLIDAYS_2026, document: 'a correction' };
  expect(noticeOf(2026, [corrected])).toBe(corrected);
  expect(noticeOf(2028, [first])).toBeUndefined();
});

test.each([
  [
    'overlap',
    (file: File) => ({ ...file, restDays: [...file.restDays, rest('春节', '2027-01-03', '2027-01-04')] }),
  ],
  [
    'overlap',
    (file: File) => ({ ...file, restDays: [...file.restDays, rest('元旦', '2027-01-01', '2027-01-01')] }),
  ],
  ['notice_missing', ({ year, restDays }: File) => ({ year, restDays, swappedWorkdays: [] })],
  ['notice_missing', (file: File) => ({ ...file, notice: { ...file.notice, number: ' ' } })],
  ['notice_missing', (file: File) => ({ ...file, notice: { number: file.notice.number } })],
  ['swapped_day_rests', (file: File) => ({ ...file, swappedWorkdays: [swap('2027-01-02')] })],
  ['swapped_day_is_workday', (file: File) => ({ ...file, swappedWorkdays: [swap('2027-01-11')] })],
  ['swapped_twice', (file: File) => ({ ...file, swappedWorkdays: [swap('2027-01-09'), swap('2027-01-09')] })],
  ['swapped_for_nothing', (file: File) => ({ ...file, swappedWorkdays: [swap('2027-01-09', '端午节')] })],
  ['wrong_year', (file: File) => ({ ...file, restDays: [rest('元旦', '2026-12-31', '2027-01-02')] })],
  ['wrong_year', (file: File) => ({ ...file, swappedWorkdays: [swap('2028-01-09')] })],
  ['wrong_year', (file: File) => ({ ...file, year: 2028 })],
  ['order', (file: File) => ({ ...file, restDays: [rest('元旦', '2027-01-03', '2027-01-01')] })],
  ['shape', (file: File) => ({ ...file, restDays: [] })],
  ['shape', (file: File) => ({ ...file, restDays: [rest('元旦', '2027-02-29', '2027-03-01')] })],
  ['shape', (file: File) => ({ ...file, restDays: 'none' })],
  ['shape', (file: File) => ({ ...file, year: '2027' })],
  ['shape', (file: File) => ({ ...file, extra: true })],
  ['shape', () => null],
] as const)('%s is refused in one sentence that names the rule', (rule, change) => {
  const refusal = refusalOf(change);
  expect(refusal.rule).toBe(rule);
  expect(refusal.message).toMatch(new RegExp(`^Refused \\(${rule}\\): [^\\n]+\\.$`));
});

test('what is no JSON is refused', () => {
  expect(() => readNotice('{')).toThrow('Refused (shape): the file is no JSON.');
});
