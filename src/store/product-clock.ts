import type { Pool } from '#db/connect.ts';
import type { Instant } from '#src/base/instant.ts';
import type { Queries } from './holiday-years.ts';

/** Milliseconds since 1970 by the database's own clock, offset or not: what hosts are compared with. */
export async function readRealNowMs(pool: Pool): Promise<number> {
  const result = await pool.query({
    name: 'read-real-now',
    text: `select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  });
  return (result.rows[0] as { ms: number }).ms;
}

/** Now, as all product logic has it, within a transaction too. */
export async function readProductNow(queries: Queries): Promise<Instant> {
  const result = await queries.query({ name: 'read-product-now', text: 'select haolin_now() as now' });
  return (result.rows[0] as { now: Instant }).now;
}

/** Moves the demo clock to a moment; one that has passed already changes nothing, the clock never goes back. */
export async function moveClockTo(pool: Pool, moment: Instant): Promise<void> {
  await pool.query({
    name: 'move-clock-to',
    text: `update clock_offset set offset_ms =
      greatest(offset_ms, ceil(extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)::bigint)`,
    values: [moment],
  });
}
