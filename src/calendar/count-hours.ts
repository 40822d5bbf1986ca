import { title } from '#src/base/title.ts';
import { type Counted, countedDay, type DayReason, skippedDay } from './day-reason.ts';
import { dateOf, twoDigits } from './day-number.ts';

const MINUTES_PER_DAY = 1440;

/**
 * A period of hours from a minute (counted since 1970, Shanghai wall clock). It runs through nights and
 * holidays. With grace `next_hour` the legal end counts from the next full hour (CPLI 125: 从次时起), which
 * for an exact hour is the one after; the safe end never does.
 */
export function countHours(amount: number, grace: 'next_hour' | 'none', startMinute: number): Counted {
  // Quarters of an hour are whole minutes; rounding only undoes binary fractions.
  const length = Math.round(amount * 60);
  const legalStart = grace === 'next_hour' ? (Math.floor(startMinute / 60) + 1) * 60 : startMinute;
  const legalEnd = legalStart + length;
  const legalDue = minuteText(legalEnd);
  const [zh, en] =
    length % 60 === 0 ? [`${amount}小时`, `${amount} hours`] : [`${length}分钟`, `${length} minutes`];
  const end = title(
    `满${zh}；按小时计算的期间连续计算，不因休息日顺延`,
    `${en} are over; hours run on through rest days`,
  );
  return {
    safeDue: minuteText(startMinute + length),
    legalDue,
    explanation: [
      startReason(startMinute, legalStart),
      countedDay(Math.floor(legalEnd / MINUTES_PER_DAY), end),
    ],
  };
}

function startReason(startMinute: number, legalStart: number): DayReason {
  const day = Math.floor(startMinute / MINUTES_PER_DAY);
  const from = minuteText(legalStart);
  if (legalStart === startMinute) return countedDay(day, title(`自${from}起算`, `runs from ${from}`));
  return skippedDay(
    day,
    title(`开始之时不计算在期间内，自${from}起算`, `the hour of the start is not counted; runs from ${from}`),
  );
}

function minuteText(minute: number): string {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  const ofDay = minute - day * MINUTES_PER_DAY;
  return `${dateOf(day)}T${twoDigits(Math.floor(ofDay / 60))}:${twoDigits(ofDay % 60)}`;
}
