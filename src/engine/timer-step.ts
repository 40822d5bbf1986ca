import { SYSTEM_ID } from '#src/base/actor.ts';
import type { Instant } from '#src/base/instant.ts';
import { readCommand, type CommandRead, type DeadlineRow, type TrackRow } from '#src/store/read-command.ts';
import type { StepRows } from '#src/store/step-rows.ts';
import { writeStep } from '#src/store/write-step.ts';
import type { EngineDeps } from './engine-deps.ts';
import { DEADLINE_LAPSED } from './logged-event.ts';
import { planContextOf } from './plan-context.ts';
import type { Draft } from './consequences.ts';
import { type Plan, planStep } from './plan-step.ts';
import { bellOf } from './bell-of.ts';
import { caseChangeOf, plannedRows, stateOf } from './step-rows-of.ts';

/** What the timer wants to do to a track, decided on what was read; null: it is no longer due. */
export type TimerIntent = {
  readonly type: string;
  readonly payload: Draft['payload'];
  readonly occurredAt: Instant;
  readonly lapsed: DeadlineRow | null;
};

// More than people's three: nobody waits for the timer, and it must not be starved by a busy case.
const ATTEMPT_LIMIT = 8;

/**
 * One step in the timer's name, on the same path as a person's: read, plan, write if nothing moved meanwhile. False:
 * nothing was due any more. Throws when it lost every race; the sweeper comes again.
 */
export async function timerStep(
  deps: EngineDeps,
  trackId: string,
  intend: (read: CommandRead, track: TrackRow) => TimerIntent | null,
): Promise<boolean> {
  for (let attempt = 1; attempt <= ATTEMPT_LIMIT; attempt += 1) {
    const read = await readCommand(deps.pool, {
      personId: null,
      idempotencyKey: null,
      trackId,
      caseId: null,
    });
    await deps.calendar.keepUp(read.calendarSerial);
    const track = read.tracks.find((candidate) => candidate.id === trackId);
    const intent = track === undefined ? null : intend(read, track);
    if (track === undefined || intent === null) return false;
    const rows = rowsFor(deps, read, track, intent);
    if (rows === null) return false;
    deps.fault('before_write');
    if ((await writeStep(deps.pool, rows)) !== 'written') continue;
    deps.fault('after_write');
    deps.ring(bellOf(rows, read.now));
    return true;
  }
  throw new Error(`the timer lost ${ATTEMPT_LIMIT} races for track ${trackId}`);
}

function rowsFor(deps: EngineDeps, read: CommandRead, track: TrackRow, intent: TimerIntent): StepRows | null {
  const row = read.case;
  if (row === null) return null;
  const before = stateOf(row, read.tracks);
  const actor = { id: SYSTEM_ID, role: 'system' as const, agency: SYSTEM_ID };
  const lapsedId = intent.lapsed?.id ?? null;
  const context = planContextOf(deps, read, { actor, caseId: row.id, chainHead: row.chainHead, lapsedId });
  const draft = draftOf(deps, track, intent);
  let plan = intent.type === DEADLINE_LAPSED ? null : accepted(planStep(context, before, [draft]));
  if (plan === null && intent.lapsed === null) return null;
  // A lapse that no state answers is still written down, and the log says which deadline it was.
  plan ??= accepted(planStep(context, before, [unheardLapse(draft, intent)]));
  if (plan === null) throw new Error('an engine event was refused');
  const planned = plannedRows(plan, before);
  return {
    ...planned,
    deadlinesSettled: withLapse(planned.deadlinesSettled, intent, read.now),
    caseRow: caseChangeOf(plan, { readVersion: row.version, wrappedKey: row.wrappedKey }),
    calendarSerial: read.calendarSerial,
    vaultEntries: [],
    phoneTokens: [],
    handoffs: [],
    actor: null,
    answer: null,
    audit: { action: `timer:${intent.type}`, trackId: track.id },
  };
}

function draftOf(deps: EngineDeps, track: TrackRow, intent: TimerIntent): Draft {
  const definition = deps.workflows.version(track.workflow, track.workflowVersion)?.events[intent.type];
  return {
    track: track.id,
    workflow: track.workflow,
    workflowVersion: track.workflowVersion,
    type: intent.type,
    code: definition?.domainCode ?? intent.type,
    occurredAt: intent.occurredAt,
    payload: intent.payload,
  };
}

function accepted(plan: ReturnType<typeof planStep>): Plan | null {
  return 'refused' in plan ? null : plan;
}

function unheardLapse(draft: Draft, { lapsed }: TimerIntent): Draft {
  const payload = {
    deadline: lapsed?.id ?? '',
    declaration: lapsed?.declaration ?? '',
    rule: lapsed?.rule ?? '',
  };
  return { ...draft, type: DEADLINE_LAPSED, code: DEADLINE_LAPSED, payload };
}

/** A lapse that moved no machine is settled all the same. */
function withLapse(
  settled: StepRows['deadlinesSettled'],
  { lapsed }: TimerIntent,
  now: Instant,
): StepRows['deadlinesSettled'] {
  if (lapsed === null || settled.some(({ id }) => id === lapsed.id)) return settled;
  return [...settled, { id: lapsed.id, outcome: 'lapsed', at: now }];
}
