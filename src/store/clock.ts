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
