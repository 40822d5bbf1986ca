import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Instant } from '#src/base/instant.ts';

/** Now, as all product logic has it: the database's clock plus the demo offset. */
export async function readNow(db: Db): Promise<Instant> {
  const { rows } = await sql<{ now: Instant }>`select haolin_now() as now`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the database told no time');
  return row.now;
}

/** Moves the product's clock forward (demo mode only; never back, time only passes). */
export async function advanceClock(db: Db, durationMs: number): Promise<void> {
  if (durationMs < 0) throw new RangeError('the clock only moves forward');
  await db
    .updateTable('clock_offset')
    .set({ offset_ms: sql`offset_ms + ${durationMs}::bigint` })
    .execute();
}
