import { Temporal } from 'temporal-polyfill';
import { type Title, title } from '#src/base/title.ts';
import {
  type Counted,
  countedDay,
  type DayReason,
  endOf,
  skippedDay,
  startDay,
  withRemark,
} from './day-reason.ts';
import { type DayNumber, dateOf } from './day-number.ts';
import type { RestDays } from './rest-days.ts';

const NO_ROLL = title('不因休假日顺延', 'no rest day moves it');
const ROLLS = title('休假日，届满日顺延', 'a rest day: the end moves on');
const ROLLED_TO = title('休假日后的第一日，期间届满', 'first day after the rest days: the period ends');
const SAME_DAY = title('当日届满', 'ends on the day of the start');

type DayPeriod = {
  readonly amount: number;
  readonly rolls: boolean;
  readonly excludedDays: number;
  /** Those of the excluded days that are known by date. */
  readonly excluded: readonly DayReason[];
};

/** A period of calendar days: it ends at 24:00 of the last one, or after the rest days that follow if it rolls. */
export function countDays(
  { amount, rolls, excludedDays, excluded }: DayPeriod,
  start: DayNumber,
  restDays: RestDays,
): Counted {
  const last = start + amount + excludedDays;
  const explanation: DayReason[] =
    last === start ? [] : [startDay(start, excludedRemark(excludedDays)), ...excluded];
  const what = last === start ? SAME_DAY : title(`第${amount}日`, `day ${amount}`);
  return endPeriod({ last, what, rolls, explanation }, restDays);
}

/** A period of months: the same day number, or the end of a month that lacks it (CC 202), then as days. */
export function countMonths(amount: number, rolls: boolean, start: DayNumber, restDays: RestDays): Counted {
  const from = Temporal.PlainDate.from(dateOf(start));
  const to = from.add({ months: amount }, { overflow: 'constrain' });
  const what =
    to.day === from.day
      ? title(`第${amount}个月的对应日`, `the same day ${amount} months on`)
      : title(
          `第${amount}个月没有对应日，以月末日为届满日`,
          `${amount} months on lacks that day: the month's last day`,
        );
  const last = start + from.until(to, { largestUnit: 'day' }).days;
  return endPeriod({ last, what, rolls, explanation: [startDay(start, null)] }, restDays);
}

type Ending = {
  readonly last: DayNumber;
  readonly what: Title;
  readonly rolls: boolean;
  readonly explanation: DayReason[];
};

function endPeriod({ last, what, rolls, explanation }: Ending, restDays: RestDays): Counted {
  const safeDue = endOf(last);
  if (!rolls) {
    explanation.push(countedDay(last, withRemark(what, NO_ROLL)));
    return { safeDue, legalDue: safeDue, explanation };
  }
  let day = last;
  let kind = restDays.kindOf(day);
  if (!kind.rest) {
    explanation.push(countedDay(day, withRemark(what, kind.why)));
    return { safeDue, legalDue: safeDue, explanation };
  }
  const lastRests = title(`${what.zh}，${ROLLS.zh}`, `${what.en}, ${ROLLS.en}`);
  while (kind.rest) {
    explanation.push(skippedDay(day, withRemark(day === last ? lastRests : ROLLS, kind.why)));
    day += 1;
    kind = restDays.kindOf(day);
  }
  explanation.push(countedDay(day, withRemark(ROLLED_TO, kind.why)));
  return { safeDue, legalDue: endOf(day), explanation };
}

function excludedRemark(excludedDays: number): Title | null {
  if (excludedDays === 0) return null;
  return title(
    `另扣除${excludedDays}日，如鉴定、听证`,
    `and ${excludedDays} days are excluded: appraisal, hearing`,
  );
}
