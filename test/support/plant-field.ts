import { type TSchema, Type } from 'typebox';
import type { Workflow } from '#src/workflow/define-workflow.ts';

/** The same workflows, except that one field of one event's payload is another one, or (`undefined`) is not there. */
export function changeField(
  workflows: Readonly<Record<string, Workflow>>,
  event: string,
  [field, schema]: readonly [string, object | undefined],
): Record<string, Workflow> {
  const [id = '', type = ''] = event.split(' ');
  const workflow = workflows[id];
  const definition = workflow?.events[type];
  if (workflow === undefined || definition === undefined) throw new Error(`no event ${event}`);
  const { [field]: _replaced, ...others } = definition.payload.properties as Record<string, TSchema>;
  const properties = schema === undefined ? others : { ...others, [field]: schema as TSchema };
  const payload = Type.Object(properties, { additionalProperties: false });
  const events = { ...workflow.events, [type]: { ...definition, payload } };
  return { ...workflows, [id]: { ...workflow, events } };
}
