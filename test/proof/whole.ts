import { listStates } from '#src/workflow/list-states.ts';
import type { Stepped } from '#src/workflow/step-track.ts';
import type { Walk } from './abstraction.ts';
import { runningDeadlines } from './running-deadlines.ts';
import type { Arc, Walked } from './walk.ts';

/** What is wrong with the walked whole, and a state in which one sees it. */
export type Flaw = { readonly says: string; readonly at: Stepped };

/** What every machine must be on every path, whatever it is about. */
export const WHOLE_CHECKS: { readonly [promise: string]: (walked: Walked, walk: Walk) => Flaw | null } = {
  'no dead end: from every state an end can be reached': deadEnd,
  'no state without a next date or an actor': standstill,
  'no deadline is heard by nobody': deafDeadline,
  'escalation ladders end: no circle of lapses alone': endlessLadder,
};

function deadEnd({ states, arcs }: Walked): Flaw | null {
  const before = grouped(arcs, ({ to }) => to);
  const alive = new Set(states.keys().filter((number) => states[number]?.isFinal === true));
  for (const number of alive) for (const { from } of before.get(number) ?? []) alive.add(from);
  const at = states.find((_, number) => !alive.has(number));
  return at === undefined ? null : { says: 'no end can be reached from here', at };
}

function standstill({ workflow, states, arcs }: Walked): Flaw | null {
  const after = grouped(arcs, ({ from }) => from);
  const waiting = new Map(listStates(workflow).map(({ path, meta }) => [path, meta.waitsFor ?? []]));
  const at = states.find((state, number) => {
    if (state.isFinal || runningDeadlines(workflow, state).length > 0) return false;
    const holders = withParents(state.state).flatMap((path) => waiting.get(path) ?? []);
    const movers = (after.get(number) ?? [])
      .filter(({ to }) => to !== number)
      .flatMap(({ type }) => workflow.events[type]?.roles ?? []);
    return !holders.some((role) => movers.includes(role));
  });
  return at === undefined ? null : { says: 'nothing runs here and nobody it waits for can move it', at };
}

function deafDeadline({ workflow, states, arcs }: Walked, walk: Walk): Flaw | null {
  const after = grouped(arcs, ({ from }) => from);
  const walkedTypes = new Set(walk.moves.map(([type]) => type));
  for (const [number, at] of states.entries()) {
    if (at.isFinal) continue;
    for (const id of runningDeadlines(workflow, at)) {
      const { onLapse, escalate, remind } = workflow.deadlines[id] ?? { escalate: [], remind: [] };
      const isHeard = (after.get(number) ?? []).some(({ type }) => type === onLapse);
      if (onLapse !== undefined && walkedTypes.has(onLapse) && !isHeard) {
        return { says: `when ${id} runs out here, ${onLapse} is refused`, at };
      }
      if (onLapse === undefined && escalate.length + remind.length === 0) {
        return { says: `${id} runs out here and nobody is told`, at };
      }
    }
  }
  return null;
}

function endlessLadder({ workflow, states, arcs }: Walked): Flaw | null {
  const lapses = new Set(Object.values(workflow.deadlines).flatMap(({ onLapse }) => onLapse ?? []));
  const after = grouped(
    arcs.filter(({ type }) => lapses.has(type)),
    ({ from }) => from,
  );
  // Kahn's order: what is left when no state without a lapse into it remains lies on a circle.
  const degree = new Map<number, number>();
  for (const { to } of [...after.values()].flat()) degree.set(to, (degree.get(to) ?? 0) + 1);
  const free = [...states.keys()].filter((number) => (degree.get(number) ?? 0) === 0);
  const seen = new Set(free);
  for (const number of free) {
    for (const { to } of after.get(number) ?? []) {
      const left = (degree.get(to) ?? 0) - 1;
      degree.set(to, left);
      if (left === 0 && !seen.has(to)) free.push(to);
      if (left === 0) seen.add(to);
    }
  }
  const at = states.find((_, number) => !seen.has(number));
  return at === undefined ? null : { says: 'lapse follows lapse for ever', at };
}

function withParents(leaves: readonly string[]): string[] {
  return leaves.flatMap((leaf) => {
    const steps = leaf.split('.');
    return steps.map((_, depth) => steps.slice(0, depth + 1).join('.'));
  });
}

function grouped(arcs: readonly Arc[], by: (arc: Arc) => number): Map<number, Arc[]> {
  const groups = new Map<number, Arc[]>();
  for (const arc of arcs) {
    const group = groups.get(by(arc));
    if (group === undefined) groups.set(by(arc), [arc]);
    else group.push(arc);
  }
  return groups;
}
