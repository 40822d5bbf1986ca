import type { Static } from 'typebox';
import type { RuleCode } from '#src/base/rules.ts';
import { title } from '#src/base/title.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import type { BODIES, CATEGORIES, CHANNELS, ROUTES } from './codes.ts';
import { answerEvents, entryEvents, type input } from './events.ts';

export const events = { ...entryEvents, ...answerEvents };

type PetitionEvent = EventOf<typeof events>;

export type PetitionContext = {
  body: keyof typeof BODIES;
  channel: keyof typeof CHANNELS;
  receivedAt: string;
  category: keyof typeof CATEGORIES | null;
  route: keyof typeof ROUTES | null;
  headCount: number;
  /** Nothing of this matter ever goes there (信访工作条例 30). */
  accusedAgency: string | null;
  accusedPerson: string | null;
  /** The petition office registers and passes on; every other body tells the petitioner itself. */
  routeRule: RuleCode | null;
  informRule: RuleCode | null;
  disputeRule: RuleCode | null;
  mayDispute: boolean;
  urgency: 'none' | 'due' | 'reported';
  acceptedAt: string | null;
  finishRule: RuleCode | null;
  chases: number;
  opinionAt: string | null;
  reviewAt: string | null;
};

/** The context of a petition that was just received. */
export function openedContext({ payload }: Opened<Static<typeof input>>): PetitionContext {
  const isOffice = payload.body === 'petition_office';
  const isPassedOn = payload.channel === 'transferred' || payload.channel === 'assigned';
  return {
    body: payload.body,
    channel: payload.channel,
    receivedAt: payload.receivedAt,
    category: null,
    route: null,
    headCount: 1,
    accusedAgency: null,
    accusedPerson: null,
    routeRule: isOffice ? 'X1' : null,
    informRule: isOffice ? null : 'X2',
    disputeRule: isPassedOn ? 'X3' : null,
    mayDispute: isPassedOn,
    urgency: 'none',
    acceptedAt: null,
    finishRule: null,
    chases: 0,
    opinionAt: null,
    reviewAt: null,
  };
}

const PROCEDURAL: readonly (string | null)[] = [
  'court_police',
  'arbitration',
  'party_appeal',
  'administrative',
];

/** After so many rounds the supervisor's own superiors must act; a fourth reminder to the same desk is none. */
const CHASES_MAX = 3;

const define = defineGuards<PetitionContext, PetitionEvent>();

export const guards = define({
  hasProcedure: {
    text: title('属于应当导入法定程序的事项', 'The matter has a procedure of its own'),
    who: ['case_manager', 'supervisor'],
    test: ({ context }) => PROCEDURAL.includes(context.route),
  },
  noProcedure: {
    text: title('不属于应当导入法定程序的事项', 'The matter has no procedure of its own'),
    who: ['case_manager', 'supervisor'],
    test: ({ context }) => context.route !== null && !PROCEDURAL.includes(context.route),
  },
  asksForOpinion: {
    text: title('属于出具信访处理意见的事项', 'The matter ends with a written opinion'),
    who: [],
    test: ({ context }) => context.route === 'opinion',
  },
  asksForDuty: {
    text: title('属于申请履行职责的事项', 'The matter is a request to perform a duty'),
    who: [],
    test: ({ context }) => context.route === 'duty',
  },
  handlerNotAccused: {
    text: title('承办人员不是被检举、控告人', 'Whoever handles it is not the accused'),
    who: ['supervisor'],
    test: ({ context, event }) =>
      event.type === 'petition.accepted' &&
      (context.accusedPerson === null || event.payload.handler !== context.accusedPerson),
  },
  notToAccused: {
    text: title('不得转给被检举、控告的单位', 'It is never passed on to the agency that is accused'),
    who: ['supervisor'],
    test: ({ context, event }) =>
      event.type === 'petition.routed' &&
      (context.accusedAgency === null || event.payload.to !== context.accusedAgency),
  },
  urgencyReported: {
    text: title('重大、紧急情况已经报告', 'What is grave or urgent has been reported'),
    who: ['operator', 'case_manager', 'supervisor'],
    test: ({ context }) => context.urgency !== 'due',
  },
  mayDispute: {
    text: title('系转送、交办事项，且在异议期限内', 'It was passed on to us, and the time to dispute runs'),
    who: [],
    test: ({ context }) => context.mayDispute,
  },
  moreChases: {
    text: title('督办不满三次', 'Chased fewer than three times'),
    who: [],
    test: ({ context }) => context.chases + 1 < CHASES_MAX,
  },
});
