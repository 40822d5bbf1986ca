import type { Person } from '#src/base/actor.ts';
import type { Role } from '#src/base/roles.ts';
import type { SealedClass } from '#src/workflow/sealed.ts';
import { type CaseHolders, maySeeCase } from './may-see-case.ts';

/** Who reads a class: everybody in these roles, and of these roles whoever wrote the value. */
type Readers = { readonly roles: readonly Role[]; readonly authors: readonly Role[] };

/** Everybody who works with people, at the owner agency or at one that handles a track; not who only keeps accounts. */
const WORKERS: readonly Role[] = [
  'operator',
  'case_manager',
  'supervisor',
  'lawyer',
  'court_liaison',
  'police_liaison',
  'community_worker',
  'mediator',
  'shelter_worker',
  'legal_aid',
];
const ALL_WORKERS: Readers = { roles: WORKERS, authors: [] };

/**
 * Who reads what. A lawyer's papers are for whoever wrote them and nobody else: not for her federation, and not for the
 * lawyer who takes over (律师法 第38条). Where she is, only those know who bring her there or guard her, and who wrote it
 * down (a court its own sealed annex). Who told us is secret (反家庭暴力法 第14条): the police know, and the operator her
 * own caller; neither of them has the respondent's number and home here, so that nobody who talks to him holds the name
 * of the one who told.
 */
const READERS: { readonly [C in SealedClass]: Readers } = {
  identity: ALL_WORKERS,
  contact: ALL_WORKERS,
  narrative: ALL_WORKERS,
  conflict: ALL_WORKERS,
  privileged: { roles: [], authors: WORKERS },
  whereabouts: {
    roles: ['case_manager', 'supervisor', 'police_liaison', 'shelter_worker'],
    authors: WORKERS,
  },
  reporter: { roles: ['police_liaison'], authors: ['operator'] },
  respondent: {
    roles: ['case_manager', 'supervisor', 'court_liaison', 'community_worker', 'mediator', 'lawyer'],
    authors: [],
  },
};

/** What is asked for: the class, and who wrote it. */
export type SealedValue = { readonly class: SealedClass; readonly author: string };

/** May this person, who sees the case, read a sealed value? Default deny. */
export function mayReadSealed(person: Person, holders: CaseHolders, value: SealedValue): boolean {
  // A class that was stored by another version of the product and is not known here is nobody's.
  const readers: Readers | undefined = READERS[value.class];
  if (readers === undefined) return false;
  const isReader =
    readers.roles.includes(person.role) ||
    (value.author === person.id && readers.authors.includes(person.role));
  return isReader && (value.class === 'privileged' || maySeeCase(person, holders));
}
