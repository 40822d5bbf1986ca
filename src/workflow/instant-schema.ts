import { type TString, Type } from 'typebox';

/** The key by which a schema says that a time may lie ahead of us. */
export const PLANNED = 'x-planned';

type Words = { readonly title?: string; readonly 'x-title-en'?: string };

/** When something happened: RFC 3339, not in the future, not before 2000. The machine gets an `Instant`. */
export function PastInstant(words: Words = {}): TString {
  return Type.String({ format: 'date-time', ...words });
}

/** When something is meant to happen: RFC 3339, any time from 2000 on. The machine gets an `Instant`. */
export function PlannedInstant(words: Words = {}): TString {
  return Type.String({ format: 'date-time', [PLANNED]: true, ...words });
}
