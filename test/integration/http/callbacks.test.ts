import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, type Instant } from '#src/base/instant.ts';
import { readNow } from '#src/store/clock.ts';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';
import { ANONYMOUS, HANDLED_HERE, scale } from '#test/support/intake-moves.ts';
import { CALL_PLACES } from '#workflows/intake/calls.ts';

const HOUR_MS = 3_600_000;

type Call = {
  trackId: string;
  caseId: string;
  version: number;
  purpose: { code: string; zh: string };
  risk: string;
  due: { safeDue: string; legalDue: string } | null;
  triesCount: number;
  window: { from: string; to: string } | null;
  callableNow: string;
  why: { zh: string };
  opensAt: string | null;
  outcomes: { type: string; kind: string; key: string; takesForm: boolean }[];
};

let served: TestApp;
let operator: Browser;
let now: Instant;
beforeAll(async () => {
  served = await testApp();
  operator = await logIn(served.app, 'operator1');
  now = await readNow(served.world.connection.db);
});
afterAll(() => served[Symbol.asyncDispose]());

/** Hours of the clock in Shanghai, so many hours from now. */
const hoursFromNow = (from: number, to: number) => ({
  from: addMs(now, from * HOUR_MS).slice(11, 16),
  to: addMs(now, to * HOUR_MS).slice(11, 16),
});
const callsOf = async (browser: Browser): Promise<Call[]> =>
  (await browser.get('/api/callbacks?limit=200')).json().items;
const callOf = async (caseId: string): Promise<Call | undefined> =>
  (await callsOf(operator)).find((call) => call.caseId === caseId);

async function record(trackId: string, type: string, payload: object = {}, who = operator): Promise<void> {
  const { version } = (await who.get(`/api/tracks/${trackId}`)).json();
  const answer = await who.send({
    url: `/api/tracks/${trackId}/events`,
    body: { type, payload },
    headers: { 'if-match': `"${version}"` },
  });
  expect([type, answer.statusCode, answer.json().because]).toEqual([type, 200, undefined]);
}

type Opened = { caseId: string; trackId: string };
async function opened(safeContact: object = {}): Promise<Opened> {
  const body = {
    ...MINIMAL_CASE,
    safeContact: { canTalkNow: false, phone: '13900001234', codeWord: '燕子', ...safeContact },
    survivor: { name: '温如玉' },
  };
  const view = (await operator.send({ url: '/api/cases', body })).json();
  await record(view.tracks[0].id, 'call.answered');
  return { caseId: view.id, trackId: view.tracks[0].id };
}
async function promised(safeContact: object = {}): Promise<Opened> {
  const made = await opened(safeContact);
  await record(made.trackId, 'talk.postponed');
  return made;
}
/** A case graded and being worked, whose review is near. */
async function worked(): Promise<Opened> {
  const made = await opened();
  await record(made.trackId, 'safety.confirmed');
  await record(made.trackId, 'caller.registered', ANONYMOUS);
  await record(made.trackId, 'risk.scored', scale());
  await record(made.trackId, 'plan.agreed', { services: [{ service: 'consultation', consent: true }] });
  return made;
}

test('a promised call is listed with its time limit, its hours and what may be logged, and with nobody’s name', async () => {
  const window = hoursFromNow(-1, 1);
  const { caseId, trackId } = await promised({ okToCall: true, window });
  const answer = await operator.get('/api/callbacks');
  const call = await callOf(caseId);
  expect(call).toMatchObject({
    trackId,
    purpose: { code: 'promised', zh: '约定回拨' },
    triesCount: 0,
    window,
    callableNow: 'yes',
    opensAt: null,
    due: { safeDue: expect.any(String), legalDue: expect.any(String) },
  });
  expect(call?.outcomes.map(({ key, type, takesForm }) => [key, type, takesForm])).toEqual([
    ['1', 'caller.reached', false],
    ['2', 'call.unanswered', false],
    ['3', 'contact.doubted', false],
  ]);
  expect(answer.body).not.toMatch(/温如玉|13900001234|燕子/);
});

test('outside her hours she is not to be called, and the list says when that changes', async () => {
  const { caseId } = await promised({ okToCall: true, window: hoursFromNow(2, 4) });
  const call = await callOf(caseId);
  expect(call).toMatchObject({ callableNow: 'no', why: { zh: '不在约定的时段内' } });
  expect(call?.opensAt?.slice(0, 16)).toBe(addMs(now, 2 * HOUR_MS).slice(0, 16));
  const unasked = await promised();
  expect(await callOf(unasked.caseId)).toMatchObject({ callableNow: 'ask', opensAt: null });
});

test('what she said in the form counts, though it is sealed: she who wants no calls gets none', async () => {
  const { caseId } = await promised({ okToCall: false, window: hoursFromNow(-1, 1) });
  expect(await callOf(caseId)).toMatchObject({ callableNow: 'no', why: { zh: '她说过不要打电话' } });
});

test('a try that nobody answered stays on the list and is counted', async () => {
  const { caseId, trackId } = await promised();
  await record(trackId, 'call.unanswered');
  expect(await callOf(caseId)).toMatchObject({ purpose: { code: 'retry' }, triesCount: 1 });
  await record(trackId, 'caller.reached');
  expect(await callOf(caseId)).toBeUndefined();
});

test('the third unanswered call makes her lost; the list keeps her', async () => {
  const { caseId, trackId } = await promised();
  for (let tries = 0; tries < 3; tries += 1) await record(trackId, 'call.unanswered');
  const call = await callOf(caseId);
  expect(call?.purpose.code).toBe('lost');
  expect(call?.outcomes.map(({ key }) => key)).toEqual(['1', '3']);
});

test('a call that was stopped because it was not safe is not made again before somebody asked her alone', async () => {
  const { caseId, trackId } = await promised({ okToCall: true, window: hoursFromNow(-1, 1) });
  await record(trackId, 'contact.doubted');
  expect(await callOf(caseId)).toMatchObject({ callableNow: 'no', opensAt: null });
  await record(trackId, 'contact.verified', { spokenAlone: true, okToText: false });
  expect(await callOf(caseId)).toMatchObject({ callableNow: 'yes' });
});

test('a time limit that has run out takes nobody off the list', async () => {
  await using late = await testApp();
  const desk = await logIn(late.app, 'operator1');
  const view = (await desk.send({ url: '/api/cases', body: MINIMAL_CASE })).json();
  const url = `/api/tracks/${view.tracks[0].id}/events`;
  for (const [version, type] of ['call.answered', 'talk.postponed'].entries()) {
    await desk.send({ url, body: { type, payload: {} }, headers: { 'if-match': `"${version + 1}"` } });
  }
  const [before] = await callsOf(desk);
  await desk.send({ url: '/api/demo/clock', body: { advance: 'PT72H' } });
  const [after] = await callsOf(desk);
  expect(after).toMatchObject({ trackId: before?.trackId, due: before?.due });
});

test('the highest risk comes first, then whoever was never graded, and within a risk what is due first', async () => {
  const { db } = served.world.connection;
  const waiting = await Promise.all([promised(), promised(), promised(), promised(), promised()]);
  for (const [index, risk] of ['low', 'unknown', 'high', 'medium', 'high'].entries()) {
    const id = waiting[index]?.caseId ?? '';
    await db.updateTable('cases').set({ risk }).where('case_id', '=', id).execute();
  }
  await db
    .updateTable('deadlines')
    .set({ safe_due_at: addMs(now, -HOUR_MS) })
    .where('case_id', '=', waiting[4]?.caseId ?? '')
    .execute();
  const all = await callsOf(operator);
  const ranks = all.map(({ risk }) => ['high', 'unknown', 'medium', 'low'].indexOf(risk));
  expect(ranks).toEqual([...ranks].sort((one, other) => one - other));
  expect(all.slice(0, 2).map(({ caseId }) => caseId)).toEqual([waiting[4]?.caseId, waiting[2]?.caseId]);
  // Page by page it is the same list.
  const paged: Call[] = [];
  for (let cursor = ''; paged.length < all.length; ) {
    const page = (await operator.get(`/api/callbacks?limit=2${cursor && `&cursor=${cursor}`}`)).json();
    paged.push(...page.items);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(paged).toEqual(all);
});

test('a review is listed a day before it is due, and one that has begun until it is scored', async () => {
  const { caseId, trackId } = await worked();
  expect(await callOf(caseId)).toBeUndefined();
  const { db } = served.world.connection;
  const soon = { safe_due_at: addMs(now, 23 * HOUR_MS) };
  await db
    .updateTable('deadlines')
    .set(soon)
    .where('track_id', '=', trackId)
    .where('declaration', '=', 'review')
    .execute();
  expect(await callOf(caseId)).toMatchObject({ purpose: { code: 'review' } });
  await record(trackId, 'review.requested');
  const call = await callOf(caseId);
  expect(call?.outcomes).toMatchObject([
    { type: 'risk.scored', takesForm: true },
    { key: '2' },
    { key: '3' },
  ]);
});

test('a first assessment is no call: she is on the line', async () => {
  const made = await opened();
  await record(made.trackId, 'safety.confirmed');
  await record(made.trackId, 'caller.registered', ANONYMOUS);
  expect(await callOf(made.caseId)).toBeUndefined();
});

test('a closed case is listed when its follow-up is near, with the outcome that opens it again', async () => {
  const { caseId, trackId } = await worked();
  const manager = await logIn(served.app, 'manager1');
  const { db } = served.world.connection;
  const others = (await manager.get(`/api/cases/${caseId}`))
    .json()
    .tracks.filter(({ id }: { id: string }) => id !== trackId);
  for (const { id } of others)
    await db.updateTable('tracks').set({ is_final: true }).where('track_id', '=', id).execute();
  await db
    .updateTable('deadlines')
    .set({ outcome: 'met' })
    .where('case_id', '=', caseId)
    .where('track_id', '!=', trackId)
    .execute();
  await record(trackId, 'plan.completed', HANDLED_HERE, manager);
  expect(await callOf(caseId)).toBeUndefined();
  const soon = { safe_due_at: addMs(now, HOUR_MS) };
  await db
    .updateTable('deadlines')
    .set(soon)
    .where('track_id', '=', trackId)
    .where('declaration', '=', 'followUp')
    .execute();
  const call = await callOf(caseId);
  expect(call?.purpose.code).toBe('follow_up');
  expect(call?.outcomes.map(({ key, type }) => [key, type])).toEqual([
    ['1', 'followup.passed'],
    ['3', 'contact.doubted'],
    ['4', 'followup.failed'],
  ]);
});

test('a case that another agency took over is no longer this desk’s, and who has no desk has no list', async () => {
  const { caseId, trackId } = await promised();
  expect(await callOf(caseId)).toBeDefined();
  for (const name of ['lawyer1', 'court1', 'police1', 'village1', 'auditor1', 'admin1']) {
    const answer = await (await logIn(served.app, name)).get('/api/callbacks');
    expect([name, answer.statusCode, answer.json()]).toEqual([name, 200, { items: [], nextCursor: null }]);
  }
  const { db } = served.world.connection;
  const police = (await logIn(served.app, 'police1')).user.agency;
  await db.updateTable('tracks').set({ agency_id: police }).where('track_id', '=', trackId).execute();
  await db.updateTable('cases').set({ owner_agency_id: police }).where('case_id', '=', caseId).execute();
  expect(await callOf(caseId)).toBeUndefined();
});

test('the supervisor has the same list, a case manager too', async () => {
  const mine = (await callsOf(operator)).map(({ trackId }) => trackId);
  expect(mine.length).toBeGreaterThan(3);
  for (const name of ['supervisor1', 'manager1', 'operator2']) {
    const theirs = (await callsOf(await logIn(served.app, name))).map(({ trackId }) => trackId);
    expect([name, theirs]).toEqual([name, mine]);
  }
});

test('every state in which a call is owed exists, with its deadline and its events', () => {
  const { workflows } = served.world.deps;
  const missing = CALL_PLACES.flatMap(({ workflow: id, state, deadline, outcomes }) => {
    const workflow = workflows.latest(id);
    const paths = JSON.stringify(workflow?.machine.getStateNodeById(`${id}.${state}`).meta ?? {});
    const events = outcomes.filter(({ type }) => workflow?.events[type] === undefined);
    return paths.includes(deadline) && events.length === 0 ? [] : [`${id} ${state}`];
  });
  expect(missing).toEqual([]);
});
