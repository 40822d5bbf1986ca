import { withoutEvents, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/supervision.ts';
import type { Plant } from '../plant.ts';

/** A ladder broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: 'the ladder is climbed rung by rung and never down',
    workflow: withTransitions(workflow, 'open.head', { 'ladder.raised': 'inspection' }),
    story: ['ladder.raised'],
  },
  {
    breaks: 'each rung is told to the supervisor',
    workflow: withTransitions(workflow, 'open.head', { 'ladder.raised': 'awaited' }),
    story: ['ladder.raised'],
  },
  {
    breaks: 'time alone never ends it: somebody did the duty, took it elsewhere, or answers for dropping it',
    workflow: withTransitions(workflow, 'open.inspection', { 'ladder.raised': '#supervision.dropped' }),
    story: ['ladder.raised', 'demand.issued', 'ladder.raised', 'ladder.raised'],
  },
  {
    breaks: 'no deadline is heard by nobody',
    workflow: withoutEvents(workflow, ['ladder.raised']),
    story: [],
  },
  {
    breaks: 'escalation ladders end: no circle of lapses alone',
    workflow: withTransitions(workflow, 'open.awaited', {
      'ladder.raised': { target: 'awaited', reenter: true },
    }),
    story: ['ladder.raised', 'demand.issued'],
  },
];
