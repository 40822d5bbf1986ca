import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/mediation.ts';
import { type Abstraction, isGiven } from '../abstraction.ts';
import { ENDINGS, TALKS } from './moves.ts';

/** A mediation; the case around it may be anything. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [
    { body: 'committee', free: true },
    { body: 'police', free: true },
  ],
  unread: 'body bars mode sessions acceptedAt terms effectiveAt monitoredFrom firstOpenedAt'.split(' '),
  views: { disclosedAt: isGiven },
  ids: ['survivor', 'respondent'],
  moments: [OPENED_AT],
  walks: { all: { moves: [...TALKS, ...ENDINGS] } },
};
