import type { AnyStateMachine, AnyStateNode } from 'xstate';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';

type Config = { readonly [key: string]: unknown };

/** XState has ways to move without anybody having recorded anything; none of them may be used. */
const FORBIDDEN = ['after', 'invoke', 'onDone', 'history', 'output', 'spawn'];

/** What in a machine moves it, or acts, other than by a recorded event. */
export function machineOddities(machine: AnyStateMachine): string[] {
  return [machine.root, ...nodesOf(machine)].flatMap((node) => {
    const config = node.config as Config;
    const path = pathOf(node);
    return [
      ...FORBIDDEN.filter((key) => key in config).map((key) => `${path}: ${key}`),
      ...(node.type === 'history' ? [`${path}: history`] : []),
      ...[...node.transitions.keys()].filter((type) => type.includes('*')).map((type) => `${path}: ${type}`),
      // Without a guard such a transition would make its state one that nothing ever rests in.
      ...(node.always ?? []).filter(({ guard }) => guard === undefined).map(() => `${path}: always`),
      ...actionsOf(node)
        .filter((action) => !isPlain(action))
        .map(() => `${path}: an action that is no effect`),
    ];
  });
}

/** The types of events that some effect asks a worker to send. */
export function sentLater(machine: AnyStateMachine): string[] {
  return [machine.root, ...nodesOf(machine)].flatMap(actionsOf).flatMap((action) => {
    const params = paramsOf(action as { params?: unknown });
    return isSendLater(params) ? [params.event] : [];
  });
}

/** The parameters of an action; of one that reads its context, what it would ask of a track that remembers nothing. */
function paramsOf({ params }: { params?: unknown }): unknown {
  if (typeof params !== 'function') return params;
  try {
    return params({ context: {}, event: { payload: {} } });
  } catch {
    return undefined;
  }
}

/** The guards a machine names, and the places where one has no name or says `not`. */
export function guardNames(machine: AnyStateMachine): { names: string[]; unnamed: string[] } {
  const names = new Set<string>();
  const unnamed: string[] = [];
  const walk = (guard: unknown, path: string): void => {
    if (guard === undefined) return;
    if (typeof guard === 'string') names.add(guard);
    else if (typeof guard === 'function' && 'guards' in guard && guard.name !== 'not') {
      for (const part of guard.guards as unknown[]) walk(part, path);
    } else unnamed.push(`${path}: a guard that is no name, or a \`not\`, for which there is no sentence`);
  };
  for (const node of [machine.root, ...nodesOf(machine)]) {
    for (const transition of transitionsOf(node)) walk(transition.guard, pathOf(node));
  }
  return { names: [...names], unnamed };
}

function transitionsOf(node: AnyStateNode) {
  return [...node.transitions.values(), node.always ?? []].flat();
}

function actionsOf(node: AnyStateNode): unknown[] {
  return [node.entry, node.exit, ...transitionsOf(node).map(({ actions }) => actions)].flat();
}

function isPlain(action: unknown): boolean {
  if (typeof action === 'function') return 'assignment' in action;
  return typeof action === 'object' && action !== null && 'type' in action && action.type === 'effect';
}

function isSendLater(params: unknown): params is { event: string } {
  return typeof params === 'object' && params !== null && 'kind' in params && params.kind === 'send_later';
}
