import { afterAll, beforeAll, expect, test } from 'vitest';
import { consultationFor, openCase, send, trackOf } from '#test/support/story.ts';
import { type TestEngine, testEngine } from '#test/support/test-engine.ts';

// Each canary is a value that may stand nowhere outside the vault.
const CANARIES = [
  '林小满金丝雀',
  '13800007777',
  '他昨晚用凳子砸我金丝雀',
  '魏大勇',
  '会谈金丝雀',
  '法律意见金丝雀',
];

let world: TestEngine;
let caseId: string;
let consultation: string;
beforeAll(async () => {
  world = await testEngine();
  const opened = await openCase(world, {
    survivor: { name: CANARIES[0] ?? '', phone: CANARIES[1] ?? '' },
    incident: { narrative: CANARIES[2] ?? '' },
  });
  caseId = opened.id;
  consultation = await consultationFor(world, caseId);
  const { lawyer } = world.people;
  await send(world, lawyer, consultation, { type: 'conflict.cleared' });
  await send(world, lawyer, consultation, { type: 'offer.accepted' });
  await send(world, lawyer, consultation, {
    type: 'session.held',
    payload: { minutes: 40, channel: 'phone', notes: CANARIES[4] ?? '' },
  });
  await send(world, lawyer, consultation, { type: 'advice.given', payload: { memo: CANARIES[5] ?? '' } });
});
afterAll(() => world[Symbol.asyncDispose]());

test('no identifying value and no narrative stands in any table in clear', async () => {
  const tables = await world.connection.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  expect(tables.rows.length).toBeGreaterThan(10);
  for (const { name } of tables.rows) {
    const { rows } = await world.connection.pool.query<{ text: string }>(
      `select row_to_json(t)::text as text from "${name}" t`,
    );
    for (const { text } of rows) {
      for (const canary of CANARIES) {
        expect(text, `${name} holds a value in clear`).not.toContain(canary);
        const hex = Buffer.from(canary).toString('hex');
        expect(text, `${name} holds a value in hex`).not.toContain(hex);
      }
    }
  }
});

test('the search above does find a value that is there', async () => {
  const hex = Buffer.from('operator').toString('hex');
  const { rows } = await world.connection.pool.query<{ text: string }>(
    `select row_to_json(t)::text as text from people t`,
  );
  expect(rows.some(({ text }) => text.includes('operator'))).toBe(true);
  expect(hex).toHaveLength(16);
});

test('the owner agency reads who she is and what happened; the lawyer who accepted too', async () => {
  for (const person of [world.people.operator, world.people.manager, world.people.lawyer]) {
    const view = await world.engine.viewCase(person, caseId);
    expect(view.survivor).toEqual({ name: CANARIES[0], phone: CANARIES[1] });
    expect(view.incident).toEqual({ narrative: CANARIES[2] });
  }
});

test("a lawyer's notes are read by that lawyer and by nobody else, her own federation included", async () => {
  const textOf = async (person: keyof typeof world.people) =>
    JSON.stringify(await world.engine.viewTimeline(world.people[person], caseId, { limit: 100 }));
  expect(await textOf('lawyer')).toContain(CANARIES[4]);
  for (const person of ['operator', 'manager', 'supervisor'] as const) {
    const text = await textOf(person);
    expect(text).not.toContain(CANARIES[4]);
    expect(text).not.toContain(CANARIES[5]);
    expect(text).toContain('"sealed":true');
  }
});

test('an offered lawyer sees the conflict-check input and nothing else of the case', async () => {
  const other = await openCase(world, { survivor: { name: '周岚' }, incident: { narrative: '保密经过' } });
  const offered = await consultationFor(world, other.id);
  const view = await world.engine.viewTrack(world.people.lawyer, offered);
  expect(Object.keys(view.context).sort()).toEqual(['respondentIdHash', 'respondentName']);
  expect(Object.values(view.revealed)).toEqual(['魏大勇']);
  await expect(world.engine.viewCase(world.people.lawyer, other.id)).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(world.engine.viewTimeline(world.people.lawyer, other.id, { limit: 5 })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(
    world.engine.viewTrack(world.people.lawyer, await trackOf(world, other.id, 'intake')),
  ).rejects.toMatchObject({ code: 'not_found' });
  await expect(world.engine.viewTrack(world.people.otherLawyer, offered)).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a value moved into another row does not open', async () => {
  const { db } = world.connection;
  const [first, second] = await db
    .selectFrom('vault_entries')
    .selectAll()
    .where('case_id', '=', caseId)
    .limit(2)
    .execute();
  if (first === undefined || second === undefined) throw new Error('two entries are needed');
  const row = await db
    .selectFrom('cases')
    .select('wrapped_key')
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow();
  const key = world.deps.vault.openCaseKey(caseId, row.wrapped_key);
  expect(() => world.deps.vault.openEntry(key, first.entry_id, first.sealed)).not.toThrow();
  expect(() => world.deps.vault.openEntry(key, first.entry_id, second.sealed)).toThrow();
  expect(() =>
    world.deps.vault.openCaseKey('00000000-0000-4000-8000-000000000000', row.wrapped_key),
  ).toThrow();
});

test('a number is found in any spelling, by those who may see the case, and by nobody else', async () => {
  const found = await world.engine.lookUpPhone(world.people.operator, '+86 138-0000-7777');
  expect(found).toEqual({ known: true, caseIds: [caseId] });
  expect(await world.engine.lookUpPhone(world.people.police, '13800007777')).toEqual({
    known: false,
    caseIds: [],
  });
  expect(await world.engine.lookUpPhone(world.people.operator, 'no number')).toEqual({
    known: false,
    caseIds: [],
  });
});
