import type { FormField } from './read-schema.ts';

/**
 * What somebody has typed into a form, as it stands in the controls: half a number, a time of Shanghai without its offset.
 * It is kept and drafted like this; `check-input.ts` makes of it what is sent.
 */
export type Typed = string | boolean | readonly string[] | TypedGroup | readonly TypedGroup[];

/** By the key of the field; what nobody has touched is not in it. */
export type TypedGroup = { readonly [key: string]: Typed | undefined };

/** An untouched form. A list that needs an entry starts with one, whose own code is already there. */
export function emptyForm(fields: readonly FormField[]): TypedGroup {
  const entries = fields.flatMap((field): [string, Typed][] => {
    if (field.kind === 'list' && field.isRequired && field.least > 0)
      return [[field.key, [emptyEntry(field, [])]]];
    if (field.kind === 'group' && field.isRequired) return [[field.key, emptyForm(field.fields)]];
    return [];
  });
  return Object.fromEntries(entries);
}

/** One more entry of a list, with a code that none of the others has (`m3`: the third measure). */
export function emptyEntry(
  list: FormField & { readonly kind: 'list' },
  others: readonly TypedGroup[],
): TypedGroup {
  const entry = emptyForm(list.fields);
  const own = list.fields.find(({ key, kind }) => key === 'id' && kind === 'code');
  return own === undefined ? entry : { ...entry, id: freeCode(list.key.charAt(0), others) };
}

function freeCode(letter: string, others: readonly TypedGroup[]): string {
  const taken = new Set(others.map(({ id }) => id));
  const places = Array.from({ length: others.length + 1 }, (_, index) => `${letter}${index + 1}`);
  return places.find((code) => !taken.has(code)) ?? letter;
}

/** Has anything been typed into it? An entry's own code is ours and not hers; that she added the entry is. */
export function isTyped(typed: Typed | undefined): boolean {
  if (typeof typed !== 'object') return typed !== undefined && typed !== '';
  if (Array.isArray(typed)) return (typed as readonly Typed[]).some((item) => isTyped(item) || isEntry(item));
  return Object.entries(typed).some(([key, inner]) => key !== 'id' && isTyped(inner));
}

function isEntry(item: Typed): boolean {
  return typeof item === 'object';
}

/** How many characters a text has, as the server counts them. */
export function letterCount(text: string): number {
  return Array.from(text).length;
}
