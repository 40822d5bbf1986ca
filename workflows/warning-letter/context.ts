import type { Static } from 'typebox';
import type { Instant } from '#src/base/instant.ts';
import { type RuleCode, ruleInForce } from '#src/base/rules.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import type { RELATIONS } from '../protection-order/codes.ts';
import { dayOf } from '../protection-order/validity.ts';
import type { NOTIFIED, REPORTERS } from './codes.ts';
import type { events, input } from './events.ts';

export type LetterEvent = EventOf<typeof events>;

export type LetterContext = {
  relation: keyof typeof RELATIONS;
  reporter: keyof typeof REPORTERS;
  priorReports: number;
  /** From when the police are waited for: now, or the time they were asked to come. */
  awaitedFrom: string;
  fragile: string[];
  countFirst: boolean;
  acceptedAt: string | null;
  appraisalRule: RuleCode | null;
  /** The opinion that was asked for and is not there yet. */
  opinionAwaited: { id: string; from: string; rule: RuleCode }[];
  heardApart: boolean;
  wontStop: boolean;
  publicPlace: boolean;
  letterAsked: boolean;
  shortcuts: string[];
  deliveredAt: string | null;
  unnotified: { id: keyof typeof NOTIFIED }[];
  visited: boolean;
  /** In a row, as far as they count. */
  clean: number;
  lastVisitAt: string | null;
  outcome: 'open' | 'educated' | 'warned' | 'mediated' | 'punished' | 'crime' | 'none';
};

/** The context of a call that was just made. */
export function openedContext({ payload, openedAt }: Opened<Static<typeof input>>): LetterContext {
  return {
    relation: payload.relation,
    reporter: payload.reporter,
    priorReports: payload.priorReports,
    awaitedFrom: payload.comeBy ?? openedAt,
    fragile: [...payload.fragile],
    countFirst: payload.countFirst ?? false,
    acceptedAt: null,
    appraisalRule: null,
    opinionAwaited: [],
    heardApart: false,
    wontStop: false,
    publicPlace: false,
    letterAsked: payload.letterAsked ?? false,
    shortcuts: [],
    deliveredAt: null,
    unnotified: [],
    visited: false,
    clean: 0,
    lastVisitAt: null,
    outcome: 'open',
  };
}

/** 公通字〔2024〕34号 was in force: a call before it is governed by what was law then. */
export function isUnderOpinion(at: Instant): boolean {
  return ruleInForce('P2', dayOf(at)) !== null;
}

/** The report was accepted: from here the seventy-two hours run. */
export function accepted(at: Instant, isInjured: boolean): Partial<LetterContext> {
  return {
    acceptedAt: at,
    appraisalRule: isInjured ? 'P16' : null,
  };
}
