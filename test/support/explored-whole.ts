import type { Workflow } from '#src/workflow/define-workflow.ts';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';
import type { Stepped } from '#src/workflow/step-track.ts';
import type { Edge, Explored } from './every-path.ts';

/** What an exploration left out: states never entered, events never taken, states from which no end was found. */
export function leftOut(workflow: Workflow, { states, edges }: Explored) {
  const visited = new Set(states.flatMap(({ entered }) => entered));
  const taken = new Set(edges.map(({ move }) => move[0]));
  return {
    unvisited: nodesOf(workflow.machine)
      .map(pathOf)
      .filter((path) => !visited.has(path)),
    untaken: Object.keys(workflow.events).filter((type) => !taken.has(type)),
    endless: endless(states, edges),
  };
}

export const NOTHING_LEFT_OUT = { unvisited: [], untaken: [], endless: [] };

/** Steps that break a rule, as a reader needs them. */
export function broken(edges: readonly Edge[], holds: (edge: Edge) => boolean): unknown[] {
  return edges
    .filter((edge) => !holds(edge))
    .slice(0, 3)
    .map(({ from, move, to }) => [from.state, move, to.state]);
}

function endless(states: readonly Stepped[], edges: readonly Edge[]): string[] {
  const nameOf = (at: Stepped) => at.state.join();
  const before = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    const known = before.get(nameOf(to)) ?? new Set();
    before.set(nameOf(to), known.add(nameOf(from)));
  }
  const alive = new Set(states.filter(({ isFinal }) => isFinal).map(nameOf));
  for (const name of alive) for (const earlier of before.get(name) ?? []) alive.add(earlier);
  return [...new Set(states.map(nameOf))].filter((name) => !alive.has(name));
}
