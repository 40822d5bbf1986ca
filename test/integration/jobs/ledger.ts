import { randomBytes, randomUUID } from 'node:crypto';
import { type Connection, connect } from '#db/connect.ts';
import type { Engine } from '#src/engine/engine.ts';
import type { JobDeps } from '#src/jobs/job-deps.ts';
import type { LogFields } from '#src/jobs/job-log.ts';
import { testDatabase } from '#test/support/test-db.ts';
import { depsOf } from './job-deps.ts';

/** A database with one agency, one handler and one case with one track, and the rows a test adds. */
export type Ledger = AsyncDisposable & {
  readonly connection: Connection;
  readonly url: string;
  readonly deps: JobDeps;
  readonly logged: LogFields[];
  readonly agencyId: string;
  readonly personId: string;
  readonly caseId: string;
  readonly trackId: string;
};

export async function openLedger(engine: Partial<Engine> = {}): Promise<Ledger> {
  const database = await testDatabase();
  const connection = connect(database.url);
  const { deps, logged } = depsOf(connection, engine);
  const agencyId = await addAgency(connection);
  const personId = await addPerson(connection, { agencyId, role: 'case_manager' });
  const caseId = await addCase(connection, agencyId);
  const trackId = await addTrack(connection, { caseId, agencyId, assigneeId: personId });
  return {
    ...{ connection, url: database.url, deps, logged, agencyId, personId, caseId, trackId },
    [Symbol.asyncDispose]: async () => {
      await connection[Symbol.asyncDispose]();
      await database[Symbol.asyncDispose]();
    },
  };
}

export async function addAgency({ pool }: Connection): Promise<string> {
  const id = randomUUID();
  await pool.query(`insert into agencies values ($1, $2, 'federation', '区妇联', 'Federation', null)`, [
    id,
    id,
  ]);
  return id;
}

export async function addPerson(
  { pool }: Connection,
  person: { agencyId: string; role: string; isActive?: boolean },
): Promise<string> {
  const id = randomUUID();
  const values = [id, id, person.role, person.agencyId, person.isActive ?? true];
  await pool.query(
    `insert into people (person_id, username, name, role, agency_id, password_hash, is_active)
     values ($1, $2, 'nobody', $3, $4, '', $5)`,
    values,
  );
  return id;
}

async function addCase({ pool }: Connection, ownerAgencyId: string): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `insert into cases (case_id, number, status, risk, facts, owner_agency_id, version, last_seq, chain_head, wrapped_key, opened_at)
     values ($1, $2, 'open', 'unknown', '{}', $3, 1, 0, $4, $4, haolin_now())`,
    [id, id, ownerAgencyId, randomBytes(8)],
  );
  return id;
}

export async function addTrack(
  { pool }: Connection,
  track: { caseId: string; agencyId: string; assigneeId?: string; candidateId?: string },
): Promise<string> {
  const id = randomUUID();
  await pool.query(
    `insert into tracks (track_id, case_id, workflow, workflow_version, version, state, snapshot, happened, facts,
       is_final, agency_id, assignee_id, candidate_id)
     values ($1, $2, 'intake', 1, 1, '{open}', '{}', '{}', '{}', false, $3, $4, $5)`,
    [id, track.caseId, track.agencyId, track.assigneeId ?? null, track.candidateId ?? null],
  );
  return id;
}

/** A deadline whose legal end is `inMs` from now (negative: past). */
export async function addDeadline(
  { connection, caseId, trackId }: Ledger,
  { inMs, outcome = 'open' }: { inMs: number; outcome?: string },
): Promise<string> {
  const id = randomUUID();
  await connection.pool.query(
    `insert into deadlines (deadline_id, case_id, track_id, declaration, rule, started_at, safe_due, legal_due,
       safe_due_at, legal_due_at, outcome, is_provisional, explanation)
     select $1::uuid, $2, $3, $1::text, 'C1', haolin_now(), '', '', due.at, due.at, $5, false, '[]'
     from (select haolin_now() + $4 * interval '1 millisecond' as at) as due`,
    [id, caseId, trackId, inMs, outcome],
  );
  return id;
}

export async function addReminder(
  ledger: Ledger,
  reminder: {
    inMs: number;
    deadlineId: string;
    kind?: 'remind' | 'escalate';
    audience?: string;
    state?: string;
  },
): Promise<string> {
  const id = randomUUID();
  await ledger.connection.pool.query(
    `insert into reminders (reminder_id, case_id, deadline_id, at, kind, audience, state)
     values ($1, $2, $3, haolin_now() + $4 * interval '1 millisecond', $5, $6, $7)`,
    [
      id,
      ledger.caseId,
      reminder.deadlineId,
      reminder.inMs,
      reminder.kind ?? 'remind',
      reminder.audience ?? 'handler',
      reminder.state ?? 'armed',
    ],
  );
  return id;
}

export async function addMessage(
  { connection, caseId, trackId }: Ledger,
  message: { topic: 'notify' | 'send'; detail: object; trackId?: string },
): Promise<string> {
  const id = randomUUID();
  await connection.pool.query(
    'insert into outbox (message_id, topic, case_id, track_id, detail) values ($1, $2, $3, $4, $5)',
    [id, message.topic, caseId, message.trackId ?? trackId, JSON.stringify(message.detail)],
  );
  return id;
}

/** Whom a source has told, sorted. */
export async function toldBy(
  { connection }: Pick<Ledger, 'connection'>,
  sourceId: string,
): Promise<string[]> {
  const sql = 'select person_id from notifications where source_id = $1 order by person_id';
  const { rows } = await connection.pool.query(sql, [sourceId]);
  return rows.map((row: { person_id: string }) => row.person_id);
}

export async function stateOf(
  { connection }: Pick<Ledger, 'connection'>,
  reminderId: string,
): Promise<string> {
  const { rows } = await connection.pool.query('select state from reminders where reminder_id = $1', [
    reminderId,
  ]);
  return (rows[0] as { state: string }).state;
}

export async function isHandled(
  { connection }: Pick<Ledger, 'connection'>,
  messageId: string,
): Promise<boolean> {
  const sql = 'select handled_at is not null as handled from outbox where message_id = $1';
  const { rows } = await connection.pool.query(sql, [messageId]);
  return (rows[0] as { handled: boolean }).handled;
}
