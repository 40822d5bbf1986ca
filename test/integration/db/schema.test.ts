import { readFile } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { type TestDatabase, testDatabase } from '#test/support/test-db.ts';
import { type Column, findDrift, readDeclaredColumns, toColumn } from './declared-schema.ts';

const SCHEMA = new URL('../../../db/schema.ts', import.meta.url);
const COLUMNS = sql<Record<string, string | null>>`
  select table_name, column_name, is_nullable, column_default, is_identity, data_type
  from information_schema.columns
  where table_schema = 'public' and table_name not like 'kysely_%'`;

let database: TestDatabase;
let declared: Column[];
beforeAll(async () => {
  database = await testDatabase();
  declared = readDeclaredColumns(await readFile(SCHEMA, 'utf8'));
});
afterAll(() => database[Symbol.asyncDispose]());

test('the declared tables are those that the migrations make, column by column', async () => {
  const found = await readColumns();
  expect(found.length).toBeGreaterThan(100);
  expect(declared.length).toBeGreaterThan(100);
  expect(findDrift(declared, found)).toEqual([]);
});

test.each([
  ['alter table people add column nickname text', 'people.nickname is in the database and not declared'],
  ['alter table outbox drop column detail', 'outbox.detail is declared and not in the database'],
  ['alter table cases alter column risk drop not null', 'cases.risk: isNullable is declared false'],
  ['alter table settings alter column value type text', 'settings.value: kind is declared json'],
  ['alter table people alter column is_active drop default', 'people.is_active: hasDefault is declared true'],
])('a planted drift is found: %s', async (statement, sentence) => {
  await using planted = await testDatabase();
  await using connection = connect(planted.url, { maxConnections: 1 });
  await sql.raw(statement).execute(connection.db);
  const found = (await COLUMNS.execute(connection.db)).rows.map(toColumn);
  expect(findDrift(declared, found).join('\n')).toContain(sentence);
});

async function readColumns(): Promise<Column[]> {
  await using connection = connect(database.url, { maxConnections: 1 });
  return (await COLUMNS.execute(connection.db)).rows.map(toColumn);
}
