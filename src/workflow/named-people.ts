import type { TObject, TSchema } from 'typebox';
import { type InputProblem, inputProblem } from '#src/base/input-faults.ts';
import { isUuid } from '#src/base/ids.ts';
import type { Role } from '#src/base/roles.ts';
import { OF_OWNER, PERSON_ROLES } from './field.ts';

/** Somebody a payload may name, as the directory has her now. */
export type KnownPerson = { readonly id: string; readonly role: Role; readonly agency: string };

/** The people a payload named, and whose case it is. */
export type Directory = { readonly known: readonly KnownPerson[]; readonly ownerAgency: string };

type PersonField = TSchema & { readonly [PERSON_ROLES]?: readonly Role[]; readonly [OF_OWNER]?: true };

/** Which fields of a payload name people who do not work here in the role the field asks for. */
export function unknownPeople(
  schema: TObject,
  payload: Readonly<Record<string, unknown>>,
  { known, ownerAgency }: Directory,
): InputProblem[] {
  return Object.entries(schema.properties).flatMap(([key, field]: [string, PersonField]) => {
    const { [PERSON_ROLES]: roles, [OF_OWNER]: isOfOwner = false } = field;
    const id = payload[key];
    if (roles === undefined || id === undefined) return [];
    const fits = ({ role, agency }: KnownPerson): boolean =>
      roles.includes(role) && (!isOfOwner || agency === ownerAgency);
    const isKnown = known.some((person) => person.id === id && fits(person));
    return isKnown ? [] : [inputProblem(`/${key}`, 'no_such_person')];
  });
}

// A payload names one or two people; what comes after the first twenty ids is not looked up and so refused.
const NAMED_LIMIT = 20;

/** The ids at the top of a payload, which may be people. */
export function idsIn(payload: Readonly<Record<string, unknown>>): string[] {
  return Object.values(payload)
    .filter((value): value is string => typeof value === 'string' && isUuid(value))
    .slice(0, NAMED_LIMIT);
}
