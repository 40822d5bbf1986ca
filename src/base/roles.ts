/** The roles a person can hold; `system` is nobody's login, it is the timer. */
export const ROLES = [
  'operator',
  'lawyer',
  'court_liaison',
  'police_liaison',
  'community_worker',
  'mediator',
  'shelter_worker',
  'legal_aid',
  'case_manager',
  'supervisor',
  'auditor',
  'administrator',
] as const;

export type Role = (typeof ROLES)[number];
