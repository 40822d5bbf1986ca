import { expect, test } from 'vitest';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import { openCase, send, trackOf } from '#test/support/story.ts';
import { type TestEngine, testEngine } from '#test/support/test-engine.ts';

const DAMAGE: Readonly<Record<string, string>> = {
  'a snapshot without its event': `update tracks set snapshot = jsonb_set(snapshot, '{context,callTries}', '7')`,
  'a track version raised by nobody': 'update tracks set version = version + 1',
  'an owner nobody transferred to': `update cases set owner_agency_id = (select agency_id from agencies where code = 'police')`,
  'a closed case that was never closed': `update cases set status = 'closed'`,
  'a lost last event': 'delete from case_events where seq = (select max(seq) from case_events)',
  'a lost event in the middle': 'delete from case_events where seq = 2',
  'one byte changed': `update case_events set body = replace(body, 'call.answered', 'call.Answered')`,
  'a sealed value lost':
    'delete from vault_entries where entry_id = (select entry_id from vault_entries limit 1)',
  'a sealed value exchanged': `update vault_entries set sealed = sealed || '\\x00'`,
  'two hashes swapped': 'update case_events set hash = (select hash from case_events where seq = 1)',
};

async function damagedWorld(): Promise<TestEngine> {
  const world = await testEngine();
  const { id } = await openCase(world);
  await send(world, world.people.operator, await trackOf(world, id, 'intake'), { type: 'call.answered' });
  return world;
}

test('a database nobody touched is sound', async () => {
  await using world = await damagedWorld();
  expect(await expectSoundCases(world.connection.db, world.deps.workflows)).toBe(1);
});

test.each(Object.entries(DAMAGE))('%s is found', async (_, statement) => {
  await using world = await damagedWorld();
  const client = await world.connection.pool.connect();
  // What a damaged disk or a superuser could do; the application itself may not touch the log.
  await client.query('alter table case_events disable trigger all').catch(() => undefined);
  await client.query('alter table case_events disable trigger case_events_append_only');
  await client.query(statement);
  client.release();
  await expect(expectSoundCases(world.connection.db, world.deps.workflows)).rejects.toThrow();
});

test('the application cannot change or drop a line of the log', async () => {
  await using world = await damagedWorld();
  const { pool } = world.connection;
  await expect(pool.query(`update case_events set body = ''`)).rejects.toThrow('append-only');
  await expect(pool.query('delete from case_events')).rejects.toThrow('append-only');
  await expect(pool.query('truncate case_events')).rejects.toThrow('append-only');
});
