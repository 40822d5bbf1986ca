import type { TSchema } from 'typebox';
import type { InputProblem } from '#src/base/errors.ts';
import { type Instant, parseInstant } from '#src/base/instant.ts';
import type { Json, JsonObject } from '#src/base/json.ts';
import { fits, problemsOf } from './check-input.ts';
import { PLANNED } from './instant-schema.ts';
import { SEALED, type SealedClass } from './sealed.ts';

/** A value taken out of a payload on its way to the vault; `id` is what stands in its place. */
export type TakenOut = {
  readonly id: string;
  readonly class: SealedClass;
  /** Where it stood, e.g. `survivor/name`. */
  readonly field: string;
  readonly text: string;
};

export type Prepared =
  | { readonly payload: JsonObject; readonly takenOut: readonly TakenOut[] }
  | { readonly problems: readonly InputProblem[]; readonly code: 'payload_invalid' | 'occurred_at_invalid' };

type Walk = {
  readonly earliest: Instant;
  readonly latest: Instant;
  readonly drawId: () => string;
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
};

/**
 * Checks a payload against its schema, then makes it fit for the log: sealed texts become references, times become
 * canonical instants. A time in a payload says when something happened: outside `earliest`..`latest` it is refused. Only a
 * field marked as planned may lie ahead.
 */
export function preparePayload(
  schema: TSchema,
  payload: unknown,
  bounds: { readonly earliest: Instant; readonly latest: Instant; readonly drawId: () => string },
): Prepared {
  const problems = problemsOf(schema, payload);
  if (problems.length > 0) return { problems, code: 'payload_invalid' };
  const walk: Walk = { ...bounds, takenOut: [], late: [] };
  const prepared = prepare(schema as LooseSchema, payload as Json, '', walk) as JsonObject;
  if (walk.late.length > 0) return { problems: walk.late, code: 'occurred_at_invalid' };
  return { payload: prepared, takenOut: walk.takenOut };
}

function prepare(schema: LooseSchema, value: Json, field: string, walk: Walk): Json {
  const sealedClass = schema[SEALED];
  if (sealedClass !== undefined && typeof value === 'string') return takeOut(value, sealedClass, field, walk);
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
  return Object.fromEntries(members);
}

function takeOut(text: string, sealedClass: SealedClass, field: string, walk: Walk): JsonObject {
  const id = walk.drawId();
  walk.takenOut.push({ id, class: sealedClass, field: field.slice(1), text });
  return { sealed: id };
}

/** A sentence may end decades from now; a year beyond this is a slip of the keyboard. */
const LATEST_PLANNED: Instant = '2099-12-31T23:59:59.999+08:00';

function canonicalTime(text: string, field: string, walk: Walk, latest: Instant): string {
  const instant = parseInstant(text);
  if (instant === null || instant < walk.earliest || instant > latest) {
    const end = latest === LATEST_PLANNED ? 'after 2099' : 'in the future';
    walk.late.push({ pointer: field, message: `must be a real time, not before 2000 and not ${end}` });
    return text;
  }
  return instant;
}
