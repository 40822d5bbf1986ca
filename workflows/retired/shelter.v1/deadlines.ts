import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import type { ShelterContext } from './context.ts';
import type { events } from './events.ts';

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;
const dayBefore = ['PT24H'] as const;

export const deadlines = defineDeadlines<keyof typeof events, ShelterContext>()({
  screening: {
    title: title('庇护申请筛查', 'Request screened'),
    rule: 'H50',
    anchor: 'entry',
    metBy: ['stay.admitted', 'site.full', 'request.declined', 'request.withdrawn'],
    remind: ['PT1H'],
    escalate: toSupervisor,
  },
  alternative: {
    title: title('落实其他安全去处', 'Another safe place found'),
    rule: 'H50',
    anchor: 'entry',
    metBy: ['alternative.found', 'stay.admitted', 'request.withdrawn'],
    remind: ['PT1H', 'PT15M'],
    escalate: toSupervisor,
  },
  stayReview: {
    title: title('去留评估', 'Stay reviewed'),
    rule: 'S1review',
    anchor: { context: 'admittedAt' },
    metBy: ['stay.reviewed'],
    remind: dayBefore,
    escalate: toSupervisor,
  },
  stayLimit: {
    title: title('庇护一般期限', 'Usual longest stay'),
    rule: 'S1',
    anchor: { context: 'admittedAt' },
    metBy: ['extension.filed', 'stay.ended'],
    onLapse: 'limit.reached',
    remind: ['P3D', 'PT24H'],
    escalate: toSupervisor,
  },
  extensionFiling: {
    title: title('延长庇护报备案', 'Longer stay filed'),
    rule: 'H51',
    anchor: 'entry',
    metBy: ['extension.filed', 'stay.ended'],
    remind: ['PT4H'],
    escalate: toSupervisor,
  },
  extensionEnd: {
    title: title('延长的庇护期满', 'End of the longer stay'),
    rule: 'H56',
    anchor: { context: 'until' },
    metBy: ['extension.filed', 'stay.ended'],
    onLapse: 'limit.reached',
    remind: ['P3D', 'PT24H'],
    escalate: toSupervisor,
  },
  departure: {
    title: title('离站安排', 'Leaving arranged'),
    rule: 'H54',
    anchor: 'entry',
    metBy: ['stay.ended', 'leave.withdrawn'],
    remind: ['PT4H'],
    escalate: toSupervisor,
  },
  absence: {
    title: title('联系未归人员', 'Whoever is gone is looked for'),
    rule: 'H54',
    anchor: 'entry',
    metBy: ['contact.made', 'stay.ended'],
    remind: ['PT12H'],
    escalate: toSupervisor,
  },
  relocation: {
    title: title('转移', 'Moved to another place'),
    rule: 'H52',
    anchor: 'entry',
    metBy: ['resident.relocated'],
    remind: ['PT30M'],
    escalate: toSupervisor,
  },
  followUp: {
    title: title('离站回访', 'Follow-up after leaving'),
    rule: { context: 'followUpRule' },
    anchor: { context: 'leftAt' },
    metBy: ['visit.made', 'visit.failed'],
    onLapse: 'visit.missed',
    remind: dayBefore,
    remindTo: 'case_manager',
    escalate: toSupervisor,
  },
});
