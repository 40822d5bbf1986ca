import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deleteStale } from '#src/store/delete-stale.ts';
import { tablesHolding } from '#test/exposure/tables.ts';
import { type Browser, type CommandRequest, logIn, type TestApp, testApp } from '#test/support/test-app.ts';

const WORDS = 'canary-00007-stfard';
const CALL = { kind: 'call', content: { survivor: { name: '温如玉' }, narrative: WORDS } };

let served: TestApp;
let operator: Browser;
let other: Browser;
beforeAll(async () => {
  served = await testApp();
  operator = await logIn(served.app, 'operator1');
  other = await logIn(served.app, 'operator2');
});
afterAll(() => served[Symbol.asyncDispose]());
beforeEach(async () => {
  await served.world.connection.db.deleteFrom('drafts').execute();
});

const at = (id: string) => `/api/drafts/${id}`;
type Options = Omit<CommandRequest, 'url' | 'body'> & { ifMatch?: string };
const save = (who: Browser, id: string, body: unknown, { ifMatch, ...rest }: Options = {}) =>
  who.send({
    ...{ method: 'PUT', url: at(id), body, ...rest },
    ...(ifMatch !== undefined && { headers: { 'if-match': ifMatch } }),
  });
const remove = (who: Browser, id: string) => who.send({ method: 'DELETE', url: at(id) });
const summary = (answer: { statusCode: number; json: () => { code?: string } }) => [
  answer.statusCode,
  answer.json().code,
];
const ids = async (who: Browser) =>
  (await who.get('/api/drafts')).json().items.map((item: { id: string }) => item.id);
/** Lets a draft be as old as this. */
const age = (hours: number, id: string) =>
  sql`update drafts set saved_at = saved_at - ${hours} * interval '1 hour' where draft_id = ${id}`.execute(
    served.world.connection.db,
  );

test('what is saved is read again, word for word, and listed without the words', async () => {
  const [id, subject] = [randomUUID(), randomUUID()];
  const saved = await save(operator, id, { ...CALL, subject });
  expect([saved.statusCode, saved.headers['etag']]).toEqual([200, '"1"']);
  expect(saved.json()).toMatchObject({ id, kind: 'call', subject, version: 1 });
  const { savedAt, expiresAt } = saved.json();
  expect(Date.parse(expiresAt) - Date.parse(savedAt)).toBe(24 * 3_600_000);
  expect(saved.body).not.toContain(WORDS);
  const read = await operator.get(at(id));
  expect([read.statusCode, read.headers['etag']]).toEqual([200, '"1"']);
  expect(read.json()).toEqual({ ...saved.json(), content: CALL.content });
  expect((await operator.get('/api/drafts')).json()).toEqual({ items: [saved.json()], nextCursor: null });
});

test('the list has pages, last saved first', async () => {
  const drawn = [randomUUID(), randomUUID(), randomUUID()];
  for (const [index, id] of drawn.entries()) {
    await save(operator, id, CALL);
    await age(3 - index, id);
  }
  const first = (await operator.get('/api/drafts?limit=2')).json();
  const rest = (await operator.get(`/api/drafts?limit=2&cursor=${first.nextCursor}`)).json();
  expect([...first.items, ...rest.items].map((item) => item.id)).toEqual([...drawn].reverse());
  expect(rest.nextCursor).toBeNull();
});

test('another person’s draft is absent, and its id is as free as any', async () => {
  const id = randomUUID();
  await save(operator, id, CALL);
  const [hidden, absent] = [await other.get(at(id)), await other.get(at(randomUUID()))];
  expect([hidden.statusCode, hidden.body]).toEqual([404, absent.body]);
  expect(await ids(other)).toEqual([]);
  const overwriting = await save(other, id, CALL, { ifMatch: '"1"' });
  const nothing = await save(other, randomUUID(), CALL, { ifMatch: '"1"' });
  expect([overwriting.statusCode, overwriting.body]).toEqual([404, nothing.body]);
  expect((await remove(other, id)).statusCode).toBe(204);
  const own = await save(other, id, { kind: 'event', content: { mine: true } });
  expect([own.statusCode, own.json().version]).toEqual([200, 1]);
  expect((await operator.get(at(id))).json()).toMatchObject({ kind: 'call', content: CALL.content });
  expect((await other.get(at(id))).json().content).toEqual({ mine: true });
});

test('two windows on one draft do not overwrite each other', async () => {
  const id = randomUUID();
  await save(operator, id, CALL);
  const blind = await save(operator, id, { ...CALL, content: { from: 'a blind window' } });
  expect([...summary(blind), blind.json().currentVersion]).toEqual([428, 'if_match_missing', 1]);
  const second = await save(operator, id, { ...CALL, content: { from: 'one' } }, { ifMatch: '"1"' });
  expect([second.statusCode, second.headers['etag']]).toEqual([200, '"2"']);
  const late = await save(operator, id, { ...CALL, content: { from: 'the other' } }, { ifMatch: '"1"' });
  expect([...summary(late), late.json().currentVersion]).toEqual([412, 'version_stale', 2]);
  expect((await operator.get(at(id))).json()).toMatchObject({ version: 2, content: { from: 'one' } });
});

test('of ten saves at once over one version, one is saved; of ten new ones with one id too', async () => {
  const id = randomUUID();
  const tenTimes = (options: Options) =>
    Promise.all(
      Array.from({ length: 10 }, (_, n) => save(operator, id, { ...CALL, content: { n } }, options)),
    );
  for (const [options, refused] of [
    [{}, 428],
    [{ ifMatch: '"1"' }, 412],
  ] as const) {
    const statuses = (await tenTimes(options)).map((answer) => answer.statusCode).sort((a, b) => a - b);
    expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => refused)]);
  }
});

test('a repetition of the last save is answered as that save was, and acts once', async () => {
  const id = randomUUID();
  const first = await save(operator, id, CALL, { key: 'save-key-1' });
  const again = await save(operator, id, CALL, { key: 'save-key-1' });
  expect([again.statusCode, again.body]).toEqual([200, first.body]);
  const change = { ...CALL, content: { more: 1 } };
  const tenTimes = await Promise.all(
    Array.from({ length: 10 }, () => save(operator, id, change, { key: 'save-key-2', ifMatch: '"1"' })),
  );
  expect(new Set(tenTimes.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1);
  expect(tenTimes[0]?.json().version).toBe(2);
  const misused = await save(operator, id, CALL, { key: 'save-key-2', ifMatch: '"2"' });
  expect(summary(misused)).toEqual([422, 'key_reused']);
  expect(summary(await save(operator, id, CALL, { key: 'save-key-1' }))).toEqual([428, 'if_match_missing']);
});

test('a day after its last save a draft is gone, at once for her and soon from the table', async () => {
  const [old, young] = [randomUUID(), randomUUID()];
  for (const id of [old, young]) await save(operator, id, CALL);
  await age(24, old);
  await age(23.9, young);
  expect((await operator.get(at(old))).statusCode).toBe(404);
  expect(await ids(operator)).toEqual([young]);
  expect((await save(operator, old, CALL, { ifMatch: '"1"' })).statusCode).toBe(404);
  const { pool, db } = served.world.connection;
  expect(await deleteStale(pool)).toBe(1);
  expect(await db.selectFrom('drafts').select('draft_id').execute()).toEqual([{ draft_id: young }]);
  // Saved once more it lives another day.
  await save(operator, young, CALL, { ifMatch: '"1"' });
  await age(1, young);
  expect((await operator.get(at(young))).statusCode).toBe(200);
});

test('an id whose draft is past its day begins anew', async () => {
  const id = randomUUID();
  await save(operator, id, CALL);
  await age(25, id);
  const anew = await save(operator, id, { ...CALL, content: { again: true } });
  expect([anew.statusCode, anew.json().version]).toEqual([200, 1]);
  expect((await operator.get(at(id))).json().content).toEqual({ again: true });
});

test('the fifty-first draft is refused, also when several come at once; a save over one is not', async () => {
  const drawn = Array.from({ length: 55 }, () => randomUUID());
  const answers = await Promise.all(drawn.map((id) => save(operator, id, CALL)));
  const refused = answers.filter((answer) => answer.statusCode !== 200);
  expect(refused.map(summary)).toEqual(Array.from({ length: 5 }, () => [409, 'too_many_drafts']));
  const [kept = ''] = await ids(operator);
  expect((await save(operator, kept, CALL, { ifMatch: '"1"' })).statusCode).toBe(200);
  expect((await save(other, randomUUID(), CALL)).statusCode).toBe(200);
  await remove(operator, kept);
  expect((await save(operator, randomUUID(), CALL)).statusCode).toBe(200);
  // Those that are past their day leave room.
  for (const id of drawn) await age(24, id);
  expect((await save(operator, randomUUID(), CALL)).statusCode).toBe(200);
});

test('removing is done once and for all', async () => {
  const id = randomUUID();
  await save(operator, id, CALL);
  for (const round of [1, 2]) expect([round, (await remove(operator, id)).statusCode]).toEqual([round, 204]);
  expect((await operator.get(at(id))).statusCode).toBe(404);
});

test('no word of it stands in clear in a table, the log or a refusal', async () => {
  const id = randomUUID();
  await save(operator, id, CALL);
  const refusal = await save(operator, id, CALL, { ifMatch: '"9"' });
  const misfit = await save(operator, id, { ...CALL, kind: WORDS, more: WORDS });
  expect([refusal.statusCode, misfit.statusCode]).toEqual([412, 400]);
  expect(refusal.body + misfit.body).not.toContain(WORDS);
  expect(await tablesHolding(served.world.connection.pool)).toEqual({});
  expect(served.lines.join('\n')).not.toContain(WORDS);
  const { db } = served.world.connection;
  const { sealed } = await db.selectFrom('drafts').select('sealed').executeTakeFirstOrThrow();
  expect(sealed.includes('温如玉')).toBe(false);
  // No answer is kept apart that would outlive it.
  expect(await db.selectFrom('idempotency_keys').select('key').execute()).toEqual([]);
});

test('a draft that was tampered with, or moved to another person or id, does not open', async () => {
  const [id, otherId] = [randomUUID(), randomUUID()];
  const { db } = served.world.connection;
  const sealed = async () =>
    (await db.selectFrom('drafts').select('sealed').where('draft_id', '=', id).executeTakeFirstOrThrow())
      .sealed;
  await save(operator, id, CALL);
  const right = await sealed();
  await save(operator, otherId, CALL);
  await db.updateTable('drafts').set({ sealed: right }).where('draft_id', '=', otherId).execute();
  expect(summary(await operator.get(at(otherId)))).toEqual([500, 'internal']);
  await db.updateTable('drafts').set({ person_id: other.user.id }).where('draft_id', '=', id).execute();
  expect(summary(await other.get(at(id)))).toEqual([500, 'internal']);
  await db.updateTable('drafts').set({ person_id: operator.user.id }).where('draft_id', '=', id).execute();
  expect((await operator.get(at(id))).statusCode).toBe(200);
  right[right.length - 1] = (right.at(-1) ?? 0) ^ 1;
  await db.updateTable('drafts').set({ sealed: right }).where('draft_id', '=', id).execute();
  expect(summary(await operator.get(at(id)))).toEqual([500, 'internal']);
});

test('more than 64 KiB are too much; nearly as much is kept', async () => {
  const content = (length: number) => ({ ...CALL, content: { narrative: '说'.repeat(length) } });
  expect(summary(await save(operator, randomUUID(), content(22_000)))).toEqual([413, 'body_too_large']);
  const id = randomUUID();
  expect((await save(operator, id, content(21_500))).statusCode).toBe(200);
  expect((await operator.get(at(id))).json().content.narrative).toHaveLength(21_500);
});

test.each([
  ['no kind', { content: {} }],
  ['a kind of many words', { kind: 'a call', content: {} }],
  ['a number as kind', { kind: '13900001234', content: {} }],
  ['no content', { kind: 'call' }],
  ['a text as content', { kind: 'call', content: 'words' }],
  ['a list as content', { kind: 'call', content: [] }],
  ['a subject that is no id', { kind: 'call', subject: 'HL2026', content: {} }],
  ['a key it does not have', { kind: 'call', content: {}, owner: 'me' }],
])('a draft with %s is refused', async (_, body) => {
  expect(summary(await save(operator, randomUUID(), body))).toEqual([400, 'body_invalid']);
});

test('an id that is none belongs to nothing', async () => {
  expect(summary(await save(operator, 'x', CALL))).toEqual([404, 'not_found']);
  expect(summary(await save(operator, randomUUID().toUpperCase(), CALL))).toEqual([404, 'not_found']);
});

test('who is shut out reads nothing; her words go with their day', async () => {
  const id = randomUUID();
  const lawyer = await logIn(served.app, 'lawyer3');
  await save(lawyer, id, CALL);
  const { db, pool } = served.world.connection;
  await db.updateTable('people').set({ is_active: false }).where('person_id', '=', lawyer.user.id).execute();
  expect((await lawyer.get(at(id))).statusCode).toBe(401);
  expect((await save(lawyer, id, CALL, { ifMatch: '"1"' })).statusCode).toBe(401);
  await age(24, id);
  expect(await deleteStale(pool)).toBe(1);
});
