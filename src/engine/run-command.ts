import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import { epochMsOf } from '#src/base/instant.ts';
import { isCandidate, maySeeCase } from '#src/access/may-see-case.ts';
import { insertRefusal } from '#src/store/refusals.ts';
import { type CommandKey, type CommandRead, readCommand } from '#src/store/read-command.ts';
import type { StepRows } from '#src/store/step-rows.ts';
import { writeStep } from '#src/store/write-step.ts';
import type { Answer, Bell, CommandBasis } from './engine.ts';
import type { EngineDeps } from './engine-deps.ts';

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
    if (read.seen !== null) return earlierAnswer(deps, spec, read, actor);
    const decision = await decideOrRecordRefusal(deps, spec, read, actor);
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

async function decideOrRecordRefusal(
  deps: EngineDeps,
  spec: CommandSpec,
  read: CommandRead,
  actor: Person,
): Promise<Decision> {
  try {
    return spec.decide(read, actor);
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
  const own = read.tracks.find((track) => track.id === seen.trackId);
  const isVisible =
    read.case !== null &&
    (maySeeCase(actor, { ownerAgency: read.case.ownerAgency, tracks: read.tracks }) ||
      (own !== undefined && isCandidate(actor, own)));
  if (!isVisible) throw new AppError('not_found');
  const body = deps.vault.openAnswer(answerOwner(spec), Buffer.from(seen.body, 'base64'));
  return { status: seen.status, body, etag: seen.etag };
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

/** What the doorbell is told after a step. */
export function bellOf(rows: Pick<StepRows, 'outbox' | 'reminders'>, now: string): Bell {
  return {
    messages: rows.outbox.map((message) => message.id),
    reminders: rows.reminders.map((reminder) => ({
      id: reminder.id,
      delayMs: Math.max(0, epochMsOf(reminder.at) - epochMsOf(now)),
    })),
  };
}
