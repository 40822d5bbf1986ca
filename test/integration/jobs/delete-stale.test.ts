import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { deleteStale } from '#src/store/delete-stale.ts';
import { openCase } from '#test/support/story.ts';
import { testEngine } from '#test/support/test-engine.ts';

const TABLES = [
  'idempotency_keys',
  'outbox',
  'sessions',
  'login_failures',
  'case_events',
  'deadlines',
] as const;

test('what nobody can ask for any more goes, and nothing else', async () => {
  await using world = await testEngine();
  const { db, pool } = world.connection;
  await openCase(world);
  await openCase(world);
  const person_id = world.people.operator.id;
  const session = (days: number) => ({
    token_hash: Buffer.from(randomUUID()),
    person_id,
    csrf_token: 'x',
    expires_at: sql<string>`clock_timestamp() - ${days} * interval '1 day'`,
  });
  await db
    .insertInto('sessions')
    .values([session(2), session(-1), session(0.5)])
    .execute();
  await db
    .insertInto('login_failures')
    .values([{ subject: 'a', failed_at: '2020-01-01T00:00:00.000+08:00' }, { subject: 'a' }])
    .execute();
  const [oldest] = await db.selectFrom('idempotency_keys').select('key').limit(1).execute();
  await sql`update idempotency_keys set created_at = clock_timestamp() - interval '8 days' where key = ${oldest?.key}`.execute(
    db,
  );
  const before = await counts();
  expect(await deleteStale(pool)).toBe(3);
  expect(await counts()).toEqual({
    ...before,
    sessions: (before['sessions'] ?? 0) - 1,
    login_failures: (before['login_failures'] ?? 0) - 1,
    idempotency_keys: (before['idempotency_keys'] ?? 0) - 1,
  });
  expect(await deleteStale(pool)).toBe(0);

  async function counts(): Promise<Record<string, number>> {
    const found: Record<string, number> = {};
    for (const table of TABLES) {
      const { rows } = await pool.query<{ count: number }>(`select count(*) as count from ${table}`);
      found[table] = rows[0]?.count ?? 0;
    }
    return found;
  }
});
