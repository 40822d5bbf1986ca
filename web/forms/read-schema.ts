import type { Words } from '#web/words/words.ts';

/** What a schema of the API may say of a value: JSON Schema and the keywords forms are drawn from. */
export type Schema = {
  readonly type?: string;
  readonly title?: string;
  readonly 'x-title-en'?: string;
  readonly description?: string;
  readonly 'x-description-en'?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly 'x-sealed'?: string;
  readonly 'x-phone'?: boolean;
  readonly 'x-planned'?: boolean;
  readonly 'x-stamped'?: boolean;
  readonly 'x-person-roles'?: readonly string[];
  readonly 'x-of-owner'?: boolean;
};

/** One answer of a list: stored as its code, shown as its term. */
export type Option = { readonly code: string; readonly words: Words };

type Shapes = {
  readonly choice: { readonly options: readonly Option[] };
  readonly choices: { readonly options: readonly Option[]; readonly least: number; readonly most: number };
  readonly flag: unknown;
  readonly confirmed: unknown;
  /** A moment; planned: it may lie ahead. */
  readonly moment: { readonly isPlanned: boolean };
  readonly day: unknown;
  /** A time of the day, `HH:mm`. */
  readonly clock: unknown;
  readonly number: { readonly least: number | null; readonly most: number | null; readonly isWhole: boolean };
  readonly text: { readonly least: number; readonly most: number };
  readonly phone: { readonly most: number };
  /** A short code with a form: of a party, a unit, a measure, a place. */
  readonly code: { readonly pattern: string };
  readonly codes: { readonly pattern: string; readonly least: number; readonly most: number };
  readonly person: { readonly roles: readonly string[]; readonly isOfOwner: boolean };
  /** The id of something else, which the form offers by what it is. */
  readonly agency: unknown;
  readonly track: unknown;
  readonly group: { readonly fields: readonly FormField[] };
  readonly list: { readonly fields: readonly FormField[]; readonly least: number; readonly most: number };
  /** No shape this console knows how to ask for. */
  readonly unknown: unknown;
};

export type FieldKind = keyof Shapes;

/** What every field has, whatever it asks for. */
export type FieldBase = {
  readonly key: string;
  /** Null: a group that is named by what stands in it. */
  readonly words: Words | null;
  readonly help: Words | null;
  readonly isRequired: boolean;
  /** The class of the vault it goes to; null: it is stored as it is. */
  readonly sealed: string | null;
};

export type FieldOf<K extends FieldKind> = K extends FieldKind
  ? Shapes[K] & FieldBase & { readonly kind: K }
  : never;

/** One thing a form asks for. */
export type FormField = { [K in FieldKind]: FieldOf<K> }[FieldKind];

const NO_LIMIT = Number.MAX_SAFE_INTEGER;
const CLOCK_PATTERN = '^([01]\\d|2[0-3]):[0-5]\\d$';

/** The fields of an object's schema, in its order. What the product fills in by itself is not asked for. */
export function readSchema(schema: Schema): readonly FormField[] {
  const required = schema.required ?? [];
  return Object.entries(schema.properties ?? {})
    .filter(([, inner]) => inner['x-stamped'] !== true)
    .map(([key, inner]) => readField(key, inner, required.includes(key)));
}

function readField(key: string, schema: Schema, isRequired: boolean): FormField {
  const base = { key, isRequired, words: wordsOf(schema), help: helpOf(schema) };
  return { ...base, sealed: schema['x-sealed'] ?? null, ...shapeOf(key, schema) } as FormField;
}

type Shape = { [K in FieldKind]: Shapes[K] & { readonly kind: K } }[FieldKind];

function shapeOf(key: string, schema: Schema): Shape {
  if (schema.anyOf !== undefined) return choiceOf(schema.anyOf);
  if (schema.const === true) return { kind: 'confirmed' };
  switch (schema.type) {
    case 'object':
      return { kind: 'group', fields: readSchema(schema) };
    case 'array':
      return listOf(schema);
    case 'boolean':
      return { kind: 'flag' };
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'string':
      return textOf(key, schema);
    default:
      return { kind: 'unknown' };
  }
}

function choiceOf(alternatives: readonly Schema[]): Shape {
  const options = optionsOf(alternatives);
  return options === null ? { kind: 'unknown' } : { kind: 'choice', options };
}

/** Null: they are something else than codes with a term each. */
function optionsOf(alternatives: readonly Schema[]): readonly Option[] | null {
  const options = alternatives.map((schema) => ({ code: schema.const, words: wordsOf(schema) }));
  const isOption = (option: (typeof options)[number]): option is Option =>
    typeof option.code === 'string' && option.words !== null;
  return options.every(isOption) ? options : null;
}

function listOf({ items = {}, minItems = 0, maxItems = NO_LIMIT }: Schema): Shape {
  const bounds = { least: minItems, most: maxItems };
  if (items.anyOf !== undefined) {
    const options = optionsOf(items.anyOf);
    return options === null ? { kind: 'unknown' } : { kind: 'choices', options, ...bounds };
  }
  if (items.type === 'object') return { kind: 'list', fields: readSchema(items), ...bounds };
  if (items.type === 'string' && items.pattern !== undefined)
    return { kind: 'codes', pattern: items.pattern, ...bounds };
  return { kind: 'unknown' };
}

function numberOf({ type, minimum, maximum }: Schema): Shape {
  return { kind: 'number', least: minimum ?? null, most: maximum ?? null, isWhole: type === 'integer' };
}

function textOf(key: string, schema: Schema): Shape {
  const { format, pattern, minLength = 0, maxLength } = schema;
  if (format === 'date-time') return { kind: 'moment', isPlanned: schema['x-planned'] === true };
  if (format === 'date') return { kind: 'day' };
  if (format === 'uuid') return idOf(key, schema);
  if (pattern === CLOCK_PATTERN) return { kind: 'clock' };
  if (pattern !== undefined) return { kind: 'code', pattern };
  if (maxLength === undefined) return { kind: 'unknown' };
  if (schema['x-phone'] === true) return { kind: 'phone', most: maxLength };
  return { kind: 'text', least: minLength, most: maxLength };
}

/** What an id is of is said by a keyword for people; for the rest by its key, as in `toAgency`, `to`, `linkedIntake`. */
function idOf(key: string, schema: Schema): Shape {
  const roles = schema['x-person-roles'];
  if (roles !== undefined) return { kind: 'person', roles, isOfOwner: schema['x-of-owner'] === true };
  if (/person$/i.test(key)) return { kind: 'person', roles: [], isOfOwner: false };
  return /(?:track|intake|order)$/i.test(key) ? { kind: 'track' } : { kind: 'agency' };
}

function wordsOf(schema: Schema): Words | null {
  const own = schema.title ?? schema.items?.title;
  const english = schema['x-title-en'] ?? schema.items?.['x-title-en'];
  return own === undefined ? null : { zh: own, en: english ?? own };
}

function helpOf({ description, 'x-description-en': english }: Schema): Words | null {
  return description === undefined ? null : { zh: description, en: english ?? description };
}
