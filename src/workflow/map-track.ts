import type { AnyStateNode } from 'xstate';
import { type FactName, FACTS, type PublishedFacts, strongestFacts } from '#src/base/facts.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { Title } from '#src/base/title.ts';
import { fits } from './check-input.ts';
import type { Move, StateAnswer, StateEnd } from './define-move.ts';
import type { Workflow } from './define-workflow.ts';
import { type MoveBlock, moveBlock } from './move-block.ts';
import { type Restored, restoreState } from './restore-state.ts';
import { restoreSnapshot, SnapshotUnfitError, type StoredSnapshot } from './restore-snapshot.ts';
import { leafPaths, pathOf } from './state-paths.ts';

/** A track as the new version would have it; or why it cannot be, or need not be. */
export type MappedTrack =
  | { readonly mapped: Restored; readonly blocks: readonly MoveBlock[] }
  | { readonly mapped: null; readonly blocks: readonly MoveBlock[]; readonly stays?: Title };

export type MoveVersions = { readonly move: Move; readonly from: Workflow; readonly to: Workflow };

/** Maps state, memory and facts of a track. Blocks say all that stands in the way. Pure. */
export function mapTrack(
  { move, from, to }: MoveVersions,
  { snapshot, facts }: { readonly snapshot: StoredSnapshot; readonly facts: PublishedFacts },
): MappedTrack {
  const leaves = leafPaths(restoreSnapshot(from, snapshot)._nodes);
  const ends = leaves.map((leaf) => endOf(move.states[leaf], leaf, snapshot.context));
  const blocks = ends.flatMap((end) => ('code' in end ? [end] : []));
  if (blocks.length > 0) return { mapped: null, blocks };
  const stays = ends.find((end): end is { stays: Title } => 'stays' in end);
  if (stays !== undefined) return { mapped: null, blocks, stays: stays.stays };
  const context = move.context(snapshot.context) as JsonObject;
  if (!fits(move.remembers, context))
    return { mapped: null, blocks: [moveBlock('context_unfit', leaves.join(' '))] };
  const targets = ends.flatMap((end) => ('leaves' in end ? end.leaves : []));
  const mapped = assembled(to, targets, context);
  if (mapped === null) return { mapped, blocks: [moveBlock('state_unfit', targets.join(' '))] };
  const isEnded = snapshot.status === 'done';
  if (isEnded !== mapped.isFinal)
    return { mapped: null, blocks: [moveBlock('end_changed', targets.join(' '))] };
  return { mapped, blocks: changedFacts(move, facts, mapped.facts) };
}

type End = { readonly leaves: readonly string[] } | { readonly stays: Title } | MoveBlock;

function endOf(
  answer: StateAnswer<Record<string, unknown>> | undefined,
  leaf: string,
  context: JsonObject,
): End {
  const end = typeof answer === 'object' && 'pick' in answer ? pickedOf(answer, context) : answer;
  if (end === undefined) return moveBlock('state_unmapped', leaf);
  if (typeof end === 'string') return { leaves: [end] };
  if ('blocked' in end) return moveBlock('state_blocked', leaf, end.blocked);
  return 'stays' in end ? end : { leaves: end };
}

function pickedOf(
  { pick, among }: Extract<StateAnswer<Record<string, unknown>>, { pick: unknown }>,
  context: JsonObject,
): StateEnd | undefined {
  const key = pick(context);
  return Object.hasOwn(among, key) ? among[key] : undefined;
}

/** The state with exactly these innermost states; null when the machine has none. */
function assembled(to: Workflow, leaves: readonly string[], context: JsonObject): Restored | null {
  const value = valueAt(to.machine.root, leaves);
  if (value === null) return null;
  try {
    const restored = restoreState(to, { value, context });
    return [...new Set(leaves)].sort().join() === restored.state.join() ? restored : null;
  } catch (error) {
    if (error instanceof SnapshotUnfitError) return null;
    throw error;
  }
}

type StateValue = StoredSnapshot['value'];

/** As XState writes it: a compound state names its one child, a parallel state all of them. */
function valueAt(node: AnyStateNode, leaves: readonly string[]): StateValue | null {
  const children = Object.values(node.states);
  const active = children.filter((child) =>
    leaves.some((leaf) => `${leaf}.`.startsWith(`${pathOf(child)}.`)),
  );
  if (node.type === 'parallel' && active.length < children.length) return null;
  if (node.type === 'compound' && active.length !== 1) return null;
  const [only] = active;
  if (node.type === 'compound' && only !== undefined && Object.keys(only.states).length === 0)
    return only.key;
  const values: Record<string, StateValue> = {};
  for (const child of active) {
    const value = valueAt(child, leaves);
    if (value === null) return null;
    values[child.key] = value;
  }
  return values;
}

function changedFacts(move: Move, before: PublishedFacts, after: PublishedFacts): MoveBlock[] {
  const [old, fresh] = [strongestFacts([before]), strongestFacts([after])];
  return (Object.keys(FACTS) as FactName[])
    .filter((name) => old[name] !== fresh[name] && move.facts?.[name] === undefined)
    .map((name) => moveBlock('fact_changed', name));
}
