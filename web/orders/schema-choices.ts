import type { Words } from '#web/words/words.ts';

export type Choices = readonly { readonly code: string; readonly words: Words }[];

type Schema = {
  readonly title?: string;
  readonly 'x-title-en'?: string;
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
};

/** The codes a field of a payload can hold, in the words of its own schema; `[]` steps into the items of a list. */
export function choicesAt(payload: unknown, ...path: readonly string[]): Choices {
  const found = path.reduce<Schema | undefined>(
    (schema, step) => (step === '[]' ? schema?.items : schema?.properties?.[step]),
    payload as Schema,
  );
  return (found?.anyOf ?? []).flatMap((one) =>
    typeof one.const === 'string' ? [{ code: one.const, words: wordsOf(one) }] : [],
  );
}

/** The words of a code among choices; one that is unknown stays its code. */
export function wordsFor(choices: Choices, code: string): Words {
  return choices.find((choice) => choice.code === code)?.words ?? { zh: code, en: code };
}

function wordsOf(schema: Schema): Words {
  const zh = schema.title ?? String(schema.const);
  return { zh, en: schema['x-title-en'] ?? zh };
}
