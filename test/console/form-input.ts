import type { TSchema } from 'typebox';
import type { Json, JsonObject } from '#src/base/json.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { FormField, Schema } from '#web/forms/read-schema.ts';
import type { Typed, TypedGroup } from '#web/forms/typed.ts';
import { loadEveryWorkflow } from '#test/support/load-every-workflow.ts';

/** A form of the product: an event's, or that of an opening. */
export type ProductForm = { readonly name: string; readonly schema: TSchema & Schema };

/** Every form there is, those of retired versions too. */
export async function everyForm(): Promise<ProductForm[]> {
  return (await loadEveryWorkflow()).flatMap(({ workflow }) => formsOf(workflow));
}

function formsOf({ id, version, input, events }: Workflow): ProductForm[] {
  return [
    { name: `${id} v${version} opening`, schema: input as TSchema & Schema },
    ...Object.entries(events).map(([type, { payload }]) => ({
      name: `${id} v${version} ${type}`,
      schema: payload as TSchema & Schema,
    })),
  ];
}

/** What stands in the controls when somebody has entered exactly this. */
export function typeIn(fields: readonly FormField[], payload: JsonObject): TypedGroup {
  const entries = fields
    .filter(({ key }) => payload[key] !== undefined)
    .map((field): [string, Typed] => [field.key, typedOf(field, payload[field.key] as Json)]);
  return Object.fromEntries(entries);
}

function typedOf(field: FormField, value: Json): Typed {
  switch (field.kind) {
    case 'group':
      return typeIn(field.fields, value as JsonObject);
    case 'list':
      return (value as JsonObject[]).map((entry) => typeIn(field.fields, entry));
    case 'choices':
    case 'codes':
      return value as string[];
    case 'flag':
    case 'confirmed':
      return value as boolean;
    case 'moment':
      return (value as string).slice(0, 16);
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

/** What may be left out without a difference: empty lists and groups, and what the product writes by itself. */
export function pruned(schema: Schema, value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => pruned(schema.items ?? {}, item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .map(([key, inner]): [string, Json] => [key, pruned(schema.properties?.[key] ?? {}, inner)])
    .filter(([key, inner]) => !isEmpty(inner) && schema.properties?.[key]?.['x-stamped'] !== true);
  return Object.fromEntries(kept);
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
