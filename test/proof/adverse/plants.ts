import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/adverse.ts';
import type { Plant } from '../plant.ts';

/** An adverse inquiry broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: 'nobody answers and nobody unlocks before she was seen alone',
    workflow: withoutGuards(workflow, ['seenAlone']),
    story: ['inquiry.answered'],
  },
  {
    breaks: 'it ends only after the agencies were told to keep silent',
    workflow: withoutGuards(workflow, ['agenciesTold']),
    story: ['person.seen', 'inquiry.closed'],
  },
  {
    breaks: 'it does not end while something about her is public',
    workflow: withoutGuards(workflow, ['exposureOver']),
    story: ['person.seen', 'agencies.told', 'inquiry.closed'],
  },
  {
    breaks: 'INV-28: the place stays locked until she wishes otherwise',
    workflow: withoutGuards(workflow, ['sheWishesIt']),
    story: ['person.seen', 'agencies.told', 'lock.lifted'],
  },
  {
    breaks: 'INV-28: the place stays locked until she wishes otherwise',
    workflow: withTransitions(workflow, 'open', { 'inquiry.answered': 'lifted' }),
    story: ['inquiry.answered'],
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['agencies.told']),
    story: [],
  },
];
