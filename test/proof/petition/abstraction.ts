import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/petition.ts';
import { type Abstraction, isGiven, isIndifferent, type Move } from '../abstraction.ts';

const RECEIVED = { body: 'federation', channel: 'visit', receivedAt: OPENED_AT };
const REGISTERED = {
  ...{ content: { sealed: 'c' }, category: 'violence', headCount: 1 },
  ...{ accusedAgency: 'accused-agency', accusedPerson: 'accused-person' },
};
/** One matter that has a procedure of its own stands for all four. */
const ROUTES = ['court_police', 'duty', 'opinion'];
const OPINION = { text: { sealed: 't' }, deliveredAt: OPENED_AT, reviewRightTold: true };

/** A petition to an office that passes on, to one that answers, and one that was passed on to us. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [RECEIVED, { ...RECEIVED, channel: 'transferred' }, { ...RECEIVED, body: 'petition_office' }],
  unread:
    'body channel receivedAt category headCount routeRule informRule acceptedAt opinionAt reviewAt'.split(
      ' ',
    ),
  views: {
    route: (route) => (route === null || route === 'duty' || route === 'opinion' ? route : 'procedure'),
    accusedAgency: isIndifferent,
    accusedPerson: isIndifferent,
    disputeRule: isGiven,
    finishRule: isIndifferent,
  },
  ids: ['accused-agency', 'accused-person', 'bureau'],
  moments: [OPENED_AT],
  walks: {
    all: {
      moves: [
        ...ROUTES.flatMap((route): Move[] => [
          ['petition.registered', { ...REGISTERED, route }],
          ['petition.reclassified', { route }],
        ]),
        ['petition.led', { procedure: 'protection_order', helped: true, told: true }],
        ['petition.accepted', { told: true }],
        ['petition.accepted', { told: true, handler: 'accused-person' }],
        ['petition.declined', { reason: 'finished', told: true }],
        ['petition.routed', { to: 'bureau', told: true }],
        ['petition.routed', { to: 'accused-agency', told: true }],
        ['transfer.disputed', { reason: { sealed: 'r' } }],
        ['dispute.expired'],
        ['dispute.upheld'],
        ['dispute.rejected'],
        ['urgency.found', { kind: 'life' }],
        ['urgency.reported', { measuresTaken: true }],
        ['petition.withdrawn', { spokenAlone: true }],
        ['extension.approved', { approvedByHead: true, told: true }],
        ['finishing.lapsed'],
        ['chase.repeated'],
        ['opinion.delivered', OPINION],
        ['duty.performed', { told: true }],
        ['opinion.accepted'],
        ['review.requested'],
        ['review.forfeited'],
        ['review.answered', { deliveredAt: OPENED_AT, upheld: true }],
        ['recheck.requested'],
        ['recheck.forfeited'],
        ['recheck.answered', { upheld: true }],
      ],
    },
  },
};
