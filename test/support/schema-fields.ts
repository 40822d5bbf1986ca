import type { TSchema } from 'typebox';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { SEALED } from '#src/workflow/sealed.ts';

type Loose = TSchema & {
  readonly type?: string;
  readonly const?: unknown;
  readonly title?: string;
  readonly pattern?: string;
  readonly format?: string;
  readonly anyOf?: readonly Loose[];
  readonly properties?: Readonly<Record<string, Loose>>;
  readonly required?: readonly string[];
  readonly items?: Loose;
  readonly [SEALED]?: string;
};

/** One value of a payload. */
export type Field = {
  /** E.g. `shelter stay.admitted/site`; a list adds `[]`. */
  readonly path: string;
  readonly title: string;
  /** It and everything around it must be given. */
  readonly isRequired: boolean;
  /** Somebody types words into it: no code of a list, no time, no id, no number, no yes or no. */
  readonly isText: boolean;
  readonly isNumber: boolean;
  readonly sealedClass: string | undefined;
  /** What it must be, where only one value fits. */
  readonly only: unknown;
};

/** Every field of a workflow's input and events. */
export function fieldsOf({ id, input, events }: Workflow): Field[] {
  return [
    ...fieldsIn(`${id} input`, input),
    ...Object.entries(events).flatMap(([type, { payload }]) => fieldsIn(`${id} ${type}`, payload)),
  ];
}

/** Every field of one schema. */
export function fieldsIn(path: string, schema: TSchema): Field[] {
  return walk(path, schema as Loose, true);
}

function walk(path: string, schema: Loose, isRequired: boolean): Field[] {
  if (schema.type === 'object') {
    return Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
      walk(`${path}/${key}`, inner, isRequired && (schema.required ?? []).includes(key)),
    );
  }
  if (schema.type === 'array' && schema.items !== undefined) {
    return walk(`${path}[]`, { title: schema.title, ...schema.items } as Loose, isRequired);
  }
  const isPlainText =
    schema.type === 'string' &&
    schema.anyOf === undefined &&
    schema.const === undefined &&
    schema.format === undefined;
  return [
    {
      path,
      title: schema.title ?? '',
      isRequired,
      isText: isPlainText && schema.pattern === undefined,
      isNumber: schema.type === 'integer' || schema.type === 'number',
      sealedClass: schema[SEALED],
      only: schema.const,
    },
  ];
}
