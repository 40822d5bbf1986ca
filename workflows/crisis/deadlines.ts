import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import type { events } from './events.ts';
import type { CrisisContext } from './guards.ts';

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;

export const deadlines = defineDeadlines<keyof typeof events, CrisisContext>()({
  firstContact: {
    title: title('首次危机干预联系', 'First contact'),
    rule: 'H65',
    anchor: 'entry',
    metBy: ['crisis.contacted'],
    remind: ['PT1H', 'PT15M'],
    escalate: toSupervisor,
  },
  followUp: {
    title: title('危机跟进', 'Follow-up'),
    rule: 'H66',
    anchor: 'entry',
    metBy: ['crisis.contacted', 'crisis.ended'],
    onLapse: 'contact.missed',
    remind: ['PT24H', 'PT4H'],
    escalate: toSupervisor,
  },
  decision: {
    title: title('联系不上的处置决定', 'Decision when she cannot be reached'),
    rule: 'H67',
    anchor: 'entry',
    metBy: ['crisis.contacted', 'welfare.requested'],
    remind: ['PT12H', 'PT2H'],
    remindTo: 'supervisor',
    escalate: toSupervisor,
  },
});
