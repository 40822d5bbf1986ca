import type { AnyStateMachine, AnyStateNode } from 'xstate';

/** The dotted path of a state below the machine's root, e.g. `open.work.assessing`; the root itself is ``. */
export function pathOf(node: AnyStateNode): string {
  return node.path.join('.');
}

/** Every state node of a machine but the root, in document order. */
export function nodesOf(machine: AnyStateMachine): AnyStateNode[] {
  const below = (node: AnyStateNode): AnyStateNode[] =>
    Object.values(node.states).flatMap((child) => [child, ...below(child)]);
  return below(machine.root);
}

/** The innermost active states, sorted, so that equal states give equal lists. */
export function leafPaths(nodes: readonly AnyStateNode[]): string[] {
  return nodes
    .filter((node) => node.type === 'atomic' || node.type === 'final')
    .map(pathOf)
    .sort();
}
