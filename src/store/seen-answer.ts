import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';

/** The answer given to an earlier request with the same key. */
export type SeenAnswer = { readonly fingerprint: string; readonly status: number; readonly body: Buffer };

/** What this person's key was answered before; null: it is new. */
export async function findSeenAnswer(db: Db, personId: string, key: string): Promise<SeenAnswer | null> {
  const seen = await db
    .selectFrom('idempotency_keys')
    .select([sql<string>`encode(fingerprint, 'hex')`.as('fingerprint'), 'status', 'body'])
    .where('person_id', '=', personId)
    .where('key', '=', key)
    .executeTakeFirst();
  return seen ?? null;
}
