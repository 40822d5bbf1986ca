import type { Pool } from '#db/connect.ts';

/**
 * What may go, by table: stored answers after seven days (a client repeats within minutes, the promise is a day),
 * handled messages after thirty, sessions and failed logins a day after they ceased to count, a draft a day after it was
 * last saved. Nothing of a case's own record is ever among it.
 */
const STALE = {
  idempotency_keys: `created_at < clock_timestamp() - interval '7 days'`,
  outbox: `handled_at < clock_timestamp() - interval '30 days'`,
  sessions: `expires_at < clock_timestamp() - interval '1 day'`,
  login_failures: `failed_at < clock_timestamp() - interval '1 day'`,
  drafts: `saved_at <= haolin_now() - interval '24 hours'`,
} as const;

// Small enough that nobody waits behind it; what is left goes the next time.
const ROWS_LIMIT = 5_000;

/** Deletes at most 5,000 stale rows of each table; says how many went. */
export async function deleteStale(pool: Pool): Promise<number> {
  let count = 0;
  for (const [table, condition] of Object.entries(STALE)) {
    const result = await pool.query(
      `delete from ${table} where ctid in (select ctid from ${table} where ${condition} limit ${ROWS_LIMIT})`,
    );
    count += result.rowCount ?? 0;
  }
  return count;
}
