import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import type { events, OrderContext } from './context.ts';

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;
const dayBefore = ['PT24H'] as const;

/** The clocks of an application, until the court has ruled on it for good. */
export const applicationDeadlines = defineDeadlines<keyof typeof events, OrderContext>()({
  preparation: {
    title: title('备齐材料并提交申请', 'Application prepared and filed'),
    rule: { context: 'preparationRule' },
    anchor: 'entry',
    metBy: ['application.filed', 'application.abandoned'],
    remind: ['PT12H'],
    escalate: toSupervisor,
  },
  acceptance: {
    title: title('受理', 'Accepted by the court'),
    rule: 'C1p',
    anchor: 'entry',
    metBy: ['application.accepted', 'supplement.requested', 'application.turnedaway', 'acceptance.refused'],
    remind: ['PT4H'],
    escalate: toSupervisor,
  },
  courtContact: {
    title: title('就受理情况联系法院', 'Court asked about acceptance'),
    rule: 'C1pb',
    anchor: 'entry',
    metBy: ['court.contacted', 'application.accepted', 'supplement.requested', 'acceptance.refused'],
    remind: ['PT4H'],
    remindTo: 'case_manager',
    escalate: toSupervisor,
  },
  filingSafety: {
    title: title('高危申请人提交后的安全安排', 'Her safety once she has filed at high risk'),
    rule: { context: 'filingSafetyRule' },
    anchor: 'entry',
    metBy: ['safety.arranged', 'application.accepted'],
    remind: ['PT1H'],
    remindTo: 'case_manager',
    escalate: toSupervisor,
  },
  supplement: {
    title: title('补正材料', 'Papers supplied'),
    rule: { context: 'supplementRule' },
    anchor: { context: 'supplementFrom' },
    metBy: ['supplement.filed', 'application.accepted'],
    remind: ['PT12H', 'PT4H'],
    escalate: toSupervisor,
  },
  safety: {
    title: title('未受理期间的安全安排', 'Her safety while nothing is accepted'),
    rule: 'H21',
    anchor: 'entry',
    metBy: ['safety.arranged'],
    remind: ['PT1H'],
    remindTo: 'case_manager',
    escalate: toSupervisor,
  },
  // Not the same as above: being turned away after papers were asked for is a new danger with a clock of its own.
  supplementSafety: {
    title: title('补正期间的安全安排', 'Her safety while papers are missing'),
    rule: 'H21',
    anchor: 'entry',
    metBy: ['safety.arranged'],
    remind: ['PT1H'],
    remindTo: 'case_manager',
    escalate: toSupervisor,
  },
  refiling: {
    title: title('再次提交、投诉或者申请监督', 'Filed again, or a complaint made'),
    rule: 'H19',
    anchor: 'entry',
    metBy: ['application.filed', 'complaint.made', 'application.accepted', 'application.abandoned'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  complaint: {
    title: title('投诉、监督申请的答复', 'Complaint answered'),
    rule: 'H22',
    anchor: 'entry',
    breachBy: 'court',
    metBy: ['complaint.answered', 'application.accepted'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  decision: {
    title: title('作出裁定', 'Ruling made'),
    rule: { context: 'decisionRule' },
    anchor: { context: 'acceptedAt' },
    breachBy: 'court',
    metBy: [
      'order.granted',
      'order.refused',
      'application.withdrawn',
      'application.deemedwithdrawn',
      'proceedings.terminated',
    ],
    remind: ['PT12H', 'PT2H'],
    escalate: toSupervisor,
  },
  refusalReconsideration: {
    title: title('对驳回裁定申请复议（自作出起）', 'Reconsideration of the refusal (from making)'),
    rule: 'C7',
    anchor: { context: 'refusedAt' },
    metBy: ['reconsideration.filed', 'reconsideration.waived'],
    remind: ['P2D', 'PT24H'],
    escalate: toSupervisor,
  },
  // Text: from the day it takes effect; practice: from service. The first warns, this one ends the right.
  refusalReconsiderationLegal: {
    title: title('对驳回裁定申请复议（自送达起）', 'Reconsideration of the refusal (from service)'),
    rule: 'C7',
    anchor: { context: 'refusalServedAt' },
    metBy: ['reconsideration.filed', 'reconsideration.waived'],
    onLapse: 'reconsideration.lapsed',
    remind: dayBefore,
    escalate: toSupervisor,
  },
  refusalReconsidered: {
    title: title('作出复议决定', 'Reconsideration decided'),
    rule: 'C7bp',
    anchor: 'entry',
    metBy: ['reconsideration.upheld', 'order.granted'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
});
