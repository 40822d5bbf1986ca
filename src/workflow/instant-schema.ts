import { type TString, Type } from 'typebox';

type Words = { readonly title?: string; readonly 'x-title-en'?: string };

/** When something happened: RFC 3339, not in the future, not before 2000. The machine gets an `Instant`. */
export function PastInstant(words: Words = {}): TString {
  return Type.String({ format: 'date-time', ...words });
}
