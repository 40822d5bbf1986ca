import { createMachine } from 'xstate';
import type { Workflow } from '#src/workflow/define-workflow.ts';

type StateConfig = {
  readonly on?: object;
  readonly meta?: { readonly deadlines?: readonly string[] };
  readonly states?: { readonly [key: string]: StateConfig };
};

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

/** The same workflow, except that no state answers these events. */
export function withoutEvents(workflow: Workflow, types: readonly string[]): Workflow {
  const config = deafTo(workflow.machine.config as StateConfig, types);
  return {
    ...workflow,
    machine: createMachine(config as never, workflow.machine.implementations as never),
  };
}

/** The same workflow, except that states name other deadlines in the place of these. */
export function withDeadlines(
  workflow: Workflow,
  names: Readonly<Record<string, readonly string[]>>,
): Workflow {
  const config = renamedDeadlines(workflow.machine.config as StateConfig, names);
  return {
    ...workflow,
    machine: createMachine(config as never, workflow.machine.implementations as never),
  };
}

/** State by state: a copy through text would lose the functions, and with them what the machine does. */
function renamedDeadlines(
  config: StateConfig,
  names: Readonly<Record<string, readonly string[]>>,
): StateConfig {
  const { meta, states } = config;
  const deadlines = meta?.deadlines?.flatMap((id) => names[id] ?? [id]);
  const inner = Object.entries(states ?? {}).map(([key, child]) => [key, renamedDeadlines(child, names)]);
  return {
    ...config,
    ...(deadlines === undefined ? {} : { meta: { ...meta, deadlines } }),
    ...(states === undefined ? {} : { states: Object.fromEntries(inner) }),
  };
}

function deafTo(config: StateConfig, types: readonly string[]): StateConfig {
  const on = Object.entries(config.on ?? {}).filter(([type]) => !types.includes(type));
  const states = Object.entries(config.states ?? {}).map(([key, child]) => [key, deafTo(child, types)]);
  return {
    ...config,
    ...(config.on === undefined ? {} : { on: Object.fromEntries(on) }),
    ...(config.states === undefined ? {} : { states: Object.fromEntries(states) }),
  };
}

function change(config: StateConfig, [key, ...rest]: readonly string[], on: object): StateConfig {
  if (key === undefined) return { ...config, on: { ...config.on, ...on } };
  const child = config.states?.[key];
  if (child === undefined) throw new Error(`no state ${key}`);
  return { ...config, states: { ...config.states, [key]: change(child, rest, on) } };
}
