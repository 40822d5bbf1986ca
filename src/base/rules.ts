import { AID_RULES } from './rules/aid-rules.ts';
import { COMMUNITY_RULES } from './rules/community-rules.ts';
import { COURT_RULES } from './rules/court-rules.ts';
import { HOUSE_RULES } from './rules/house-rules.ts';
import { INTAKE_RULES } from './rules/intake-rules.ts';
import { ORDER_RULES } from './rules/order-rules.ts';
import { PETITION_RULES } from './rules/petition-rules.ts';
import { POLICE_CASE_RULES } from './rules/police-case-rules.ts';
import { POLICE_RULES } from './rules/police-rules.ts';
import { SAFETY_RULES } from './rules/safety-rules.ts';
import type { RuleRow } from './rules/rule-row.ts';

/** Every period of law and policy the product knows, one row each. A duty without a period is not here. */
export const RULES = [
  ...INTAKE_RULES,
  ...COURT_RULES,
  ...POLICE_RULES,
  ...POLICE_CASE_RULES,
  ...AID_RULES,
  ...PETITION_RULES,
  ...HOUSE_RULES,
  ...COMMUNITY_RULES,
  ...SAFETY_RULES,
  ...ORDER_RULES,
] as const;

/** The code of a rule, as a union of literals: a misspelt code does not compile. */
export type RuleCode = (typeof RULES)[number]['code'];

export type Rule = RuleRow<RuleCode>;

const RULES_BY_CODE: ReadonlyMap<string, Rule> = new Map(
  RULES.map((rule): [string, Rule] => [rule.code, rule]),
);

/** The rule of a code. */
export function ruleOf(code: RuleCode): Rule {
  const rule = RULES_BY_CODE.get(code);
  if (rule === undefined) throw new TypeError(`no rule has the code ${code}`);
  return rule;
}

/** Whether a text from outside is the code of a rule. */
export function isRuleCode(text: string): text is RuleCode {
  return RULES_BY_CODE.has(text);
}
