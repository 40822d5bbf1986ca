import type { Words } from '#web/words/words.ts';
import type { FormAbout } from './form-about.ts';
import type { FormField, Option, Schema } from './read-schema.ts';
import { readSchema } from './read-schema.ts';

type Thing = { readonly id: string } & Readonly<Record<string, unknown>>;

const PARTIES = ['applicants', 'respondents', 'protectedPersons'];
/** Where what a field names is kept, when that is not under its own key. */
const KEPT_UNDER: Readonly<Record<string, readonly string[]>> = {
  to: [...PARTIES, 'units'],
  party: PARTIES,
  payee: PARTIES,
};

/**
 * What a code can stand for on this track: the parties, units or measures it holds, each with a name where the reader may
 * see one, else with what it is. Where nothing is kept for the field, everything that has a code is offered.
 */
export function knownCodes(
  about: Pick<FormAbout, 'context' | 'revealed' | 'terms'>,
  key: string,
  pattern: string,
): readonly Option[] {
  const form = new RegExp(pattern, 'u');
  const lists = Object.entries(about.context).filter((entry): entry is [string, unknown[]] =>
    Array.isArray(entry[1]),
  );
  const under = KEPT_UNDER[key] ?? [key, `${key}s`];
  const own = lists.filter(([name]) => under.includes(name));
  const options = (own.length > 0 ? own : lists)
    .flatMap(([, list]) => list.filter(isThing))
    .filter(({ id }) => form.test(id))
    .map((thing): Option => ({ code: thing.id, words: wordsOf(thing, about) }));
  // A thing stands in several lists; the one that says most of it counts.
  const saysMore = (a: Option, b: Option): Option => (b.words.zh.length > a.words.zh.length ? b : a);
  return [...Map.groupBy(options, ({ code }) => code).values()].map((same) => same.reduce(saysMore));
}

/** The terms of all codes that the forms of a workflow offer. */
export function termsOf(schemas: readonly Schema[]): ReadonlyMap<string, Words> {
  return new Map(schemas.flatMap((schema) => termsIn(readSchema(schema))));
}

function termsIn(fields: readonly FormField[]): [string, Words][] {
  return fields.flatMap((field): [string, Words][] => {
    if ('options' in field) return field.options.map(({ code, words }) => [code, words]);
    return 'fields' in field ? termsIn(field.fields) : [];
  });
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

/** `m1 · 禁止接触`, `r1 · 张某`: the code, and the first that says what it is. */
function wordsOf(thing: Thing, { revealed, terms }: Pick<FormAbout, 'revealed' | 'terms'>): Words {
  const name = sealedName(thing, revealed);
  if (name !== undefined) return { zh: `${thing.id} · ${name}`, en: `${thing.id} · ${name}` };
  const term = Object.entries(thing)
    .filter(([key]) => key !== 'id' && key !== 'status')
    .map(([, value]) => (typeof value === 'string' ? terms.get(value) : undefined))
    .find((words) => words !== undefined);
  if (term === undefined) return { zh: thing.id, en: thing.id };
  return { zh: `${thing.id} · ${term.zh}`, en: `${thing.id} · ${term.en}` };
}

function sealedName({ name }: Thing, revealed: FormAbout['revealed']): string | undefined {
  if (typeof name !== 'object' || name === null || !('sealed' in name)) return undefined;
  return revealed[String(name.sealed)];
}
