import { canonicalJson, type Json } from '#src/base/json.ts';
import { activeDeadlines } from './active-deadlines.ts';
import type { DeadlineAnswer, StateAnswer, StateEnd } from './define-move.ts';
import type { Workflow } from './define-workflow.ts';
import type { MoveVersions } from './map-track.ts';
import { nodesOf, pathOf } from './state-paths.ts';

/**
 * What is wrong with a mapping whatever track it meets: a state or deadline without an answer, a state that is none, a
 * running deadline that is lost, doubled, or starts unannounced. Empty: nothing. Pure.
 */
export function moveProblems(versions: MoveVersions): string[] {
  return [
    ...misnamed(versions),
    ...stateProblems(versions),
    ...answerProblems(versions),
    ...Object.entries(versions.move.states).flatMap(([leaf, answer]) =>
      clockProblems(versions, leaf, answer),
    ),
    ...idleStarts(versions),
  ];
}

function misnamed({ move, from, to }: MoveVersions): string[] {
  const isOf = (workflow: Workflow, version: number): boolean =>
    workflow.id === move.workflow && workflow.version === version;
  return [
    ...(isOf(from, move.from) && isOf(to, move.to) ? [] : ['is of other versions than it says']),
    ...(move.from < move.to ? [] : ['does not lead to a newer version']),
  ];
}

function stateProblems({ move, from, to }: MoveVersions): string[] {
  const old = leavesOf(from);
  const fresh = leavesOf(to);
  const missing = [...old.keys()].filter((leaf) => move.states[leaf] === undefined);
  return [
    ...missing.map((leaf) => `state ${leaf} has no answer`),
    ...Object.entries(move.states).flatMap(([leaf, answer]) => {
      const isFinal = old.get(leaf);
      if (isFinal === undefined) return [`state ${leaf} is none of the old version`];
      return endsOf(answer).flatMap((end) => endProblems(leaf, isFinal, end, fresh));
    }),
  ];
}

function endProblems(
  leaf: string,
  isFinal: boolean,
  end: StateEnd,
  fresh: ReadonlyMap<string, boolean>,
): string[] {
  const targets = targetsOf(end);
  if (targets === null) {
    return !isFinal && typeof end === 'object' && 'stays' in end
      ? [`state ${leaf} is not over and may not stay`]
      : [];
  }
  if (targets.length === 0) return [`state ${leaf} leads nowhere`];
  return targets.flatMap((target) => {
    const isEnd = fresh.get(target);
    if (isEnd === undefined) return [`state ${leaf} leads to ${target}, which is no innermost state`];
    if (isEnd === isFinal) return [];
    return [`state ${leaf} leads to ${target}: a move neither ends a track nor opens one again`];
  });
}

/** Names that answers use, and what they say of each pair of declarations. */
function answerProblems({ move, from, to }: MoveVersions): string[] {
  const missing = Object.keys(from.deadlines).filter((id) => move.deadlines[id] === undefined);
  return [
    ...missing.map((id) => `deadline ${id} has no answer`),
    ...Object.entries(move.deadlines).flatMap(([id, answer]) => {
      const old = from.deadlines[id];
      if (old === undefined) return [`deadline ${id} is none of the old version`];
      const target = carriedTo(id, answer);
      if (target === null) return [];
      const fresh = to.deadlines[target];
      if (fresh === undefined) return [`deadline ${id} becomes ${target}, which is none of the new version`];
      const isSame = clockOf(old) === clockOf(fresh);
      return answer.kind === 'kept' && !isSame
        ? [`deadline ${id} is said to be kept, and ${target} has another rule, start or list`]
        : [];
    }),
    ...Object.keys(move.starts ?? {})
      .filter((id) => to.deadlines[id] === undefined)
      .map((id) => `deadline ${id} is to start and is none of the new version`),
  ];
}

function clockOf({ rule, anchor, per, excluded }: Workflow['deadlines'][string]): string {
  return canonicalJson({ rule, anchor, per: per ?? null, excluded: excluded ?? null } as unknown as Json);
}

/** Of one state and each of its ends: what runs before must go on after it, and nothing else may begin. */
function clockProblems(
  { move, from, to }: MoveVersions,
  leaf: string,
  answer: StateAnswer<Record<string, unknown>>,
): string[] {
  const before = [...activeDeadlines(from, [leaf]).keys()];
  const carried = before.flatMap((id) => {
    const target = carriedTo(id, move.deadlines[id]);
    return target === null ? [] : [{ id, target }];
  });
  return endsOf(answer).flatMap((end) => {
    const targets = targetsOf(end);
    if (targets === null) return [];
    const after = new Set(activeDeadlines(to, targets).keys());
    const names = carried.map(({ target }) => target);
    return [
      ...carried
        .filter(({ target }) => !after.has(target))
        .map(({ id, target }) => `deadline ${id} runs in ${leaf}, and no ${target} in ${targets.join()}`),
      ...names
        .filter((target, index) => names.indexOf(target) !== index)
        .map((target) => `two deadlines of ${leaf} would both be ${target}`),
      ...[...after]
        .filter((id) => !names.includes(id) && move.starts?.[id] === undefined)
        .map((id) => `deadline ${id} would start in ${targets.join()} and is not said to`),
    ];
  });
}

function idleStarts({ move, from, to }: MoveVersions): string[] {
  const begun = Object.entries(move.states).flatMap(([leaf, answer]) => {
    const carried = [...activeDeadlines(from, [leaf]).keys()].map((id) => carriedTo(id, move.deadlines[id]));
    const after = endsOf(answer).flatMap((end) => [...activeDeadlines(to, targetsOf(end) ?? []).keys()]);
    return after.filter((id) => !carried.includes(id));
  });
  return Object.keys(move.starts ?? {})
    .filter((id) => !begun.includes(id))
    .map((id) => `deadline ${id} is said to start and never does`);
}

/** What an old deadline goes on as; null when it ends, or nothing is said of it. */
export function carriedTo(id: string, answer: DeadlineAnswer | undefined): string | null {
  if (answer === undefined || answer.kind === 'ended') return null;
  return answer.as ?? id;
}

function endsOf(answer: StateAnswer<Record<string, unknown>>): readonly StateEnd[] {
  return typeof answer === 'object' && 'pick' in answer ? Object.values(answer.among) : [answer];
}

function targetsOf(end: StateEnd): readonly string[] | null {
  if (typeof end === 'string') return [end];
  return 'blocked' in end || 'stays' in end ? null : end;
}

/** Every innermost state of a version, and whether it is an end of the whole. */
function leavesOf(workflow: Workflow): ReadonlyMap<string, boolean> {
  return new Map(
    nodesOf(workflow.machine)
      .filter(({ type }) => type === 'atomic' || type === 'final')
      .map((node) => [pathOf(node), node.type === 'final' && node.parent === workflow.machine.root]),
  );
}
