import type { ComponentType } from 'react';
import { about, type Words } from '#web/words/words.ts';
import { GROUP_WORDS } from './group-words.ts';
import type { FieldBase, FormField } from './read-schema.ts';
import { SEALED_WORDS } from './sealed-words.ts';
import type { Typed, TypedGroup } from './typed.ts';

/** What each control is drawn from. `pointer`: the place in the form, as the server names it. */
export type DrawProps<Field extends FieldBase> = {
  readonly field: Field;
  readonly pointer: string;
  readonly value: Typed | undefined;
  readonly onType: (value: Typed | undefined) => void;
  /** Draws the fields within this one. */
  readonly Fields: ComponentType<SchemaFieldsProps>;
};

export type SchemaFieldsProps = {
  readonly fields: readonly FormField[];
  readonly typed: TypedGroup;
  readonly onType: (typed: TypedGroup) => void;
  /** Where these fields stand in the form; the form itself is ''. */
  readonly pointer?: string;
};

const SEALED = { zh: '密封', en: 'sealed' };
const BOTH = { zh: '{}。{}', en: '{}. {}' };

/** What a field is called. */
export function labelOf({ words, key }: FieldBase): Words {
  return words ?? GROUP_WORDS[key] ?? { zh: key, en: key };
}

/** Its help, that it is sealed, and who will be able to read it where that is not everybody on the case. */
export function helpOf({ help, sealed }: FieldBase): { help?: Words; mark?: Words } {
  const mark = sealed === null ? {} : { mark: SEALED };
  const readers = sealed === null ? undefined : SEALED_WORDS[sealed];
  if (help === null) return readers === undefined ? mark : { ...mark, help: readers };
  return { ...mark, help: readers === undefined ? help : about(BOTH, help, readers) };
}
