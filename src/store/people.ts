import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Role } from '#src/base/roles.ts';

/** What a login is checked against. */
export type Credentials = {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: string;
  readonly passwordHash: string;
  readonly totpSecret: Buffer | null;
  /** The real time of the database, for one-time codes. */
  readonly epochMs: number;
};

/** A colleague as anyone with a login may see one. */
export type PersonEntry = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: string;
};

export type PeopleQuery = {
  readonly role?: string;
  readonly agency?: string;
  readonly after?: string;
  readonly limit: number;
};

/** The credentials of an active person; null when there is none of this name. */
export async function readCredentials(db: Db, username: string): Promise<Credentials | null> {
  const row = await db
    .selectFrom('people')
    .select(['person_id', 'username', 'name', 'role', 'agency_id', 'password_hash', 'totp_secret'])
    .select(sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`.as('epoch_ms'))
    .where('username', '=', username)
    .where('is_active', '=', true)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.person_id,
    username: row.username,
    name: row.name,
    role: row.role,
    agency: row.agency_id,
    passwordHash: row.password_hash,
    totpSecret: row.totp_secret,
    epochMs: row.epoch_ms,
  };
}

/** Active people by id, at most `limit`, perhaps of one role or agency. */
export async function listPeople(db: Db, query: PeopleQuery): Promise<PersonEntry[]> {
  const { role, agency, after } = query;
  return db
    .selectFrom('people')
    .select(['person_id as id', 'name', 'role', 'agency_id as agency'])
    .where('is_active', '=', true)
    .$if(role !== undefined, (q) => q.where('role', '=', role as Role))
    .$if(agency !== undefined, (q) => q.where('agency_id', '=', agency ?? ''))
    .$if(after !== undefined, (q) => q.where('person_id', '>', after ?? ''))
    .orderBy('person_id')
    .limit(query.limit)
    .execute();
}

/** Does anybody have a login yet? */
export async function hasPeople(db: Db): Promise<boolean> {
  const row = await db.selectFrom('people').select('person_id').limit(1).executeTakeFirst();
  return row !== undefined;
}
