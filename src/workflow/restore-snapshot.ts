import { type AnyMachineSnapshot, type AnyStateMachine, type StateValue } from 'xstate';
import { canonicalJson, type JsonObject } from '#src/base/json.ts';
import type { Workflow } from './define-workflow.ts';

/** A snapshot as it is stored: nothing but JSON. `done`: a final state was reached. */
export type StoredSnapshot = {
  readonly value: StateValue;
  readonly context: JsonObject;
  readonly status: 'active' | 'done';
};

/** The stored state does not exist in this version of the workflow: the machine was changed without raising it. */
export class SnapshotUnfitError extends Error {
  constructor(machineId: string, value: StateValue, options?: ErrorOptions) {
    super(`workflow ${machineId} has no state ${canonicalJson(value)}`, options);
    this.name = 'SnapshotUnfitError';
  }
}

/**
 * Brings a stored snapshot back to life, ready for `transition()` of `workflow.machine`.
 * Throws `SnapshotUnfitError` when one of its states is gone or has gained regions or children since.
 */
export function restoreSnapshot(workflow: Workflow, stored: StoredSnapshot): AnyMachineSnapshot {
  return restoreOn(workflow.machine, stored);
}

/** The same for a machine; the snapshot belongs to that very machine object. */
export function restoreOn(machine: AnyStateMachine, stored: StoredSnapshot): AnyMachineSnapshot {
  const { value, context } = stored;
  // resolveState is safe here because workflows have neither history states nor actors (the suite refuses both).
  const snapshot = resolve(machine, value, context);
  // It completes a partial value silently; a state that gained children since must not pass as unchanged.
  if (canonicalJson(snapshot.value) !== canonicalJson(value)) throw new SnapshotUnfitError(machine.id, value);
  return snapshot;
}

function resolve(machine: AnyStateMachine, value: StateValue, context: JsonObject): AnyMachineSnapshot {
  try {
    return machine.resolveState({ value, context });
  } catch (cause) {
    throw new SnapshotUnfitError(machine.id, value, { cause });
  }
}
