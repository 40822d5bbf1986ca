import type { JsonObject } from '#src/base/json.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { StoredSnapshot } from '#src/workflow/restore-snapshot.ts';
import { restoreState } from '#src/workflow/restore-state.ts';
import type { TrackState } from './case-state.ts';
import type { LoggedEvent } from './logged-event.ts';

/** What a `track.moved` carries: enough to move the track again without the mapping, and what it did to the clocks. */
export type MovedPayload = {
  readonly from: number;
  readonly to: number;
  readonly value: StoredSnapshot['value'];
  readonly context: JsonObject;
  readonly deadlines: readonly JsonObject[];
};

/** A track under its new version, as the event says. Throws when it was not under the old one, or the state is none. */
export function applyMove(workflow: Workflow, track: TrackState, event: LoggedEvent): TrackState {
  const { from, value, context } = event.payload as unknown as MovedPayload;
  if (track.workflowVersion !== from)
    throw new Error(`event ${event.seq} of case ${event.case} moves a track from a version it does not have`);
  return {
    ...track,
    workflowVersion: workflow.version,
    version: track.version + 1,
    ...restoreState(workflow, { value, context }),
  };
}
