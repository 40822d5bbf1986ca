import type { Person } from '#src/base/actor.ts';
import type { SealedClass } from '#src/workflow/sealed.ts';
import { type CaseHolders, maySeeCase } from './may-see-case.ts';

/** Everybody who works with people, at the owner agency or at one that handles a track; not who only keeps accounts. */
const READERS: readonly string[] = [
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

/** What is asked for: the class, and who wrote it. */
export type SealedValue = { readonly class: SealedClass; readonly author: string };

/**
 * May this person, who sees the case, read a sealed value? Default deny. A lawyer's notes are for the lawyer who wrote
 * them and nobody else: not for her federation, and not for the lawyer who takes over (律师法 第38条).
 */
export function mayReadSealed(person: Person, holders: CaseHolders, value: SealedValue): boolean {
  if (value.class === 'privileged') return person.role === 'lawyer' && value.author === person.id;
  return READERS.includes(person.role) && maySeeCase(person, holders);
}
