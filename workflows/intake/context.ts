import type { Static } from 'typebox';
import type { RuleCode } from '#src/base/rules.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import type { RiskLevel } from '#src/workflow/risk-scale.ts';
import type { SealedRef } from '#src/workflow/sealed.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import { deskEvents } from './desk-events.ts';
import { type DeskContext, NOTHING_AT_THE_DESK } from './desk-context.ts';
import { careEvents } from './care-events.ts';
import type {
  AGE_GROUPS,
  CALLER_RELATIONS,
  CAPACITIES,
  CHANNELS,
  NEEDS,
  OTHERS,
  PARTY_RELATIONS,
  REACHED,
  RELAYS,
  SERVICES,
} from './codes.ts';
import { contactEvents } from './contact-events.ts';
import type { input } from './registration.ts';
import { turnEvents } from './turn-events.ts';

export const events = { ...contactEvents, ...careEvents, ...turnEvents, ...deskEvents };

export type IntakeEvent = EventOf<typeof events>;
/** One event of the workflow by its type. */
export type IntakeEventOf<T extends IntakeEvent['type']> = Extract<IntakeEvent, { type: T }>;

export type IntakeContext = DeskContext & {
  channel: keyof typeof CHANNELS;
  callerRelation: keyof typeof CALLER_RELATIONS;
  anonymous: boolean;
  canTalkNow: boolean;
  okToText: boolean;
  /** He may hold or read her phone: it is no safe way to her until somebody has made sure. */
  contactDoubtful: boolean;
  contactThrough: keyof typeof REACHED;
  window: { from: string; to: string } | null;
  minor: boolean;
  capacity: keyof typeof CAPACITIES;
  priorCases: number;
  /** More than one incident is known: never below medium (ACWF 10). */
  repeat: boolean;
  registered: boolean;
  rightsTold: boolean;
  needs: (keyof typeof NEEDS)[];
  survivorName: SealedRef | null;
  respondentName: SealedRef | null;
  /** Who else threatens her: looked at whenever he is about to be free, and when an order is asked for. */
  others: (keyof typeof OTHERS)[];
  relation: keyof typeof PARTY_RELATIONS | null;
  ageGroup: keyof typeof AGE_GROUPS | null;
  /** Whoever is suspected is her guardian: nobody goes through him. */
  guardianSuspected: boolean;

  /** Intakes of other cases of her household: they hear of new violence here. */
  household: string[];

  callTries: number;
  policePages: number;

  /** The regions beside the work follow these; guards of the work read them. */
  policeAlarm: 'quiet' | 'due' | 'told';
  policeOwed: boolean;
  federationAlarm: 'quiet' | 'due' | 'told';
  federationOwed: boolean;
  /** The alarm was raised in this round of assessment; a high grade does not raise it twice. */
  alarmed: boolean;
  report: 'none' | 'due' | 'filed';
  reportOwed: boolean;
  /** Once there was ground for a mandatory report nobody can withdraw the case. */
  mandatory: boolean;
  reportRule: RuleCode;
  /** When somebody bound to report came upon it: the clock of the law runs from then. */
  reportFrom: string | null;
  /** Where the report was passed on to instead of the police, with a clock of its own. */
  hops: { id: keyof typeof RELAYS; from: string }[];
  feedback: 'none' | 'awaited' | 'settled';
  feedbackOwed: boolean;
  feedbackFrom: string | null;

  risk: 'unknown' | RiskLevel;
  /** What somebody who knows her judged; a later score does not lower it, a supervisor does. */
  judged: RiskLevel | null;
  /** Her own danger to herself was found and nobody looks after it yet. */
  crisisOwed: boolean;
  scoreLower: number | null;
  scoreUpper: number | null;
  gradedAt: string | null;
  planRule: RuleCode;
  reviewRule: RuleCode;
  services: (keyof typeof SERVICES)[];

  closedAt: string | null;
  /** The follow-ups still to be made, the next one first. */
  followUps: RuleCode[];
  followUpRule: RuleCode | null;
  followUpFrom: string | null;
  followUpsMissed: number;
};

/** The context of an intake that was just opened. */
export function openedContext({ payload }: Opened<Static<typeof input>>): IntakeContext {
  const { caller, safeContact } = payload;
  return {
    channel: payload.channel,
    callerRelation: caller.relation,
    anonymous: caller.anonymous ?? false,
    canTalkNow: safeContact.canTalkNow,
    okToText: safeContact.okToText === true && safeContact.phoneControlled !== true,
    contactDoubtful: safeContact.phoneControlled ?? false,
    contactThrough: safeContact.through ?? 'herself',
    window: safeContact.window ?? null,
    minor: payload.minor ?? false,
    capacity: payload.capacity ?? 'unknown',
    priorCases: payload.priorCases,
    repeat: payload.priorCases > 0,
    registered: false,
    rightsTold: false,
    needs: [],
    survivorName: null,
    respondentName: null,
    others: [],
    household: [],
    relation: null,
    ageGroup: null,
    guardianSuspected: false,
    callTries: 0,
    policePages: 0,
    ...NOTHING_AT_THE_DESK,
    ...NO_DUTIES,
    hops: [],
    ...NOT_ASSESSED,
    services: [],
    closedAt: null,
    followUps: [],
    followUpRule: null,
    followUpFrom: null,
    followUpsMissed: 0,
  };
}

/** She has died: nothing is owed to her any more, and nothing is waited for. What was known of the danger stays. */
export function stilled({ mandatory }: IntakeContext): Partial<IntakeContext> {
  return {
    ...NO_DUTIES,
    hops: [],
    mandatory,
    callTries: 0,
    policePages: 0,
    crisisOwed: false,
    followUps: [],
    followUpRule: null,
    followUpFrom: null,
    followUpsMissed: 0,
  };
}

const NO_DUTIES = {
  policeAlarm: 'quiet',
  policeOwed: false,
  federationAlarm: 'quiet',
  federationOwed: false,
  alarmed: false,
  report: 'none',
  reportOwed: false,
  mandatory: false,
  reportRule: 'R1p',
  reportFrom: null,
  feedback: 'none',
  feedbackOwed: false,
  feedbackFrom: null,
} as const;

const NOT_ASSESSED = {
  risk: 'unknown',
  judged: null,
  crisisOwed: false,
  scoreLower: null,
  scoreUpper: null,
  gradedAt: null,
  planRule: 'H7',
  reviewRule: 'H3low',
} as const;
