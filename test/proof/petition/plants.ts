import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/petition.ts';
import type { Plant } from '../plant.ts';

const ACCUSED = 'nothing goes to whom it accuses, as an agency, as a handler or as a notice';

/** A petition broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: 'what belongs to another procedure never gets an opinion',
    workflow: withTransitions(workflow, 'open.work.entry.registered', {
      'opinion.delivered': '#petition.open.work.replied',
    }),
    story: ['petition.registered', 'opinion.delivered'],
  },
  {
    breaks: 'what belongs to another procedure is led into it and never accepted as a petition',
    workflow: withoutGuards(workflow, ['noProcedure']),
    story: ['petition.registered', 'petition.accepted'],
  },
  {
    breaks: ACCUSED,
    workflow: withoutGuards(workflow, ['notToAccused']),
    story: ['petition.registered', 'petition.routed'],
  },
  {
    breaks: ACCUSED,
    workflow: withoutGuards(workflow, ['handlerNotAccused']),
    story: ['petition.registered', 'petition.accepted'],
  },
  {
    breaks: 'what is grave is reported before it ends by anybody’s hand',
    workflow: withoutGuards(workflow, ['urgencyReported']),
    story: ['urgency.found', 'petition.withdrawn'],
  },
  {
    breaks: 'a transfer is disputed once, and only one that was passed on to us',
    workflow: withoutGuards(workflow, ['mayDispute']),
    story: ['petition.registered', 'transfer.disputed'],
  },
  {
    breaks: 'no deadline is heard by nobody',
    workflow: withoutEvents(workflow, ['chase.repeated']),
    story: ['petition.registered', 'petition.accepted', 'finishing.lapsed'],
  },
];
