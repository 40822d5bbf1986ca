import type { PublishedFacts } from '#src/base/facts.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { Workflow } from './define-workflow.ts';
import { restoreSnapshot, type StoredSnapshot } from './restore-snapshot.ts';
import { leafPaths } from './state-paths.ts';

/** A track that stands in a state without having stepped into it. */
export type Restored = {
  readonly snapshot: StoredSnapshot;
  /** The innermost active states, dotted and sorted. */
  readonly state: readonly string[];
  readonly isFinal: boolean;
  readonly facts: PublishedFacts;
};

/** What a workflow makes of a state and a memory. Throws `SnapshotUnfitError` when it has no such state. */
export function restoreState(
  workflow: Workflow,
  { value, context }: Pick<StoredSnapshot, 'value'> & { readonly context: JsonObject },
): Restored {
  const { status, _nodes } = restoreSnapshot(workflow, { value, context, status: 'active' });
  const isFinal = status === 'done';
  const state = leafPaths(_nodes);
  return {
    snapshot: { value, context, status: isFinal ? 'done' : 'active' },
    state,
    isFinal,
    facts: workflow.facts({ context, state }),
  };
}
