import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/visit.ts';
import { type Abstraction, isSome } from '../abstraction.ts';

const SEEN = { subject: 'adult', signs: ['fear'], notAskedBeforeOthers: true, safeContactAgreed: true };

/** Visits to one household. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [{ purpose: 'care' }],
  unread: ['purpose', 'campaign', 'visitRule', 'entries', 'issueCount'],
  views: { childrenOwed: isSome, adultsOwed: isSome },
  ids: ['one', 'two'],
  moments: [OPENED_AT],
  walks: {
    all: {
      moves: [
        ['team.assigned', { lead: 'one', second: 'two', safetyChecked: true }],
        ['team.assigned', { lead: 'one', safetyChecked: true }],
        ['household.visited', { visitedAt: OPENED_AT, seenAlone: true }],
        ['household.absent', { noNoteLeft: true }],
        ['entry.refused'],
        ['danger.met', { kind: 'weapon', left: true }],
        ['danger.reported', { toPolice: true }],
        ['signs.seen', SEEN],
        ['signs.seen', { ...SEEN, subject: 'minor' }],
        ['signs.seen', { ...SEEN, subject: 'limited_capacity' }],
        ['signs.answered', { spokenAlone: true }],
        ['report.filed', { receiptNo: { sealed: 'r' }, madeAt: OPENED_AT }],
        ['visit.recorded', { newViolence: false, issueCount: 2 }],
        ['visit.repeated'],
        ['visit.repeated', { highRisk: true }],
        ['visit.closed'],
        ['visit.abandoned', { reason: 'moved' }],
      ],
    },
  },
};
