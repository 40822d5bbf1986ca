import { type AnyMachineSnapshot, initialTransition, transition } from 'xstate';
import type { PublishedFacts } from '#src/base/facts.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { Opened, Workflow } from './define-workflow.ts';
import type { Effect } from './effect.ts';
import { explainRefusal, isAccepted, type Refused } from './explain-refusal.ts';
import { restoreOn, type StoredSnapshot } from './restore-snapshot.ts';
import { leafPaths, pathOf } from './state-paths.ts';
import { TRACE, type Trace, traceMachine } from './trace-machine.ts';
import type { Recorded } from './workflow-event.ts';

/** An event as a machine receives it, its type not known beforehand. */
export type TrackEvent = { readonly type: string; readonly payload: unknown } & Recorded;

/** What one event (or the opening) did to a track. */
export type Stepped = {
  readonly snapshot: StoredSnapshot;
  /** The innermost active states, dotted and sorted. */
  readonly state: readonly string[];
  readonly isFinal: boolean;
  /**
   * `entered`: states active now that were entered by this step; `exited`: states active before that were left;
   * parents included. One that was re-entered is in both, one only passed through is in neither. Sorted, parents first. A track that
   * became final leaves what it left on the way there: ending its other open deadlines is the caller's business.
   */
  readonly entered: readonly string[];
  readonly exited: readonly string[];
  /** In the order the machine asked for them. */
  readonly effects: readonly Effect[];
  readonly facts: PublishedFacts;
};

/** Opens a track: the machine's initial state for this input. Pure. */
export function startTrack(workflow: Workflow, opened: Opened<unknown>): Stepped {
  const [next, actions] = initialTransition(traceMachine(workflow.machine), opened);
  return stepped(workflow, null, next, actions);
}

/**
 * Moves a track by one event, or says why it does not move. Pure: the same arguments give the same answer.
 * Throws `SnapshotUnfitError` when the stored state is not one of this workflow's.
 */
export function stepTrack(workflow: Workflow, stored: StoredSnapshot, event: TrackEvent): Stepped | Refused {
  if (stored.status !== 'active') return { reason: 'event_not_in_state' };
  const snapshot = restoreOn(traceMachine(workflow.machine), stored);
  return explainRefusal(snapshot, event) ?? moved(workflow, snapshot, event);
}

/** The same, where nobody asks why not: null when the event does not move the track. Asks no guard in vain. Pure. */
export function stepIfAccepted(
  workflow: Workflow,
  stored: StoredSnapshot,
  event: TrackEvent,
): Stepped | null {
  if (stored.status !== 'active') return null;
  const snapshot = restoreOn(traceMachine(workflow.machine), stored);
  return isAccepted(snapshot, event) ? moved(workflow, snapshot, event) : null;
}

function moved(workflow: Workflow, snapshot: AnyMachineSnapshot, event: TrackEvent): Stepped {
  const [next, actions] = transition(traceMachine(workflow.machine), snapshot, event);
  return stepped(workflow, snapshot, next, actions);
}

/** Tells the two answers of `stepTrack` apart. */
export function isRefused(answer: Stepped | Refused): answer is Refused {
  return 'reason' in answer;
}

type Action = { readonly type: string; readonly params: unknown };

function stepped(
  workflow: Workflow,
  before: AnyMachineSnapshot | null,
  next: AnyMachineSnapshot,
  actions: readonly Action[],
): Stepped {
  if (next.status === 'error') throw next.error;
  const isFinal = next.status === 'done';
  const state = leafPaths(next._nodes);
  const context = next.context as JsonObject;
  const { entered, exited } = tracesOf(withoutCompletion(next, actions));
  return {
    snapshot: { value: next.value, context, status: isFinal ? 'done' : 'active' },
    state,
    isFinal,
    entered: activeOf(next).filter((path) => entered.has(path)),
    exited: activeOf(before).filter((path) => exited.has(path)),
    effects: effectsOf(workflow, actions),
    facts: workflow.facts({ context, state }),
  };
}

function activeOf(snapshot: AnyMachineSnapshot | null): string[] {
  return (snapshot?._nodes ?? [])
    .map(pathOf)
    .filter((path) => path !== '')
    .sort();
}

/** A machine that is done runs the exits of the states it ended in; those are not left, they are the end. */
function withoutCompletion(next: AnyMachineSnapshot, actions: readonly Action[]): readonly Action[] {
  if (next.status !== 'done') return actions;
  return actions.slice(0, actions.findLastIndex((action) => 'entered' in traceOf(action)) + 1);
}

function tracesOf(actions: readonly Action[]): { entered: Set<string>; exited: Set<string> } {
  const entered = new Set<string>();
  const exited = new Set<string>();
  for (const trace of actions.map(traceOf)) {
    if ('entered' in trace) entered.add(trace.entered);
    if ('exited' in trace) exited.add(trace.exited);
  }
  return { entered, exited };
}

function traceOf(action: Action): Trace | Record<never, never> {
  return action.type === TRACE ? (action.params as Trace) : {};
}

function effectsOf(workflow: Workflow, actions: readonly Action[]): Effect[] {
  const effects: Effect[] = [];
  for (const { type, params } of actions) {
    if (type === 'effect') effects.push(params as Effect);
    else if (type !== TRACE) throw new TypeError(`workflow ${workflow.id} has an action ${type}`);
  }
  return effects.filter(({ kind }) => kind !== 'none');
}
