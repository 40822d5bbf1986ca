import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Person } from '#src/base/actor.ts';
import type { Instant } from '#src/base/instant.ts';
import type { OwedAt } from './list-calls.ts';
import { visibleTo } from './visible-cases.ts';

/** Why something is on the list of a shift's end. */
export type ShiftKind = 'call_back' | 'deadline' | 'no_next_step' | 'unassigned';

export type ListedShiftItem = {
  readonly kind: ShiftKind;
  readonly kindRank: number;
  readonly riskRank: number;
  readonly sortAt: Instant;
  /** Of the track (a call), of the deadline, or of the case. */
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly risk: string;
  readonly trackId: string | null;
  readonly deadlineId: string | null;
  readonly workflow: string | null;
  readonly workflowVersion: number | null;
  readonly declaration: string | null;
  /** For a call: the state it was found by, and how often nobody answered. */
  readonly place: string | null;
  readonly triesCount: number;
  readonly safeDue: string | null;
  readonly legalDue: string | null;
  /** How many there are from the beginning of this page on. */
  readonly restCount: number;
};

export type ShiftQuery = {
  readonly places: readonly OwedAt[];
  readonly until: Instant;
  readonly after?: Pick<ListedShiftItem, 'kindRank' | 'riskRank' | 'sortAt' | 'id'>;
  readonly limit: number;
};

/**
 * What a desk has open at the end of a shift: calls that are owed, clocks due before `until`, cases on which no clock
 * runs, and cases that nobody is named for; by kind, then the highest risk first, then what is due first. Runs over
 * `tracks_desk_idx` and `cases_open_idx`: what is over is not read.
 */
export async function listShift(db: Db, reader: Person, query: ShiftQuery): Promise<ListedShiftItem[]> {
  const { after } = query;
  const { rows } = await sql<ListedShiftItem>`
    with ${deskOf(reader)}, calls as (${owedCalls(query)}),
    items as (
      ${callItems} union all ${clockItems(query.until)} union all ${caseItems('no_next_step', 3, NO_CLOCK)}
      union all ${caseItems('unassigned', 4, NOBODY)}
    ), ranked as (
      select items.*, array_position(array['high', 'unknown', 'medium', 'low'], risk) as risk_rank,
        coalesce(safe_due_at, '2099-01-01T00:00:00+08:00'::timestamptz) as sort_at
      from items
    )
    select kind, kind_rank as "kindRank", risk_rank as "riskRank", sort_at as "sortAt", id, case_id as "caseId",
      number as "caseNumber", risk, track_id as "trackId", deadline_id as "deadlineId", workflow,
      workflow_version as "workflowVersion", declaration, place, tries as "triesCount", safe_due as "safeDue",
      legal_due as "legalDue", count(*) over ()::integer as "restCount"
    from ranked
    where ${after === undefined}::boolean or (kind_rank, risk_rank, sort_at, id)
      > (${after?.kindRank ?? 0}::integer, ${after?.riskRank ?? 0}::integer,
        ${after?.sortAt ?? null}::timestamptz, ${after?.id ?? null}::uuid)
    order by kind_rank, risk_rank, sort_at, id
    limit ${query.limit}`.execute(db);
  return rows;
}

function deskOf(reader: Person) {
  return sql`desk as (
      select tracks.*, cases.number, cases.risk
      from tracks join cases on cases.case_id = tracks.case_id
      where tracks.agency_id = ${reader.agency}::uuid and not tracks.is_final and ${visibleTo(reader, 'cases')}
    ), open_cases as (
      select case_id, number, risk from cases
      where owner_agency_id = ${reader.agency}::uuid and status = 'open' and ${visibleTo(reader, 'cases')}
    )`;
}

function owedCalls({ places, until }: ShiftQuery) {
  return sql`
      select desk.track_id, desk.case_id, desk.number, desk.risk, desk.workflow, desk.workflow_version, due.*,
        place.state as place, coalesce((desk.snapshot -> 'context' ->> place.tries)::integer, 0) as tries
      from desk
      join jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as place(workflow text, state text,
        deadline text, "isPlanned" boolean, "isAgain" boolean, tries text)
        on place.workflow = desk.workflow and place.state = any (desk.state)
      left join lateral (
        select deadline_id, declaration, safe_due, legal_due, safe_due_at from deadlines
        where deadlines.case_id = desk.case_id and deadlines.track_id = desk.track_id
          and declaration = place.deadline and outcome in ('open', 'lapsed', 'paused')
        order by started_at desc, deadline_id desc limit 1) due on true
      where (not place."isPlanned" or due.safe_due_at <= ${until}::timestamptz)
        and (not place."isAgain" or desk.snapshot -> 'context' ->> 'gradedAt' is not null)`;
}

const callItems = sql`
      select 'call_back' as kind, 1 as kind_rank, track_id as id, case_id, number, risk, track_id, deadline_id,
        workflow, workflow_version, declaration, place, tries, safe_due, legal_due, safe_due_at
      from calls`;

/** Clocks of the desk's tracks; that of a call is told with the call. */
function clockItems(until: Instant) {
  return sql`
      select 'deadline', 2, deadlines.deadline_id, desk.case_id, desk.number, desk.risk, desk.track_id,
        deadlines.deadline_id, desk.workflow, desk.workflow_version, deadlines.declaration, null, 0,
        deadlines.safe_due, deadlines.legal_due, deadlines.safe_due_at
      from desk join deadlines on deadlines.case_id = desk.case_id and deadlines.track_id = desk.track_id
      where outcome = 'open' and safe_due_at < ${until}::timestamptz
        and not exists (select 1 from calls where calls.deadline_id = deadlines.deadline_id)`;
}

function caseItems(kind: ShiftKind, rank: number, condition: RawBuilder<boolean>) {
  return sql`
      select ${kind}::text, ${rank}::integer, case_id, case_id, number, risk, null::uuid, null::uuid, null, null::integer,
        null, null, 0, null, null, null::timestamptz
      from open_cases where ${condition}`;
}

const NO_CLOCK = sql<boolean>`not exists (select 1 from deadlines
        where deadlines.case_id = open_cases.case_id and outcome = 'open')`;
const NOBODY = sql<boolean>`not exists (select 1 from tracks
        where tracks.case_id = open_cases.case_id and not is_final and assignee_id is not null)`;
