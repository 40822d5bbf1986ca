import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Person } from '#src/base/actor.ts';
import type { Facts } from '#src/base/facts.ts';
import type { Instant } from '#src/base/instant.ts';
import { visibleTo } from './visible-cases.ts';

export type ListedCase = {
  readonly id: string;
  readonly number: string;
  readonly status: 'open' | 'closed';
  readonly risk: string;
  readonly facts: Facts;
  readonly ownerAgency: string;
  readonly openedAt: Instant;
  readonly version: number;
};

export type ListedTrack = {
  readonly id: string;
  readonly caseId: string;
  readonly workflow: string;
  readonly workflowVersion: number;
  readonly state: readonly string[];
  readonly agency: string;
  readonly assignee: string | null;
  readonly isFinal: boolean;
};

export type CasesQuery = {
  readonly status?: 'open' | 'closed';
  readonly risk?: string;
  /** Cases with a track of this person. */
  readonly assignee?: string;
  readonly after?: { readonly openedAt: Instant; readonly id: string };
  readonly limit: number;
};

/** Cases the reader sees, newest first, at most `limit`. */
export async function listCases(db: Db, reader: Person, query: CasesQuery): Promise<ListedCase[]> {
  const { status, risk, assignee, after } = query;
  return db
    .selectFrom('cases')
    .select(['case_id as id', 'number', 'status', 'risk', 'facts', 'owner_agency_id as ownerAgency'])
    .select(['opened_at as openedAt', 'version'])
    .where(visibleTo(reader, 'cases'))
    .$if(status !== undefined, (q) => q.where('status', '=', status ?? 'open'))
    .$if(risk !== undefined, (q) => q.where('risk', '=', risk ?? ''))
    .$if(assignee !== undefined, (q) =>
      q.where(
        sql<boolean>`exists (select 1 from tracks held where held.case_id = cases.case_id
          and held.assignee_id = ${assignee}::uuid)`,
      ),
    )
    .$if(after !== undefined, (q) =>
      q.where(sql<boolean>`(opened_at, case_id) < (${after?.openedAt}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('opened_at', 'desc')
    .orderBy('case_id', 'desc')
    .limit(query.limit)
    .execute();
}

// A case with more tracks than this does not exist outside an attack; the case itself shows them all.
const TRACKS_LIMIT = 5_000;

/** The tracks of cases that were listed just before, oldest first. */
export async function listTracksOf(db: Db, caseIds: readonly string[]): Promise<ListedTrack[]> {
  if (caseIds.length === 0) return [];
  return db
    .selectFrom('tracks')
    .select([
      'track_id as id',
      'case_id as caseId',
      'workflow',
      'workflow_version as workflowVersion',
      'state',
    ])
    .select(['agency_id as agency', 'assignee_id as assignee', 'is_final as isFinal'])
    .where('case_id', 'in', [...caseIds])
    .orderBy('track_id')
    .limit(TRACKS_LIMIT)
    .execute();
}
