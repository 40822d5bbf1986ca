import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/duty-failure.ts';
import type { Plant } from '../plant.ts';

/** A failure hushed up in each way that matters, and the shortest story of it. */
export const plants: readonly Plant[] = [
  {
    breaks: 'nobody looks into its own failure',
    workflow: withoutGuards(workflow, ['toAnother']),
    story: ['lead.reported'],
  },
  {
    breaks: 'nothing is closed before something came of it, unless nothing was neglected',
    workflow: withTransitions(workflow, 'followed', { 'lead.closed': '#duty-failure.closed' }),
    story: ['lead.reported', 'answer.received', 'lead.closed'],
  },
  {
    breaks: 'no answer is no end: it is taken higher',
    workflow: withTransitions(workflow, 'reported', { 'answer.missed': '#duty-failure.settled' }),
    story: ['lead.reported', 'answer.missed'],
  },
  {
    breaks: 'no deadline is heard by nobody',
    workflow: withoutEvents(workflow, ['answer.missed']),
    story: ['lead.reported'],
  },
];
