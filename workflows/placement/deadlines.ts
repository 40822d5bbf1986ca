import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import type { PlacementContext } from './context.ts';
import type { events } from './events.ts';

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;
const dayBefore = ['PT24H'] as const;

export const deadlines = defineDeadlines<keyof typeof events, PlacementContext>()({
  placing: {
    title: title('落实安置', 'A place found'),
    rule: 'S2p',
    anchor: 'entry',
    metBy: ['child.placed'],
    remind: ['PT4H', 'PT1H'],
    escalate: toSupervisor,
  },
  review: {
    title: title('安置评估', 'Placement reviewed'),
    rule: 'H60',
    anchor: 'entry',
    metBy: ['placement.reviewed', 'child.placed', 'return.proposed', 'placement.settled'],
    remind: ['P3D'],
    escalate: toSupervisor,
  },
  returnDecision: {
    title: title('回归家庭评估决定', 'Return home decided'),
    rule: 'H46',
    anchor: 'entry',
    metBy: ['return.approved', 'return.refused'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  homeVisit: {
    title: title('回归后回访', 'Visit at home'),
    rule: 'H61',
    anchor: 'entry',
    metBy: ['return.visited', 'return.failed'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  homeWatch: {
    title: title('留家期间走访', 'Visit while the child stays at home'),
    rule: 'C13phigh',
    anchor: 'entry',
    metBy: ['return.visited', 'return.failed', 'child.placed'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  closing: {
    title: title('安置办结', 'Placement closed'),
    rule: 'H60',
    anchor: 'entry',
    metBy: ['placement.closed'],
    remind: ['P3D'],
    escalate: toSupervisor,
  },
  guardianReview: {
    title: title('评估监护人恢复情况', 'Whether the guardian can resume'),
    rule: 'H60',
    anchor: 'entry',
    metBy: ['guardianship.reviewed', 'guardianship.returned', 'revocation.filed'],
    remind: ['P3D'],
    escalate: toSupervisor,
  },
  suspensionEnd: {
    title: title('中止监护期满', 'Suspension ends'),
    rule: 'H62',
    anchor: { context: 'suspendedUntil' },
    metBy: ['guardianship.suspended', 'suspension.lifted'],
    onLapse: 'suspension.ended',
    remind: ['P14D', 'P7D', 'last_working_day'],
    remindTo: 'case_manager',
    escalate: toSupervisor,
  },
  revocation: {
    title: title('核实撤销申请进展', 'Progress of the revocation'),
    rule: 'H44',
    anchor: 'entry',
    metBy: ['progress.noted', 'guardianship.revoked', 'revocation.refused'],
    remind: ['P3D'],
    escalate: toSupervisor,
  },
  guidanceEnd: {
    title: title('家庭教育指导期满', 'Guidance ends'),
    rule: 'H62',
    anchor: { context: 'guidanceUntil' },
    metBy: ['guidance.completed'],
    onLapse: 'guidance.lapsed',
    remind: ['P30D', 'P7D'],
    escalate: toSupervisor,
  },
  guidanceReport: {
    title: title('向法院报告未履行', 'Default reported to the court'),
    rule: 'H46',
    anchor: 'entry',
    metBy: ['guidance.reported', 'guidance.completed'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  answer: {
    title: title('书面答复建议', 'Recommendation answered'),
    rule: 'J1',
    anchor: { item: 'receivedAt' },
    per: 'awaited',
    breachBy: 'other',
    metBy: ['recommendation.answered'],
    remind: ['P7D', 'PT24H'],
    escalate: toSupervisor,
  },
});
