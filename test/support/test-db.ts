import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterEach, expect, inject } from 'vitest';

/** A database of one's own, migrated and empty. */
export type TestDatabase = AsyncDisposable & { readonly url: string; readonly name: string };

const disposed: string[] = [];
let hasFailed = false;

/**
 * Copies the migrated template (about 20 ms): `await using db = await testDatabase()` within a test, or in
 * `beforeAll` with `db[Symbol.asyncDispose]()` in `afterAll`. Disposing drops it, unless the test (or, in
 * `afterAll`, any test of the file) failed: then it stays and its name is printed.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asAdmin(`create database ${name} template ${inject('template')} strategy file_copy owner haolin`);
  const url = inject('urlPattern').replace('{database}', name);
  return { url, name, [Symbol.asyncDispose]: () => dispose(name) };
}

// Within a test it is not yet known whether the test passes: the decision waits for its end.
afterEach(async ({ task }) => {
  const failed = task.result?.state === 'fail';
  hasFailed ||= failed;
  for (const name of disposed.splice(0)) await dropOrKeep(name, failed);
});

async function dispose(name: string): Promise<void> {
  if (expect.getState().currentTestName === undefined) await dropOrKeep(name, hasFailed);
  else disposed.push(name);
}

async function dropOrKeep(name: string, keep: boolean): Promise<void> {
  if (keep) console.log(`Database ${name} is kept: a test with it failed.`);
  // `force`: a pool that is just closing must not make the test fail.
  else await asAdmin(`drop database ${name} with (force)`);
}

async function asAdmin(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('adminUrl'), connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
