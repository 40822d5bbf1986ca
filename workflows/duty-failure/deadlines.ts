import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import type { events } from './events.ts';
import type { DutyContext } from './guards.ts';

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;

export const deadlines = defineDeadlines<keyof typeof events, DutyContext>()({
  reporting: {
    title: title('移送主管部门', 'Reported to whoever is in charge'),
    rule: 'H46',
    anchor: 'entry',
    metBy: ['lead.reported', 'lead.dropped'],
    remind: ['PT24H'],
    escalate: toSupervisor,
  },
  answer: {
    title: title('主管部门书面答复', 'Answered in writing'),
    rule: 'J1',
    anchor: { context: 'receivedAt' },
    metBy: ['answer.received', 'result.recorded'],
    onLapse: 'answer.missed',
    remind: ['P7D', 'PT24H'],
    escalate: toSupervisor,
  },
  raising: {
    title: title('提请监督', 'Taken to a higher body'),
    rule: 'H46',
    anchor: 'entry',
    metBy: ['lead.reported', 'answer.received', 'result.recorded'],
    remind: ['PT24H'],
    remindTo: 'supervisor',
    escalate: toSupervisor,
  },
  result: {
    title: title('跟踪处理结果', 'What came of it is followed up'),
    rule: 'H44',
    anchor: 'entry',
    metBy: ['result.recorded'],
    remind: ['P7D'],
    escalate: toSupervisor,
  },
  closing: {
    title: title('办结', 'Closed'),
    rule: 'H46',
    anchor: 'entry',
    metBy: ['lead.closed'],
    remind: ['PT24H'],
    escalate: toSupervisor,
  },
});
