import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { DeadlineOutcome } from '#db/schema.ts';
import type { Person } from '#src/base/actor.ts';
import type { Instant } from '#src/base/instant.ts';
import { visibleTo } from './visible-cases.ts';

export type ListedDeadline = {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly trackId: string;
  readonly workflow: string;
  readonly workflowVersion: number;
  readonly declaration: string;
  readonly rule: string;
  readonly startedAt: Instant;
  readonly safeDue: string;
  readonly legalDue: string;
  /** By which the list is sorted. */
  readonly dueAt: Instant;
  readonly outcome: DeadlineOutcome;
  readonly provisional: boolean;
  readonly explanation: readonly unknown[];
};

export type DeadlinesQuery = {
  /** `mine`: tracks I am the assignee of; `agency`: tracks my agency handles or cases it owns. */
  readonly box: 'mine' | 'agency';
  readonly outcome?: DeadlineOutcome;
  readonly dueBefore?: Instant;
  /** By the internal limit, or by the lawful end. */
  readonly order: 'safe' | 'lawful';
  readonly after?: { readonly dueAt: Instant; readonly id: string };
  readonly limit: number;
};

/** Deadlines of cases the reader sees, the one to mind first first, at most `limit`. */
export async function listDeadlines(
  db: Db,
  reader: Person,
  query: DeadlinesQuery,
): Promise<ListedDeadline[]> {
  const { outcome, dueBefore, after } = query;
  const due = query.order === 'safe' ? 'safe_due_at' : 'legal_due_at';
  const held = sql<boolean>`tracks.assignee_id = ${reader.id}::uuid`;
  const ours = sql<boolean>`(tracks.agency_id = ${reader.agency}::uuid or cases.owner_agency_id = ${reader.agency}::uuid)`;
  return db
    .selectFrom('deadlines')
    .innerJoin('tracks', 'tracks.track_id', 'deadlines.track_id')
    .innerJoin('cases', 'cases.case_id', 'deadlines.case_id')
    .select(['deadline_id as id', 'deadlines.case_id as caseId', 'deadlines.track_id as trackId', 'rule'])
    .select(['started_at as startedAt', 'safe_due as safeDue', 'legal_due as legalDue', `${due} as dueAt`])
    .select(['number as caseNumber', 'workflow', 'workflow_version as workflowVersion'])
    .select('declaration')
    .select(['outcome', 'is_provisional as provisional', 'explanation'])
    .where(query.box === 'mine' ? held : ours)
    .where(visibleTo(reader, 'cases'))
    .$if(outcome !== undefined, (q) => q.where('outcome', '=', outcome ?? 'open'))
    .$if(dueBefore !== undefined, (q) => q.where(sql<boolean>`safe_due_at < ${dueBefore}::timestamptz`))
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(${sql.ref(due)}, deadline_id) > (${after?.dueAt}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy(due)
    .orderBy('deadline_id')
    .limit(query.limit)
    .execute();
}
