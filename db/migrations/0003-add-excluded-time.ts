import { type Kysely, sql } from 'kysely';

/** Time that does not count belongs to the deadline it moved, and a clock that stands still says so. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `alter table deadlines add column excluded jsonb not null default '[]'`,
  'alter table deadlines drop constraint deadlines_outcome_check',
  `alter table deadlines add constraint deadlines_outcome_check
    check (outcome in ('open', 'met', 'met_late', 'cancelled', 'paused', 'lapsed'))`,
];
