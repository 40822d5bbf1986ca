import type { Role } from './roles.ts';

/** A person at work: what the session says of whoever sends a request. */
export type Person = {
  readonly id: string;
  readonly role: Role;
  readonly agency: string;
};

/** The id under which the timer appears in the log. It belongs to no agency and holds no role. */
export const SYSTEM_ID = '00000000-0000-0000-0000-000000000000';
