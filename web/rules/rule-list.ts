import type { Rule } from '#web/api/rules.ts';
import { periodWords } from '#web/words/period.ts';
import { about, type Words } from '#web/words/words.ts';

export type RuleFilter = {
  /** Words that must all be somewhere in the row. */
  readonly text: string;
  readonly kind: Rule['kind'] | null;
  readonly standing: Standing | null;
  readonly isUnverified: boolean;
};

/** Whether a row is in force on a day. `now`: it is, or the table keeps no dates of it. */
export type Standing = 'now' | 'past' | 'future';

/** What somebody who computes with it must be told of a row that has no number. */
export type Numberless = 'condition' | 'house_limit';

const WORDS = {
  condition: { zh: '是条件，没有期限', en: 'A condition: it has no period' },
  house_limit: { zh: '法律没有规定具体时限', en: 'The law gives no number' },
  rolls: { zh: '{}，届满日遇休假日顺延', en: '{}, moved on from a rest day' },
  hours: { zh: '{}，连续计算', en: '{}, running on' },
};

/** The rows that fit, in the order of the table. `today`: `YYYY-MM-DD`; null while it is not known. */
export function filterRules(
  rules: readonly Rule[],
  filter: RuleFilter,
  today: string | null,
): readonly Rule[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter(
    (rule) =>
      (filter.kind === null || rule.kind === filter.kind) &&
      (filter.standing === null || standingOf(rule, today) === filter.standing) &&
      (!filter.isUnverified || !rule.isVerified) &&
      wanted.every((word) => textOf(rule).includes(word)),
  );
}

export function standingOf({ inForce }: Rule, today: string | null): Standing {
  if (today === null) return 'now';
  if (inForce.to !== null && inForce.to < today) return 'past';
  return inForce.from !== null && inForce.from > today ? 'future' : 'now';
}

/** The rows of the text that replaced this one. */
export function replacedBy(rules: readonly Rule[], code: string): readonly Rule[] {
  return rules.filter((rule) => rule.succeeds === code);
}

/** Our own number for a duty to which the law gives none; it has its code with a `p` after it. */
export function houseLimitOf(rules: readonly Rule[], { code }: Rule): Rule | undefined {
  return rules.find((rule) => rule.code === `${code}p`);
}

/** Null: there is a number to compute with. */
export function numberlessAs(rules: readonly Rule[], rule: Rule): Numberless | null {
  if (rule.amount !== null) return null;
  return houseLimitOf(rules, rule) === undefined ? 'condition' : 'house_limit';
}

/** How long it is, or why there is no length. */
export function lengthOfRule(rules: readonly Rule[], rule: Rule): Words {
  const { amount, unit, rolls } = rule;
  if (amount === null) return WORDS[numberlessAs(rules, rule) ?? 'condition'];
  const length = periodWords(amount, unit);
  if (rolls) return about(WORDS.rolls, length);
  return unit === 'hour' ? about(WORDS.hours, length) : length;
}

function textOf(rule: Rule): string {
  const words = [rule.title, rule.trigger, rule.dutyBody, rule.consequence];
  return [rule.code, rule.article, ...words.flatMap(({ zh, en }) => [zh, en])].join(' ').toLowerCase();
}
