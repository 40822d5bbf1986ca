import type { TSchema } from 'typebox';
import type { SEALED } from '#src/workflow/sealed.ts';

type Loose = TSchema & {
  type?: string;
  const?: unknown;
  anyOf?: Loose[];
  properties?: Record<string, Loose>;
  additionalProperties?: unknown;
  items?: Loose;
  maxItems?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  title?: string;
  'x-title-en'?: string;
  [SEALED]?: string;
};

/** Where a payload schema lets in keys nobody named, or texts and lists without an end, or has a field without a name. */
export function closedSchemaProblems(where: string, schema: TSchema): string[] {
  return problemsAt(where, schema as Loose);
}

function problemsAt(where: string, schema: Loose): string[] {
  if (schema.const !== undefined) return [];
  if (schema.anyOf !== undefined) return schema.anyOf.flatMap((branch) => problemsAt(where, branch));
  switch (schema.type) {
    case 'object':
      return objectProblems(where, schema);
    case 'array':
      return listProblems(where, schema);
    case 'string':
      return isBounded(schema) ? [] : [`${where}: a text without an end`];
    case 'boolean':
    case 'integer':
      return [];
    default:
      return [`${where}: of no known type`];
  }
}

function objectProblems(where: string, schema: Loose): string[] {
  const open = schema.additionalProperties === false ? [] : [`${where}: lets in other keys`];
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, field]) => [
    ...problemsAt(`${where}/${key}`, field),
    ...(needsName(field) && (field.title === undefined || field['x-title-en'] === undefined)
      ? [`${where}/${key}: has no name in both languages`]
      : []),
  ]);
  return [...open, ...inner];
}

function listProblems(where: string, { maxItems, items }: Loose): string[] {
  const inner = items === undefined ? [`${where}: a list of anything`] : problemsAt(where, items);
  return maxItems === undefined ? [`${where}: a list without an end`, ...inner] : inner;
}

function isBounded({ maxLength, pattern, format }: Loose): boolean {
  return maxLength !== undefined || pattern !== undefined || format !== undefined;
}

/** A group is named by its fields. */
function needsName(field: Loose): boolean {
  return field.type !== 'object' && !(field.type === 'array' && field.items?.anyOf !== undefined);
}
