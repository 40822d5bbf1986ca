import type { Role } from '#src/base/roles.ts';

/** Who works for an agency that is not the federation. */
const LIAISONS: readonly Role[] = [
  'court_liaison',
  'police_liaison',
  'community_worker',
  'mediator',
  'shelter_worker',
  'legal_aid',
];

/**
 * May this role do what the roles of an event may? A case can be owned, or a track worked, by an agency without a case
 * manager of its own (a village committee that opened it, a bureau it was transferred to): there its liaison stands in
 * for one, or the work would be nobody's.
 */
export function holdsRole(role: Role, roles: readonly Role[], isResponsible: boolean): boolean {
  if (roles.includes(role)) return true;
  return isResponsible && LIAISONS.includes(role) && roles.includes('case_manager');
}
