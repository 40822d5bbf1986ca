import type { AnyStateNode } from 'xstate';
import type { Title } from '#src/base/title.ts';
import type { DeadlineDeclaration } from './deadline.ts';
import type { StateMeta, Workflow } from './define-workflow.ts';
import { restoreSnapshot, type StoredSnapshot } from './restore-snapshot.ts';
import { nodesOf, pathOf } from './state-paths.ts';

/** A state of a workflow as pictures, titles and checks need it. */
export type ListedState = {
  readonly path: string;
  readonly title: Title;
  readonly type: 'atomic' | 'compound' | 'parallel' | 'final' | 'history';
  readonly meta: StateMeta<Record<string, unknown>>;
};

/** A deadline with the name its workflow gives it. */
export type NamedDeadline = {
  readonly id: string;
  readonly declaration: DeadlineDeclaration<string, Record<string, unknown>>;
};

/** Every state of a workflow, parents before children, in document order. */
export function listStates(workflow: Workflow): ListedState[] {
  return nodesOf(workflow.machine).map((node) => {
    const meta = metaOf(node);
    return { path: pathOf(node), title: meta.title, type: node.type, meta };
  });
}

const deadlinesByPath = new WeakMap<Workflow, ReadonlyMap<string, readonly NamedDeadline[]>>();

/** The deadlines that start when the state with this path (a parent's too) is entered; none for an unknown path. */
export function deadlinesOf(workflow: Workflow, statePath: string): readonly NamedDeadline[] {
  let byPath = deadlinesByPath.get(workflow);
  if (byPath === undefined) {
    byPath = new Map(nodesOf(workflow.machine).map((node) => [pathOf(node), declaredAt(workflow, node)]));
    deadlinesByPath.set(workflow, byPath);
  }
  return byPath.get(statePath) ?? [];
}

function declaredAt(workflow: Workflow, node: AnyStateNode): NamedDeadline[] {
  return (metaOf(node).deadlines ?? []).map((id) => {
    const declaration = workflow.deadlines[id];
    if (declaration === undefined) throw new TypeError(`workflow ${workflow.id} has no deadline ${id}`);
    return { id, declaration };
  });
}

/** The titles of the innermost active states, in the order of their paths. */
export function titlesOfState(workflow: Workflow, leaves: readonly string[]): Title[] {
  return nodesOf(workflow.machine)
    .filter((node) => leaves.includes(pathOf(node)))
    .sort((a, b) => leaves.indexOf(pathOf(a)) - leaves.indexOf(pathOf(b)))
    .map((node) => metaOf(node).title);
}

/** The types of the events that some active state, or a parent of one, listens to; whether a guard lets them is another question. */
export function eventsOfState(workflow: Workflow, stored: StoredSnapshot): string[] {
  if (stored.status !== 'active') return [];
  const heard = new Set<string>();
  for (const node of restoreSnapshot(workflow, stored)._nodes as AnyStateNode[]) {
    for (const type of node.transitions.keys()) heard.add(type);
  }
  // In the order of declaration, which is the order a person works in.
  return Object.keys(workflow.events).filter((type) => heard.has(type));
}

/** The types of the events an innermost active state itself listens to, in the order of declaration: what it waits for. */
export function eventsOfLeaves(workflow: Workflow, stored: StoredSnapshot): string[] {
  if (stored.status !== 'active') return [];
  const leaves = (restoreSnapshot(workflow, stored)._nodes as AnyStateNode[]).filter(
    (node) => node.type === 'atomic',
  );
  return Object.keys(workflow.events).filter((type) => leaves.some((node) => node.transitions.has(type)));
}

function metaOf(node: AnyStateNode): StateMeta<Record<string, unknown>> {
  return node.meta as StateMeta<Record<string, unknown>>;
}
