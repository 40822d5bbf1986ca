import { labelOf } from '#web/forms/draw-props.ts';
import type { FormField } from '#web/forms/read-schema.ts';
import { dayText, minuteText } from '#web/words/time.ts';
import type { Words } from '#web/words/words.ts';

/** One thing that was recorded with an event. */
export type PayloadLine = {
  readonly label: Words;
  /** Null: it is sealed, and not for this reader. */
  readonly value: Words | null;
  /** How deep it lies within groups. */
  readonly depth: number;
};

/** What ids stand for, as far as the reader knows. */
export type Names = {
  readonly people: ReadonlyMap<string, string>;
  readonly agencies: ReadonlyMap<string, Words>;
  readonly tracks: ReadonlyMap<string, Words>;
};

const WORDS = {
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  numbered: { zh: '第 {} 项', en: 'No. {}' },
};

type Payload = Readonly<Record<string, unknown>>;

/**
 * What was recorded, in the words of its form: fields by their titles, codes by their terms, ids by what they stand for.
 * What the form of today does not know any more stays under its own key.
 */
export function payloadLines(fields: readonly FormField[], payload: unknown, names: Names): PayloadLine[] {
  return linesOf(fields, isObject(payload) ? payload : {}, { names, depth: 0 });
}

type At = { readonly names: Names; readonly depth: number };

function linesOf(fields: readonly FormField[], payload: Payload, at: At): PayloadLine[] {
  const known = new Map(fields.map((field) => [field.key, field]));
  return Object.entries(payload).flatMap(([key, value]) => {
    const field = known.get(key);
    if (value === null || value === undefined) return [];
    return field === undefined ? unknownLines(key, value, at) : fieldLines(field, value, at);
  });
}

function fieldLines(field: FormField, value: unknown, at: At): PayloadLine[] {
  const label = labelOf(field);
  const { depth } = at;
  if (isSealed(value)) return [{ label, value: null, depth }];
  const inner = { ...at, depth: depth + 1 };
  if (field.kind === 'group' && isObject(value))
    return [{ label, value: EMPTY, depth }, ...linesOf(field.fields, value, inner)];
  if (field.kind === 'list' && Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => [
      { label: numbered(label, index), value: EMPTY, depth },
      ...linesOf(field.fields, isObject(item) ? item : {}, inner),
    ]);
  }
  return [{ label, value: valueWords(field, value, at.names), depth }];
}

/** Keys that no form has: the engine's own, or those of a form that has changed since. */
function unknownLines(key: string, value: unknown, at: At): PayloadLine[] {
  const label = { zh: key, en: key };
  if (isSealed(value)) return [{ label, value: null, depth: at.depth }];
  if (isObject(value)) {
    return [{ label, value: EMPTY, depth: at.depth }, ...linesOf([], value, { ...at, depth: at.depth + 1 })];
  }
  if (Array.isArray(value) && value.some(isObject)) return [];
  return [{ label, value: textWords(value, at.names), depth: at.depth }];
}

function valueWords(field: FormField, value: unknown, names: Names): Words {
  switch (field.kind) {
    case 'choice':
    case 'choices': {
      const wanted = Array.isArray(value) ? value : [value];
      const terms = new Map(field.options.map(({ code, words }) => [code, words]));
      return joined(wanted.map((code) => terms.get(String(code)) ?? same(String(code))));
    }
    case 'moment':
      return same(minuteText(String(value)));
    case 'day':
      return same(dayText(String(value)));
    default:
      return textWords(value, names);
  }
}

function textWords(value: unknown, names: Names): Words {
  if (typeof value === 'boolean') return value ? WORDS.yes : WORDS.no;
  if (Array.isArray(value)) return joined(value.map((item) => textWords(item, names)));
  const text = String(value);
  const person = names.people.get(text);
  if (person !== undefined) return same(person);
  const thing = names.agencies.get(text) ?? names.tracks.get(text);
  if (thing !== undefined) return thing;
  return same(/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text) ? minuteText(text) : text);
}

const EMPTY: Words = { zh: '', en: '' };

function numbered(label: Words, index: number): Words {
  const count = String(index + 1);
  return {
    zh: `${label.zh} ${WORDS.numbered.zh.replace('{}', count)}`,
    en: `${label.en} ${WORDS.numbered.en.replace('{}', count)}`,
  };
}

function same(text: string): Words {
  return { zh: text, en: text };
}

function joined(all: readonly Words[]): Words {
  return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') };
}

function isSealed(value: unknown): boolean {
  return isObject(value) && value['sealed'] === true;
}

function isObject(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
