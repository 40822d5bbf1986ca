import type { Pool } from '#db/connect.ts';
import { readRealNowMs } from '#src/store/product-clock.ts';

/** Beyond this a worker refuses to touch the queue. */
export const SKEW_LIMIT_MS = 2_000;

/**
 * How far the clock of this host is from the database's, in milliseconds (0 when the difference is within the time
 * the question took). BullMQ writes the host's time into the queue: one host a day ahead makes every delayed job due
 * and silences the recovery of abandoned ones for a day, for all workers. The ledger has no such weakness, it only
 * knows the database's clock.
 */
export async function measureSkewMs(pool: Pool, hostNowMs: () => number): Promise<number> {
  const before = hostNowMs();
  const database = await readRealNowMs(pool);
  const after = hostNowMs();
  return Math.max(0, before - database, database - after);
}
