import { withoutEvents, withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/litigation.ts';
import type { Plant } from '../plant.ts';

/** A suit broken in each way that matters, and the shortest story of the harm. */
export const plants: readonly Plant[] = [
  {
    breaks: 'every danger point makes a review of the risk due',
    workflow: withTransitions(workflow, 'open.suit.filed', {
      'suit.docketed': '#litigation.open.suit.pending',
    }),
    story: ['suit.filed', 'suit.docketed'],
  },
  {
    breaks: 'a summons served on him makes a review of the risk due',
    workflow: withTransitions(workflow, 'open.suit.pending.waiting', { 'summons.served': {} }),
    story: ['claim.received', 'risk.reviewed', 'summons.served'],
  },
  {
    breaks: 'nothing is closed before the risk was looked at again',
    workflow: withoutGuards(workflow, ['reviewSettled']),
    story: ['suit.filed', 'suit.withdrawn', 'suit.closed'],
  },
  {
    breaks: 'a review states the grade the case has',
    workflow: withoutGuards(workflow, ['levelIsTheCases']),
    story: ['custody.exchanged', 'risk.reviewed'],
  },
  {
    breaks: 'INV-17: that an order was made never stands alone as proof',
    workflow: withoutGuards(workflow, ['notOrderAlone']),
    story: ['suit.filed'],
  },
  {
    breaks: 'within the bar she files for divorce again only on new circumstances',
    workflow: withoutGuards(workflow, ['barIsOver']),
    story: ['suit.filed'],
  },
  {
    breaks: 'a breach lifts the bar',
    workflow: withTransitions(workflow, 'open.suit.barred', { 'breach.noted': {} }),
    story: ['suit.filed', 'suit.docketed', 'judgment.given', 'judgment.effective', 'breach.noted'],
  },
  {
    breaks: 'while an order or a lock holds nothing is paid from hand to hand',
    workflow: withoutGuards(workflow, ['paymentHidden']),
    story: ['claim.received', 'judgment.given'],
  },
  {
    breaks: 'no dead end: from every state an end can be reached',
    workflow: withoutEvents(workflow, ['risk.reviewed', 'suit.terminated']),
    story: ['suit.filed'],
  },
];
