import { title } from '#src/base/title.ts';
import {
  type Counted,
  countedDay,
  type DayReason,
  endOf,
  skippedDay,
  startDay,
  withRemark,
} from './day-reason.ts';
import type { DayNumber } from './day-number.ts';
import type { RestDays } from './rest-days.ts';

const REST_DAY = title('休假日', 'rest day');

/** A period of working days, the first being the first working day after the start. It ends on one: nothing rolls. */
export function countWorkingDays(amount: number, start: DayNumber, restDays: RestDays): Counted {
  const explanation: DayReason[] = [startDay(start, null)];
  let day = start;
  for (let count = 0; count < amount; ) {
    day += 1;
    const kind = restDays.kindOf(day);
    if (kind.rest) {
      explanation.push(skippedDay(day, withRemark(REST_DAY, kind.why)));
    } else {
      count += 1;
      explanation.push(
        countedDay(day, withRemark(title(`第${count}个工作日`, `working day ${count}`), kind.why)),
      );
    }
  }
  const due = endOf(day);
  return { safeDue: due, legalDue: due, explanation };
}
