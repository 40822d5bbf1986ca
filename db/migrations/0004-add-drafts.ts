import { type Kysely, sql } from 'kysely';

/**
 * What somebody is still writing, sealed, for a day. The key is person and id together: an id that another person took
 * is free for everybody else, so nothing can be learned by trying one.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}

const STATEMENTS = [
  `create table drafts (
    person_id uuid not null constraint drafts_person_fk references people,
    draft_id uuid not null,
    kind text not null,
    subject_id uuid,
    version bigint not null,
    save_key text not null,
    saved_at timestamptz not null,
    sealed bytea not null,
    constraint drafts_pk primary key (person_id, draft_id))`,
  // For the tidier, who looks for old ones of everybody.
  'create index drafts_age_idx on drafts (saved_at)',
];
