import { AID_RULES } from './rules/aid-rules.ts';
import { COMMUNITY_RULES } from './rules/community-rules.ts';
import { CONDITION_RULES } from './rules/condition-rules.ts';
import { COURT_RULES } from './rules/court-rules.ts';
import { HOUSE_RULES } from './rules/house-rules.ts';
import { INTAKE_RULES } from './rules/intake-rules.ts';
import { ORDER_RULES } from './rules/order-rules.ts';
import { PETITION_RULES } from './rules/petition-rules.ts';
import { POLICE_CASE_RULES } from './rules/police-case-rules.ts';
import { POLICE_OLD_RULES } from './rules/police-old-rules.ts';
import { POLICE_RULES } from './rules/police-rules.ts';
import { RESTRAINT_RULES } from './rules/restraint-rules.ts';
import { SAFETY_RULES } from './rules/safety-rules.ts';
import type { RuleRow } from './rules/rule-row.ts';

/** Every period of law and policy the product knows, one row each, and the conditions of law that have a code and no period. */
export const RULES = [
  ...INTAKE_RULES,
  ...COURT_RULES,
  ...POLICE_RULES,
  ...POLICE_CASE_RULES,
  ...POLICE_OLD_RULES,
  ...RESTRAINT_RULES,
  ...AID_RULES,
  ...PETITION_RULES,
  ...HOUSE_RULES,
  ...COMMUNITY_RULES,
  ...SAFETY_RULES,
  ...ORDER_RULES,
  ...CONDITION_RULES,
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

/**
 * The row of a rule's line that governs what began on a date, `YYYY-MM-DD`: a case is governed by the text in force at
 * its trigger. Whatever row of the line is named, the same one is found. Null: no row was in force on that day, and the
 * law gave no such period. A day of force that the table does not know bounds nothing.
 */
export function ruleInForce(code: RuleCode, date: string): Rule | null {
  const rule = ruleOf(code);
  if (rule.inForce.from !== null && date < rule.inForce.from) {
    return rule.succeeds === null ? null : ruleInForce(codeOf(rule.succeeds), date);
  }
  if (rule.inForce.to === null || date <= rule.inForce.to) return rule;
  const later = RULES.find((candidate: Rule) => candidate.succeeds === code);
  // Between the end of one text and the beginning of the next nothing governs.
  if (later === undefined || (later.inForce.from !== null && date < later.inForce.from)) return null;
  return ruleInForce(later.code, date);
}

function codeOf(text: string): RuleCode {
  if (isRuleCode(text)) return text;
  throw new TypeError(`a rule succeeds ${text}, which is no rule`);
}
