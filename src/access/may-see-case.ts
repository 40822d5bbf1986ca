import type { Person } from '#src/base/actor.ts';

/** What visibility depends on. */
export type CaseHolders = {
  readonly ownerAgency: string;
  readonly tracks: readonly { readonly agency: string; readonly assignee: string | null }[];
};

/**
 * A case is visible to its owner agency and to the handling agency or the assignee of one of its tracks. An
 * administrator keeps accounts, not cases. To everyone else it does not exist.
 */
export function maySeeCase(person: Person, holders: CaseHolders): boolean {
  if (person.role === 'administrator') return false;
  if (holders.ownerAgency === person.agency) return true;
  return holders.tracks.some((track) => track.agency === person.agency || track.assignee === person.id);
}

/**
 * A candidate (an offered lawyer, an agency offered a handoff) sees the one track that is offered, in the narrow
 * form its workflow declares, and nothing else of the case.
 */
export function isCandidate(person: Person, track: { readonly candidate: string | null }): boolean {
  if (person.role === 'administrator' || track.candidate === null) return false;
  return track.candidate === person.id || track.candidate === person.agency;
}
