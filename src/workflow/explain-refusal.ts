import type { AnyEventObject, AnyMachineSnapshot, AnyStateNode } from 'xstate';

/** Why an event did not move a track: nothing listens, or these guards said no. */
export type Refused =
  | { readonly reason: 'event_not_in_state' }
  | { readonly reason: 'guard_refused'; readonly guards: readonly string[] };

/** A guard as XState keeps it: a name, or `and`, `or`, `not` over others. */
type GuardTree = string | { readonly type: string } | GuardFunction;
type GuardFunction = ((...args: never) => unknown) & { readonly guards?: readonly GuardTree[] };

/** null when the event moves the track; else the reason. Guards run with the snapshot's own context. */
export function explainRefusal(snapshot: AnyMachineSnapshot, event: AnyEventObject): Refused | null {
  if (snapshot.machine.getTransitionData(snapshot, event).length > 0) return null;
  const candidates = snapshot._nodes.flatMap((node: AnyStateNode) => node.transitions.get(event.type) ?? []);
  if (candidates.length === 0) return { reason: 'event_not_in_state' };
  const failing = candidates.map((candidate) => {
    const guard = candidate.guard as GuardTree | undefined;
    return guard === undefined ? [] : failingIn(guard, snapshot, event);
  });
  return { reason: 'guard_refused', guards: decisive(failing) };
}

/**
 * Several transitions may answer one event, each for another situation. What fails in all of them is the
 * reason; only when they share none is everything that failed named.
 */
function decisive(failing: readonly string[][]): string[] {
  const all = [...new Set(failing.flat())];
  const shared = all.filter((name) => failing.every((names) => names.includes(name)));
  return shared.length > 0 ? shared : all;
}

function failingIn(guard: GuardTree, snapshot: AnyMachineSnapshot, event: AnyEventObject): string[] {
  if (holds(guard, snapshot, event)) return [];
  if (typeof guard !== 'function') return namesIn(guard);
  const parts = guard.guards ?? [];
  if (guard.name === 'not') return parts.flatMap(namesIn);
  return parts.flatMap((part) => failingIn(part, snapshot, event));
}

function namesIn(guard: GuardTree): string[] {
  if (typeof guard === 'string') return [guard];
  if (typeof guard !== 'function') return [guard.type];
  return (guard.guards ?? []).flatMap(namesIn);
}

function holds(guard: GuardTree, snapshot: AnyMachineSnapshot, event: AnyEventObject): boolean {
  if (typeof guard === 'function') {
    const parts = guard.guards ?? [];
    if (guard.name === 'and') return parts.every((part) => holds(part, snapshot, event));
    if (guard.name === 'or') return parts.some((part) => holds(part, snapshot, event));
    if (guard.name === 'not') return !parts.some((part) => holds(part, snapshot, event));
    throw new TypeError('a guard without a name; declare it among the guards of the workflow');
  }
  const name = typeof guard === 'string' ? guard : guard.type;
  const test = snapshot.machine.implementations.guards[name];
  if (typeof test !== 'function') throw new TypeError(`no guard ${name}`);
  return (test as (args: object) => boolean)({ context: snapshot.context, event });
}
