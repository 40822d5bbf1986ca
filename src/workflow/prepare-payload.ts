import type { TSchema } from 'typebox';
import { type InputFault, type InputProblem, inputProblem } from '#src/base/input-faults.ts';
import { type Instant, parseInstant } from '#src/base/instant.ts';
import type { Json, JsonObject } from '#src/base/json.ts';
import { fits, problemsOf } from './check-input.ts';
import { STAMPED } from './field.ts';
import { PLANNED } from './instant-schema.ts';
import { PHONE, SEALED, type SealedClass } from './sealed.ts';

/** A value taken out of a payload on its way to the vault; `id` is what stands in its place. */
export type TakenOut = {
  readonly id: string;
  readonly class: SealedClass;
  /** Where it stood, e.g. `survivor/name`. */
  readonly field: string;
  readonly text: string;
  readonly isPhone: boolean;
};

export type Prepared =
  | { readonly payload: JsonObject; readonly takenOut: readonly TakenOut[] }
  | { readonly problems: readonly InputProblem[]; readonly code: 'payload_invalid' | 'occurred_at_invalid' };

type Walk = {
  readonly earliest: Instant;
  readonly latest: Instant;
  readonly drawId: () => string;
  readonly seal: Bounds['seal'];
  readonly takenOut: TakenOut[];
  readonly late: InputProblem[];
};

type LooseSchema = TSchema & {
  readonly format?: string;
  readonly properties?: Readonly<Record<string, LooseSchema>>;
  readonly items?: LooseSchema;
  readonly anyOf?: readonly LooseSchema[];
  readonly [SEALED]?: SealedClass;
  readonly [PLANNED]?: boolean;
  readonly [PHONE]?: true;
  readonly const?: Json;
  readonly [STAMPED]?: true;
};

/** Between which instants things may have happened, and how values are sealed. */
export type Bounds = {
  readonly earliest: Instant;
  readonly latest: Instant;
  readonly drawId: () => string;
  /** Seals a value under an id; gives the digest of the sealed bytes. */
  readonly seal: (id: string, text: string) => string;
};

/**
 * Checks a payload against its schema, then makes it fit for the log: sealed texts become references, times become
 * canonical instants. A time in a payload says when something happened: outside `earliest`..`latest` it is refused. Only a
 * field marked as planned may lie ahead.
 */
export function preparePayload(schema: TSchema, payload: unknown, bounds: Bounds): Prepared {
  const problems = problemsOf(schema, payload);
  if (problems.length > 0) return { problems, code: 'payload_invalid' };
  const walk: Walk = { ...bounds, takenOut: [], late: [] };
  const prepared = prepare(schema as LooseSchema, payload as Json, '', walk) as JsonObject;
  if (walk.late.length > 0) return { problems: walk.late, code: 'occurred_at_invalid' };
  return { payload: prepared, takenOut: walk.takenOut };
}

function prepare(schema: LooseSchema, value: Json, field: string, walk: Walk): Json {
  const sealedClass = schema[SEALED];
  if (sealedClass !== undefined && typeof value === 'string') return takeOut(schema, value, field, walk);
  if (schema.format === 'date-time' && typeof value === 'string') {
    return canonicalTime(value, field, walk, schema[PLANNED] === true ? LATEST_PLANNED : walk.latest);
  }
  if (schema.anyOf !== undefined) {
    const branch = schema.anyOf.find((candidate) => fits(candidate, value));
    return branch === undefined ? value : prepare(branch, value, field, walk);
  }
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined
      ? value
      : value.map((item, index) => prepare(items, item, `${field}/${index}`, walk));
  }
  if (typeof value === 'object' && value !== null)
    return prepareMembers(schema, value as JsonObject, field, walk);
  return value;
}

function prepareMembers(schema: LooseSchema, value: JsonObject, field: string, walk: Walk): JsonObject {
  const members = Object.entries(value).map(([key, member]): [string, Json] => {
    const inner = schema.properties?.[key];
    return [key, inner === undefined ? member : prepare(inner, member, `${field}/${key}`, walk)];
  });
  return { ...Object.fromEntries(members), ...stampsOf(schema, value) };
}

/** What the schema says of itself in every event, where the sender did not. */
function stampsOf({ properties = {} }: LooseSchema, value: JsonObject): JsonObject {
  const stamps = Object.entries(properties).flatMap(([key, inner]): [string, Json][] =>
    inner[STAMPED] === true && inner.const !== undefined && !Object.hasOwn(value, key)
      ? [[key, inner.const]]
      : [],
  );
  return Object.fromEntries(stamps);
}

function takeOut(schema: LooseSchema, text: string, field: string, walk: Walk): JsonObject {
  const id = walk.drawId();
  const { [SEALED]: sealedClass = 'identity', [PHONE]: isPhone = false } = schema;
  walk.takenOut.push({ id, class: sealedClass, field: field.slice(1), text, isPhone });
  return { sealed: id, digest: walk.seal(id, text) };
}

/** A sentence may end decades from now; a year beyond this is a slip of the keyboard. */
const LATEST_PLANNED: Instant = '2099-12-31T23:59:59.999+08:00';

function canonicalTime(text: string, field: string, walk: Walk, latest: Instant): string {
  const instant = parseInstant(text);
  const fault = instant === null ? 'no_such_time' : timeFault(instant, { earliest: walk.earliest, latest });
  if (instant !== null && fault === null) return instant;
  walk.late.push(inputProblem(field, fault ?? 'wrong'));
  return text;
}

/** What is wrong with a time at which something is said to have happened; null: nothing. */
export function timeFault(
  instant: Instant,
  bounds: { earliest: Instant; latest: Instant },
): InputFault | null {
  if (instant < bounds.earliest) return 'too_early';
  return instant > bounds.latest ? 'future' : null;
}
