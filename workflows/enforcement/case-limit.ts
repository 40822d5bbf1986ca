import type { ExcludedKind } from '#src/base/excluded-span.ts';
import { type RuleCode, ruleInForce } from '#src/base/rules.ts';
import { dayOf } from '../protection-order/validity.ts';

/** The line of the time limit, and the day whose law governs it. */
type CaseLimit = { readonly caseRule: RuleCode; readonly caseOpenedAt: string | null };

const NEXT_LIMITS: { readonly [code: string]: RuleCode } = { P9: 'P9b', P9b: 'P9c' };

/** What an extension makes of the time limit; null: the law on the day the case was opened knows no further one. */
export function nextLimit({ caseRule, caseOpenedAt }: CaseLimit): RuleCode | null {
  const next = NEXT_LIMITS[caseRule];
  if (next === undefined || caseOpenedAt === null) return null;
  return ruleInForce(next, dayOf(caseOpenedAt)) === null ? null : next;
}

/** Whether the law of the case takes such time out of its limit: before 2026 only an appraisal's. */
export function standsOut({ caseRule, caseOpenedAt }: CaseLimit, kind: ExcludedKind): boolean {
  return (
    caseOpenedAt !== null && ruleInForce(caseRule, dayOf(caseOpenedAt))?.excludes.includes(kind) === true
  );
}
