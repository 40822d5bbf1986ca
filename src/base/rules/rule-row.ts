import type { ExcludedKind } from '../excluded-span.ts';
import { type Title, title } from '../title.ts';
import { APPLICANT, PARTY } from './duty-bodies.ts';
import type { Source } from './sources.ts';

export type RuleUnit = 'hour' | 'day' | 'working_day' | 'month';

/** One period of law or policy: what starts it, how long it is, whom it binds, what follows its end. */
export type RuleRow<Code extends string = string> = {
  readonly code: Code;
  readonly title: Title;
  readonly article: string;
  readonly trigger: Title;
  /** null: the law gives no number ("promptly"), ours is then the row `<code>p`; or a condition, which has no period. */
  readonly amount: number | null;
  readonly unit: RuleUnit;
  /** Whether a last day that is a rest day moves to the first day after. */
  readonly rolls: boolean;
  /** `next_hour`: the law does not count the hour in which the period starts. */
  readonly grace: 'next_hour' | 'none';
  readonly dutyBody: Title;
  readonly consequence: Title;
  readonly kind: 'statute' | 'policy';
  /** First and last day of force; null where the table keeps no date. */
  readonly inForce: { readonly from: string | null; readonly to: string | null };
  /** The row of the same period in the text that this one replaced; null: none, or none that this table knows. */
  readonly succeeds: string | null;
  /** Whose time does not count: only what the law names. */
  readonly excludes: readonly ExcludedKind[];
  /**
   * Whether a deployment may set a shorter one. Only a body's duty to act: never somebody's right, a ceiling, a bar, a
   * retention time, or what has no number.
   */
  readonly mayTighten: boolean;
  /** False: from knowledge, not yet read in the official text. Counsel confirms it before anybody relies on it. */
  readonly isVerified: boolean;
};

type Length = Pick<RuleRow, 'unit' | 'rolls'> & { readonly amount: number };
type Words = Pick<RuleRow, 'title' | 'trigger' | 'dutyBody' | 'consequence'>;
type MoreWords = Words & Partial<Pick<RuleRow, 'succeeds' | 'excludes' | 'mayTighten' | 'isVerified'>>;

/** Hours run through nights and holidays: the roll rule speaks of a last *day*. Quarters of an hour are minutes. */
export function hours(amount: number): Length {
  return { amount, unit: 'hour', rolls: false };
}

/** Calendar days whose last day rolls over rest days (CPL 85, CC 203; elsewhere by analogy). */
export function days(amount: number): Length {
  return { amount, unit: 'day', rolls: true };
}

/** Calendar days that no holiday moves: detention, validity, shelter ceilings, and all our own safety work. */
export function fixedDays(amount: number): Length {
  return { amount, unit: 'day', rolls: false };
}

/** Working days: they end on one, so nothing is left to roll. */
export function workingDays(amount: number): Length {
  return { amount, unit: 'working_day', rolls: false };
}

/** Months whose last day rolls over rest days. */
export function months(amount: number): Length {
  return { amount, unit: 'month', rolls: true };
}

/** Months that no holiday moves: how long an order is in force, a limitation, a bar, a retention time. */
export function fixedMonths(amount: number): Length {
  return { amount, unit: 'month', rolls: false };
}

/** A period with a number in a law or an official document. */
export function statute<Code extends string>(
  code: Code,
  length: Length,
  source: Source,
  words: MoreWords,
): RuleRow<Code> {
  const grace = length.unit === 'hour' ? 'next_hour' : 'none';
  // What no holiday moves is a ceiling, a validity or a bar; what binds a party is her time and not a body's.
  const isDuty = (length.unit === 'hour' || length.unit === 'working_day' || length.rolls) && !isRight(words);
  return { code, ...PLAIN, mayTighten: isDuty, ...words, ...length, ...source, grace, kind: 'statute' };
}

/** A period of our own, configurable, never to be presented as law. */
export function policy<Code extends string>(code: Code, length: Length, words: Words): RuleRow<Code> {
  const inForce = { from: null, to: null };
  const mayTighten = length.amount > 0 && !isRight(words);
  const own = { article: '平台规定', inForce, grace: 'none', kind: 'policy' } as const;
  return { code, ...PLAIN, mayTighten, ...words, ...length, ...own };
}

/** A duty whose law gives no number, and beside it, as `<code>p`, the number we hold ourselves to. */
export function unnumbered<Code extends string>(
  code: Code,
  source: Source,
  ours: Length,
  words: Words,
): readonly [RuleRow<Code>, RuleRow<`${Code}p`>] {
  const law: RuleRow<Code> = {
    code,
    ...PLAIN,
    ...words,
    ...ours,
    ...source,
    amount: null,
    grace: 'none',
    kind: 'statute',
  };
  const house = policy(`${code}p` as const, ours, {
    ...words,
    title: title(`${words.title.zh}（平台时限）`, `${words.title.en} (house limit)`),
    consequence: title(
      '平台内催办升级，不等于认定违法',
      'Escalated here; by itself no finding that law was broken',
    ),
  });
  return [law, { ...house, article: `平台规定（${source.article}未定时限）` }];
}

/** A rule of law that workflows keep as a condition or a field: it has a code and an article, and no period at all. */
export function condition<Code extends string>(code: Code, source: Source, words: Words): RuleRow<Code> {
  const none = { amount: null, unit: 'day', rolls: false, grace: 'none', kind: 'statute' } as const;
  return { code, ...PLAIN, ...words, ...source, ...none };
}

const PLAIN = { succeeds: null, excludes: [], mayTighten: false, isVerified: true } as const;

function isRight({ dutyBody }: Words): boolean {
  return dutyBody === PARTY || dutyBody === APPLICANT;
}
