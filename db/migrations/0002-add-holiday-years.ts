import { type Kysely, sql } from 'kysely';

/** Holiday notices that were imported. Each import is a row of its own; of one year the newest counts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table holiday_years (
    serial bigint generated always as identity constraint holiday_years_pk primary key,
    year integer not null,
    notice jsonb not null,
    imported_at timestamptz not null default clock_timestamp())`,
  // A deadline says by its event which notice moved it; that notice stays as it was.
  `create function refuse_notice_change() returns trigger language plpgsql as
    $$ begin raise exception 'an imported holiday notice is never changed: import a newer one'; end $$`,
  `create trigger holiday_years_append_only before update or delete or truncate on holiday_years
    for each statement execute function refuse_notice_change()`,
];
