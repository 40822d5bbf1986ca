import { type RuleCode, ruleInForce } from '#src/base/rules.ts';
import { dayOf, daysAfter, monthsAfter, startOfDay } from '../protection-order/validity.ts';
import type { RESTRAINTS } from './codes.ts';

/** How long each measure may last at the most. A sentence lasts as long as the judgment says. */
const CEILINGS: { readonly [K in keyof typeof RESTRAINTS]?: RuleCode } = {
  bail: 'P20h',
  residential: 'P20i',
  detention: 'P20j',
  administrative_detention: 'P14c',
  judicial_detention: 'C8b',
};

/** Whether a printed end is one that the law allows for a measure that began then: no later than 24:00 of its last day. */
export function isWithinCeiling(
  kind: keyof typeof RESTRAINTS | null,
  from: string | null,
  plannedEnd: string | undefined,
): boolean {
  const code = kind === null ? undefined : CEILINGS[kind];
  if (code === undefined || from === null || plannedEnd === undefined) return true;
  const rule = ruleInForce(code, dayOf(from));
  if (rule === null || rule.amount === null) return true;
  const after = rule.unit === 'month' ? monthsAfter : daysAfter;
  return plannedEnd <= startOfDay(daysAfter(after(dayOf(from), rule.amount), 1));
}
