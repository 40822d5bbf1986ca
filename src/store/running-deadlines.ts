import type { Pool } from '#db/connect.ts';
import type { ExcludedSpan } from '#src/base/excluded-span.ts';
import { type Instant, parseInstant } from '#src/base/instant.ts';
import type { Queries } from './holiday-years.ts';
import { inTransaction } from './transaction.ts';

/** An open deadline with what is needed to compute it again. */
export type RunningDeadline = {
  readonly id: string;
  readonly caseId: string;
  readonly trackId: string;
  readonly workflow: string;
  readonly workflowVersion: number;
  readonly declaration: string;
  readonly item: string;
  readonly rule: string;
  readonly startedAt: Instant;
  readonly excluded: readonly ExcludedSpan[];
  readonly safeDue: string;
  readonly legalDue: string;
  readonly isProvisional: boolean;
  /** The moments of reminders and escalations that have not been sent. */
  readonly armed: readonly { readonly kind: 'remind' | 'escalate'; readonly at: Instant }[];
};

/** Open deadlines after an id, in the order of their ids. */
export async function listRunningDeadlines(
  queries: Queries,
  { after, limit }: { after: string; limit: number },
): Promise<RunningDeadline[]> {
  const result = await queries.query({
    name: 'list-running-deadlines',
    text: `select d.deadline_id as id, d.case_id as "caseId", d.track_id as "trackId", t.workflow,
        t.workflow_version as "workflowVersion", d.declaration, d.item, d.rule, d.started_at as "startedAt",
        d.excluded, d.safe_due as "safeDue", d.legal_due as "legalDue", d.is_provisional as "isProvisional",
        (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'at', r.at) order by r.at), '[]')
         from reminders r where r.deadline_id = d.deadline_id and r.state = 'armed') as armed
      from deadlines d join tracks t using (track_id)
      where d.outcome = 'open' and d.deadline_id > $1::uuid order by d.deadline_id limit $2`,
    values: [after, limit],
  });
  return (result.rows as RunningDeadline[]).map((row) => ({ ...row, armed: row.armed.map(canonical) }));
}

/** What a deadline becomes by another calendar. */
export type DeadlineMove = {
  readonly id: string;
  readonly safeDue: string;
  readonly legalDue: string;
  readonly safeDueAt: Instant;
  readonly legalDueAt: Instant;
  readonly isProvisional: boolean;
  readonly explanation: readonly unknown[];
};

/** Writes moved deadlines; an offer that ends with one ends when it does. */
export async function moveDeadlines(queries: Queries, moves: readonly DeadlineMove[]): Promise<void> {
  await queries.query({
    name: 'move-deadlines',
    text: `with given as materialized (
        select * from jsonb_to_recordset($1::jsonb) as m(id uuid, "safeDue" text, "legalDue" text, "safeDueAt" timestamptz,
          "legalDueAt" timestamptz, "isProvisional" boolean, explanation jsonb)
      ), offers as (
        update handoffs set expires_at = given."legalDueAt"
        from given join deadlines was on was.deadline_id = given.id
        where handoffs.track_id = was.track_id and handoffs.expires_at = was.legal_due_at
      )
      update deadlines set safe_due = given."safeDue", legal_due = given."legalDue", safe_due_at = given."safeDueAt",
        legal_due_at = given."legalDueAt", is_provisional = given."isProvisional", explanation = given.explanation
      from given where deadlines.deadline_id = given.id and deadlines.outcome = 'open'`,
    values: [JSON.stringify(moves)],
  });
}

/**
 * Runs `work` alone with the clocks: no deadline starts or ends meanwhile. All of it is written, or nothing. Steps that
 * come at the same time wait, two seconds at the most, and are then tried again or refused as busy.
 */
export function withClocksHeld<T>(pool: Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  return inTransaction(pool, async (queries) => {
    // Longer than any single step takes, and within the end of every statement: whoever is writing now is let finish.
    await queries.query(`set local lock_timeout = '8s'`);
    await queries.query('lock table holiday_years, deadlines in share row exclusive mode');
    return work(queries);
  });
}

/** Timestamps inside jsonb come in Postgres's spelling. */
function canonical({ kind, at }: RunningDeadline['armed'][number]): RunningDeadline['armed'][number] {
  const instant = parseInstant(at);
  if (instant === null) throw new Error('a timestamp that is none');
  return { kind, at: instant };
}
