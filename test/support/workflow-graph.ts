import type { AnyStateNode } from 'xstate';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';

/** The states of a workflow as a picture has them: guards, payloads and context do not count. */
export function leavesOf(workflow: Workflow): AnyStateNode[] {
  return nodesOf(workflow.machine).filter((node) => node.type === 'atomic' || node.type === 'final');
}

/** A state and the states it lies in, innermost first, the root last. */
function withAncestors(node: AnyStateNode): AnyStateNode[] {
  return node.parent === undefined ? [node] : [node, ...withAncestors(node.parent)];
}

/** The events a state and those around it listen to. */
export function eventsHeardAt(node: AnyStateNode): string[] {
  return withAncestors(node).flatMap((holder) => [...holder.transitions.keys()] as string[]);
}

/** The states below a state that are active together with it in some configuration, itself included. */
export function withDescendants(node: AnyStateNode): AnyStateNode[] {
  return [node, ...Object.values(node.states).flatMap(withDescendants)];
}

/** Paths of states from which no final state of the machine can be reached, whatever the guards say. */
export function deadEnds(workflow: Workflow): string[] {
  const { root } = workflow.machine;
  const targets = new Map(nodesOf(workflow.machine).map((node) => [node, targetsOf(node)]));
  const ending = new Set<AnyStateNode>();
  for (const node of targets.keys()) if (node.type === 'final' && node.parent === root) ending.add(node);
  // Each turn adds at least one state or is the last.
  for (let size = -1; size !== ending.size; ) {
    size = ending.size;
    for (const [node, next] of targets) if (next.some((target) => ending.has(target))) ending.add(node);
  }
  return [...targets.keys()].filter((node) => !ending.has(node)).map(pathOf);
}

/**
 * Transitions that stay within a parallel state and yet leave a region of it. XState then exits and re-enters all
 * its regions, which cancels every deadline in them.
 */
export function crossings(workflow: Workflow): string[] {
  return nodesOf(workflow.machine).flatMap((node) =>
    transitionsOf(node)
      .filter(({ target }) => (target ?? []).some((into) => crosses(node, into as AnyStateNode)))
      .map(({ eventType }) => `${pathOf(node)}: ${eventType}`),
  );
}

function crosses(from: AnyStateNode, into: AnyStateNode): boolean {
  const around = withAncestors(from);
  const common = withAncestors(into).find((node) => around.includes(node));
  return common?.type === 'parallel' && into !== common;
}

function transitionsOf(node: AnyStateNode) {
  return [...node.transitions.values(), node.always ?? []].flat();
}

function targetsOf(node: AnyStateNode): AnyStateNode[] {
  const reached = withAncestors(node).flatMap((holder) =>
    transitionsOf(holder).flatMap(({ target }) => target ?? []),
  );
  // A compound state is in its initial child; one target of a set of regions counts as the set.
  const initial = node.initial?.target ?? [];
  const regions = node.type === 'parallel' ? Object.values(node.states) : [];
  return [...reached, ...initial, ...regions] as AnyStateNode[];
}
