import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import { isCandidate, maySeeCase } from '#src/access/may-see-case.ts';
import { insertRefusal } from '#src/store/refusals.ts';
import { type CommandKey, type CommandRead, type DeadlineRow, readCommand } from '#src/store/read-command.ts';
import type { StepRows } from '#src/store/step-rows.ts';
import { writeStep } from '#src/store/write-step.ts';
import { bellOf } from './bell-of.ts';
import type { Answer, CommandBasis } from './engine.ts';
import type { EngineDeps } from './engine-deps.ts';
import { lapseDeadline } from './lapse-deadline.ts';

/** What a command decided to write, and what it will answer once that is written. */
export type Decision = {
  readonly rows: Omit<StepRows, 'answer' | 'actor' | 'audit' | 'calendarSerial'>;
  readonly answer: AnswerDraft;
};

export type AnswerDraft = {
  readonly status: number;
  readonly body: unknown;
  readonly trackId: string | null;
  readonly etag: string | null;
};

export type CommandSpec = {
  readonly basis: CommandBasis;
  /** Names the command in the audit. */
  readonly action: string;
  readonly target: Omit<CommandKey, 'personId' | 'idempotencyKey'>;
  /** Pure: from what was read, the rows and the answer. Throws the refusal. */
  readonly decide: (read: CommandRead, person: Person) => Decision;
};

// Three readings: the first may lose a race, so may the second; who loses three is told so.
const ATTEMPT_LIMIT = 3;

/**
 * The command path: read once, decide, write once. Whoever lost a race decides again on what is there now. The same key
 * gives the same answer, with access checked anew. A refusal writes nothing but, when it is one of authorisation, its
 * audit row.
 */
export async function runCommand(deps: EngineDeps, spec: CommandSpec): Promise<Answer> {
  const { person, idempotency } = spec.basis;
  for (let attempt = 1; attempt <= ATTEMPT_LIMIT; attempt += 1) {
    const key = { ...spec.target, personId: person.id, idempotencyKey: idempotency.key };
    const read = await readCommand(deps.pool, key);
    if (read.person === null) throw new AppError('session_missing');
    const actor: Person = read.person;
    await deps.calendar.keepUp(read.calendarSerial);
    const orRecorded = <T>(act: () => T): Promise<T> => recordingRefusal(deps, spec, { read, actor }, act);
    if (read.seen !== null) return orRecorded(() => earlierAnswer(deps, spec, read, actor));
    if (attempt === 1 && (await lapseOverdue(deps, spec, read, actor))) continue;
    const decision = await orRecorded(() => spec.decide(read, actor));
    const body = JSON.stringify(decision.answer.body);
    const rows = rowsOf(deps, spec, read, { ...decision, body });
    deps.fault('before_write');
    const outcome = await writeStep(deps.pool, rows);
    if (outcome === 'busy') throw new AppError('key_in_flight');
    if (outcome === 'stale') continue;
    deps.fault('after_write');
    deps.ring(bellOf(rows, read.now));
    deps.fault('after_ring');
    return { status: decision.answer.status, body, etag: decision.answer.etag };
  }
  throw new AppError('key_in_flight');
}

/**
 * A period that has run out ends before anything else happens on its track: an offer nobody answered in time cannot be
 * accepted because the sweeper was away. True: something lapsed, read again.
 */
async function lapseOverdue(
  deps: EngineDeps,
  spec: CommandSpec,
  read: CommandRead,
  actor: Person,
): Promise<boolean> {
  const { trackId } = spec.target;
  // Who does not see the track moves nothing on it, not even what is due.
  if (trackId === null || !seesTrack(read, actor, trackId)) return false;
  const overdue = read.deadlines.filter(
    (row) =>
      row.trackId === trackId &&
      row.outcome === 'open' &&
      row.legalDueAt <= read.now &&
      endsItsState(deps, read, row),
  );
  for (const row of overdue) await lapseDeadline(deps, row.id);
  return overdue.length > 0;
}

function endsItsState(deps: EngineDeps, read: CommandRead, row: DeadlineRow): boolean {
  const track = read.tracks.find((candidate) => candidate.id === row.trackId);
  if (track === undefined) return false;
  const workflow = deps.workflows.version(track.workflow, track.workflowVersion);
  return workflow?.deadlines[row.declaration]?.onLapse !== undefined;
}

async function recordingRefusal<T>(
  deps: EngineDeps,
  spec: CommandSpec,
  { read, actor }: { read: CommandRead; actor: Person },
  act: () => T,
): Promise<T> {
  try {
    return act();
  } catch (error) {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'role_not_allowed')) {
      await insertRefusal(deps.db, {
        personId: actor.id,
        action: spec.action,
        caseId: read.case?.id ?? null,
        trackId: spec.target.trackId,
        code: error.code,
      });
    }
    throw error;
  }
}

function earlierAnswer(deps: EngineDeps, spec: CommandSpec, read: CommandRead, actor: Person): Answer {
  const seen = read.seen;
  if (seen === null || seen.fingerprint !== spec.basis.idempotency.fingerprint)
    throw new AppError('key_reused');
  if (!seesTrack(read, actor, seen.trackId)) throw new AppError('not_found');
  // Rights that changed since may show less; what was stored then is not given out now.
  if (seen.rightsEpoch !== read.person?.rightsEpoch) throw new AppError('role_not_allowed');
  const body = deps.vault.openAnswer(answerOwner(spec), Buffer.from(seen.body, 'base64'));
  return { status: seen.status, body, etag: seen.etag };
}

/** Does the person see the case that was read, or is she asked to take this one track of it? */
function seesTrack(read: CommandRead, actor: Person, trackId: string | null): boolean {
  if (read.case === null) return false;
  if (maySeeCase(actor, { ownerAgency: read.case.ownerAgency, tracks: read.tracks })) return true;
  const own = read.tracks.find((track) => track.id === trackId);
  return own !== undefined && isCandidate(actor, own);
}

function rowsOf(
  deps: EngineDeps,
  spec: CommandSpec,
  read: CommandRead,
  decided: Decision & { readonly body: string },
): StepRows {
  const { person, idempotency } = spec.basis;
  const { status, trackId, etag } = decided.answer;
  return {
    ...decided.rows,
    calendarSerial: read.calendarSerial,
    actor: { personId: person.id, rightsEpoch: read.person?.rightsEpoch ?? 0 },
    answer: {
      ...idempotency,
      status,
      trackId,
      etag,
      body: deps.vault.sealAnswer(answerOwner(spec), decided.body),
    },
    audit: { action: spec.action, trackId },
  };
}

/** A stored answer opens only for the person and key it was given to. */
function answerOwner(spec: CommandSpec): string {
  return `${spec.basis.person.id}|${spec.basis.idempotency.key}`;
}
