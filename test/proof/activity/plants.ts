import { assign } from 'xstate';
import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/activity.ts';
import type { Plant } from '../plant.ts';

/** An activity broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: 'INV-30: the funnel only narrows: enrolled, trained, registered, employed',
    workflow: withoutGuards(workflow, ['funnelNarrows']),
    story: ['activity.approved', 'activity.scheduled', 'participants.dropped'],
  },
  {
    breaks: 'what was held is not cancelled',
    workflow: withTransitions(workflow, 'held', { 'activity.cancelled': 'cancelled' }),
    story: ['activity.approved', 'activity.scheduled', 'activity.held', 'activity.cancelled'],
  },
  {
    breaks: 'nothing is reported before the attendance is locked',
    workflow: withTransitions(workflow, 'held', { 'activity.reported': 'reported' }),
    story: ['activity.approved', 'activity.scheduled', 'activity.held', 'activity.reported'],
  },
  {
    breaks: 'reported figures change only by a correction',
    workflow: withTransitions(workflow, 'reported', {
      'spillover.counted': { actions: assign({ figures: null }) },
    }),
    story: [
      'activity.approved',
      'activity.scheduled',
      'activity.held',
      'attendance.locked',
      'activity.reported',
      'spillover.counted',
    ],
  },
  {
    breaks: 'no state without a next date or an actor',
    workflow: withoutEvents(workflow, ['activity.scheduled', 'activity.cancelled']),
    story: ['activity.approved'],
  },
];
