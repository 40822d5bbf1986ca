import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/issue.ts';
import type { Plant } from '../plant.ts';

const toClosed = { 'issue.withdrawn': { target: '#issue.closed' } };

/** A problem's handling broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: 'INV-27: it counts as closed exactly in the state of that name, once, and after it was collected',
    workflow: withTransitions(workflow, 'open.work.solved', toClosed),
    story: ['issue.solved', 'issue.withdrawn'],
  },
  {
    breaks: 'it is closed only after she was called back',
    workflow: withTransitions(workflow, 'open.work.solved', toClosed),
    story: ['issue.solved', 'issue.withdrawn'],
  },
  {
    breaks: 'it ends with no signs of violence left unanswered',
    workflow: withoutGuards(workflow, ['signsAnswered']),
    story: ['signs.seen', 'issue.withdrawn'],
  },
  {
    breaks: 'signs are told to the supervisor each time',
    workflow: withTransitions(workflow, 'open.signs.answered', { 'signs.seen': 'seen' }),
    story: ['signs.seen', 'signs.answered', 'signs.seen'],
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['signs.answered']),
    story: ['signs.seen'],
  },
];
