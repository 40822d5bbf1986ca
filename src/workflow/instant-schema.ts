import { type TString, Type } from 'typebox';

type Words = { readonly title?: string; readonly 'x-title-en'?: string };

/** When something happened: RFC 3339, not in the future, not before 2000. The machine gets an `Instant`. */
export function PastInstant(words: Words = {}): TString {
  return Type.String({ format: 'date-time', ...words });
}

/** The key that marks a time that may lie ahead. */
export const PLANNED = 'x-planned';

/** When something is to happen (a hearing, a printed end, a release): RFC 3339, from 2000 to 2099. */
export function PlannedInstant(words: Words = {}): TString {
  return Type.String({ format: 'date-time', [PLANNED]: true, ...words });
}

/** A day printed in a paper that may lie ahead, `YYYY-MM-DD`. It is a day of the wall calendar in Shanghai and no moment. */
export function PlannedDate(words: Words = {}): TString {
  return Type.String({ format: 'date', [PLANNED]: true, ...words });
}
