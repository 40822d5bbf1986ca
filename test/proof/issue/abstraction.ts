import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/issue.ts';
import type { Abstraction } from '../abstraction.ts';

/** A problem somebody was told of; the guards count how often she was not content, and look at the signs. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [{ source: 'visit', text: { sealed: 't' } }],
  unread: ['source', 'campaign', 'solvedOnSpot', 'referred', 'collectedCount', 'closedCount'],
  ids: ['labour'],
  moments: [OPENED_AT],
  walks: {
    all: {
      moves: [
        ['issue.triaged', { category: 'work', owner: 'village', noViolence: true }],
        ['issue.solved', { onSpot: true }],
        ['issue.referred', { to: 'labour' }],
        ['referral.returned'],
        ['issue.explained', { why: 'no_basis', toldInPerson: true }],
        ['callback.passed', { askedHer: true }],
        ['callback.failed'],
        ['issue.closed'],
        ['issue.withdrawn', { askedHer: true }],
        ['issue.decided', { decision: 'accepted', reason: { sealed: 'r' } }],
        ['signs.seen'],
        ['signs.answered'],
      ],
    },
  },
};
