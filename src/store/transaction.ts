import type { Pool } from '#db/connect.ts';
import type { Queries } from './holiday-years.ts';

/** Runs `work` on one connection: all of it is written, or, when it throws, nothing. */
export async function inTransaction<T>(pool: Pool, work: (queries: Queries) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection that cannot roll back is not given back to the others.
    await client.query('rollback').then(
      () => client.release(),
      () => client.release(true),
    );
    throw error;
  }
}
