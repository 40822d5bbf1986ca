import { SYSTEM_ID } from '#src/base/actor.ts';
import { type CarriedName, holdCase, nameDeadlines, unnameDeadlines } from '#src/store/carry-deadlines.ts';
import type { Queries } from '#src/store/holiday-years.ts';
import { type CaseRow, type CommandRead, readCommand, type TrackRow } from '#src/store/read-command.ts';
import { moveDeadlines } from '#src/store/running-deadlines.ts';
import type { ReminderRow, StepRows } from '#src/store/step-rows.ts';
import { type PendingOfTrack, readPendingOfTrack } from '#src/store/tracks-to-move.ts';
import { inTransaction } from '#src/store/transaction.ts';
import { writeStep } from '#src/store/write-step.ts';
import type { MoveVersions } from '#src/workflow/map-track.ts';
import type { Restored } from '#src/workflow/restore-state.ts';
import type { MovedPayload } from './apply-move.ts';
import { momentsFrom, momentsOf } from './arm-reminders.ts';
import type { CarriedDeadline } from './carry-deadlines.ts';
import type { Draft } from './consequences.ts';
import { factsOf, type TrackState, withTrack } from './case-state.ts';
import type { EngineDeps } from './engine-deps.ts';
import { TRACK_MOVED } from './logged-event.ts';
import { planContextOf } from './plan-context.ts';
import { type MovePlan, planMove } from './plan-move.ts';
import { planStep } from './plan-step.ts';
import { stillToCome } from './recompute-deadline.ts';
import { loggedDeadline, type ShownMove, shownDeadlines, shownFacts } from './shown-move.ts';
import { caseChangeOf, plannedRows, stateOf } from './step-rows-of.ts';

export type MoveParts = Pick<EngineDeps, 'pool' | 'workflows' | 'drawId' | 'fault' | 'calendar'>;

type Read = {
  readonly read: CommandRead;
  readonly row: CaseRow;
  readonly track: TrackState;
  readonly pending: PendingOfTrack;
};

type MovesPlan = Extract<MovePlan, { outcome: 'moves' }>;

// Nobody waits for it, and it must not be starved by a busy case.
const ATTEMPT_LIMIT = 8;

/** What moving a track would do. Null: it is not of the old version (any more). Changes nothing. */
export async function foreseeMove(
  parts: MoveParts,
  versions: MoveVersions,
  trackId: string,
): Promise<ShownMove | null> {
  const found = await readTrack(parts, versions, trackId);
  return found === null ? null : shownOf(found, planOf(parts, versions, found));
}

/**
 * Moves a track, in one transaction, on what is there at that moment: who was moved already is not moved again, who changed
 * since is planned again. `busy`: it lost every race.
 */
export async function moveTrack(
  parts: MoveParts,
  versions: MoveVersions,
  trackId: string,
): Promise<ShownMove | null> {
  let last: ShownMove | null = null;
  for (let attempt = 1; attempt <= ATTEMPT_LIMIT; attempt += 1) {
    const found = await readTrack(parts, versions, trackId);
    if (found === null) return null;
    const plan = planOf(parts, versions, found);
    last = shownOf(found, plan);
    if (plan.outcome !== 'moves') return last;
    if (await write(parts, versions, found, plan)) return { ...last, outcome: 'moved' };
  }
  return last === null ? null : { ...last, outcome: 'busy' };
}

async function readTrack(parts: MoveParts, { from }: MoveVersions, trackId: string): Promise<Read | null> {
  const key = { personId: null, idempotencyKey: null, trackId, caseId: null };
  // In this order: an event that is sent in between makes the read one stale, and nothing is written.
  const read = await readCommand(parts.pool, key);
  const pending = await readPendingOfTrack(parts.pool, trackId);
  await parts.calendar.keepUp(read.calendarSerial);
  const track = read.tracks.find(({ id }) => id === trackId);
  const isOld = track?.workflow === from.id && track.workflowVersion === from.version;
  if (read.case === null || track === undefined || !isOld) return null;
  return { read, row: read.case, track: asState(track), pending };
}

function asState(track: TrackRow): TrackState {
  return track as TrackState;
}

function planOf(parts: MoveParts, versions: MoveVersions, { read, track, pending }: Read): MovePlan {
  return planMove(versions, track, {
    now: read.now,
    calendar: parts.calendar.current(),
    drawId: parts.drawId,
    rows: read.deadlines.filter((row) => row.trackId === track.id),
    waiting: pending.sends,
  });
}

function shownOf({ read, row, track }: Read, plan: MovePlan): ShownMove {
  const shared = {
    caseId: row.id,
    caseNumber: row.number,
    trackId: track.id,
    outcome: plan.outcome,
    stateBefore: track.state,
    ...{ stateAfter: null, deadlines: [], facts: [], blocks: [], because: null },
  };
  if (plan.outcome === 'blocked') return { ...shared, blocks: plan.blocks };
  if (plan.outcome === 'stays') return { ...shared, because: plan.because };
  const before = stateOf(row, read.tracks);
  const after = withTrack(before, { ...track, ...plan.mapped });
  return {
    ...shared,
    stateAfter: plan.mapped.state,
    deadlines: shownDeadlines(plan.deadlines),
    facts: shownFacts(factsOf(before), factsOf(after)),
  };
}

/** False: somebody else was first, and nothing was written. */
async function write(
  parts: MoveParts,
  versions: MoveVersions,
  found: Read,
  plan: MovesPlan,
): Promise<boolean> {
  const rows = rowsOf(parts, versions, found, plan);
  const names = plan.deadlines.flatMap(newName);
  const dates = plan.deadlines.flatMap((one) =>
    one.change === 'recomputed' ? [{ ...one.by, id: one.row.id }] : [],
  );
  try {
    await inTransaction(parts.pool, async (queries) => {
      // The case before its deadlines, as every step locks them.
      if (!(await holdCase(queries, found.row))) throw new LostRaceError();
      if (names.length > 0) await unnameDeadlines(queries, names);
      if (dates.length > 0) await moveDeadlines(queries, dates);
      parts.fault('before_write');
      await writeOrLose(queries, rows);
      if (names.length > 0) await nameDeadlines(queries, names);
    });
    parts.fault('after_write');
    return true;
  } catch (error) {
    if (error instanceof LostRaceError || (error as { code?: unknown }).code === LOCK_NOT_AVAILABLE)
      return false;
    throw error;
  }
}

/** The name of a deadline that goes on, where the new version calls it or its rule otherwise. */
function newName(one: CarriedDeadline): CarriedName[] {
  if (one.change !== 'kept' && one.change !== 'recomputed') return [];
  const { row, declaration } = one;
  if (one.change === 'recomputed') {
    const { rule, excluded } = one.by;
    return [{ id: row.id, declaration, rule, excluded }];
  }
  return declaration === row.declaration ? [] : [{ id: row.id, declaration, rule: row.rule }];
}

const LOCK_NOT_AVAILABLE = '55P03';

class LostRaceError extends Error {}

async function writeOrLose(queries: Queries, rows: StepRows): Promise<void> {
  if ((await writeStep(queries, rows)) !== 'written') throw new LostRaceError();
}

function rowsOf(parts: MoveParts, versions: MoveVersions, found: Read, plan: MovesPlan): StepRows {
  const { read, row, track } = found;
  const before = stateOf(row, read.tracks);
  const actor = { id: SYSTEM_ID, role: 'system' as const, agency: SYSTEM_ID };
  const { id, chainHead, version, wrappedKey } = row;
  const context = planContextOf(parts, read, { actor, caseId: id, chainHead, lapsedId: null });
  const step = planStep(context, before, [draftOf(versions, found, plan)]);
  if ('refused' in step) throw new Error('an engine event was refused');
  const ended = plan.deadlines.filter((one) => one.change === 'ended');
  const recomputed = plan.deadlines.filter((one) => one.change === 'recomputed');
  // Of the siblings that hear of a fact that changed.
  const echoed = plannedRows(step, before);
  return {
    ...echoed,
    caseRow: caseChangeOf(step, { readVersion: version, wrappedKey }),
    calendarSerial: read.calendarSerial,
    deadlinesStarted: [
      ...echoed.deadlinesStarted,
      ...plan.deadlines.flatMap((one) => (one.change === 'started' ? [one.start] : [])),
    ],
    deadlinesSettled: [
      ...echoed.deadlinesSettled,
      ...ended
        .filter(({ row: { outcome } }) => outcome === 'open')
        .map(({ row: { id: endedId } }) => ({ id: endedId, outcome: 'cancelled' as const, at: read.now })),
    ],
    disarmed: [...echoed.disarmed, ...[...ended, ...recomputed].map(({ row: { id: quietId } }) => quietId)],
    reminders: [
      ...echoed.reminders,
      ...plan.deadlines.flatMap((one) => remindersOf(parts, versions, found, one)),
    ],
    ...{ vaultEntries: [], phoneTokens: [], handoffs: [], actor: null, answer: null },
    audit: { action: `command:${TRACK_MOVED}`, trackId: track.id },
  };
}

function draftOf({ move, to }: MoveVersions, { read, track }: Read, plan: MovesPlan): Draft {
  const { value, context } = plan.mapped.snapshot as Restored['snapshot'];
  const deadlines = shownDeadlines(plan.deadlines).map(loggedDeadline);
  const payload: MovedPayload = { from: move.from, to: move.to, value, context, deadlines };
  return {
    track: track.id,
    workflow: to.id,
    workflowVersion: to.version,
    type: TRACK_MOVED,
    code: TRACK_MOVED,
    occurredAt: read.now,
    payload: payload as unknown as Draft['payload'],
  };
}

function remindersOf(
  parts: MoveParts,
  { to }: MoveVersions,
  { read: { now }, pending }: Read,
  one: CarriedDeadline,
): ReminderRow[] {
  if (one.change === 'kept' || one.change === 'ended') return [];
  const id = one.change === 'started' ? one.start.id : one.row.id;
  const declaration = to.deadlines[one.change === 'started' ? one.start.declaration : one.declaration];
  if (declaration === undefined) throw new Error(`workflow ${to.id} has not the deadline it was moved to`);
  const due = one.change === 'started' ? one.start : one.by;
  const moments = momentsOf(declaration, due, parts.calendar.current());
  const armed = pending.armed.filter(({ deadlineId }) => deadlineId === id);
  const ahead = one.change === 'started' ? momentsFrom(now, moments) : stillToCome(moments, { armed }, now);
  return ahead.map((moment) => ({ id: parts.drawId(), deadlineId: id, ...moment }));
}
