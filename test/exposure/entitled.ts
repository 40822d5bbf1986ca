import type { Person } from '#src/base/actor.ts';
import type { Role } from '#src/base/roles.ts';
import type { SealedClass } from '#src/workflow/sealed.ts';

type Entitled = { readonly everybody: readonly Role[]; readonly author: readonly Role[] };

const WORKERS: readonly Role[] = [
  ...(['operator', 'case_manager', 'supervisor', 'lawyer', 'court_liaison', 'police_liaison'] as const),
  ...(['community_worker', 'mediator', 'shelter_worker', 'legal_aid'] as const),
];

/**
 * Who may read what of a case she sees: the visibility matrix, written out a second time and not taken from
 * `src/access`, so that a change there has to be made here too, by somebody who thinks about it.
 */
export const MATRIX: { readonly [C in SealedClass]: Entitled } = {
  identity: { everybody: WORKERS, author: [] },
  contact: { everybody: WORKERS, author: [] },
  narrative: { everybody: WORKERS, author: [] },
  conflict: { everybody: WORKERS, author: [] },
  privileged: { everybody: [], author: WORKERS },
  whereabouts: {
    everybody: ['case_manager', 'supervisor', 'police_liaison', 'shelter_worker'],
    author: WORKERS,
  },
  reporter: { everybody: ['police_liaison'], author: ['operator'] },
  respondent: {
    everybody: ['case_manager', 'supervisor', 'court_liaison', 'community_worker', 'mediator', 'lawyer'],
    author: [],
  },
};

/** May she read a value of this class that `author` wrote, if she sees the case? `null`: a short name in clear. */
export function isEntitled(person: Person, sealedClass: SealedClass | null, author: string): boolean {
  if (sealedClass === null) return true;
  const { everybody, author: ofHerOwn } = MATRIX[sealedClass];
  return everybody.includes(person.role) || (author === person.id && ofHerOwn.includes(person.role));
}
