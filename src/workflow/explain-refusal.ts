import type { AnyEventObject, AnyMachineSnapshot, AnyStateNode } from 'xstate';

/** Why an event did not move a track: nothing listens, or these guards said no. */
export type Refused =
  | { readonly reason: 'event_not_in_state' }
  | { readonly reason: 'guard_refused'; readonly guards: readonly string[] };

/** Asks one guard by name; the default asks it of the snapshot's context and the event. */
export type AskGuard = (name: string) => boolean;

/** A guard as XState keeps it: a name, or `and`, `or`, `not` over others. */
type GuardTree = string | { readonly type: string } | GuardFunction;
type GuardFunction = ((...args: never) => unknown) & { readonly guards?: readonly GuardTree[] };

/** Whether the event moves the track. Asks no more guards than it takes to know. */
export function isAccepted(
  snapshot: AnyMachineSnapshot,
  event: AnyEventObject,
  ask: AskGuard = askOf(snapshot, event),
): boolean {
  return candidatesOf(snapshot, event).some(({ guard }) => guard === undefined || holds(guard, ask));
}

/** null when the event moves the track; else the reason. Asks every guard: a person reads all that is missing at once. */
export function explainRefusal(
  snapshot: AnyMachineSnapshot,
  event: AnyEventObject,
  ask: AskGuard = askOf(snapshot, event),
): Refused | null {
  const candidates = candidatesOf(snapshot, event);
  if (candidates.length === 0) return { reason: 'event_not_in_state' };
  const failing = candidates.map(({ guard }) => (guard === undefined ? [] : failingIn(guard, ask)));
  if (failing.some((names) => names.length === 0)) return null;
  return { reason: 'guard_refused', guards: decisive(failing) };
}

type Candidate = { readonly guard?: GuardTree | undefined };

function candidatesOf(snapshot: AnyMachineSnapshot, { type }: AnyEventObject): readonly Candidate[] {
  const nodes: readonly AnyStateNode[] = snapshot._nodes;
  return nodes.flatMap((node) => (node.transitions.get(type) ?? []) as readonly Candidate[]);
}

/** Asks the guards of a snapshot's machine, as `transition()` would. */
export function askOf(snapshot: AnyMachineSnapshot, event: AnyEventObject): AskGuard {
  return (name) => {
    const test = snapshot.machine.implementations.guards[name];
    if (typeof test !== 'function') throw new TypeError(`no guard ${name}`);
    return (test as (args: object) => boolean)({ context: snapshot.context, event });
  };
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

function holds(guard: GuardTree, ask: AskGuard): boolean {
  if (typeof guard === 'string') return ask(guard);
  if (typeof guard !== 'function') return ask(guard.type);
  const parts = guard.guards ?? [];
  if (guard.name === 'and') return parts.every((part) => holds(part, ask));
  if (guard.name === 'or') return parts.some((part) => holds(part, ask));
  if (guard.name === 'not') return parts.every((part) => !holds(part, ask));
  throw new TypeError(UNNAMED);
}

const UNNAMED = 'a guard without a name; declare it among the guards of the workflow';

/** The names of the guards because of which this one does not hold; none: it holds. */
function failingIn(guard: GuardTree, ask: AskGuard): string[] {
  if (typeof guard !== 'function') {
    const name = typeof guard === 'string' ? guard : guard.type;
    return ask(name) ? [] : [name];
  }
  const parts = (guard.guards ?? []).map((part) => failingIn(part, ask));
  if (guard.name === 'and') return parts.flat();
  if (guard.name === 'or') return parts.some((names) => names.length === 0) ? [] : parts.flat();
  if (guard.name === 'not') return parts.some((names) => names.length === 0) ? namesIn(guard) : [];
  throw new TypeError(UNNAMED);
}

function namesIn(guard: GuardTree): string[] {
  if (typeof guard === 'string') return [guard];
  if (typeof guard !== 'function') return [guard.type];
  return (guard.guards ?? []).flatMap(namesIn);
}
