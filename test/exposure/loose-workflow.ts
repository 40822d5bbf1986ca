import { createMachine } from 'xstate';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { nodesOf } from '#src/workflow/state-paths.ts';

/** A workflow whose conditions say what a walk wants to hear, so that every event can be recorded without its story. */
export type LooseWorkflow = {
  readonly workflow: Workflow;
  /** The conditions that can be set; those by which a machine moves by itself stay as they are, or it would never rest. */
  readonly conditions: readonly string[];
  /** From now on these say no and the others yes. */
  readonly deny: (denied: ReadonlySet<string>) => void;
  /** From now on anybody who sees the case may record an event, if only her role is right. */
  readonly letAnybodySend: () => void;
};

/** Loosens one. Its states, payloads, roles and effects stay as they are. */
export function loosen(workflow: Workflow): LooseWorkflow {
  let denied: ReadonlySet<string> = new Set();
  let isOpen = false;
  const kept = new Set(
    nodesOf(workflow.machine).flatMap((node) => (node.always ?? []).map(({ guard }) => guard)),
  );
  const conditions = Object.keys(workflow.guards).filter((name) => !kept.has(name));
  const guards = Object.fromEntries(conditions.map((name) => [name, () => !denied.has(name)]));
  return {
    workflow: {
      ...workflow,
      machine: workflow.machine.provide({ guards }),
      openingGuards: {},
      events: Object.fromEntries(
        Object.entries(workflow.events).map(([type, event]) => [
          type,
          {
            ...event,
            follows: [],
            get by() {
              return isOpen ? 'anyone' : (event.by ?? 'anyone');
            },
          },
        ]),
      ),
    },
    conditions,
    deny: (names) => {
      denied = names;
    },
    letAnybodySend: () => {
      isOpen = true;
    },
  };
}

/** The same, except that these events are heard everywhere and lead nowhere. */
export function hearing(loose: LooseWorkflow, types: readonly string[]): LooseWorkflow {
  const { machine } = loose.workflow;
  const config = machine.config as { readonly on?: object };
  const on = { ...config.on, ...Object.fromEntries(types.map((type) => [type, {}])) };
  const heard = createMachine({ ...config, on } as never, machine.implementations as never);
  return { ...loose, workflow: { ...loose.workflow, machine: heard } };
}
