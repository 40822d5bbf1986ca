import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import { daysAfter, startOfDay } from '../protection-order/validity.ts';
import { AGGRAVATIONS } from './codes.ts';
import type { EnforcementContext, EnforcementEvent } from './context.ts';

const POLICE = ['police_liaison'] as const;
/** 强制隔离戒毒: two years, and at most one more. */
const TREATMENT_YEARS_MAX = 3;
const LEAP_YEAR_DAYS = 366;

/** What the law says of whom he beat, and of how long he may be treated. */
export const ceilingGuards = defineGuards<EnforcementContext, EnforcementEvent>()({
  groundFitsVictim: {
    text: title(
      '殴打残疾人、孕妇、不满十四周岁的人、七十周岁以上的人或者多次殴打的，适用加重依据并写明情形；其他不得适用',
      'Beating the disabled, pregnant, under 14 or 70 and over, or repeatedly: the graver ground, and only then',
    ),
    who: POLICE,
    test: ({ context, event }) => event.type !== 'punishment.decided' || fits(context.victim, event.payload),
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

function fits(victim: readonly string[] | null, { ground, aggravation }: Decision): boolean {
  const known = victim === null ? null : victim.filter((one) => one in AGGRAVATIONS);
  if (ground === 'beating') return known === null || known.length === 0;
  if (ground !== 'aggravated') return true;
  if (aggravation === undefined) return false;
  return known === null || aggravation === 'repeated' || known.includes(aggravation);
}

function latestEnd(from: string): string {
  return startOfDay(daysAfter(from.slice(0, 10), LEAP_YEAR_DAYS * TREATMENT_YEARS_MAX));
}
