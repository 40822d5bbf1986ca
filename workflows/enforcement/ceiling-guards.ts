import { ruleInForce } from '#src/base/rules.ts';
import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import { daysAfter, startOfDay } from '../protection-order/validity.ts';
import type { AGGRAVATIONS } from './codes.ts';
import type { EnforcementContext, EnforcementEvent } from './context.ts';

const POLICE = ['police_liaison'] as const;
/** 强制隔离戒毒: two years, and at most one more. */
const TREATMENT_YEARS_MAX = 3;
const LEAP_YEAR_DAYS = 366;

/** What the law says of whom he beat, and of how long he may be treated. */
export const ceilingGuards = defineGuards<EnforcementContext, EnforcementEvent>()({
  groundFitsVictim: {
    text: title(
      '殴打残疾人、孕妇、不满十四周岁的人、七十周岁以上（2025年底前为六十周岁以上）的人或者多次殴打的，适用加重依据并写明情形；其他不得适用（P14b）',
      'Beating the disabled, pregnant, under 14, 70 and over (until 2025: 60), or repeatedly: the graver ground, and only then (P14b)',
    ),
    who: POLICE,
    test: ({ context, event }) =>
      event.type !== 'punishment.decided' ||
      fits(context.victim, event.payload, graverOn(event.occurredAt.slice(0, 10))),
  },
  withinTreatmentCeiling: {
    text: title('强制隔离戒毒最长三年（含延长）', 'Three years at most, with what it was prolonged by'),
    who: POLICE,
    test: ({ event }) =>
      event.type === 'treatment.ordered' &&
      event.payload.endsAt >= event.occurredAt &&
      event.payload.endsAt <= latestEnd(event.occurredAt),
  },
});

type Decision = { readonly ground: string; readonly aggravation?: string };
/** For whom, as the call describes them, beating is graver; how the decision names it. */
type Graver = { readonly [fragility: string]: readonly (keyof typeof AGGRAVATIONS)[] };

const ALWAYS: Graver = { disabled: ['disabled'], pregnant: ['pregnant'], under_14: ['under_14'] };
/** 治安管理处罚法 (2012) 43条2款2项 began at sixty, which is what 老年人 means. */
const UNTIL_2025: Graver = { ...ALWAYS, elder: ['over_60'], over_70: ['over_60', 'over_70'] };
const SINCE_2026: Graver = { ...ALWAYS, over_70: ['over_70'] };

/** A decision is governed by the law of its day: the later one is the milder for whoever beat somebody of sixty. */
function graverOn(day: string): Graver {
  return ruleInForce('P14b', day)?.code === 'P14b' ? SINCE_2026 : UNTIL_2025;
}

function fits(victim: readonly string[] | null, { ground, aggravation }: Decision, graver: Graver): boolean {
  const known = victim?.flatMap((one) => graver[one] ?? []) ?? null;
  if (ground === 'beating') return known === null || known.length === 0;
  if (ground !== 'aggravated') return true;
  if (aggravation === 'repeated') return true;
  return (known ?? Object.values(graver).flat()).some((one) => one === aggravation);
}

function latestEnd(from: string): string {
  return startOfDay(daysAfter(from.slice(0, 10), LEAP_YEAR_DAYS * TREATMENT_YEARS_MAX));
}
