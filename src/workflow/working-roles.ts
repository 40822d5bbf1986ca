import { ROLES, type Role } from '#src/base/roles.ts';

/** Roles that do casework; the auditor looks and the administrator keeps accounts, neither acts in a case. */
export const WORKING_ROLES: readonly Role[] = ROLES.filter(
  (role) => role !== 'auditor' && role !== 'administrator',
);
