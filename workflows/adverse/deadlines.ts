import { title } from '#src/base/title.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import type { events } from './events.ts';
import type { AdverseContext } from './guards.ts';

const toSupervisor = [{ after: 'PT0S', to: 'supervisor' }] as const;

export const deadlines = defineDeadlines<keyof typeof events, AdverseContext>()({
  seenAlone: {
    title: title('单独会见本人', 'Seen alone'),
    rule: 'H55',
    anchor: 'entry',
    metBy: ['person.seen', 'access.abandoned'],
    remind: ['PT1H', 'PT15M'],
    escalate: toSupervisor,
  },
  exposure: {
    title: title('补救并通知信息泄露', 'Exposure remedied, authority and persons told'),
    rule: 'V1p',
    anchor: 'entry',
    metBy: ['exposure.removed'],
    remind: ['PT4H'],
    escalate: toSupervisor,
  },
  agenciesTold: {
    title: title('通知各单位保密', 'Agencies told'),
    rule: 'H55b',
    anchor: 'entry',
    metBy: ['agencies.told'],
    remind: ['PT1H'],
    escalate: toSupervisor,
  },
});
