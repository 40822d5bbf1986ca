import type { Queries } from './holiday-years.ts';
import type { StepRows } from './step-rows.ts';

// Both statements begin with `gate`: the case row, only if its version, the actor's rights and the calendar are those that
// were read. Every other part selects from `gate`, so that a closed gate writes nothing at all.
const AS_READ = `($12::uuid is null or exists (select 1 from people
    where person_id = $12 and rights_epoch = $13::bigint and is_active))
  and (select count(*) from holiday_years) = $14::bigint`;

const STEP_GATE = `
with gate as (
  update cases set version = version + 1, status = $4, facts = $5::jsonb, risk = $5::jsonb ->> 'risk',
    owner_agency_id = $6::uuid, last_seq = $7::bigint, chain_head = $8::bytea
  where case_id = $1::uuid and version = $2::bigint and number = $3 and ${AS_READ}
    and $9::bytea is not null and $10::timestamptz is not null
  returning case_id, version
)`;

const OPEN_GATE = `
with gate as (
  insert into cases (case_id, number, status, facts, risk, owner_agency_id, last_seq, chain_head, wrapped_key, opened_at, version)
  select $1::uuid, $3, $4, $5::jsonb, $5::jsonb ->> 'risk', $6::uuid, $7::bigint, $8::bytea, $9::bytea, $10::timestamptz, 1
  where $2::bigint is null and ${AS_READ}
  returning case_id, version
)`;

const PARTS = `
, new_events as (
  insert into case_events (case_id, seq, track_id, type, occurred_at, recorded_at, body, hash)
  select gate.case_id, e.seq, e."trackId", e.type, e."occurredAt", e."recordedAt", e.body, decode(e.hash, 'hex')
  from gate, jsonb_to_recordset($11::jsonb -> 'events') as e(seq bigint, "trackId" uuid, type text,
    "occurredAt" timestamptz, "recordedAt" timestamptz, body text, hash text)
), opened as (
  insert into tracks (track_id, case_id, workflow, workflow_version, version, state, snapshot, happened, facts,
    is_final, agency_id, assignee_id, candidate_id)
  select t.id, gate.case_id, t.workflow, t."workflowVersion", t.version, t.state, t.snapshot, t.happened, t.facts,
    t."isFinal", t.agency, t.assignee, t.candidate
  from gate, jsonb_to_recordset($11::jsonb -> 'tracksOpened') as t(id uuid, workflow text, "workflowVersion" integer,
    version bigint, state text[], snapshot jsonb, happened jsonb, facts jsonb, "isFinal" boolean, agency uuid,
    assignee uuid, candidate uuid)
), moved as (
  update tracks set workflow_version = t."workflowVersion", version = t.version, state = t.state, snapshot = t.snapshot, happened = t.happened,
    facts = t.facts, is_final = t."isFinal", agency_id = t.agency, assignee_id = t.assignee, candidate_id = t.candidate
  from gate, jsonb_to_recordset($11::jsonb -> 'tracksMoved') as t(id uuid, "workflowVersion" integer, version bigint, state text[],
    snapshot jsonb, happened jsonb, facts jsonb, "isFinal" boolean, agency uuid, assignee uuid, candidate uuid)
  where tracks.track_id = t.id and tracks.case_id = gate.case_id
), vault as (
  insert into vault_entries (entry_id, case_id, track_id, author_id, class, field, sealed)
  select v.id, gate.case_id, v."trackId", v.author, v.class, v.field, decode(v.sealed, 'base64')
  from gate, jsonb_to_recordset($11::jsonb -> 'vaultEntries') as v(id uuid, "trackId" uuid, author uuid, class text, field text, sealed text)
), phones as (
  insert into phone_tokens (token, case_id)
  select decode(p.token, 'base64'), gate.case_id
  from gate, jsonb_array_elements_text($11::jsonb -> 'phoneTokens') as p(token)
  on conflict do nothing
), settled as (
  update deadlines set outcome = s.outcome, settled_at = s.at
  from gate, jsonb_to_recordset($11::jsonb -> 'deadlinesSettled') as s(id uuid, outcome text, at timestamptz)
  -- "is not distinct from" keeps the planner off the index of all open deadlines, which a plan made while the table
  -- was young would otherwise read whole
  where deadlines.case_id = gate.case_id and deadlines.deadline_id = s.id
    and (deadlines.outcome is not distinct from 'open' or deadlines.outcome is not distinct from 'lapsed')
  returning deadlines.deadline_id
), disarmed as (
  update reminders set state = 'cancelled', settled_at = haolin_now()
  from gate
  where reminders.deadline_id = any (array(
      select quiet.id::uuid from jsonb_array_elements_text($11::jsonb -> 'disarmed') as quiet(id)))
    and reminders.state is not distinct from 'armed'
), started as (
  -- reads settled first: a deadline that restarts may not meet its own earlier row
  insert into deadlines (deadline_id, case_id, track_id, declaration, item, rule, started_at, safe_due, legal_due,
    safe_due_at, legal_due_at, outcome, is_provisional, explanation, excluded)
  select d.id, gate.case_id, d."trackId", d.declaration, d.item, d.rule, d."startedAt", d."safeDue", d."legalDue",
    d."safeDueAt", d."legalDueAt", 'open', d."isProvisional", d.explanation,
    d.excluded
  from gate, jsonb_to_recordset($11::jsonb -> 'deadlinesStarted') as d(id uuid, "trackId" uuid, declaration text,
    item text, rule text, "startedAt" timestamptz, "safeDue" text, "legalDue" text, "safeDueAt" timestamptz,
    "legalDueAt" timestamptz, "isProvisional" boolean, explanation jsonb,
    excluded jsonb)
  where (select count(*) from settled) >= 0
), armed as (
  insert into reminders (reminder_id, case_id, deadline_id, at, kind, audience, state)
  select r.id, gate.case_id, r."deadlineId", r.at, r.kind, r.audience, 'armed'
  from gate, jsonb_to_recordset($11::jsonb -> 'reminders') as r(id uuid, "deadlineId" uuid, at timestamptz, kind text, audience text)
), handed as (
  insert into handoffs (handoff_id, case_id, track_id, kind, from_agency_id, to_agency_id, expires_at, offered_at)
  select h.id, gate.case_id, h."trackId", h.kind, h."from", h."to", h."expiresAt", h."offeredAt"
  from gate, jsonb_to_recordset($11::jsonb -> 'handoffs') as h(id uuid, "trackId" uuid, kind text, "from" uuid, "to" uuid,
    "expiresAt" timestamptz, "offeredAt" timestamptz)
), posted as (
  insert into outbox (message_id, topic, case_id, track_id, detail)
  select o.id, o.topic, gate.case_id, o."trackId", o.detail
  from gate, jsonb_to_recordset($11::jsonb -> 'outbox') as o(id uuid, topic text, "trackId" uuid, detail jsonb)
), remembered as (
  insert into idempotency_keys (person_id, key, fingerprint, rights_epoch, status, case_id, track_id, etag, body)
  select $12::uuid, a.key, decode(a.fingerprint, 'hex'), $13::bigint, a.status, gate.case_id, a."trackId", a.etag, decode(a.body, 'base64')
  from gate, jsonb_to_recordset($11::jsonb -> 'answers') as a(key text, fingerprint text, status integer,
    "trackId" uuid, etag text, body text)
), audited as (
  insert into audit (person_id, action, case_id, track_id, is_allowed, code)
  select $12::uuid, a.action, gate.case_id, a."trackId", true, 'ok'
  from gate, jsonb_to_record($11::jsonb -> 'audit') as a(action text, "trackId" uuid)
)
select version from gate`;

const UNIQUE_VIOLATION = '23505';
const LOCK_NOT_AVAILABLE = '55P03';
/**
 * Violations that only say that somebody was first: the same key in two requests at once (the later one finds the earlier
 * one's answer when it reads again), or a case number drawn twice. Any other is a mistake of ours.
 */
const LOST_RACES: readonly string[] = ['idempotency_keys_pk', 'cases_number_key'];

/**
 * `written`; `stale`: somebody else was first (or the actor's rights changed), nothing was written, read again;
 * `busy`: the row stayed locked for longer than the lock time-out.
 */
export type WriteOutcome = 'written' | 'stale' | 'busy';

/** Writes a whole step in one statement, if the case and the actor's rights are still as they were read. */
export async function writeStep(pool: Queries, rows: StepRows): Promise<WriteOutcome> {
  const isOpening = rows.caseRow.readVersion === null;
  try {
    const result = await pool.query({
      name: isOpening ? 'open-case' : 'write-step',
      text: (isOpening ? OPEN_GATE : STEP_GATE) + PARTS,
      values: valuesOf(rows),
    });
    return result.rowCount === 1 ? 'written' : 'stale';
  } catch (error) {
    const { code, constraint = '' } = error as { code?: unknown; constraint?: string };
    if (code === UNIQUE_VIOLATION && LOST_RACES.includes(constraint)) return 'stale';
    if (code === LOCK_NOT_AVAILABLE) return 'busy';
    throw error;
  }
}

function valuesOf(rows: StepRows): unknown[] {
  const { caseRow, actor } = rows;
  return [
    caseRow.id,
    caseRow.readVersion,
    caseRow.number,
    caseRow.status,
    JSON.stringify(caseRow.facts),
    caseRow.ownerAgency,
    caseRow.lastSeq,
    caseRow.chainHead,
    caseRow.wrappedKey,
    caseRow.openedAt,
    JSON.stringify(partsOf(rows)),
    actor?.personId ?? null,
    actor?.rightsEpoch ?? null,
    rows.calendarSerial,
  ];
}

function partsOf(rows: StepRows): Record<string, unknown> {
  const { answer } = rows;
  return {
    events: rows.events.map((event) => ({ ...event, hash: event.hash.toString('hex') })),
    tracksOpened: rows.tracksOpened,
    tracksMoved: rows.tracksMoved,
    vaultEntries: rows.vaultEntries.map((entry) => ({ ...entry, sealed: entry.sealed.toString('base64') })),
    phoneTokens: rows.phoneTokens.map((token) => token.toString('base64')),
    deadlinesStarted: rows.deadlinesStarted,
    deadlinesSettled: rows.deadlinesSettled,
    disarmed: rows.disarmed,
    reminders: rows.reminders,
    handoffs: rows.handoffs,
    outbox: rows.outbox,
    answers: answer === null ? [] : [{ ...answer, body: answer.body.toString('base64') }],
    audit: rows.audit,
  };
}
