import type { TSchema } from 'typebox';
import type { Json, JsonObject } from '#src/base/json.ts';
import type { Role } from '#src/base/roles.ts';
import { LINKED_INTAKE, OF_OWNER, PERSON_ROLES } from '#src/workflow/field.ts';
import { PLANNED } from '#src/workflow/instant-schema.ts';
import { SEALED, type SealedClass } from '#src/workflow/sealed.ts';
import { pick, type Random } from '#test/support/random-payload.ts';

/** A value nobody else has: where it was put, and (for sealed ones) under which class. */
export type Canary = {
  readonly token: string;
  /** E.g. `shelter stay.admitted /site`. */
  readonly where: string;
  /** Null: it stands in clear, as a short name or a code. */
  readonly class: SealedClass | null;
};

/** What a payload is filled with that must mean something: people by role, an agency, moments. */
export type Surroundings = {
  readonly personOf: (roles: readonly Role[], isOfOwner: boolean) => string;
  readonly agency: string;
  /** The intake of another case of the same household. */
  readonly otherIntake: () => string;
  readonly past: string;
  readonly planned: string;
};

type Loose = TSchema & {
  type?: string;
  const?: Json;
  anyOf?: Loose[];
  properties?: Record<string, Loose>;
  items?: Loose;
  format?: string;
  pattern?: string;
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  [SEALED]?: SealedClass;
  [PERSON_ROLES]?: readonly Role[];
  [OF_OWNER]?: true;
  [PLANNED]?: boolean;
};

/** Fills payloads, every optional field included, and keeps a book of what it put where. */
export type CanaryBook = {
  readonly fill: (where: string, schema: TSchema, random: Random) => JsonObject;
  /** A canary for a text that no payload schema describes. */
  readonly draw: (where: string, sealedClass: SealedClass) => string;
  readonly all: () => readonly Canary[];
};

/**
 * Starts a book. A clear text has a canary wherever its pattern can hold one; times of day and file digests hold none,
 * and no name or address either. A text with neither seal, format nor a pattern known here throws: nobody has said yet
 * who may see it.
 */
export function startBook(surroundings: Surroundings): CanaryBook {
  const drawn: Canary[] = [];
  const next = (where: string, sealedClass: SealedClass | null, form: (n: string) => string): string => {
    const token = form(String(drawn.length + 1).padStart(4, '0'));
    drawn.push({ token, where, class: sealedClass });
    return token;
  };
  const value: Fill = (where, schema, random) => {
    if (schema.const !== undefined) return schema.const;
    if (schema.anyOf !== undefined) return value(where, pick(random, schema.anyOf), random);
    if (schema.type === 'object') return members(where, schema, random);
    if (schema.type === 'array') return items(where, schema, random);
    if (schema.type === 'boolean') return random() < 0.5;
    if (schema.type === 'integer') return Math.max(schema.minimum ?? 0, 1);
    return text(where, schema);
  };
  const members = (where: string, { properties = {} }: Loose, random: Random): JsonObject =>
    Object.fromEntries(
      Object.entries(properties).map(([key, inner]) => [key, value(`${where}/${key}`, inner, random)]),
    );
  const items = (where: string, { items: inner, minItems = 0 }: Loose, random: Random): Json[] =>
    Array.from({ length: Math.max(1, minItems) }, () => value(where, inner as Loose, random));
  const text = (where: string, schema: Loose): string => {
    const sealedClass = schema[SEALED];
    if (sealedClass !== undefined) return next(where, sealedClass, (n) => `canary-${n}-yranac`);
    const roles = schema[PERSON_ROLES];
    if (roles !== undefined) return surroundings.personOf(roles, schema[OF_OWNER] === true);
    if (where.endsWith(`/${LINKED_INTAKE}`)) return surroundings.otherIntake();
    if (schema.format === 'uuid') return surroundings.agency;
    if (schema.format === 'date-time') return schema[PLANNED] ? surroundings.planned : surroundings.past;
    if (schema.format === 'date') return surroundings.past.slice(0, 10);
    return clear(where, schema.pattern);
  };
  const clear = (where: string, pattern: string | undefined): string => {
    const form = pattern === undefined ? undefined : CLEAR_TEXTS[pattern];
    if (form === undefined) throw new Error(`${where}: a text in clear that nobody has decided upon`);
    return form === null ? (FIXED[pattern ?? ''] ?? '') : next(where, null, form);
  };
  return {
    fill: (where, schema, random) => members(where, schema as Loose, random),
    draw: (where, sealedClass) => next(where, sealedClass, (n) => `canary-${n}-yranac`),
    all: () => drawn,
  };
}

const TOKENS = /canary[-_.][0-9a-j]{4,5}[-_.](?:yranac|x)|QZ\d{4}|Rule\d{4}x/g;

/** The canaries that stand in a text. */
export function tokensIn(text: string): string[] {
  return text.match(TOKENS) ?? [];
}

type Fill = (where: string, schema: Loose, random: Random) => Json;

const CLOCK_TIME = '^([01]\\d|2[0-3]):[0-5]\\d$';
const DIGEST = '^[0-9a-f]{64}$';
/** Which ticket of one case, t1 to t99: the number it has elsewhere is sealed. */
const TICKET = '^t[1-9][0-9]?$';
const FIXED: Readonly<Record<string, string>> = {
  [CLOCK_TIME]: '08:30',
  [DIGEST]: 'f'.repeat(64),
  [TICKET]: 't1',
};

/**
 * The only texts that may stand in clear, by their pattern, and how a canary of each looks. None of them can hold a
 * Chinese name, a telephone number or an address; `null`: it can hold no canary either.
 */
const CLEAR_TEXTS: Readonly<Record<string, ((n: string) => string) | null>> = {
  // A short name of a party, a unit or a measure within one order.
  '^[a-z][a-z0-9_]{0,19}$': (n) => `canary_${n}_x`,
  // The number of a campaign or of an activity.
  '^[a-z0-9-]{1,40}$': (n) => `canary-${n}-x`,
  // The code of a place, which means something only to those who run it.
  '^[A-Z]{2}[0-9]{2,4}$': (n) => `QZ${n}`,
  // The code of a rule whose period somebody missed.
  '^[A-Z][A-Za-z0-9]{0,15}$': (n) => `Rule${n}x`,
  // The names of fields that go along with a handoff.
  '^[A-Za-z][A-Za-z._-]{0,63}$': (n) =>
    `canary.${n.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '')}.x`,
  [CLOCK_TIME]: null,
  [DIGEST]: null,
  [TICKET]: null,
};
