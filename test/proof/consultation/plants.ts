import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/consultation.ts';
import type { Plant } from '../plant.ts';

const NEVER_AGAIN =
  'INV-08: who may not serve her, for the other side or a matter given back, has it never again';
const AT_ONCE =
  'INV-08: a conflict found late takes the matter from the lawyer at once, and no stranger can say so';

/** A consultation broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: NEVER_AGAIN,
    workflow: withoutGuards(workflow, ['notRuledOut']),
    story: ['lawyer.assigned', 'conflict.found', 'lawyer.assigned'],
  },
  {
    breaks: AT_ONCE,
    workflow: withTransitions(workflow, 'counsel', {
      'conflict.discovered': '#consultation.matching.suspended',
    }),
    story: ['lawyer.assigned', 'conflict.cleared', 'offer.accepted', 'conflict.discovered'],
  },
  {
    breaks: AT_ONCE,
    workflow: withoutGuards(workflow, ['byLawyerOrSupervisor']),
    story: ['lawyer.assigned', 'conflict.cleared', 'offer.accepted', 'conflict.discovered'],
  },
  {
    breaks: 'whoever was asked and does not take it sees nothing any more',
    workflow: withTransitions(workflow, 'matching.offered', {
      'offer.expired': '#consultation.matching.requested',
    }),
    story: ['lawyer.assigned', 'conflict.cleared', 'offer.expired'],
  },
  {
    breaks: 'nobody is left waiting for a fourth lawyer: legal aid is asked',
    workflow: withoutGuards(workflow, ['rosterNotExhausted']),
    story: [
      'lawyer.assigned',
      'conflict.found',
      'lawyer.assigned',
      'conflict.found',
      'lawyer.assigned',
      'conflict.found',
    ],
  },
  {
    breaks: 'no victim is refused aid for her means',
    workflow: withoutGuards(workflow, ['notForMeans']),
    story: [
      'lawyer.assigned',
      'conflict.cleared',
      'offer.accepted',
      'representation.needed',
      'aid.applied',
      'aid.refused',
    ],
  },
  {
    breaks: 'with a warning letter or an order she meets the conditions of aid',
    workflow: withoutGuards(workflow, ['voucherEnough']),
    story: [
      'lawyer.assigned',
      'conflict.cleared',
      'offer.accepted',
      'representation.needed',
      'aid.applied',
      'aid.refused',
    ],
  },
  {
    breaks: 'missing papers are listed once',
    workflow: withoutGuards(workflow, ['papersNotYetRequested']),
    story: [
      'lawyer.assigned',
      'conflict.cleared',
      'offer.accepted',
      'representation.needed',
      'aid.applied',
      'papers.requested',
      'papers.requested',
    ],
  },
  {
    breaks: 'danger that a lawyer notices is told, and stops nothing',
    workflow: withTransitions(workflow, 'counsel', { 'risk.noticed': '#consultation.matching.suspended' }),
    story: ['lawyer.assigned', 'conflict.cleared', 'offer.accepted', 'risk.noticed'],
  },
  {
    breaks: 'whoever can go to a client who cannot be seen hears of it',
    workflow: withTransitions(workflow, 'legalAid.assigned', {
      'client.unreachable': '#consultation.legalAid.granted',
    }),
    story: [
      'lawyer.assigned',
      'conflict.cleared',
      'offer.accepted',
      'representation.needed',
      'aid.applied',
      'aid.granted',
      'aid.assigned',
      'client.unreachable',
    ],
  },
  {
    breaks: 'it closes only when she was advised, represented or has the last word on aid',
    workflow: withTransitions(workflow, 'counsel', { 'consultation.closed': '#consultation.closed' }),
    story: ['lawyer.assigned', 'conflict.cleared', 'offer.accepted', 'consultation.closed'],
  },
  {
    breaks: 'no deadline is heard by nobody',
    workflow: withoutEvents(workflow, ['offer.expired']),
    story: ['lawyer.assigned', 'conflict.cleared'],
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['consultation.closed', 'consultation.withdrawn']),
    story: [],
  },
];
