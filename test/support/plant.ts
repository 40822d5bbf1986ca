import { createMachine } from 'xstate';
import type { Workflow } from '#src/workflow/define-workflow.ts';

type StateConfig = { readonly on?: object; readonly states?: { readonly [key: string]: StateConfig } };

/** The same workflow, except that these guards always say yes. */
export function withoutGuards(workflow: Workflow, names: readonly string[]): Workflow {
  const guards = Object.fromEntries(names.map((name) => [name, () => true]));
  return { ...workflow, machine: workflow.machine.provide({ guards }) };
}

/** The same workflow, except that the state at `path` also answers these events. */
export function withTransitions(workflow: Workflow, path: string, on: object): Workflow {
  const config = change(workflow.machine.config as StateConfig, path.split('.'), on);
  return {
    ...workflow,
    machine: createMachine(config as never, workflow.machine.implementations as never),
  };
}

function change(config: StateConfig, [key, ...rest]: readonly string[], on: object): StateConfig {
  if (key === undefined) return { ...config, on: { ...config.on, ...on } };
  const child = config.states?.[key];
  if (child === undefined) throw new Error(`no state ${key}`);
  return { ...config, states: { ...config.states, [key]: change(child, rest, on) } };
}
