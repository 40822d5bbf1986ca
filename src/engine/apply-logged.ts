import { title } from '#src/base/title.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { Effect } from '#src/workflow/effect.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import type { Refused } from '#src/workflow/explain-refusal.ts';
import { type Stepped, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import type { CaseView } from '#src/workflow/workflow-event.ts';
import { applyMove } from './apply-move.ts';
import { type CaseState, factsOf, type TrackState, trackOf, withTrack } from './case-state.ts';
import {
  CASE_OPENED,
  DEADLINE_LAPSED,
  DEADLINE_RECOMPUTED,
  DEADLINE_UNRULED,
  type LoggedEvent,
  TRACK_MOVED,
  TRACK_OPENED,
} from './logged-event.ts';

/** What one event did: the case after it, and how its track moved. */
export type Applied = {
  readonly state: CaseState;
  /** Null when no machine moved (the case opened, something was said of a clock, a version was left for another). */
  readonly moved: {
    readonly before: TrackState | null;
    readonly after: TrackState;
    readonly step: Stepped;
    readonly workflow: Workflow;
  } | null;
};

export type AppliedOrRefused = Applied | { readonly refused: Refused };

/** The titles of the events the engine itself writes. */
export const ENGINE_EVENT_TITLES = {
  [CASE_OPENED]: title('个案立案', 'Case opened'),
  [TRACK_OPENED]: title('开启办理环节', 'Track opened'),
  [DEADLINE_LAPSED]: title('期限届满', 'Deadline lapsed'),
  [DEADLINE_RECOMPUTED]: title(
    '放假安排公布，重新计算期限',
    'Deadline computed again by a new holiday notice',
  ),
  [DEADLINE_UNRULED]: title(
    '触发时没有施行的规定，不产生法定期限',
    'No law in force at the trigger gives this period: it does not run',
  ),
  [TRACK_MOVED]: title('办理环节迁移至新版流程', 'Moved to a newer version of its workflow'),
} as const;

/** Said of a clock; no machine moves. */
const OF_CLOCKS: readonly string[] = [DEADLINE_LAPSED, DEADLINE_RECOMPUTED, DEADLINE_UNRULED];

/**
 * One event onto a case: the one function by which commands move a case and replay rebuilds it. Pure. A track event
 * that its machine refuses comes back as `refused`.
 */
export function applyLogged(
  workflows: WorkflowRegistry,
  state: CaseState | null,
  event: LoggedEvent,
): AppliedOrRefused {
  // A workflow may name an event of its own like this one (立案); the case's own belongs to no track.
  if (event.type === CASE_OPENED && event.track === null) return { state: openedCase(event), moved: null };
  if (state === null) throw new Error(`${event.type} before ${CASE_OPENED} in the log of case ${event.case}`);
  const next = { ...state, seq: event.seq };
  if (event.type === TRACK_OPENED) return openTrack(workflows, next, event);
  const track = event.track === null ? undefined : trackOf(next, event.track);
  if (track === undefined)
    throw new Error(`event ${event.seq} of case ${event.case} names a track it has not`);
  if (OF_CLOCKS.includes(event.type)) {
    return { state: withTrack(next, { ...track, version: track.version + 1 }), moved: null };
  }
  if (event.type === TRACK_MOVED) {
    const moved = applyMove(workflowOf(workflows, event), track, event);
    return { state: withTrack(next, moved), moved: null };
  }
  return moveTrack(workflows, next, track, event);
}

function openedCase(event: LoggedEvent): CaseState {
  return {
    id: event.case,
    number: event.payload['number'] as string,
    status: 'open',
    ownerAgency: event.actor.agency,
    openedAt: event.recordedAt,
    seq: event.seq,
    tracks: [],
  };
}

function openTrack(workflows: WorkflowRegistry, state: CaseState, event: LoggedEvent): Applied {
  const workflow = workflowOf(workflows, event);
  const agency = state.ownerAgency;
  const step = startTrack(workflow, { payload: event.payload, openedAt: event.occurredAt, agency });
  const fresh: TrackState = {
    id: String(event.track),
    workflow: workflow.id,
    workflowVersion: workflow.version,
    version: 1,
    happened: { [TRACK_OPENED]: event.occurredAt },
    agency,
    assignee: null,
    candidate: null,
    ...movedParts(step),
  };
  const after = withEffects(workflows, withTrack(state, fresh), { trackId: fresh.id, effects: step.effects });
  return { state: after, moved: { before: null, after: required(after, fresh.id), step, workflow } };
}

function moveTrack(
  workflows: WorkflowRegistry,
  state: CaseState,
  track: TrackState,
  event: LoggedEvent,
): AppliedOrRefused {
  const workflow = workflowOf(workflows, event);
  const step = stepTrack(workflow, track.snapshot, {
    type: event.type,
    payload: event.payload,
    occurredAt: event.occurredAt,
    now: event.recordedAt,
    actor: event.actor,
    case: caseViewFor(state, track.id, event.read.openDeadlines),
  });
  if ('reason' in step) return { refused: step };
  const moved: TrackState = {
    ...track,
    version: track.version + 1,
    happened: { ...track.happened, [event.type]: event.occurredAt },
    ...movedParts(step),
  };
  const after = withEffects(workflows, withTrack(state, moved), { trackId: track.id, effects: step.effects });
  return { state: after, moved: { before: track, after: required(after, track.id), step, workflow } };
}

/** What the guards of one track may know of the case. */
export function caseViewFor(state: CaseState, trackId: string, openDeadlines: number): CaseView {
  return {
    facts: factsOf(state),
    ownerAgency: state.ownerAgency,
    openTracks: state.tracks.filter((track) => track.id !== trackId && !track.isFinal).length,
    openDeadlines,
    tracks: Object.fromEntries(
      state.tracks.map(({ id, workflow, agency, isFinal }) => [id, { workflow, agency, isOpen: !isFinal }]),
    ),
  };
}

function movedParts(step: Stepped): Pick<TrackState, 'state' | 'snapshot' | 'facts' | 'isFinal'> {
  return { state: step.state, snapshot: step.snapshot, facts: step.facts, isFinal: step.isFinal };
}

type Requested = { readonly trackId: string; readonly effects: readonly Effect[] };

function withEffects(
  workflows: WorkflowRegistry,
  state: CaseState,
  { trackId, effects }: Requested,
): CaseState {
  return effects.reduce((current, effect) => withEffect(workflows, current, trackId, effect), state);
}

function withEffect(
  workflows: WorkflowRegistry,
  state: CaseState,
  trackId: string,
  effect: Effect,
): CaseState {
  switch (effect.kind) {
    case 'assign': {
      const track = trackOf(state, effect.track ?? trackId);
      if (track === undefined) return state;
      const { agency = track.agency, candidate = track.candidate } = effect;
      // Whoever worked it for the old agency does not work it for the new one.
      const { assignee = agency === track.agency ? track.assignee : null } = effect;
      return withTrack(state, { ...track, agency, assignee, candidate });
    }
    case 'transfer_case':
      return transferred(workflows, state, { trackId, to: effect.to });
    case 'close_case':
      return { ...state, status: 'closed' };
    case 'reopen_case':
      return { ...state, status: 'open' };
    default:
      return state;
  }
}

/** The new owner takes over what the old one handled itself; tracks of other agencies stay where they are. */
function transferred(
  workflows: WorkflowRegistry,
  state: CaseState,
  { trackId, to }: { trackId: string; to: string },
): CaseState {
  const tracks = state.tracks.map((track) => {
    const goesAlong = track.id === trackId || (!track.isFinal && track.agency === state.ownerAgency);
    if (!goesAlong) return track;
    const { assigneeIsPersonal } = versionOf(workflows, track.workflow, track.workflowVersion);
    return { ...track, agency: to, assignee: assigneeIsPersonal ? track.assignee : null };
  });
  return { ...state, ownerAgency: to, tracks };
}

function workflowOf(workflows: WorkflowRegistry, event: LoggedEvent): Workflow {
  return versionOf(workflows, String(event.workflow), Number(event.workflowVersion));
}

/** A process that does not know a version changes nothing that depends on it. */
function versionOf(workflows: WorkflowRegistry, id: string, version: number): Workflow {
  const workflow = workflows.version(id, version);
  if (workflow === undefined) throw new Error(`no version ${version} of workflow ${id}`);
  return workflow;
}

function required(state: CaseState, trackId: string): TrackState {
  const track = trackOf(state, trackId);
  if (track === undefined) throw new Error(`track ${trackId} vanished`);
  return track;
}
