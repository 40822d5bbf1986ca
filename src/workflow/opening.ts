import type { Workflow } from './define-workflow.ts';
import type { OpeningArgs } from './guard.ts';

/** The names of the opening guards that say no; none: the track may be opened. */
export function failingOpeningGuards(workflow: Workflow, args: OpeningArgs<unknown>): string[] {
  return Object.entries(workflow.openingGuards)
    .filter(([, guard]) => !guard.test(args))
    .map(([name]) => name);
}
