import { sql } from 'kysely';
import type { Connection } from '#db/connect.ts';
import { isMigrated } from '#db/migrate.ts';

export type Readiness = { readonly ready: boolean; readonly why: readonly string[] };

/** What a database must be set to before it may hold anything: an answer we give must survive the power going out. */
const DURABLE_SETTINGS = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;

/** May this process take work: the database answers, is at this build's schema, has people, and keeps what it is told. */
export async function checkReadiness({ db }: Connection): Promise<Readiness> {
  try {
    if (!(await isMigrated(db)))
      return { ready: false, why: ['the database is not migrated to this version'] };
    const why = [...(await findUnsafeSettings(db)), ...(await findMissingPeople(db))];
    return { ready: why.length === 0, why };
  } catch {
    return { ready: false, why: ['the database does not answer'] };
  }
}

/** Settings under which a committed step could still be lost, in words. */
export async function findUnsafeSettings(db: Connection['db']): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select name from pg_settings where name = any(${[...DURABLE_SETTINGS]}) and setting = 'off'`.execute(db);
  return rows.map(({ name }) => `the database runs with ${name} = off`);
}

async function findMissingPeople(db: Connection['db']): Promise<string[]> {
  const person = await db.selectFrom('people').select('person_id').limit(1).executeTakeFirst();
  return person === undefined ? ['nobody can log in yet: the first start has not finished'] : [];
}
