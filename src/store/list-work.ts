import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Person } from '#src/base/actor.ts';
import type { Instant } from '#src/base/instant.ts';
import type { OwedClock } from '#src/base/order-board.ts';
import { nextClockSql } from './next-clock-sql.ts';
import type { CaseRow, TrackRow } from './read-command.ts';
import type { StoredEntry } from './vault-entries.ts';
import { visibleTo } from './visible-cases.ts';

/** A running track somebody works on, or is asked to take. */
export type ListedWork = {
  readonly trackId: string;
  readonly caseId: string;
  readonly openedAt: Instant;
  /** The earliest of its deadlines that run, or have lapsed and are still owed; null: there is none. */
  readonly deadline: {
    readonly id: string;
    readonly declaration: string;
    readonly rule: string;
    readonly safeDue: string;
    readonly legalDue: string;
    readonly safeDueAt: Instant;
  } | null;
  /** The stored line of the newest event of the track. */
  readonly lastEvent: string | null;
  readonly now: Instant;
};

export type WorkQuery = {
  /** `mine`: tracks I am the assignee of or asked to take; `agency`: those my agency handles. */
  readonly box: 'mine' | 'agency';
  readonly workflow?: string;
  /** The last item of the page before; `dueAt` null: it has no deadline. */
  readonly after?: WorkKey;
  readonly limit: number;
};

/** What is owed in which state, of every workflow: lapsing settles a period, and nobody has done anything for it. */
export type OwedWork = readonly (OwedClock & { readonly workflow: string })[];

/** By what the list is sorted. */
export type WorkKey = {
  readonly dueAt: Instant | null;
  readonly openedAt: Instant;
  readonly trackId: string;
};

type PageRow = Omit<ListedWork, 'deadline'> & {
  readonly deadlineId: string | null;
  readonly declaration: string;
  readonly rule: string;
  readonly safeDue: string;
  readonly legalDue: string;
  readonly safeDueAt: Instant;
};

/** Running tracks of the reader, what is due first first and what has no deadline last, at most `limit`. */
export async function listWork(
  db: Db,
  reader: Person,
  query: WorkQuery,
  owed: OwedWork,
): Promise<ListedWork[]> {
  const { workflow, after, limit } = query;
  const visible = visibleTo(reader, 'c');
  const mine = sql<boolean>`((t.assignee_id = ${reader.id}::uuid and ${visible}) or t.candidate_id = ${reader.id}::uuid)`;
  const ours = sql<boolean>`(t.agency_id = ${reader.agency}::uuid and ${visible})`;
  const later = sql<boolean>`(coalesce(d.safe_due_at, 'infinity'), c.opened_at, t.track_id)
    > (${after?.dueAt ?? 'infinity'}::timestamptz, ${after?.openedAt}::timestamptz, ${after?.trackId}::uuid)`;
  const { rows } = await sql<PageRow>`
    with page as (
      select t.track_id, t.case_id, c.opened_at, d.*
      from tracks t join cases c on c.case_id = t.case_id
      left join lateral (${nextClockSql('t', { first: [], aside: [], owed })}) due on true
      left join lateral (
        select deadline_id, declaration, rule, safe_due, legal_due, safe_due_at from deadlines
        where deadlines.deadline_id = due.deadline_id) d on true
      where not t.is_final and ${reader.role}::text <> 'administrator'
        and ${query.box === 'mine' ? mine : ours}
        and (${workflow ?? null}::text is null or t.workflow = ${workflow ?? null}::text)
        and ${after === undefined ? sql`true` : later}
      order by coalesce(d.safe_due_at, 'infinity'), c.opened_at, t.track_id limit ${limit})
    select track_id as "trackId", case_id as "caseId", opened_at as "openedAt", deadline_id as "deadlineId",
      declaration, rule, safe_due as "safeDue", legal_due as "legalDue", safe_due_at as "safeDueAt",
      (select body from case_events e where e.case_id = page.case_id and e.track_id = page.track_id
       order by seq desc limit 1) as "lastEvent", haolin_now() as now
    from page order by coalesce(safe_due_at, 'infinity'), opened_at, track_id`.execute(db);
  return rows.map(listed);
}

/** A case as far as a list of work needs it, with all its tracks. */
export type WorkCase = {
  readonly row: Pick<
    CaseRow,
    'id' | 'number' | 'status' | 'ownerAgency' | 'openedAt' | 'lastSeq' | 'facts'
  > & {
    readonly wrappedKey: Buffer;
  };
  readonly tracks: readonly TrackRow[];
  /** Of all its tracks, the earliest first. */
  readonly openDeadlines: readonly { readonly trackId: string; readonly declaration: string }[];
  /** The part of the opening form that says how she is reached. */
  readonly safeContact: StoredEntry | null;
};

/** The cases of a page of work, in one statement. */
export async function findWorkCases(db: Db, caseIds: readonly string[]): Promise<WorkCase[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<CaseParts>`
    select c.case_id as id, c.number, c.status, c.owner_agency_id as "ownerAgency", c.opened_at as "openedAt",
      c.last_seq as "lastSeq", c.facts, c.wrapped_key as "wrappedKey",
      (select jsonb_agg(jsonb_build_object('id', t.track_id, 'workflow', t.workflow,
        'workflowVersion', t.workflow_version, 'version', t.version, 'state', t.state, 'snapshot', t.snapshot,
        'happened', t.happened, 'facts', t.facts, 'isFinal', t.is_final, 'agency', t.agency_id,
        'assignee', t.assignee_id, 'candidate', t.candidate_id) order by t.track_id)
       from tracks t where t.case_id = c.case_id) as tracks,
      (select coalesce(jsonb_agg(jsonb_build_object('trackId', d.track_id, 'declaration', d.declaration)
        order by d.safe_due_at, d.deadline_id), '[]')
       from deadlines d where d.case_id = c.case_id and d.outcome = 'open') as "openDeadlines",
      v.entry_id as "entryId", v.author_id as author, v.class, v.field, v.sealed
    from cases c left join vault_entries v
      on v.case_id = c.case_id and v.track_id is null and v.field = 'safeContact'
    where c.case_id = any(${[...caseIds]}::uuid[])`.execute(db);
  return rows.map(
    ({ tracks, openDeadlines, entryId, author, class: sealedClass, field, sealed, ...row }) => ({
      row,
      tracks,
      openDeadlines,
      safeContact: entryId === null ? null : { id: entryId, author, class: sealedClass, field, sealed },
    }),
  );
}

type CaseParts = WorkCase['row'] &
  Pick<WorkCase, 'tracks' | 'openDeadlines'> &
  Omit<StoredEntry, 'id'> & { readonly entryId: string | null };

function listed({
  deadlineId,
  declaration,
  rule,
  safeDue,
  legalDue,
  safeDueAt,
  ...row
}: PageRow): ListedWork {
  const deadline =
    deadlineId === null ? null : { id: deadlineId, declaration, rule, safeDue, legalDue, safeDueAt };
  return { ...row, deadline };
}
