import { and } from 'xstate';
import type { RuleCode } from '#src/base/rules.ts';
import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import { defineWorkflow, workflowSetup } from '#src/workflow/define-workflow.ts';
import { effect, type NoticeKind } from '#src/workflow/effect.ts';
import { WORKING_ROLES } from '#src/workflow/working-roles.ts';
import { events, input } from './referral/events.ts';
import { guards, openingGuards, type ReferralContext } from './referral/guards.ts';

/** 问题之紧急性 decides how soon the receiver answers; without one it is the three working days of R8. */
const ANSWER_RULES: { readonly [urgency: string]: RuleCode } = {
  very_urgent: 'R8now',
  urgent: 'R8urgent',
};

const deadlines = defineDeadlines<keyof typeof events, ReferralContext>()({
  answer: {
    title: title('答复移交', 'Handoff answered'),
    rule: { context: 'answerRule' },
    anchor: 'entry',
    metBy: ['handoff.accepted', 'handoff.declined', 'handoff.recalled'],
    onLapse: 'handoff.expired',
    remind: ['PT24H', 'PT4H', 'PT30M'],
    remindTo: 'candidate',
    escalate: [{ after: 'PT0S', to: 'supervisor' }],
  },
  reroute: {
    title: title('退回后另行安排', 'Arranged elsewhere after the return'),
    rule: 'R8back',
    anchor: 'entry',
    metBy: ['matter.rerouted'],
    remind: ['PT4H'],
    escalate: [{ after: 'PT0S', to: 'supervisor' }],
  },
  result: {
    title: title('书面反馈办理结果', 'Written result'),
    rule: 'R8done',
    anchor: 'entry',
    breachBy: 'receiver',
    metBy: ['result.written'],
    remind: ['P3D', 'PT24H'],
    escalate: [{ after: 'PT0S', to: 'supervisor' }],
  },
});

const referral = workflowSetup<ReferralContext>()({ input, events, guards, deadlines });

const tellSender = (notice: NoticeKind) =>
  ({
    type: 'effect',
    params: ({ context }: { context: ReferralContext }) =>
      ({ kind: 'notify', to: { agency: context.from }, notice }) as const,
  }) as const;
const tellReceiver = (notice: NoticeKind) =>
  ({
    type: 'effect',
    params: ({ context }: { context: ReferralContext }) =>
      ({ kind: 'notify', to: { agency: context.to }, notice }) as const,
  }) as const;
const tellBoth = (notice: NoticeKind) => [tellSender(notice), tellReceiver(notice)] as const;

/** The receiver works this track from now on; nobody is offered it any more. */
const receiverWorks = {
  type: 'effect',
  params: ({ context }: { context: ReferralContext }) =>
    ({ kind: 'assign', agency: context.to, candidate: null }) as const,
} as const;
const receiverWorksSubject = {
  type: 'effect',
  params: ({ context }: { context: ReferralContext }) =>
    ({ kind: 'assign', track: context.subjectTrack ?? '', agency: context.to }) as const,
} as const;
/** Whoever lets an offer run out is asked again, higher up each time. */
const askHigher = {
  type: 'effect',
  params: ({ context }: { context: ReferralContext }) =>
    ({
      kind: 'start_track',
      workflow: 'supervision',
      input: { body: 'receiver', agency: context.to, missed: context.answerRule },
    }) as const,
} as const;
const nobodyIsOffered = effect({ kind: 'assign', candidate: null });
const ownershipMoves = {
  type: 'effect',
  params: ({ context }: { context: ReferralContext }) => ({ kind: 'transfer_case', to: context.to }) as const,
} as const;

const machine = referral.createMachine({
  id: 'referral',
  context: ({ input: { payload } }) => ({
    kind: payload.kind,
    from: payload.from,
    to: payload.to,
    subjectTrack: payload.subjectTrack ?? null,
    answerRule: ANSWER_RULES[payload.urgency ?? ''] ?? 'R8',
    progressNotes: 0,
  }),
  initial: 'offered',
  states: {
    offered: {
      meta: { title: title('已发出，待答复', 'Offered'), deadlines: ['answer'] },
      entry: [
        {
          type: 'effect',
          params: ({ context }) => ({ kind: 'assign', agency: context.from, candidate: context.to }),
        },
        // Delivery is confirmed by a worker after commit, so that an offer that nobody got is seen as such.
        effect({ kind: 'send_later', event: 'handoff.delivered' }),
        ...tellBoth('handoff.offered'),
      ],
      initial: 'sending',
      states: {
        sending: {
          meta: { title: title('发送中', 'Being sent'), waitsFor: WORKING_ROLES },
          on: { 'handoff.delivered': { target: 'delivered', actions: tellBoth('handoff.delivered') } },
        },
        delivered: { meta: { title: title('已送达', 'Delivered'), waitsFor: WORKING_ROLES } },
      },
      on: {
        'handoff.accepted': [
          {
            guard: and(['isReferral', 'movesTrack', 'trackStillSenders']),
            target: 'accepted',
            actions: [receiverWorks, receiverWorksSubject, ...tellBoth('handoff.accepted')],
          },
          {
            guard: and(['isReferral', 'movesNoTrack']),
            target: 'accepted',
            actions: [receiverWorks, ...tellBoth('handoff.accepted')],
          },
          {
            guard: and(['isTransfer', 'senderStillOwns']),
            target: 'transferred',
            actions: [nobodyIsOffered, ownershipMoves, ...tellBoth('handoff.accepted')],
          },
          {
            guard: 'isNotice',
            target: 'acknowledged',
            actions: [nobodyIsOffered, ...tellBoth('handoff.accepted')],
          },
        ],
        'handoff.declined': [
          {
            guard: 'isReferral',
            target: 'returned',
            actions: [nobodyIsOffered, ...tellBoth('handoff.declined')],
          },
          { target: 'declined', actions: [nobodyIsOffered, ...tellBoth('handoff.declined')] },
        ],
        'handoff.recalled': {
          guard: 'bySender',
          target: 'recalled',
          actions: [nobodyIsOffered, ...tellBoth('handoff.recalled')],
        },
        'handoff.expired': {
          target: 'expired',
          actions: [
            nobodyIsOffered,
            ...tellBoth('handoff.expired'),
            effect({ kind: 'notify', to: 'supervisor', notice: 'handoff.expired' }),
            askHigher,
          ],
        },
      },
    },
    accepted: {
      meta: { title: title('已接受，办理中', 'Accepted, being worked'), deadlines: ['result'] },
      on: {
        'progress.noted': {
          actions: [
            referral.assign({ progressNotes: ({ context }) => context.progressNotes + 1 }),
            ...tellBoth('handoff.answered'),
          ],
        },
        'result.written': { target: 'done', actions: tellBoth('handoff.answered') },
      },
    },
    // She still needs what they do not give: the sender says who else does, or that nobody has to.
    returned: {
      meta: { title: title('已退回，待另行安排', 'Returned, to go elsewhere'), deadlines: ['reroute'] },
      on: { 'matter.rerouted': { guard: 'bySender', target: 'rerouted' } },
    },
    rerouted: { type: 'final', meta: { title: title('退回后已另行安排', 'Returned, arranged elsewhere') } },
    done: { type: 'final', meta: { title: title('已书面反馈结果', 'Done, result written') } },
    transferred: { type: 'final', meta: { title: title('已移送', 'Transferred') } },
    acknowledged: { type: 'final', meta: { title: title('已签收', 'Acknowledged') } },
    declined: { type: 'final', meta: { title: title('已退回', 'Declined') } },
    recalled: { type: 'final', meta: { title: title('已撤回', 'Recalled') } },
    expired: { type: 'final', meta: { title: title('已逾期', 'Expired') } },
  },
});

/** 转介、移送、通报: how work goes to another agency. It stays with the sender until the receiver accepts. */
export const workflow = defineWorkflow({
  id: 'referral',
  version: 1,
  title: title('移交', 'Handoff'),
  openedBy: [],
  openingGuards,
  input,
  events,
  guards,
  deadlines,
  machine,
  facts: ({ context, state }) => ({
    transfer:
      context.kind === 'transfer' && state.some((path) => path.startsWith('offered.')) ? 'offered' : 'none',
  }),
});
