import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/referral.ts';
import type { Plant } from '../plant.ts';

const OWNER =
  'INV-07: the case changes its owner only by the acceptance of a transfer from who still owns it';

/** A handoff broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: 'an answered handoff is not answered again',
    workflow: withTransitions(workflow, 'accepted', { 'handoff.recalled': 'recalled' }),
    story: ['handoff.accepted', 'handoff.recalled'],
  },
  { breaks: OWNER, workflow: withoutGuards(workflow, ['senderStillOwns']), story: ['handoff.accepted'] },
  { breaks: OWNER, workflow: withoutGuards(workflow, ['isTransfer']), story: ['handoff.accepted'] },
  {
    breaks: 'a track goes along only while it is open and with the sender',
    workflow: withoutGuards(workflow, ['trackStillSenders']),
    story: ['handoff.accepted'],
  },
  {
    breaks: 'both sides hear of every answer',
    workflow: withTransitions(workflow, 'offered', { 'handoff.declined': '#referral.declined' }),
    story: ['handoff.declined'],
  },
  {
    breaks: 'no deadline is heard by nobody',
    workflow: withoutEvents(workflow, ['handoff.expired']),
    story: [],
  },
];
