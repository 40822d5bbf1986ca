import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs } from '#src/base/instant.ts';
import { demoId } from '#src/store/seed-demo.ts';
import { readNow } from '#src/store/clock.ts';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';

const HOUR_MS = 3_600_000;
const LATER = encodeURIComponent('2098-01-01T00:00:00+08:00');

type Item = {
  kind: string;
  caseId: string;
  trackId: string | null;
  due: object | null;
  title: { zh: string };
};

let served: TestApp;
let operator: Browser;
let incoming: Browser;
let supervisor: Browser;
let waiting: string;
let settled: string;
beforeAll(async () => {
  served = await testApp();
  operator = await logIn(served.app, 'operator1');
  incoming = await logIn(served.app, 'operator2');
  supervisor = await logIn(served.app, 'supervisor1');
  waiting = await opened(['call.answered', 'talk.postponed']);
  await opened(['call.answered']);
  settled = await opened(['call.answered', 'safety.confirmed']);
});
afterAll(() => served[Symbol.asyncDispose]());

/** Opens a case, records what happened in the call, and gives its id. */
async function opened(types: readonly string[]): Promise<string> {
  const body = { ...MINIMAL_CASE, survivor: { name: '温如玉' } };
  const view = (await operator.send({ url: '/api/cases', body })).json();
  const url = `/api/tracks/${view.tracks[0].id}/events`;
  for (const [index, type] of types.entries()) {
    const headers = { 'if-match': `"${index + 1}"` };
    const answer = await operator.send({ url, body: { type, payload: {} }, headers });
    expect([type, answer.statusCode]).toEqual([type, 200]);
  }
  return view.id;
}
const shiftOf = async (browser: Browser, query = `?until=${LATER}&limit=200`): Promise<Item[]> =>
  (await browser.get(`/api/shift${query}`)).json().items;
const handOver = (browser: Browser, body: object = {}, key: string = randomUUID()) =>
  browser.send({ url: '/api/shift/handovers', body, key });
const take = (browser: Browser, id: string, key: string = randomUUID()) =>
  browser.send({ url: `/api/shift/handovers/${id}/acknowledge`, key });
const summary = (answer: { statusCode: number; json: () => { code: string } }) => [
  answer.statusCode,
  answer.json().code,
];

test('the list holds calls first, then clocks, then cases without a clock, then cases without a person', async () => {
  const { db } = served.world.connection;
  await db.updateTable('deadlines').set({ outcome: 'met' }).where('case_id', '=', settled).execute();
  const items = await shiftOf(operator);
  const kinds = items.map(({ kind }) => kind);
  expect([...new Set(kinds)]).toEqual(['call_back', 'deadline', 'no_next_step', 'unassigned']);
  expect(items.filter(({ kind }) => kind === 'call_back').map(({ caseId }) => caseId)).toEqual([waiting]);
  expect(items.filter(({ kind }) => kind === 'no_next_step').map(({ caseId }) => caseId)).toEqual([settled]);
  expect(kinds.filter((kind) => kind === 'unassigned').length).toBe(3);
  // Her call has a clock, and it is not told twice.
  const clocks = items.filter(({ kind, caseId }) => kind === 'deadline' && caseId === waiting);
  expect(clocks).toEqual([]);
  expect(items[0]).toMatchObject({ title: { zh: '约定回拨' }, due: { safeDue: expect.any(String) } });
  expect(JSON.stringify(items)).not.toContain('温如玉');
});

test('clocks due after the next shift are left out, calls never', async () => {
  const { db } = served.world.connection;
  const now = await readNow(db);
  const soon = encodeURIComponent(addMs(now, HOUR_MS / 60));
  const items = await shiftOf(operator, `?until=${soon}`);
  expect(items.filter(({ kind }) => kind === 'deadline')).toEqual([]);
  expect(items.filter(({ kind }) => kind === 'call_back').length).toBe(1);
  // A shift is twelve hours where nobody says otherwise: the clocks of today, not those of tomorrow.
  const today = await shiftOf(operator, '');
  expect(today.filter(({ kind }) => kind === 'deadline').length).toBe(1);
});

test('a case somebody is named for is not without a person', async () => {
  const { db } = served.world.connection;
  const set = { assignee_id: operator.user.id };
  await db.updateTable('tracks').set(set).where('case_id', '=', settled).execute();
  const nobody = (await shiftOf(operator)).filter(({ kind }) => kind === 'unassigned');
  expect(nobody.map(({ caseId }) => caseId)).not.toContain(settled);
});

test('read in small pages it is the whole list, each item once', async () => {
  const whole = await shiftOf(operator);
  expect(whole.length).toBeGreaterThan(4);
  const paged: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null && paged.length < 100; ) {
    const from: string = cursor && `&cursor=${cursor}`;
    const page = (await operator.get(`/api/shift?until=${LATER}&limit=2${from}`)).json();
    paged.push(...page.items);
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(whole);
});

test('handing over keeps who, to whom, when and what, in ids; the colleague takes it in one step', async () => {
  const given = await handOver(operator, { to: incoming.user.id, until: '2098-01-01T00:00:00+08:00' });
  expect(given.statusCode).toBe(201);
  const handover = given.json();
  expect(handover).toMatchObject({
    from: { id: operator.user.id },
    to: { id: incoming.user.id },
    acknowledgedAt: null,
    isLate: false,
  });
  const { items } = (await incoming.get(`/api/shift/handovers/${handover.id}`)).json();
  const listed = await shiftOf(incoming);
  expect(handover.itemCount).toBe(listed.length);
  expect(items.map(({ kind, caseId }: Item) => [kind, caseId])).toEqual(
    listed.map(({ kind, caseId }) => [kind, caseId]),
  );
  const taken = await take(incoming, handover.id);
  expect([taken.statusCode, taken.json().acknowledgedBy]).toEqual([
    200,
    { id: incoming.user.id, name: '苏念青' },
  ]);
  const [newest] = (await operator.get('/api/shift/handovers?limit=1')).json().items;
  expect(newest).toEqual(taken.json());
  const stored = await served.world.connection.db.selectFrom('shift_handovers').select('items').execute();
  expect(JSON.stringify(stored)).not.toMatch(/温如玉|HL\d{4}/);
});

test('taken twice it stays with who took it first; who gave it cannot take it', async () => {
  const { id } = (await handOver(operator)).json();
  expect(summary(await take(operator, id))).toEqual([409, 'guard_refused']);
  const [first, second] = await Promise.all([take(incoming, id, 'take-key-1'), take(supervisor, id)]);
  expect([first.statusCode, second.statusCode]).toEqual([200, 200]);
  expect(second.json().acknowledgedBy).toEqual(first.json().acknowledgedBy);
  expect((await take(incoming, id, 'take-key-1')).json()).toEqual(first.json());
  expect((await take(supervisor, id)).json()).toEqual(first.json());
});

test('the same key hands over once, and is refused for anything else', async () => {
  const count = async () => (await operator.get('/api/shift/handovers?limit=200')).json().items.length;
  const before = await count();
  const answers = await Promise.all(Array.from({ length: 5 }, () => handOver(operator, {}, 'shift-key-1')));
  expect(new Set(answers.map((answer) => `${answer.statusCode} ${answer.body}`)).size).toBe(1);
  expect(await count()).toBe(before + 1);
  const other = await handOver(operator, { to: incoming.user.id }, 'shift-key-1');
  expect(summary(other)).toEqual([422, 'key_reused']);
});

test('a receiver is a colleague, and not oneself', async () => {
  for (const to of [demoId('person/court1'), operator.user.id, randomUUID()]) {
    const answer = await handOver(operator, { to });
    expect([...summary(answer), answer.json().errors[0].pointer]).toEqual([422, 'payload_invalid', '/to']);
  }
});

test('a shift nobody takes within half an hour is marked for the supervisor, and stays so when it is taken', async () => {
  const { id } = (await handOver(operator)).json();
  await operator.send({ url: '/api/demo/clock', body: { advance: 'PT29M' } });
  const find = async () => (await supervisor.get(`/api/shift/handovers/${id}`)).json();
  expect((await find()).isLate).toBe(false);
  await operator.send({ url: '/api/demo/clock', body: { advance: 'PT2M' } });
  expect((await find()).isLate).toBe(true);
  expect((await take(incoming, id)).json().isLate).toBe(true);
  expect((await find()).isLate).toBe(true);
});

test('who has no desk has no shift, and another desk’s handover is not there', async () => {
  const { id } = (await handOver(operator)).json();
  for (const name of ['lawyer1', 'auditor1', 'admin1']) {
    const browser = await logIn(served.app, name);
    expect([name, await shiftOf(browser)]).toEqual([name, []]);
    expect([name, ...summary(await handOver(browser))]).toEqual([name, 403, 'role_not_allowed']);
  }
  for (const name of ['lawyer1', 'court1', 'police1', 'admin1']) {
    const browser = await logIn(served.app, name);
    expect((await browser.get('/api/shift/handovers')).json().items).toEqual([]);
    expect((await browser.get(`/api/shift/handovers/${id}`)).statusCode).toBe(404);
    expect(summary(await take(browser, id))).toEqual([404, 'not_found']);
  }
});

test('what is handed over of a case that went elsewhere is not shown any more', async () => {
  const { db } = served.world.connection;
  const { id } = (await handOver(operator, { until: '2098-01-01T00:00:00+08:00' })).json();
  const police = demoId('agency/police');
  await db.updateTable('tracks').set({ agency_id: police }).where('case_id', '=', waiting).execute();
  await db.updateTable('cases').set({ owner_agency_id: police }).where('case_id', '=', waiting).execute();
  const view = (await incoming.get(`/api/shift/handovers/${id}`)).json();
  expect(view.items.map(({ caseId }: Item) => caseId)).not.toContain(waiting);
  expect(view.items.length).toBeGreaterThan(0);
  expect((await shiftOf(incoming)).map(({ caseId }) => caseId)).not.toContain(waiting);
});

test('an empty desk hands over nothing, and that is recorded too', async () => {
  await using quiet = await testApp();
  const desk = await logIn(quiet.app, 'operator1');
  expect(await shiftOf(desk)).toEqual([]);
  expect((await desk.get('/api/callbacks')).json()).toEqual({ items: [], nextCursor: null });
  const answer = await handOver(desk);
  expect([answer.statusCode, answer.json().itemCount]).toEqual([201, 0]);
  const row = await quiet.world.connection.db
    .selectFrom('audit')
    .select(['action', 'is_allowed'])
    .where('action', 'like', 'shift.%')
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ action: 'shift.handed_over', is_allowed: true });
});

test('a cursor with numbers that no list of ours has is refused, and stumbles over nothing', async () => {
  const forged = (parts: string[]): string => Buffer.from(parts.join('\n')).toString('base64url');
  const [at, id] = ['2025-01-01T00:00:00.000+08:00', randomUUID()];
  const many = '9'.repeat(15);
  for (const url of [
    `/api/shift?cursor=${forged(['1', many, at, id])}`,
    `/api/shift?cursor=${forged([many, '1', at, id])}`,
    `/api/callbacks?cursor=${forged([many, at, id])}`,
  ]) {
    const answer = await operator.get(url);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'body_invalid']);
  }
  expect((await operator.get(`/api/shift?cursor=${forged(['1', '1', at, id])}`)).statusCode).toBe(200);
});
