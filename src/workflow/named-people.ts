import type { TObject, TSchema } from 'typebox';
import { type InputProblem, inputProblem } from '#src/base/input-faults.ts';
import { isUuid } from '#src/base/ids.ts';
import type { Role } from '#src/base/roles.ts';
import { PERSON_ROLES } from './field.ts';

/** Somebody a payload may name, as the directory has her now. */
export type KnownPerson = { readonly id: string; readonly role: Role };

/** Which fields of a payload name people who do not work here in the role the field asks for. */
export function unknownPeople(
  schema: TObject,
  payload: Readonly<Record<string, unknown>>,
  known: readonly KnownPerson[],
): InputProblem[] {
  return Object.entries(schema.properties).flatMap(
    ([key, field]: [string, TSchema & { [PERSON_ROLES]?: readonly Role[] }]) => {
      const roles = field[PERSON_ROLES];
      const id = payload[key];
      if (roles === undefined || id === undefined) return [];
      const isKnown = known.some((person) => person.id === id && roles.includes(person.role));
      return isKnown ? [] : [inputProblem(`/${key}`, 'no_such_person')];
    },
  );
}

// A payload names one or two people; what comes after the first twenty ids is not looked up and so refused.
const NAMED_LIMIT = 20;

/** The ids at the top of a payload, which may be people. */
export function idsIn(payload: Readonly<Record<string, unknown>>): string[] {
  return Object.values(payload)
    .filter((value): value is string => typeof value === 'string' && isUuid(value))
    .slice(0, NAMED_LIMIT);
}
