import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readConfig } from '#src/config/config.ts';
import { openCore } from '#src/wiring.ts';
import { testDatabase } from '#test/support/test-db.ts';

test('a database sealed under one master key is not opened with another', async () => {
  await using database = await testDatabase();
  const open = (masterKey: string) => {
    const env = { DATABASE_URL: database.url, HAOLIN_MASTER_KEY: masterKey, LOG_LEVEL: 'silent' };
    return openCore({ config: readConfig(env, []), databaseUrl: database.url });
  };
  const right = randomBytes(32).toString('base64');
  await (await open(right))[Symbol.asyncDispose]();
  await expect(open(randomBytes(32).toString('base64'))).rejects.toMatchObject({
    name: 'StartRefused',
    message: expect.stringContaining('HAOLIN_MASTER_KEY'),
  });
  await (await open(right))[Symbol.asyncDispose]();
});
