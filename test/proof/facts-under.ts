import { FACTS, type FactName } from '#src/base/facts.ts';
import type { Step } from './walk.ts';

/**
 * Whether a step can be taken while the case's fact has this value (or a stronger one, where `orStronger`). A step whose
 * guards never asked can be taken whatever it is.
 */
export function takenUnder(step: Step, fact: FactName, value: string, orStronger = false): boolean {
  const asked = step.under[`fact ${fact}`] ?? givenFacts(step)[fact];
  if (typeof asked !== 'string') return true;
  const values: readonly string[] = FACTS[fact];
  return orStronger ? values.indexOf(asked) >= values.indexOf(value) : asked === value;
}

/** Whether a step can be taken by this role. */
export function takenBy({ under }: Step, role: string): boolean {
  return under['role'] === undefined || under['role'] === role;
}

function givenFacts({ under }: Step): Readonly<Record<string, unknown>> {
  return (under['facts'] ?? {}) as Record<string, unknown>;
}
