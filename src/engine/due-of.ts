import type { ExcludedSpan } from '#src/base/excluded-span.ts';
import type { Instant } from '#src/base/instant.ts';
import type { Rule } from '#src/base/rules.ts';
import type { Calendar } from '#src/calendar/calendar.ts';
import { computeDue } from '#src/calendar/compute-due.ts';
import { startOfRule } from '#src/calendar/start.ts';
import type { DeadlineStart } from '#src/store/step-rows.ts';

/** The part of a deadline that a calendar decides. */
export type DueDates = Pick<
  DeadlineStart,
  'safeDue' | 'legalDue' | 'safeDueAt' | 'legalDueAt' | 'isProvisional' | 'explanation'
>;

export type Running = {
  readonly startedAt: Instant;
  /** Times that do not count, of kinds that the rule names. */
  readonly excluded: readonly ExcludedSpan[];
};

/** When a rule that started at an instant is due. A year without a notice makes it provisional, never an error. */
export function dueOf(rule: Rule, { startedAt, excluded }: Running, calendar: Calendar): DueDates {
  const options = { calendar, onUnknownYear: 'provisional', excludedSpans: excluded } as const;
  const due = computeDue(rule, startOfRule(rule, startedAt), options);
  const { safeDue, legalDue, safeDueAt, legalDueAt, provisional, explanation } = due;
  return { safeDue, legalDue, safeDueAt, legalDueAt, isProvisional: provisional, explanation };
}
