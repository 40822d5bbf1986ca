import type { Static } from 'typebox';
import type { RuleCode } from '#src/base/rules.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import type { SealedRef } from '#src/workflow/sealed.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import { applicationEvents } from './application-events.ts';
import { changeEvents } from './change-events.ts';
import { crimeEvents } from './crime.ts';
import type {
  BASES,
  DISTRICTS,
  MEASURES,
  PAY_CHANNELS,
  PLACES,
  PROXIES,
  REFUSALS,
  RELATIONS,
  UNIT_COVERS,
  UNIT_KINDS,
} from './codes.ts';
import type { input } from './opening.ts';
import { orderEvents } from './order-events.ts';

export const events = { ...applicationEvents, ...orderEvents, ...changeEvents, ...crimeEvents };

export type OrderEvent = EventOf<typeof events>;
/** One event of the workflow by its type. */
export type OrderEventOf<T extends OrderEvent['type']> = Extract<OrderEvent, { type: T }>;

type PartyOf = { id: string; name: SealedRef | null; minor: boolean };
export type Unit = {
  id: string;
  kind: keyof typeof UNIT_KINDS;
  district: keyof typeof DISTRICTS;
  covers: keyof typeof UNIT_COVERS | null;
};
export type Measure = {
  id: string;
  code: keyof typeof MEASURES;
  status: 'pending' | 'complied' | 'partly' | 'breached';
  startsOn: string | null;
  dueOn: string | null;
  radiusMeters: number | null;
  place: keyof typeof PLACES | null;
  payee: string | null;
  payBy: keyof typeof PAY_CHANNELS | null;
  amountYuan: number | null;
  sessions: number | null;
  /** Empty: all of them. */
  respondents: string[];
};
/** One addressee of the ruling that holds now, by the id of the party or unit. */
export type ToServe = { id: string; mandatory: boolean; from: string };
export type Visit = { id: string; unit: string; rule: RuleCode; from: string };
export type Change = 'extend' | 'vary' | 'revoke';

export type OrderContext = {
  relation: keyof typeof RELATIONS;
  basis: keyof typeof BASES;
  applicants: PartyOf[];
  respondents: PartyOf[];
  protectedPersons: PartyOf[];
  /** She lives with him or is in his care: a ban alone leaves her where she is. */
  livesTogether: boolean;
  /** Where she lives now may stand in no paper that is served. */
  movedOut: boolean;
  previousOrder: string | null;
  preparationRule: RuleCode;
  evidence: string[];
  proxy: keyof typeof PROXIES | null;
  urgencyAsked: boolean;
  /** At high risk nobody waits for the court's counter: her safety is arranged within hours of filing. */
  filingSafetyRule: RuleCode | null;
  /** Something was asked for that the law does not ask for. */
  groundless: boolean;
  supplementRule: RuleCode;
  supplementFrom: string | null;
  acceptedAt: string | null;
  /** The standard of proof that was law on the day of acceptance. */
  standard: 'likelihood' | 'general' | null;
  decisionRule: RuleCode;
  hearings: number;
  coercion: 'unchecked' | 'none' | 'suspected' | 'found';
  refusedAt: string | null;
  refusal: keyof typeof REFUSALS | null;
  refusalServedAt: string | null;

  /** Counts the rulings of this order: each is served anew. */
  rulings: number;
  rulingAt: string | null;
  /** 自作出之日起生效. */
  madeAt: string | null;
  validTo: string | null;
  validityRule: RuleCode | null;
  validityFrom: string | null;
  alertFrom: string | null;
  measures: Measure[];
  /** Measures with a date that are not kept yet. */
  owed: { id: string; from: string | null }[];
  units: Unit[];
  toServe: ToServe[];
  published: { id: string; from: string }[];
  visits: Visit[];
  visitCount: number;
  /** Schools that have the order and have not checked yet who may fetch the child. */
  pickups: { id: string; from: string }[];
  firstServedAt: string | null;
  serviceFailures: number;
  asked: Change[];
  changeAskedAt: string | null;
  violations: number;
  safetyDue: boolean;
  papersReturned: boolean;
};

/** The context of an application that is being prepared. */
export function openedContext({ payload }: Opened<Static<typeof input>>): OrderContext {
  return {
    relation: payload.relation,
    basis: payload.basis,
    applicants: payload.applicants.map(partyOf),
    respondents: payload.respondents.map(partyOf),
    protectedPersons: (payload.protectedPersons ?? []).map(partyOf),
    livesTogether: payload.livesTogether ?? false,
    movedOut: payload.movedOut ?? false,
    previousOrder: payload.previousOrder ?? null,
    preparationRule: payload.highRisk === true ? 'H19high' : 'H19',
    evidence: [...new Set(payload.evidence ?? [])].sort(),
    proxy: null,
    urgencyAsked: false,
    filingSafetyRule: null,
    groundless: false,
    supplementRule: 'H20',
    supplementFrom: null,
    acceptedAt: null,
    standard: null,
    decisionRule: 'C2',
    hearings: 0,
    coercion: 'unchecked',
    refusedAt: null,
    refusal: null,
    refusalServedAt: null,
    safetyDue: false,
    papersReturned: false,
    violations: 0,
    ...NO_ORDER,
  };
}

const NO_ORDER = {
  rulings: 0,
  rulingAt: null,
  madeAt: null,
  validTo: null,
  validityRule: null,
  validityFrom: null,
  alertFrom: null,
  measures: [],
  owed: [],
  units: [],
  toServe: [],
  published: [],
  visits: [],
  visitCount: 0,
  pickups: [],
  firstServedAt: null,
  serviceFailures: 0,
  asked: [],
  changeAskedAt: null,
};

/** A party as the machine remembers it. */
export function partyOf(party: Static<typeof input>['applicants'][number]): PartyOf {
  return { id: party.id, name: party.name ?? null, minor: party.minor ?? false };
}
