import type { ExcludedSpan } from '#src/base/excluded-span.ts';
import { type Instant, instantOfLocalMinute, type LocalMinute } from '#src/base/instant.ts';
import type { RuleRow } from '#src/base/rules/rule-row.ts';
import type { Calendar } from './calendar.ts';
import { ExcludedDaysInvalidError, RuleHasNoPeriodError } from './calendar-errors.ts';
import { countDays, countMonths } from './count-days.ts';
import { countHours } from './count-hours.ts';
import { countWorkingDays } from './count-working-days.ts';
import type { Counted, DayReason } from './day-reason.ts';
import { excludedDaysOf } from './excluded-time.ts';
import { askRestDays, type OnUnknownYear, type RestDays } from './rest-days.ts';
import { parseStart, type Start } from './start.ts';

/** What of a rule the arithmetic reads. */
export type CountedRule = Pick<RuleRow, 'code' | 'amount' | 'unit' | 'rolls' | 'grace'>;

export type DueOptions = {
  readonly calendar: Calendar;
  /** What to do when a day of a year without a holiday notice must be judged: throw, or count weekends only. */
  readonly onUnknownYear: OnUnknownYear;
  /** Days that do not count (appraisal, hearing), for rolling periods of days only. Default 0. */
  readonly excludedDays?: number;
  /** The times themselves, where they are known; each of their days is in the explanation. */
  readonly excludedSpans?: readonly ExcludedSpan[];
};

/** `safeDue` drives alerts and has no grace; only after `legalDue` is a breach reported. */
export type Due = {
  readonly safeDue: LocalMinute;
  readonly legalDue: LocalMinute;
  readonly safeDueAt: Instant;
  readonly legalDueAt: Instant;
  /** A rest day of a year without a notice was guessed: compute again when the notice is out. */
  readonly provisional: boolean;
  readonly explanation: readonly DayReason[];
};

/**
 * When a period that started at `start` ends. `start` is `YYYY-MM-DDTHH:mm` for hour rules, else a date (of a
 * minute the date is used). Throws RuleHasNoPeriodError, StartInvalidError, ExcludedDaysInvalidError and,
 * with `refuse`, CalendarYearUnknownError, the last only when a rest day must be known.
 */
export function computeDue(rule: CountedRule, start: string, options: DueOptions): Due {
  const period = readPeriod(rule, options.excludedDays ?? 0);
  const restDays = askRestDays(rule.code, options.calendar, options.onUnknownYear);
  const counted = count(
    withSpans(period, start, options.excludedSpans ?? []),
    parseStart(rule.unit, start),
    restDays,
  );
  return {
    ...counted,
    safeDueAt: instantOfLocalMinute(counted.safeDue),
    legalDueAt: instantOfLocalMinute(counted.legalDue),
    provisional: restDays.isGuessed(),
  };
}

type Period = Omit<CountedRule, 'amount'> & {
  readonly amount: number;
  readonly excludedDays: number;
  readonly excluded: readonly DayReason[];
};

function readPeriod(rule: CountedRule, excludedDays: number): Period {
  if (rule.amount === null) throw new RuleHasNoPeriodError(rule.code);
  // 3650: ten years, far beyond any appraisal; it keeps every result a four-digit year.
  const isCount = Number.isInteger(excludedDays) && excludedDays >= 0 && excludedDays <= 3650;
  if (!isCount || (excludedDays > 0 && !takesExcluded(rule))) {
    throw new ExcludedDaysInvalidError(rule.code, excludedDays);
  }
  return { ...rule, amount: rule.amount, excludedDays, excluded: [] };
}

/** A ceiling such as an order's validity is never lengthened, and no law excludes days from hours or months here. */
function takesExcluded({ unit, rolls }: Pick<CountedRule, 'unit' | 'rolls'>): boolean {
  return unit === 'day' && rolls;
}

function withSpans(period: Period, start: string, spans: readonly ExcludedSpan[]): Period {
  if (spans.length === 0) return period;
  if (!takesExcluded(period)) throw new ExcludedDaysInvalidError(period.code, spans.length);
  const running = { start: parseStart(period.unit, start).day, amount: period.amount + period.excludedDays };
  const excluded = excludedDaysOf(spans, running);
  return { ...period, excludedDays: period.excludedDays + excluded.length, excluded };
}

function count(period: Period, start: Start, restDays: RestDays): Counted {
  switch (period.unit) {
    case 'hour':
      return countHours(period.amount, period.grace, start.day * 1440 + (start.minuteOfDay ?? 0));
    case 'day':
      return countDays(period, start.day, restDays);
    case 'working_day':
      return countWorkingDays(period.amount, start.day, restDays);
    case 'month':
      return countMonths(period.amount, period.rolls, start.day, restDays);
  }
}
