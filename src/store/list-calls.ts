import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Person } from '#src/base/actor.ts';
import type { Instant } from '#src/base/instant.ts';
import { visibleTo } from './visible-cases.ts';

/** A state in which a call is owed, as the query needs it. */
export type OwedAt = {
  readonly workflow: string;
  readonly state: string;
  readonly deadline: string;
  readonly isPlanned: boolean;
  readonly isAgain: boolean;
  readonly tries: string | null;
};

export type ListedCall = {
  readonly trackId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly workflow: string;
  readonly workflowVersion: number;
  readonly version: number;
  /** The state of `OwedAt` it was found by. */
  readonly place: string;
  readonly risk: string;
  readonly riskRank: number;
  readonly triesCount: number;
  /** Null: no time limit runs, which sorts last within its risk. */
  readonly safeDue: string | null;
  readonly legalDue: string | null;
  readonly sortAt: Instant;
};

export type CallsQuery = {
  readonly places: readonly OwedAt[];
  /** Planned calls are listed this long before they are due. */
  readonly aheadHours: number;
  readonly after?: { readonly riskRank: number; readonly sortAt: Instant; readonly trackId: string };
  readonly limit: number;
};

// Not graded yet is no comfort: she comes after high and before everybody whose danger was looked at.
const RISK_RANK = sql<number>`array_position(array['high', 'unknown', 'medium', 'low'], cases.risk)`;
// A time limit that ran out keeps its place in the list: what is late is still owed.
const SORT_AT = sql<Instant>`coalesce(due.safe_due_at, '2099-01-01T00:00:00+08:00'::timestamptz)`;

/**
 * Running tracks of the reader's agency in which a call is owed: the highest risk first, then what is due first. Finds
 * tracks by `tracks_desk_idx` and the time limit of each by its case.
 */
export async function listCalls(db: Db, reader: Person, query: CallsQuery): Promise<ListedCall[]> {
  const { after } = query;
  const { rows } = await sql<ListedCall>`
    select tracks.track_id as "trackId", tracks.case_id as "caseId", cases.number as "caseNumber",
      tracks.workflow, workflow_version as "workflowVersion", tracks.version, place.state as place,
      cases.risk, ${RISK_RANK} as "riskRank",
      coalesce((tracks.snapshot -> 'context' ->> place.tries)::integer, 0) as "triesCount",
      due.safe_due as "safeDue", due.legal_due as "legalDue", ${SORT_AT} as "sortAt"
    from tracks
    join jsonb_to_recordset(${JSON.stringify(query.places)}::jsonb) as place(workflow text, state text,
      deadline text, "isPlanned" boolean, "isAgain" boolean, tries text)
      on place.workflow = tracks.workflow and place.state = any (tracks.state)
    join cases on cases.case_id = tracks.case_id
    left join lateral (
      select safe_due, legal_due, safe_due_at from deadlines
      where deadlines.case_id = tracks.case_id and deadlines.track_id = tracks.track_id
        and declaration = place.deadline and outcome in ('open', 'lapsed', 'paused')
      order by started_at desc, deadline_id desc limit 1) due on true
    where tracks.agency_id = ${reader.agency}::uuid and not tracks.is_final
      and ${visibleTo(reader, 'cases')}
      and (not place."isPlanned"
        or due.safe_due_at <= haolin_now() + ${query.aheadHours}::integer * interval '1 hour')
      and (not place."isAgain" or tracks.snapshot -> 'context' ->> 'gradedAt' is not null)
      and (${after === undefined}::boolean or (${RISK_RANK}, ${SORT_AT}, tracks.track_id)
        > (${after?.riskRank ?? 0}::integer, ${after?.sortAt ?? null}::timestamptz, ${after?.trackId ?? null}::uuid))
    order by "riskRank", "sortAt", "trackId"
    limit ${query.limit}`.execute(db);
  return rows;
}
