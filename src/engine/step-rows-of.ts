import type { CaseRow, TrackRow } from '#src/store/read-command.ts';
import type { CaseChange, StepRows } from '#src/store/step-rows.ts';
import { type CaseState, factsOf, type TrackState } from './case-state.ts';
import type { Plan } from './plan-step.ts';

/** The case as the rows that were read say it is. */
export function stateOf(row: CaseRow, tracks: readonly TrackRow[]): CaseState {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    ownerAgency: row.ownerAgency,
    openedAt: row.openedAt,
    seq: row.lastSeq,
    tracks: tracks.map((track) => track as TrackState),
  };
}

/** The part of the rows that follows from the plan alone. */
export type PlannedRows = Pick<
  StepRows,
  | 'events'
  | 'tracksOpened'
  | 'tracksMoved'
  | 'deadlinesStarted'
  | 'deadlinesSettled'
  | 'disarmed'
  | 'reminders'
  | 'outbox'
>;

/** A plan as rows; `before` is null when the case is being opened. */
export function plannedRows(plan: Plan, before: CaseState | null): PlannedRows {
  const known = new Map(before?.tracks.map((track) => [track.id, track]));
  return {
    events: plan.events,
    tracksOpened: plan.state.tracks.filter((track) => !known.has(track.id)),
    tracksMoved: plan.state.tracks.filter((track) => known.has(track.id) && known.get(track.id) !== track),
    deadlinesStarted: plan.clocks.flatMap((clock) => clock.started),
    deadlinesSettled: plan.clocks.flatMap((clock) => clock.settled),
    disarmed: plan.clocks.flatMap((clock) => clock.disarmed),
    reminders: plan.clocks.flatMap((clock) => clock.reminders),
    outbox: plan.outbox,
  };
}

/** The case row after a plan. */
export function caseChangeOf(
  plan: Plan,
  row: { readVersion: number | null; wrappedKey: Buffer },
): CaseChange {
  const { id, number, status, ownerAgency, openedAt, seq } = plan.state;
  return {
    id,
    number,
    status,
    ownerAgency,
    openedAt,
    ...row,
    lastSeq: seq,
    chainHead: plan.chainHead,
    facts: factsOf(plan.state),
  };
}
