import { type Rule, ruleInForce } from '#src/base/rules.ts';
import { title } from '#src/base/title.ts';
import { computeDue, type Due, type DueOptions } from './compute-due.ts';
import type { DayReason } from './day-reason.ts';

/** What somebody is told who asks for a rule by its code; the same over HTTP and on the command line. */
export type ComputedAnswer = Pick<Due, 'safeDue' | 'legalDue' | 'explanation'>;

/**
 * Computes the rule that was asked for, also for a start on which it was not in force: whoever names a code wants that
 * arithmetic. The explanation then begins with the row that governs such a start. A year without a notice is refused;
 * throws as `computeDue` does.
 */
export function computeAnswer(
  rule: Rule,
  start: string,
  options: Pick<DueOptions, 'calendar' | 'excludedDays'>,
): ComputedAnswer {
  const { safeDue, legalDue, explanation } = computeDue(rule, start, { ...options, onUnknownYear: 'refuse' });
  return { safeDue, legalDue, explanation: [...outOfForce(rule, start.slice(0, 10)), ...explanation] };
}

function outOfForce({ code, inForce }: Rule, date: string): DayReason[] {
  const governing = ruleInForce(code, date);
  if (governing?.code === code) return [];
  const [zh, en] =
    governing === null
      ? ['没有施行中的规定', 'no rule was in force']
      : [`适用${governing.code}`, `${governing.code} governs`];
  const span = `${inForce.from ?? '…'}–${inForce.to ?? '…'}`;
  const why = title(
    `${code}的施行期间为${span}；当日${zh}`,
    `${code} is in force ${span}; on this day ${en}`,
  );
  return [{ date, counted: false, why }];
}
