import { type TObject, type TProperties, type TSchemaOptions, type TUnsafe, Type } from 'typebox';
import type { Role } from '#src/base/roles.ts';

/** The name of a field in both languages, as schema keywords: forms are drawn from them. */
export function label(zh: string, en: string): TSchemaOptions {
  return { title: zh, 'x-title-en': en };
}

/** A payload: exactly these fields and no others. */
export function Payload<P extends TProperties>(fields: P): TObject<P> {
  return Type.Object(fields, { additionalProperties: false });
}

/** Codes with their official Chinese term and an English one. */
export type CodeList = { readonly [code: string]: readonly [zh: string, en: string] };

/** One code of a list: stored as the code, shown as its term. */
export function Codes<const L extends CodeList>(list: L, zh: string, en: string): TUnsafe<keyof L & string> {
  const anyOf = Object.entries(list).map(([code, [term, english]]) => ({
    const: code,
    ...label(term, english),
  }));
  return Type.Unsafe<keyof L & string>({ type: 'string', anyOf, ...label(zh, en) });
}

/** Yes or no. */
export function Flag(zh: string, en: string) {
  return Type.Boolean(label(zh, en));
}

/** Something that must have been done: an event without it is not accepted. */
export function Confirmed(zh: string, en: string) {
  return Type.Literal(true, label(zh, en));
}

/** The key that marks a field the product fills in by itself. */
export const STAMPED = 'x-stamped';

/** What the product writes into every such event, so that the log says it; whoever sends one may leave it out. */
export function Stamped(value: string, zh: string, en: string) {
  return Type.Optional(Type.Literal(value, { [STAMPED]: true, ...label(zh, en) }));
}

/** The key by which a schema says that an id must be of an active person with one of these roles. */
export const PERSON_ROLES = 'x-person-roles';

/** The id of somebody who works here in one of the roles; the engine refuses any other id. */
export function PersonId(roles: readonly Role[], zh: string, en: string) {
  return Type.String({ format: 'uuid', [PERSON_ROLES]: roles, ...label(zh, en) });
}

/** The key by which a schema says that the person must work for the agency that owns the case. */
export const OF_OWNER = 'x-of-owner';

/** The id of somebody of the owner agency who works here in one of the roles. */
export function ColleagueId(roles: readonly Role[], zh: string, en: string) {
  return Type.String({ format: 'uuid', [PERSON_ROLES]: roles, [OF_OWNER]: true, ...label(zh, en) });
}

/** The field that names the intake of another case: the engine refuses one its sender may not see. */
export const LINKED_INTAKE = 'linkedIntake';

/** The id of an agency or a track. */
export function Id(zh: string, en: string) {
  return Type.String({ format: 'uuid', ...label(zh, en) });
}
