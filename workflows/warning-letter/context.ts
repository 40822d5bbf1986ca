import type { Static } from 'typebox';
import type { Instant } from '#src/base/instant.ts';
import type { RuleCode } from '#src/base/rules.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import type { RELATIONS } from '../protection-order/codes.ts';
import type { NOTIFIED, REPORTERS } from './codes.ts';
import type { events, input } from './events.ts';

export type LetterEvent = EventOf<typeof events>;

/** 公通字〔2024〕34号 was issued on this day; a call before it is governed by what was law then. */
const OPINION_FROM: Instant = '2024-12-06T00:00:00.000+08:00';

export type LetterContext = {
  relation: keyof typeof RELATIONS;
  reporter: keyof typeof REPORTERS;
  priorReports: number;
  fragile: string[];
  countFirst: boolean;
  acceptedAt: string | null;
  decisionRule: RuleCode | null;
  appraisalRule: RuleCode | null;
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
export function openedContext({ payload }: Opened<Static<typeof input>>): LetterContext {
  return {
    relation: payload.relation,
    reporter: payload.reporter,
    priorReports: payload.priorReports,
    fragile: [...payload.fragile],
    countFirst: payload.countFirst ?? false,
    acceptedAt: null,
    decisionRule: null,
    appraisalRule: null,
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

export function isUnderOpinion(at: Instant): boolean {
  return at >= OPINION_FROM;
}

/** The report was accepted: from here the seventy-two hours run. */
export function accepted(at: Instant, isInjured: boolean): Partial<LetterContext> {
  return {
    acceptedAt: at,
    decisionRule: isUnderOpinion(at) ? 'P2' : null,
    appraisalRule: isInjured ? 'P16' : null,
  };
}
