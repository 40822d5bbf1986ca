import { OPENED_AT } from '#test/support/step-with.ts';
import { GRADES, type Guardian } from '#workflows/placement/codes.ts';
import { isProtective, type PlacementContext } from '#workflows/placement/context.ts';
import { workflow } from '#workflows/placement.ts';
import {
  type Abstraction,
  isGiven,
  isIndifferent,
  isSome,
  type Move,
  type View,
  viewOf,
} from '../abstraction.ts';

const UNTIL = '2026-07-05T00:00:00.000+08:00';

/** Three stand for all nine: one who cares for the child, one to whom it is to return, and another. */
const NAMED = ['mother', 'father', 'sibling'] as const satisfies readonly Guardian[];

/** Who a guardian is makes no difference, only how it is graded. */
const graded: View = (guardian, context) =>
  guardian === null ? null : isProtective(context as unknown as PlacementContext, guardian as never);

/** Whether anybody protects the child who neither cares for it now nor is to. */
const otherProtects: View = (_, context) => {
  const { guardians, guardian, returnTo } = context as unknown as PlacementContext;
  return guardians.some(({ id, grade }) => grade === 'protective' && id !== guardian && id !== returnTo);
};

/** Whether all sessions of an order were attended; one to come is as good as a hundred. */
const allAttended = viewOf<number>(
  (attended, { guidance, sessions }) => guidance === 'none' || attended >= Number(sessions),
);

/** How often the child was visited with the guardian it is with; with nobody, that is over. */
const visits: View = (count, { guardian }) => (guardian === null ? null : count);

/** One payload for each kind that a guard tells apart; every other event has one. */
const PAYLOADS: { readonly [type: string]: readonly object[] } = {
  'guardian.assessed': NAMED.flatMap((guardian) =>
    (guardian === 'mother' ? Object.keys(GRADES) : ['protective', 'suspect']).map((grade) => ({
      guardian,
      grade,
      from: OPENED_AT,
    })),
  ),
  'consent.given': NAMED.map((guardian) => ({ guardian, for: 'interview' })),
  'child.placed': [
    { kind: 'protection_centre', place: 'WB01', from: OPENED_AT },
    ...NAMED.map((guardian) => ({ kind: 'guardian', place: 'GZ01', guardian, from: OPENED_AT })),
    { kind: 'guardian', place: 'GZ01', from: OPENED_AT },
  ],
  'return.proposed': NAMED.map((to) => ({ to })),
  'return.approved': [{ childHeard: true, homeChecked: true }],
  'return.visited': [{ childSeenAlone: true }],
  'guardianship.returned': NAMED.map((to) => ({ to })),
  'guardianship.suspended': [{ guardian: 'father', until: UNTIL }],
  'guidance.ordered': [{ guardian: 'father', sessions: 1, until: UNTIL }],
  'recommendation.sent': [{ to: 'school', about: 'unreported', receivedAt: OPENED_AT }],
  'recommendation.answered': [{ by: 'school' }],
};

/** A child to be placed; its guardians are told apart by what was judged of them. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [{ basis: 'mandatory_report', child: 'minor' }],
  unread: ['child', 'kind', 'place', 'guidanceUntil', 'guided', 'overseer'],
  views: {
    guardians: otherProtects,
    guardian: graded,
    returnTo: graded,
    visits,
    suspendedUntil: isGiven,
    sessions: isIndifferent,
    attended: allAttended,
    awaited: isSome,
  },
  ids: ['WB01', 'GZ01'],
  moments: [OPENED_AT, UNTIL],
  walks: {
    all: {
      moves: Object.keys(workflow.events).flatMap((type) =>
        (PAYLOADS[type] ?? [{}]).map((payload): Move => [type, payload]),
      ),
    },
  },
};
