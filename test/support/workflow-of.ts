import { title } from '#src/base/title.ts';
import { defineWorkflow, type Workflow, workflowSetup } from '#src/workflow/define-workflow.ts';
import { Payload } from '#src/workflow/field.ts';
import type { GuardDefinitions } from '#src/workflow/guard.ts';
import type { Recorded } from '#src/workflow/workflow-event.ts';

const words = title('测试', 'Test');
const say = (answer: boolean) => ({ text: words, who: ['supervisor'] as const, test: () => answer });

/** Guards for machines that are about guards; `paid` looks into the payload. */
const GUARDS: GuardDefinitions<object, { payload: object } & Recorded> = {
  yes: say(true),
  no: say(false),
  never: say(false),
  paid: { ...say(true), test: ({ event }) => 'paid' in event.payload },
};

/** A workflow around a bare machine, for tests of the kit: no titles, no deadlines, any event. */
export function workflowOf(machineConfig: object): Workflow {
  const parts = { input: Payload({}), events: {}, guards: GUARDS, deadlines: {} };
  const machine = workflowSetup<object>()(parts as never).createMachine({
    id: 'test',
    context: {},
    ...machineConfig,
  } as never);
  const definition = {
    ...parts,
    id: 'test',
    version: 1,
    title: words,
    openedBy: [],
    machine,
    facts: () => ({}),
  };
  return defineWorkflow(definition as never);
}
