import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { events, guards, type PetitionContext } from './context.ts';
import { input } from './events.ts';

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;
const weekAndDay = ['P7D', 'PT24H'] as const;

export const deadlines = defineDeadlines<keyof typeof events, PetitionContext>()({
  route: {
    title: title('登记并转送、交办', 'Registered and routed'),
    rule: { context: 'routeRule' },
    anchor: { context: 'receivedAt' },
    metBy: ['petition.routed', 'petition.accepted', 'petition.led', 'petition.declined'],
    remind: ['P3D', 'PT24H'],
    escalate: toSupervisor,
  },
  inform: {
    title: title('书面告知是否受理', 'Told in writing'),
    rule: { context: 'informRule' },
    anchor: { context: 'receivedAt' },
    metBy: ['petition.accepted', 'petition.declined', 'petition.led', 'petition.routed', 'dispute.upheld'],
    remind: ['P3D', 'PT24H'],
    escalate: toSupervisor,
  },
  dispute: {
    title: title('对转送、交办提出异议', 'Transfer disputed'),
    rule: { context: 'disputeRule' },
    anchor: { context: 'receivedAt' },
    metBy: ['transfer.disputed', 'petition.accepted', 'petition.led', 'petition.declined', 'petition.routed'],
    onLapse: 'dispute.expired',
    remind: ['PT24H'],
    escalate: toSupervisor,
  },
  disputeAnswer: {
    title: title('答复异议', 'Dispute answered'),
    rule: 'H92',
    anchor: 'entry',
    metBy: ['dispute.upheld', 'dispute.rejected'],
    remind: ['PT24H'],
    escalate: toSupervisor,
  },
  finish: {
    title: title('办结', 'Finished'),
    rule: { context: 'finishRule' },
    anchor: { context: 'acceptedAt' },
    metBy: ['opinion.delivered', 'duty.performed', 'petition.led'],
    onLapse: 'finishing.lapsed',
    remind: weekAndDay,
    escalate: toSupervisor,
  },
  finishExtended: {
    title: title('办结（经批准延长）', 'Finished (extended)'),
    rule: 'X4b',
    anchor: { context: 'acceptedAt' },
    metBy: ['opinion.delivered', 'petition.led'],
    onLapse: 'finishing.lapsed',
    remind: weekAndDay,
    escalate: toSupervisor,
  },
  chase: {
    title: title('逾期督办', 'Overdue, chased'),
    rule: 'H94',
    anchor: 'entry',
    metBy: ['opinion.delivered', 'duty.performed', 'petition.led'],
    onLapse: 'chase.repeated',
    remind: ['PT24H'],
    escalate: toSupervisor,
  },
  review: {
    title: title('请求复查', 'Review asked for'),
    rule: 'X5',
    anchor: { context: 'opinionAt' },
    metBy: ['review.requested', 'opinion.accepted'],
    onLapse: 'review.forfeited',
    remind: weekAndDay,
    escalate: [],
  },
  reviewAnswer: {
    title: title('答复复查', 'Review answered'),
    rule: 'X5b',
    anchor: 'entry',
    metBy: ['review.answered'],
    remind: weekAndDay,
    escalate: toSupervisor,
  },
  recheck: {
    title: title('请求复核', 'Second review asked for'),
    rule: 'X5c',
    anchor: { context: 'reviewAt' },
    metBy: ['recheck.requested', 'opinion.accepted'],
    onLapse: 'recheck.forfeited',
    remind: weekAndDay,
    escalate: [],
  },
  recheckAnswer: {
    title: title('答复复核', 'Second review answered'),
    rule: 'X5d',
    anchor: 'entry',
    metBy: ['recheck.answered'],
    remind: weekAndDay,
    escalate: toSupervisor,
  },
  urgency: {
    title: title('报告重大、紧急事项', 'Grave or urgent matter reported'),
    rule: 'X6p',
    anchor: 'entry',
    metBy: ['urgency.reported'],
    remind: ['PT15M'],
    escalate: toSupervisor,
  },
});

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const petition = workflowSetup<PetitionContext>()({ input, events, guards, deadlines });
