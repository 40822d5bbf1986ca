import { type AnyMachineSnapshot, initialTransition, transition } from 'xstate';
import type { PublishedFacts } from '#src/base/facts.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { Opened, Workflow } from './define-workflow.ts';
import type { Effect } from './effect.ts';
import { explainRefusal, type Refused } from './explain-refusal.ts';
import { restoreOn, type StoredSnapshot } from './restore-snapshot.ts';
import { leafPaths } from './state-paths.ts';
import { TRACE, type Trace, traceMachine } from './trace-machine.ts';
import type { Recorded } from './workflow-event.ts';

export type { Refused } from './explain-refusal.ts';
export type { StoredSnapshot } from './restore-snapshot.ts';

/** An event as a machine receives it, its type not known beforehand. */
export type TrackEvent = { readonly type: string; readonly payload: unknown } & Recorded;

/** What one event (or the opening) did to a track. */
export type Stepped = {
  readonly snapshot: StoredSnapshot;
  /** The innermost active states, dotted and sorted. */
  readonly state: readonly string[];
  readonly isFinal: boolean;
  /**
   * States entered and left, parents included; one that was re-entered is in both. Reaching a final state
   * leaves only what XState leaves on the way there: of a final track the caller ends every open deadline.
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
  return stepped(workflow, next, actions);
}

/**
 * Moves a track by one event, or says why it does not move. Pure: the same arguments give the same answer.
 * Throws `SnapshotUnfitError` when the stored state is not one of this workflow's.
 */
export function stepTrack(workflow: Workflow, stored: StoredSnapshot, event: TrackEvent): Stepped | Refused {
  if (stored.status !== 'active') return { reason: 'event_not_in_state' };
  const machine = traceMachine(workflow.machine);
  const snapshot = restoreOn(machine, stored);
  const refused = explainRefusal(snapshot, event);
  if (refused !== null) return refused;
  const [next, actions] = transition(machine, snapshot, event);
  return stepped(workflow, next, actions);
}

/** Tells the two answers of `stepTrack` apart. */
export function isRefused(answer: Stepped | Refused): answer is Refused {
  return 'reason' in answer;
}

type Action = { readonly type: string; readonly params: unknown };

function stepped(workflow: Workflow, next: AnyMachineSnapshot, actions: readonly Action[]): Stepped {
  if (next.status === 'error') throw next.error;
  const isFinal = next.status === 'done';
  const state = leafPaths(next._nodes);
  const context = next.context as JsonObject;
  return {
    snapshot: { value: next.value, context, status: isFinal ? 'done' : 'active' },
    state,
    isFinal,
    ...tracesOf(workflow, withoutCompletion(next, actions)),
    facts: workflow.facts({ context, state }),
  };
}

/** A machine that is done runs the exits of the states it ended in; those are not left, they are the end. */
function withoutCompletion(next: AnyMachineSnapshot, actions: readonly Action[]): readonly Action[] {
  if (next.status !== 'done') return actions;
  const lastEntry = actions.findLastIndex((action) => action.type === TRACE && 'entered' in traceOf(action));
  return actions.filter((action, index) => index < lastEntry || action.type !== TRACE || index === lastEntry);
}

function tracesOf(
  workflow: Workflow,
  actions: readonly Action[],
): Pick<Stepped, 'entered' | 'exited' | 'effects'> {
  const entered = new Set<string>();
  const exited = new Set<string>();
  const effects: Effect[] = [];
  for (const action of actions) {
    if (action.type === 'effect') effects.push(action.params as Effect);
    else if (action.type !== TRACE) {
      throw new TypeError(`workflow ${workflow.id} has an action ${action.type}; only effects are run`);
    } else {
      const trace = traceOf(action);
      if ('entered' in trace) entered.add(trace.entered);
      else exited.add(trace.exited);
    }
  }
  return { entered: [...entered], exited: [...exited], effects };
}

function traceOf(action: Action): Trace {
  return action.params as Trace;
}
