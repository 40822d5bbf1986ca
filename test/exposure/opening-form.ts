import type { TSchema } from 'typebox';
import type { JsonObject } from '#src/base/json.ts';
import { openCaseBody } from '#src/http/open-case-body.ts';
import type { SealedClass } from '#src/workflow/sealed.ts';
import type { CanaryBook } from './canaries.ts';

/** Who may read each text of the opening form. A text that is not here has nobody's word for it, and the crawl stops. */
const CLASSES: Readonly<Record<string, SealedClass>> = {
  '/caller/name': 'reporter',
  '/caller/phone': 'reporter',
  '/caller/note': 'reporter',
  '/safeContact/phone': 'contact',
  '/safeContact/codeWord': 'contact',
  '/safeContact/whoMayAnswer': 'contact',
  '/safeContact/note': 'contact',
  '/survivor/name': 'identity',
  '/survivor/phone': 'identity',
  '/survivor/idNumber': 'identity',
  '/survivor/sex': 'identity',
  '/survivor/ageGroup': 'identity',
  '/survivor/job': 'identity',
  '/survivor/address': 'whereabouts',
  '/survivor/note': 'identity',
  '/survivor/children': 'identity',
  '/respondent/name': 'identity',
  '/respondent/phone': 'respondent',
  '/respondent/idNumber': 'identity',
  '/respondent/sex': 'identity',
  '/respondent/ageGroup': 'identity',
  '/respondent/job': 'identity',
  '/respondent/address': 'respondent',
  '/respondent/note': 'identity',
  '/respondent/relation': 'identity',
  '/incident/time': 'narrative',
  '/incident/area': 'narrative',
  '/incident/narrative': 'narrative',
  '/incident/violenceForms': 'narrative',
};

/** What the machine reads, and so cannot be a canary. */
const CODES: Readonly<Record<string, string>> = {
  '/channel': 'hotline_12338',
  '/caller/relation': 'neighbour',
  '/safeContact/through': 'guardian',
  '/survivor/capacity': 'full',
  '/survivor/birthDate': '1990-05-05',
  '/respondent/birthDate': '1988-08-08',
  '/safeContact/window/from': '08:30',
  '/safeContact/window/to': '20:30',
};

type Loose = TSchema & { type?: string; properties?: Record<string, Loose>; items?: Loose };

/** The opening form with everything filled in. */
export function fullForm(book: CanaryBook, schema: TSchema = openCaseBody): JsonObject {
  return valueAt('', schema as Loose, book) as JsonObject;
}

function valueAt(at: string, schema: Loose, book: CanaryBook): JsonObject[string] {
  if (schema.type === 'object') {
    const entries = Object.entries(schema.properties ?? {});
    return Object.fromEntries(entries.map(([key, inner]) => [key, valueAt(`${at}/${key}`, inner, book)]));
  }
  if (schema.type === 'array') return [valueAt(at, schema.items as Loose, book)];
  if (schema.type === 'boolean') return false;
  const code = CODES[at];
  if (code !== undefined) return code;
  const sealedClass = CLASSES[at];
  if (sealedClass === undefined) throw new Error(`opening form ${at}: nobody has decided who may read it`);
  return book.draw(`opening form ${at}`, sealedClass);
}
