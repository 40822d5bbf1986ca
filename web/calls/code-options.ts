import type { Words } from '#web/words/words.ts';

type Schema = {
  readonly title?: string;
  readonly 'x-title-en'?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
};

export type CodeOption = { readonly code: string; readonly words: Words };

/** The codes that a field of a payload offers, by the path to it; none when the schema has no such field. */
export function codesAt(schema: object | undefined, ...path: readonly string[]): readonly CodeOption[] {
  const field = fieldAt(schema, path);
  return (field?.anyOf ?? []).map((one) => ({ code: String(one.const), words: titleOf(one) }));
}

/** The fields of a part of a payload, with what each is called. */
export function fieldsAt(schema: object | undefined, ...path: readonly string[]): readonly CodeOption[] {
  const field = fieldAt(schema, path);
  return Object.entries(field?.properties ?? {}).map(([code, one]) => ({ code, words: titleOf(one) }));
}

/** The codes of the items of a list. */
export function itemCodesAt(schema: object | undefined, name: string): readonly string[] {
  const list = fieldAt(schema, [name]) as { readonly items?: Schema } | undefined;
  return (list?.items?.anyOf ?? []).map((one) => String(one.const));
}

function fieldAt(schema: object | undefined, path: readonly string[]): Schema | undefined {
  let field = schema as Schema | undefined;
  for (const name of path) field = field?.properties?.[name];
  return field;
}

function titleOf({ title = '', 'x-title-en': english = title }: Schema): Words {
  return { zh: title, en: english };
}
