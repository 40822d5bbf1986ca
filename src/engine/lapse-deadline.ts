import { findDeadline } from '#src/store/deadlines.ts';
import type { EngineDeps } from './engine-deps.ts';
import { DEADLINE_LAPSED } from './logged-event.ts';
import { timerStep } from './timer-step.ts';

/**
 * Settles a deadline whose legal end has passed, and sends the event its declaration names, in one step. A deadline
 * that was met or cancelled in the meantime, or whose end has not come, is left alone.
 */
export async function lapseDeadline(
  deps: EngineDeps,
  deadlineId: string,
): Promise<'lapsed' | 'no_longer_due'> {
  const found = await findDeadline(deps.db, deadlineId);
  if (found === null) return 'no_longer_due';
  deps.fault('before_lapse');
  const isLapsed = await timerStep(deps, found.trackId, (read, track) => {
    const lapsed = read.deadlines.find((row) => row.id === deadlineId && row.outcome === 'open');
    if (lapsed === undefined || lapsed.legalDueAt > read.now) return null;
    const declaration = deps.workflows.version(track.workflow, track.workflowVersion)?.deadlines[
      lapsed.declaration
    ];
    // An older process beside a newer one must leave this to the newer: settled here, its event would be lost.
    if (declaration === undefined) {
      throw new Error(`this process does not know ${track.workflow} version ${track.workflowVersion}`);
    }
    return { type: declaration.onLapse ?? DEADLINE_LAPSED, payload: {}, occurredAt: read.now, lapsed };
  });
  return isLapsed ? 'lapsed' : 'no_longer_due';
}
