import type { Static } from 'typebox';
import { durationMs } from '#src/base/duration.ts';
import { addMs } from '#src/base/instant.ts';
import type { RuleCode } from '#src/base/rules.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import { NO_REVIEW, type ReviewContext } from '../danger-points/risk-review.ts';
import type { REPORT_SOURCES } from '../protection-order/codes.ts';
import type { WISHES, WRONGS } from './codes.ts';
import type { events, input } from './events.ts';
import { NO_TIME_OUT, type TimeOutContext } from './time-out.ts';

export type EnforcementEvent = EventOf<typeof events>;

type Beside = ReviewContext & TimeOutContext;

export type EnforcementContext = Beside & {
  basis: keyof typeof WRONGS;
  respondent: string;
  source: keyof typeof REPORT_SOURCES;
  acts: string[];
  /** What the police know of whom he harmed; null: nothing. */
  victim: string[] | null;
  orderInForce: boolean;
  /** The police must tell the court: the region beside the work takes it up. */
  noticeOwed: boolean;
  notice: 'none' | 'due' | 'given';
  police: 'open' | 'settled';
  /** Somebody in danger waits for minutes, a paper for a day. */
  alertRule: RuleCode;
  /** The line of the time limit: which row governs is a matter of the day the case was opened. */
  caseRule: RuleCode;
  caseOpenedAt: string | null;
  court: 'unaware' | 'open' | 'settled';
  admonished: boolean;
  /** 罚款、拘留 for this act: once (民诉法解释 184). */
  sanctioned: boolean;
  fineYuan: number;
  detentionDays: number;
  reasonedNoMeasure: boolean;
  referred: boolean;
  wish: keyof typeof WISHES | null;
  wishPressed: boolean;
  appeal: 'none' | 'open' | 'pending' | 'over';
  receivedAt: string | null;
  punished: boolean;
  /** Decided and not carried out yet: he is still about. */
  policeDue: boolean;
  policeDays: number;
  policeHeld: boolean;
  policeEndsAt: string | null;
  policeWarnBy: string | null;
  /** The court decided on detention, and he was not handed over for it yet. */
  courtDue: boolean;
  courtHeld: boolean;
  courtEndsAt: string | null;
  courtWarnBy: string | null;
  /** Released and she was not told beforehand. */
  policeUntold: boolean;
  courtUntold: boolean;
  /** Held by two bodies for one story: counsel decides what is set off (治安管理处罚法 110). */
  doubleRestraint: boolean;
};

/** The context of one act that was just reported: it is itself a danger point. */
export function openedContext({ payload }: Opened<Static<typeof input>>): EnforcementContext {
  const orderInForce = payload.orderInForce ?? payload.basis === 'order';
  return {
    basis: payload.basis,
    respondent: payload.respondent,
    source: payload.source,
    acts: [...payload.acts],
    victim: payload.victim === undefined ? null : [...payload.victim],
    orderInForce,
    noticeOwed: orderInForce,
    notice: 'none',
    police: 'open',
    alertRule: payload.acts.some((act) => DANGEROUS.includes(act)) ? 'R4p' : 'P1p',
    caseRule: 'P9',
    caseOpenedAt: null,
    ...NO_TIME_OUT,
    court: 'unaware',
    admonished: false,
    sanctioned: false,
    fineYuan: 0,
    detentionDays: 0,
    reasonedNoMeasure: false,
    referred: false,
    wish: null,
    wishPressed: false,
    appeal: 'none',
    receivedAt: null,
    punished: false,
    ...FREE,
    doubleRestraint: false,
    ...NO_REVIEW,
    reviewOwed: true,
  };
}

const DANGEROUS: readonly string[] = [
  'violence',
  'threat',
  'entering',
  'stalking',
  'child_taken',
  'confinement',
];

/** Nobody is held, and nobody is to be told of a release. */
export const FREE = {
  policeDue: false,
  policeDays: 0,
  policeHeld: false,
  policeEndsAt: null,
  policeWarnBy: null,
  courtDue: false,
  courtHeld: false,
  courtEndsAt: null,
  courtWarnBy: null,
  policeUntold: false,
  courtUntold: false,
};

/** She is told a day before; a shorter detention leaves less. */
export function warnBy(endsAt: string): string {
  return addMs(endsAt, -durationMs('PT24H'));
}
