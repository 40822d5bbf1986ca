import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { testDatabase } from '#test/support/test-db.ts';

describe('a test database', () => {
  it('is a migrated copy of its own, reached by a user without special rights', async () => {
    await using first = await testDatabase();
    await using second = await testDatabase();
    expect(first.name).not.toBe(second.name);
    for (const { url, name } of [first, second]) {
      const client = new pg.Client(url);
      await client.connect();
      const { rows } = await client.query(
        `select current_database() as name, rolsuper, (select count(*)::int from kysely_migration) as migrations
         from pg_roles where rolname = current_user`,
      );
      await client.end();
      expect(rows).toEqual([{ name, rolsuper: false, migrations: expect.any(Number) }]);
      expect(rows[0].migrations).toBeGreaterThan(0);
    }
  });
});
