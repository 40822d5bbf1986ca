import { type AnyStateMachine, createMachine } from 'xstate';

/** The action type under which a traced machine reports that a state was entered or left. */
export const TRACE = 'trace';

export type Trace = { readonly entered: string } | { readonly exited: string };

type StateConfig = {
  readonly entry?: unknown;
  readonly exit?: unknown;
  readonly states?: { readonly [key: string]: StateConfig };
};

const traced = new WeakMap<AnyStateMachine, AnyStateMachine>();

/**
 * The same machine, except that each state first reports its own entry and last its own exit, as actions in the
 * order of XState itself. Which states a transition leaves and enters (regions, re-entry, self transitions) is
 * thereby XState's word and not a second copy of its algorithm. Made once per machine.
 */
export function traceMachine(machine: AnyStateMachine): AnyStateMachine {
  const known = traced.get(machine);
  if (known !== undefined) return known;
  const config = traceStates(machine.config as StateConfig, []);
  const made: AnyStateMachine = createMachine(config as never, machine.implementations as never);
  traced.set(machine, made);
  return made;
}

function traceStates(config: StateConfig, path: readonly string[]): StateConfig {
  if (config.states === undefined) return config;
  const states: Record<string, StateConfig> = {};
  for (const [key, child] of Object.entries(config.states)) {
    const childPath = [...path, key];
    const name = childPath.join('.');
    const inner = traceStates(child, childPath);
    states[key] = {
      ...inner,
      entry: [{ type: TRACE, params: { entered: name } }, ...listOf(inner.entry)],
      exit: [...listOf(inner.exit), { type: TRACE, params: { exited: name } }],
    };
  }
  return { ...config, states };
}

function listOf(actions: unknown): readonly unknown[] {
  if (actions === undefined) return [];
  return Array.isArray(actions) ? actions : [actions];
}
