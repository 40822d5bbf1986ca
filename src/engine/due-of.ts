import type { Instant } from '#src/base/instant.ts';
import { type RuleCode, ruleOf } from '#src/base/rules.ts';
import type { Calendar } from '#src/calendar/calendar.ts';
import { computeDue } from '#src/calendar/compute-due.ts';
import { startOfRule } from '#src/calendar/start.ts';
import type { DeadlineStart } from '#src/store/step-rows.ts';

/** The part of a deadline that a calendar decides. */
export type DueDates = Pick<
  DeadlineStart,
  'safeDue' | 'legalDue' | 'safeDueAt' | 'legalDueAt' | 'isProvisional' | 'explanation'
>;

/** When a rule that started at an instant is due. A year without a notice makes it provisional, never an error. */
export function dueOf(code: RuleCode, startedAt: Instant, calendar: Calendar): DueDates {
  const rule = ruleOf(code);
  const due = computeDue(rule, startOfRule(rule, startedAt), { calendar, onUnknownYear: 'provisional' });
  const { safeDue, legalDue, safeDueAt, legalDueAt, provisional, explanation } = due;
  return { safeDue, legalDue, safeDueAt, legalDueAt, isProvisional: provisional, explanation };
}
