import type { Facts, PublishedFacts } from '#src/base/facts.ts';
import { type Instant, parseInstant } from '#src/base/instant.ts';
import type { Role } from '#src/base/roles.ts';
import type { Queries } from './holiday-years.ts';

/** What a command starts from: one row, read in one statement. */
export type CommandRead = {
  readonly now: Instant;
  /** How many holiday notices have been imported: by which calendar the clocks are to be computed. */
  readonly calendarSerial: number;
  readonly person: PersonRow | null;
  readonly seen: SeenRow | null;
  /** Earlier cases of the person's own agency with one of the numbers. */
  readonly priorCases: number;
  /** Those of the named ids that are active people. */
  readonly named: readonly { readonly id: string; readonly role: Role; readonly agency: string }[];
  readonly case: CaseRow | null;
  readonly tracks: readonly TrackRow[];
  /** Open deadlines of the case, and every deadline of the track the command names. */
  readonly deadlines: readonly DeadlineRow[];
};

export type PersonRow = { id: string; role: Role; agency: string; rightsEpoch: number };

/** The answer an earlier request with the same key was given. */
export type SeenRow = {
  fingerprint: string;
  rightsEpoch: number;
  status: number;
  caseId: string | null;
  trackId: string | null;
  etag: string | null;
  body: string;
};

export type CaseRow = {
  id: string;
  number: string;
  status: 'open' | 'closed';
  facts: Facts;
  ownerAgency: string;
  version: number;
  lastSeq: number;
  chainHead: Buffer;
  wrappedKey: Buffer;
  openedAt: Instant;
};

export type TrackRow = {
  id: string;
  workflow: string;
  workflowVersion: number;
  version: number;
  state: string[];
  snapshot: unknown;
  happened: Record<string, Instant>;
  facts: PublishedFacts;
  isFinal: boolean;
  agency: string;
  assignee: string | null;
  candidate: string | null;
};

export type DeadlineRow = {
  id: string;
  trackId: string;
  declaration: string;
  item: string;
  rule: string;
  startedAt: Instant;
  safeDue: string;
  legalDue: string;
  legalDueAt: Instant;
  outcome: 'open' | 'met' | 'met_late' | 'cancelled' | 'paused' | 'lapsed';
  isProvisional: boolean;
  explanation: unknown[];
};

export type CommandKey = {
  readonly personId: string | null;
  readonly idempotencyKey: string | null;
  readonly trackId: string | null;
  readonly caseId: string | null;
  /** Tokens of the numbers a caller gave, to count the cases her agency already has of them. */
  readonly phoneTokens?: readonly Buffer[];
  /** Ids a payload names, to learn who of them works here. */
  readonly named?: readonly string[];
};

// $1 person, $2 idempotency key, $3 track, $4 case, $5 phone tokens, $6 named people. Every part is a look-up by primary key or by case_id;
// the plan was looked at with 100,000 cases: index scans only.
const TEXT = `
with seen as (
  select jsonb_build_object('fingerprint', encode(fingerprint, 'hex'), 'rightsEpoch', rights_epoch, 'status', status, 'caseId', case_id,
    'trackId', track_id, 'etag', etag, 'body', encode(body, 'base64')) as row, case_id
  from idempotency_keys where person_id = $1::uuid and key = $2::text
), named as (
  select coalesce((select case_id from tracks where track_id = $3::uuid), $4::uuid, (select case_id from seen)) as case_id
)
select haolin_now() as now, (select count(*) from holiday_years) as calendar_serial,
  (select jsonb_build_object('id', person_id, 'role', role, 'agency', agency_id, 'rightsEpoch', rights_epoch)
   from people where person_id = $1::uuid and is_active) as person,
  (select row from seen) as seen,
  (select count(*) from (select distinct case_id from phone_tokens where token = any($5::bytea[])) as p
   where (select owner_agency_id from cases where case_id = p.case_id)
       = (select agency_id from people where person_id = $1::uuid)) as prior_cases,
  (select coalesce(jsonb_agg(jsonb_build_object('id', person_id, 'role', role, 'agency', agency_id)), '[]')
   from people where person_id = any($6::uuid[]) and is_active) as named,
  c.case_id, c.number, c.status, c.facts, c.owner_agency_id, c.version, c.last_seq, c.chain_head, c.wrapped_key,
  c.opened_at,
  (select coalesce(jsonb_agg(jsonb_build_object('id', t.track_id, 'workflow', t.workflow,
      'workflowVersion', t.workflow_version, 'version', t.version, 'state', t.state, 'snapshot', t.snapshot,
      'happened', t.happened, 'facts', t.facts, 'isFinal', t.is_final, 'agency', t.agency_id,
      'assignee', t.assignee_id, 'candidate', t.candidate_id) order by t.track_id), '[]')
   from tracks t where t.case_id = c.case_id) as tracks,
  (select coalesce(jsonb_agg(jsonb_build_object('id', d.deadline_id, 'trackId', d.track_id,
      'declaration', d.declaration, 'item', d.item, 'rule', d.rule, 'startedAt', d.started_at,
      'safeDue', d.safe_due, 'legalDue', d.legal_due, 'legalDueAt', d.legal_due_at, 'outcome', d.outcome,
      'isProvisional', d.is_provisional, 'explanation', d.explanation) order by d.started_at, d.safe_due_at, d.deadline_id), '[]')
   from deadlines d where d.case_id = c.case_id and (d.outcome = 'open' or d.track_id = $3::uuid)) as deadlines
from named left join cases c on c.case_id = named.case_id`;

/** Reads all that a command needs: the earlier answer, the actor's rights now, the case, its tracks and clocks. */
export async function readCommand(pool: Queries, key: CommandKey): Promise<CommandRead> {
  const result = await pool.query({
    name: 'read-command',
    text: TEXT,
    values: [
      key.personId,
      key.idempotencyKey,
      key.trackId,
      key.caseId,
      key.phoneTokens ?? [],
      key.named ?? [],
    ],
  });
  const row = result.rows[0] as Record<string, unknown> & { tracks: TrackRow[]; deadlines: DeadlineRow[] };
  return {
    now: row['now'] as Instant,
    calendarSerial: row['calendar_serial'] as number,
    person: row['person'] as PersonRow | null,
    seen: row['seen'] as SeenRow | null,
    priorCases: row['prior_cases'] as number,
    named: row['named'] as CommandRead['named'],
    case: caseOf(row),
    tracks: row.tracks,
    deadlines: row.deadlines.map((deadline) => ({
      ...deadline,
      startedAt: canonical(deadline.startedAt),
      legalDueAt: canonical(deadline.legalDueAt),
    })),
  };
}

function caseOf(row: Record<string, unknown>): CaseRow | null {
  if (row['case_id'] === null) return null;
  return {
    id: row['case_id'] as string,
    number: row['number'] as string,
    status: row['status'] as 'open' | 'closed',
    facts: row['facts'] as Facts,
    ownerAgency: row['owner_agency_id'] as string,
    version: row['version'] as number,
    lastSeq: row['last_seq'] as number,
    chainHead: row['chain_head'] as Buffer,
    wrappedKey: row['wrapped_key'] as Buffer,
    openedAt: row['opened_at'] as Instant,
  };
}

/** Timestamps inside jsonb come in Postgres's spelling. */
function canonical(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error('a timestamp that is none');
  return instant;
}
