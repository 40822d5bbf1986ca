import type { OwedClock } from '#src/base/order-board.ts';
import type { Workflow } from './define-workflow.ts';
import { deadlinesOf, listStates } from './list-states.ts';

/** Where each deadline of a workflow runs, by what it is met, and of which list it has one for each item. */
export function owedClocks(workflow: Workflow): OwedClock[] {
  return listStates(workflow).flatMap(({ path }) =>
    deadlinesOf(workflow, path).map(({ id, declaration: { metBy, per } }) => ({
      ...{ declaration: id, under: path, metBy: [...metBy], per: per ?? null },
    })),
  );
}
