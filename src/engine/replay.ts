import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { applyLogged } from './apply-logged.ts';
import type { CaseState } from './case-state.ts';
import type { LoggedEvent } from './logged-event.ts';

/**
 * Folds the log of one case, all tracks together, in `seq` order. Reads nothing else. Throws when the log has a gap
 * or an event its machine would not have accepted: such a log is damaged.
 */
export function replay(workflows: WorkflowRegistry, log: readonly LoggedEvent[]): CaseState {
  let state: CaseState | null = null;
  for (const [index, event] of log.entries()) {
    if (event.seq !== index + 1)
      throw new Error(`the log jumps to ${event.seq} where ${index + 1} was expected`);
    const applied = applyLogged(workflows, state, event);
    if ('refused' in applied)
      throw new Error(`event ${event.seq} (${event.type}) could not have been accepted`);
    state = applied.state;
  }
  if (state === null) throw new Error('an empty log');
  return state;
}
