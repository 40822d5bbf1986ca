import type { ExcludedKind, ExcludedSpan } from '#src/base/excluded-span.ts';
import { localMinuteOf } from '#src/base/instant.ts';
import { type Title, title } from '#src/base/title.ts';
import { StartInvalidError } from './calendar-errors.ts';
import { type DayReason, skippedDay } from './day-reason.ts';
import { type DayNumber, parseDay } from './day-number.ts';

const WHY: { readonly [K in ExcludedKind]: Title } = {
  appraisal: title('鉴定期间，不计入办案期限', 'appraisal: not counted'),
  hearing: title('听证期间，不计入办案期限', 'hearing: not counted'),
};

type Running = { readonly start: DayNumber; readonly amount: number };

/**
 * The days that spans take out of a period of days, in order: of each span the days after its first up to its last, so that
 * an appraisal commissioned on the 20th and returned on the 1st takes out twelve. A day is taken out once, however many spans
 * hold it. What began after the period had run out takes out nothing; a span that is still open, nothing yet.
 */
export function excludedDaysOf(spans: readonly ExcludedSpan[], { start, amount }: Running): DayReason[] {
  const taken = new Map<DayNumber, DayReason>();
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const from = dayOf(span.from);
    if (span.to === null || from > start + amount + taken.size) continue;
    for (let day = Math.max(from, start) + 1; day <= dayOf(span.to); day += 1) {
      if (!taken.has(day)) taken.set(day, skippedDay(day, WHY[span.kind]));
    }
  }
  return [...taken].sort(([a], [b]) => a - b).map(([, reason]) => reason);
}

function dayOf(instant: string): DayNumber {
  const day = parseDay(localMinuteOf(instant).slice(0, 10));
  if (day === null) throw new StartInvalidError(instant, 'date');
  return day;
}
