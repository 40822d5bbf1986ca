import type { Static } from 'typebox';
import type { RuleCode } from '#src/base/rules.ts';
import { title } from '#src/base/title.ts';
import { defineGuards, defineOpeningGuards } from '#src/workflow/guard.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import type { events, HANDOFF_KINDS, input } from './events.ts';

export type ReferralContext = {
  kind: keyof typeof HANDOFF_KINDS;
  from: string;
  to: string;
  /** The track whose handling goes along; null: only the case, or nothing, moves. */
  subjectTrack: string | null;
  answerRule: RuleCode;
  progressNotes: number;
};

export const openingGuards = defineOpeningGuards<Static<typeof input>>()({
  sentByOwnAgency: {
    text: title('只能以本单位名义移交', 'A handoff is sent in the name of your own agency'),
    who: ['case_manager', 'supervisor'],
    test: ({ payload, actor }) => payload.from === actor.agency,
  },
  toAnotherAgency: {
    text: title('接收单位须为其他单位', 'The receiver is another agency'),
    who: ['case_manager', 'supervisor'],
    test: ({ payload }) => payload.from !== payload.to,
  },
  transferredByOwner: {
    text: title('个案只能由主责单位移送', 'Only the owner agency transfers a case'),
    who: ['case_manager', 'supervisor'],
    test: ({ payload, actor, case: view }) =>
      payload.kind !== 'transfer' || actor.agency === view.ownerAgency,
  },
  oneTransferAtATime: {
    text: title('已有一项移送等待答复', 'Another transfer is still waiting for its answer'),
    who: ['case_manager', 'supervisor'],
    test: ({ payload, case: view }) => payload.kind !== 'transfer' || view.facts.transfer === 'none',
  },
});

export const guards = defineGuards<ReferralContext, EventOf<typeof events>>()({
  isReferral: {
    text: title('移交种类为转介', 'The handoff is a referral'),
    who: [],
    test: ({ context }) => context.kind === 'referral',
  },
  isTransfer: {
    text: title('移交种类为移送', 'The handoff is a transfer'),
    who: [],
    test: ({ context }) => context.kind === 'transfer',
  },
  isNotice: {
    text: title('移交种类为通报', 'The handoff is a notice'),
    who: [],
    test: ({ context }) => context.kind === 'notice',
  },
  movesTrack: {
    text: title('移交涉及一个办理环节', 'A track goes along'),
    who: [],
    test: ({ context }) => context.subjectTrack !== null,
  },
  movesNoTrack: {
    text: title('移交不涉及办理环节', 'No track goes along'),
    who: [],
    test: ({ context }) => context.subjectTrack === null,
  },
  trackStillSenders: {
    text: title('该环节仍由转出单位办理且尚未办结', 'The track is still open and still with the sender'),
    who: ['supervisor'],
    test: ({ context, event }) => {
      const subject = event.case.tracks[context.subjectTrack ?? ''];
      return subject?.isOpen === true && subject.agency === context.from;
    },
  },
  senderStillOwns: {
    text: title('移送单位仍为主责单位', 'The sender still owns the case'),
    who: ['supervisor'],
    test: ({ context, event }) => event.case.ownerAgency === context.from,
  },
  bySender: {
    text: title('只能由转出单位撤回', 'Only the sending agency recalls'),
    who: ['case_manager', 'supervisor'],
    test: ({ context, event }) => event.actor.agency === context.from,
  },
});
