import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import { DANGER_REVIEW } from '../danger-points/risk-review.ts';
import type { LitigationContext } from './context.ts';
import type { events } from './events.ts';

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;
const dayBefore = ['PT24H'] as const;

export const deadlines = defineDeadlines<keyof typeof events, LitigationContext>()({
  dangerReview: DANGER_REVIEW,
  preparation: {
    title: title('起诉（应诉）准备', 'Suit prepared'),
    rule: 'H44',
    anchor: 'entry',
    metBy: ['suit.filed', 'claim.received', 'suit.dropped'],
    remind: ['P3D'],
    escalate: toSupervisor,
  },
  docketing: {
    title: title('法院立案', 'Suit accepted by the court'),
    rule: 'C16',
    anchor: { context: 'filedAt' },
    breachBy: 'court',
    metBy: ['suit.docketed', 'filing.refused'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  supplement: {
    title: title('补正材料', 'Papers supplied'),
    rule: 'H46',
    anchor: 'entry',
    metBy: ['supplement.supplied'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  turnedAway: {
    title: title('未予立案后的下一步', 'Next step after the suit was not accepted'),
    rule: 'H46',
    anchor: 'entry',
    metBy: ['suit.filed', 'suit.dropped'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  progress: {
    title: title('核实诉讼进展', 'Progress checked'),
    rule: 'H44',
    anchor: 'entry',
    metBy: ['progress.noted', 'hearing.scheduled', 'hearing.held', 'judgment.given'],
    remind: ['P3D'],
    escalate: toSupervisor,
  },
  hearingSafety: {
    title: title('落实出庭人身安全安排', 'Safety at court arranged'),
    rule: 'H43',
    anchor: { context: 'hearingSafeBy' },
    metBy: ['hearing.secured'],
    remind: ['P3D', 'PT24H'],
    remindTo: 'case_manager',
    escalate: toSupervisor,
  },
  hearingResult: {
    title: title('登记开庭情况', 'What became of the hearing'),
    rule: 'H42',
    anchor: { context: 'hearingAt' },
    metBy: ['hearing.held', 'hearing.adjourned'],
    remind: ['PT12H'],
    escalate: toSupervisor,
  },
  appeal: {
    title: title('上诉期', 'Time for an appeal'),
    rule: 'C16c',
    anchor: { context: 'judgedAt' },
    metBy: ['appeal.filed', 'judgment.effective'],
    remind: ['P3D', 'PT24H'],
    escalate: toSupervisor,
  },
  divorceBar: {
    title: title('六个月内不得再诉', 'Bar to a new divorce suit'),
    rule: 'C16b',
    anchor: { context: 'effectiveAt' },
    metBy: ['bar.lifted'],
    onLapse: 'bar.ended',
    remind: ['P7D'],
    escalate: [],
  },
  support: {
    title: title('支持起诉决定', 'Support for the suit decided'),
    rule: 'H45',
    anchor: 'entry',
    metBy: ['support.decided'],
    remind: ['P7D'],
    escalate: toSupervisor,
  },
  wrapUp: {
    title: title('诉讼环节收尾', 'Litigation wrapped up'),
    rule: 'H46',
    anchor: 'entry',
    metBy: ['suit.closed'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
});
