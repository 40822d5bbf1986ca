import { deadlinesOf } from './list-states.ts';
import type { Workflow } from './define-workflow.ts';

/** Which deadlines run in a configuration, each with the active states (parents too) that name it. */
export function activeDeadlines(
  workflow: Workflow,
  leaves: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const active = new Map<string, string[]>();
  for (const path of withParents(leaves)) {
    for (const { id } of deadlinesOf(workflow, path)) active.set(id, [...(active.get(id) ?? []), path]);
  }
  return active;
}

function withParents(leaves: readonly string[]): Set<string> {
  const paths = new Set<string>();
  for (const leaf of leaves) {
    const steps = leaf.split('.');
    for (let depth = 1; depth <= steps.length; depth += 1) paths.add(steps.slice(0, depth).join('.'));
  }
  return paths;
}
