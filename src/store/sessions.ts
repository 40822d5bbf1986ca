import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Person } from '#src/base/actor.ts';
import type { Role } from '#src/base/roles.ts';

/** What a session stands for: who it is now (not when it began), and the token its commands must carry. */
export type Session = {
  readonly tokenHash: Buffer;
  readonly csrfToken: string;
  readonly person: Person & { readonly username: string; readonly name: string };
};

// Sessions live by the real clock: moving the demo clock ends nobody's session.
const IDLE = sql`interval '30 minutes'`;
const ABSOLUTE = sql`interval '12 hours'`;
// One write a minute and session, instead of one a request; a session may so end up to a minute early.
const TOUCH_AFTER = sql`interval '1 minute'`;

/** What is stored of a token: whoever reads the table cannot use a row of it. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Begins a session of at most 12 hours. Ended sessions of the same person are removed on the way. */
export async function beginSession(
  db: Db,
  session: { tokenHash: Buffer; csrfToken: string; personId: string },
): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('person_id', '=', session.personId)
    .where((eb) =>
      eb.or([
        sql<boolean>`expires_at <= clock_timestamp()`,
        sql<boolean>`last_seen_at <= clock_timestamp() - ${IDLE}`,
      ]),
    )
    .execute();
  await db
    .insertInto('sessions')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      csrf_token: session.csrfToken,
      expires_at: sql`clock_timestamp() + ${ABSOLUTE}`,
    })
    .execute();
}

/** The session of a token and its person's role and agency as they are now; null: none, ended, or shut out. */
export async function readSession(db: Db, tokenHash: Buffer): Promise<Session | null> {
  const row = await aliveSession(db, tokenHash)
    .select(['people.person_id', 'people.username', 'people.name', 'people.role', 'people.agency_id'])
    .select([
      'sessions.csrf_token',
      sql<boolean>`last_seen_at < clock_timestamp() - ${TOUCH_AFTER}`.as('is_stale'),
    ])
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.is_stale) await touchSession(db, tokenHash);
  return {
    tokenHash,
    csrfToken: row.csrf_token,
    person: {
      id: row.person_id,
      username: row.username,
      name: row.name,
      role: row.role as Role,
      agency: row.agency_id,
    },
  };
}

/** Is this session still good? Asking does not keep it alive: an open stream is no sign of a person at work. */
export async function isSessionAlive(db: Db, tokenHash: Buffer): Promise<boolean> {
  const row = await aliveSession(db, tokenHash).select('people.person_id').executeTakeFirst();
  return row !== undefined;
}

/** Ends a session; the next request with its token has none. */
export async function endSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
}

function aliveSession(db: Db, tokenHash: Buffer) {
  return db
    .selectFrom('sessions')
    .innerJoin('people', 'people.person_id', 'sessions.person_id')
    .where('sessions.token_hash', '=', tokenHash)
    .where('people.is_active', '=', true)
    .where(sql<boolean>`sessions.expires_at > clock_timestamp()`)
    .where(sql<boolean>`sessions.last_seen_at > clock_timestamp() - ${IDLE}`);
}

async function touchSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ last_seen_at: sql`clock_timestamp()` })
    .where('token_hash', '=', tokenHash)
    .execute();
}
