import type { Person } from '#src/base/actor.ts';
import type { SealedClass } from '#src/workflow/sealed.ts';
import type { CaseHolders } from './may-see-case.ts';

/** Roles of the owner agency that work with the survivor herself. */
const OWNER_READERS: readonly string[] = ['operator', 'case_manager', 'supervisor'];
/** Roles that read what they need for their own track. */
const HANDLER_READERS: readonly string[] = [
  ...OWNER_READERS,
  'lawyer',
  'court_liaison',
  'police_liaison',
  'community_worker',
  'mediator',
  'shelter_worker',
  'legal_aid',
];

/** The track a value belongs to, when it belongs to one. */
type OwnTrack = { readonly assignee: string | null; readonly candidate: string | null } | null;

/**
 * May this person, who sees the case, read a sealed value of a class? Default deny. A lawyer's notes are for the
 * lawyer who holds that consultation and nobody else, her own agency included (律师法 第38条).
 */
export function mayReadSealed(
  person: Person,
  holders: CaseHolders,
  value: { readonly class: SealedClass; readonly track: OwnTrack },
): boolean {
  const isOwner = holders.ownerAgency === person.agency && OWNER_READERS.includes(person.role);
  const isHandler =
    HANDLER_READERS.includes(person.role) &&
    holders.tracks.some((track) => track.agency === person.agency || track.assignee === person.id);
  switch (value.class) {
    case 'privileged':
      return person.role === 'lawyer' && value.track?.assignee === person.id;
    case 'identity':
    case 'contact':
    case 'narrative':
      return isOwner || isHandler;
    case 'conflict':
      return isOwner || isHandler;
  }
}
