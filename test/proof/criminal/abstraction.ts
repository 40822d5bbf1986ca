import { END, HERSELF, REPORTED } from '#test/support/criminal-moves.ts';
import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/criminal.ts';
import { CUSTODIAL } from '#workflows/criminal/codes.ts';
import type { CriminalContext } from '#workflows/criminal/context.ts';
import { type Abstraction, isGiven, isIndifferent, viewOf } from '../abstraction.ts';
import { PROCEEDING, RESTRAINT } from './moves.ts';

/** Whether he is locked away, or bound by terms. */
const restraint = viewOf<CriminalContext['restraint']>((kind) =>
  kind === null ? null : CUSTODIAL.includes(kind),
);

/** Against him or against her; what is done to his liberty is walked beside the proceeding, not across it. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [REPORTED, HERSELF],
  unread: 'offence reportedAt reviewRule refusalDeliveredAt terms'.split(' '),
  views: {
    suspect: (suspect) => suspect === 'survivor',
    defenderRule: isGiven,
    verdict: isGiven,
    plannedEnd: isGiven,
    warnBy: isGiven,
    // How long it may last decides which end is refused, and nothing else.
    restrainedFrom: isGiven,
    restraint,
    reviewOwed: isIndifferent,
    review: isIndifferent,
  },
  ids: ['r1'],
  moments: [OPENED_AT, END],
  walks: {
    restraint: {
      moves: RESTRAINT,
      blindTo: ['open.proceeding', 'open.review', 'closed', 'ended'],
      views: { verdict: isIndifferent },
    },
    proceeding: {
      moves: PROCEEDING,
      blindTo: ['open.restraint', 'open.review', 'closed', 'ended'],
      views: Object.fromEntries(
        ['restraint', 'restrainedFrom', 'plannedEnd', 'warnBy', 'warned', 'untold'].map((key) => [
          key,
          isIndifferent,
        ]),
      ),
    },
  },
};
