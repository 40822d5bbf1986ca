import type { Static } from 'typebox';
import type { RuleCode } from '#src/base/rules.ts';
import { title } from '#src/base/title.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { SealedRef } from '#src/workflow/sealed.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import { aidEvents } from './aid-events.ts';
import type { VOUCHERS } from './codes.ts';
import { counselEvents, type input } from './counsel-events.ts';

export const events = { ...counselEvents, ...aidEvents };

/** After the third reassignment the roster has had its chance and legal aid is asked. */
const REASSIGNMENTS_MAX = 3;

export type ConsultationContext = {
  respondentName: SealedRef | null;
  respondentIdHash: SealedRef | null;
  highRisk: boolean;
  minor: boolean;
  /** Who is checking or considering; null: nobody. */
  candidate: string | null;
  /** Who accepted; null: nobody yet, or not any more. */
  lawyer: string | null;
  /** Who may never be asked again in this matter. */
  ruledOut: string[];
  /** In the search that is going on, or was the last. */
  reassignments: number;
  assignmentRule: RuleCode;
  conflictRule: RuleCode;
  /** 人次: one per session. */
  sessions: number;
  minutes: number;
  drafts: string[];
  papersRequested: boolean;
  aidReceivedAt: string | null;
  /** What showed the violence, where it counted on that day. */
  voucher: keyof typeof VOUCHERS | null;
  meetingRule: RuleCode;
};

/** The context of a consultation that was just opened. */
export function openedContext({ payload }: Opened<Static<typeof input>>): ConsultationContext {
  const highRisk = payload.highRisk ?? false;
  const minor = payload.minor ?? false;
  return {
    respondentName: payload.respondentName ?? null,
    respondentIdHash: payload.respondentIdHash ?? null,
    highRisk,
    minor,
    candidate: null,
    lawyer: null,
    ruledOut: [],
    reassignments: 0,
    assignmentRule: highRisk ? 'H14high' : 'H14',
    conflictRule: highRisk ? 'H1high' : 'H1',
    sessions: 0,
    minutes: 0,
    drafts: [],
    papersRequested: false,
    aidReceivedAt: null,
    voucher: null,
    meetingRule: minor ? 'L7' : 'H10',
  };
}

export const guards = defineGuards<ConsultationContext, EventOf<typeof events>>()({
  notRuledOut: {
    text: title('该律师未因利益冲突或者退回而被排除', 'This lawyer was not ruled out in this matter'),
    who: ['case_manager', 'supervisor'],
    test: ({ context, event }) =>
      !('lawyer' in event.payload) || !context.ruledOut.includes(event.payload.lawyer ?? ''),
  },
  lawyerNamed: {
    text: title('指派的律师在本平台有账号', 'The assigned lawyer is registered here'),
    who: ['legal_aid', 'supervisor'],
    test: ({ event }) => 'lawyer' in event.payload && event.payload.lawyer !== undefined,
  },
  lawyerOutside: {
    text: title('指派的律师不在本平台', 'The assigned lawyer is not registered here'),
    who: [],
    test: ({ event }) => !('lawyer' in event.payload) || event.payload.lawyer === undefined,
  },
  rosterNotExhausted: {
    text: title('改派未满三次', 'Fewer than three reassignments'),
    who: ['supervisor'],
    test: ({ context }) => context.reassignments + 1 < REASSIGNMENTS_MAX,
  },
  notForMeans: {
    text: title(
      '家庭暴力受害人申请法律援助不受经济困难条件限制（法律援助法第32条）',
      'Who suffered domestic violence is not refused for her means',
    ),
    who: ['legal_aid'],
    test: ({ event }) => event.type === 'aid.refused' && event.payload.reason !== 'means',
  },
  papersNotYetRequested: {
    text: title('补充材料只能一次性告知', 'Missing papers are listed only once'),
    who: [],
    test: ({ context }) => !context.papersRequested,
  },
  voucherEnough: {
    text: title(
      '持告诫书、保护令的，不得以不符合条件为由不予援助（法律援助法32，公通字〔2024〕34号第17条）',
      'A warning letter or an order is proof enough: the conditions are met',
    ),
    who: ['legal_aid'],
    test: ({ event }) =>
      event.type !== 'aid.refused' ||
      event.payload.reason !== 'conditions_not_met' ||
      (event.case.facts.warningLetter === 'none' && event.case.facts.protectionOrder !== 'in_force'),
  },
  lawyerEngaged: {
    text: title('已有律师承办', 'A lawyer is engaged'),
    who: ['supervisor'],
    test: ({ context }) => context.lawyer !== null,
  },
  byLawyerOrSupervisor: {
    text: title('由承办律师本人或者督导提出', 'Said by the lawyer in charge or a supervisor'),
    who: ['lawyer', 'supervisor'],
    test: ({ context, event }) => event.actor.role === 'supervisor' || event.actor.id === context.lawyer,
  },
});
