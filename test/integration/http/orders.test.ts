import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD, demoId } from '#src/store/seed-demo.ts';
import { hashPassword } from '#src/vault/password.ts';
import {
  ADDRESSEES,
  advance,
  entrusted,
  FILING,
  granted,
  type OrderAtWork,
  type OrderDesk,
  prepared,
  servedOnAll,
  tells,
} from '#test/support/order-desk.ts';
import { type Browser, logIn, type TestApp, testApp } from '#test/support/test-app.ts';

let served: TestApp;
let desk: OrderDesk;
let manager: Browser;
let court: Browser;
beforeAll(async () => {
  served = await testApp();
  manager = await logIn(served.app, 'manager1');
  court = await logIn(served.app, 'court1');
  desk = { manager, court };
});
afterAll(() => served[Symbol.asyncDispose]());

type Card = {
  readonly trackId: string;
  readonly lane: string;
  readonly due: { readonly safeDueAt: string } | null;
  readonly services: readonly Record<string, unknown>[];
  readonly violation: { readonly answer: { readonly trackId: string } | null } | null;
};
type Board = {
  items: Card[];
  nextCursor: string | null;
  lanes: { lane: string; count: number }[];
  now: string;
};

async function board(who: Browser, query = ''): Promise<Board> {
  const answer = await who.get(`/api/orders?limit=200${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
}

/** The card of an order as somebody sees it; its lane counts it, and no other lane lists it. */
async function cardOf(who: Browser, { trackId }: OrderAtWork): Promise<Card> {
  const whole = await board(who);
  const card = whole.items.find((item) => item.trackId === trackId);
  if (card === undefined) throw new Error('not on the board');
  for (const { lane, count } of whole.lanes) {
    const { items } = await board(who, `&lane=${lane}`);
    expect([lane, items.length]).toEqual([lane, count]);
    expect(items.some((item) => item.trackId === trackId)).toBe(lane === card.lane);
  }
  expect((await who.get(`/api/orders/${trackId}`)).json()).toEqual(card);
  return card;
}

test('an application goes from lane to lane: prepared, applied, to be decided', async () => {
  const order = await prepared(desk);
  expect(await cardOf(manager, order)).toMatchObject({
    lane: 'preparing',
    titles: [{ zh: '准备申请' }],
    ...{ court: null, madeAt: null, validUntil: null, services: [], violation: null },
    due: { rule: 'H19' },
    holder: { words: { zh: '个案承办人员' } },
    lastEvent: { title: { zh: '开启办理环节' } },
  });
  await tells(manager, order.trackId, ['application.filed', { ...FILING, urgencyAsked: true }]);
  await entrusted(desk, order);
  expect(await cardOf(court, order)).toMatchObject({
    ...{ lane: 'applied', urgent: true, court: demoId('agency/court') },
    holder: { agency: demoId('agency/federation') },
  });
  await tells(court, order.trackId, ['application.accepted', { urgent: true }]);
  expect(await cardOf(court, order)).toMatchObject({
    ...{ lane: 'decide_by', urgent: true },
    due: { rule: 'C3', title: { zh: '作出裁定' } },
    holder: { agency: demoId('agency/court'), roles: expect.arrayContaining(['court_liaison']) },
    lastEvent: { title: { zh: '受理' } },
  });
  await tells(court, order.trackId, ['order.refused', { reason: 'other' }]);
  expect(await cardOf(court, order)).toMatchObject({ lane: 'refused' });
  await tells(manager, order.trackId, ['reconsideration.filed', { by: 'a1' }]);
  expect(await cardOf(court, order)).toMatchObject({
    ...{ lane: 'decide_by', reconsideration: { since: expect.any(String), due: expect.any(String) } },
    due: { rule: 'C7bp' },
  });
  await tells(court, order.trackId, ['reconsideration.upheld']);
  expect(await cardOf(court, order)).toMatchObject({ lane: 'ended', due: null, holder: null });
});

test('a period that has lapsed stays the next clock as long as what it asked for is owed', async () => {
  const order = await prepared(desk);
  await tells(manager, order.trackId, ['application.filed', FILING]);
  await entrusted(desk, order);
  await tells(court, order.trackId, ['application.accepted', { urgent: false }]);
  const before = await cardOf(court, order);
  await advance(manager, 'P4D');
  const over = await cardOf(court, order);
  expect(over).toMatchObject({
    lane: 'decide_by',
    due: before.due,
    holder: { agency: demoId('agency/court') },
  });
  expect(over.due?.safeDueAt).toMatch(/^\d/);
  // Found urgent too late: the shorter period counts from acceptance, and is over as well.
  await tells(court, order.trackId, ['urgency.found']);
  expect(await cardOf(court, order)).toMatchObject({ due: { rule: 'C3' } });
  await tells(court, order.trackId, ['order.refused', { reason: 'other' }]);
  expect(await cardOf(court, order)).toMatchObject({ lane: 'refused', due: { rule: 'H42' } });
});

test('each addressee is a tick of its own: when, how, with a receipt or not, and late where it was late', async () => {
  const order = await granted(desk, 100);
  const made = await cardOf(court, order);
  expect(made).toMatchObject({ lane: 'to_serve', due: { rule: 'C4' }, madeAt: expect.any(String) });
  expect(made.services).toEqual(
    ADDRESSEES.map(() =>
      expect.objectContaining({ mandatory: true, servedAt: null, method: null, isLate: false }),
    ),
  );
  await tells(court, order.trackId, [
    'document.served',
    { to: 'a1', method: 'in_person', receipt: '回证001' },
  ]);
  await tells(court, order.trackId, ['service.failed', { to: 'r1', why: 'absent', recorded: true }]);
  await advance(manager, 'PT25H');
  await tells(court, order.trackId, ['document.served', { to: 'police1', method: 'entrusted' }]);
  const late = await cardOf(court, order);
  expect(late).toMatchObject({ lane: 'to_serve', due: { rule: 'C4', safeDueAt: made.due?.safeDueAt } });
  expect(late.services).toMatchObject([
    { title: { zh: '申请人' }, method: { title: { zh: '直接送达' }, code: 'in_person' } },
    { title: { zh: '被申请人' }, servedAt: null, failedAt: expect.any(String), isLate: true },
    { title: { zh: '公安派出所' }, servedAt: expect.any(String), isLate: true },
    { title: { zh: '居民委员会、村民委员会（申请人住地）' }, isLate: true },
  ]);
  expect(late.services[0]).toMatchObject({ isLate: false, hasReceipt: true });
  // Neither what is sealed nor the short names people give within an order.
  expect(JSON.stringify(late)).not.toMatch(/回证001|"a1"|police1/);
  for (const to of ['r1', 'village1'])
    await tells(court, order.trackId, ['document.served', { to, method: 'in_person' }]);
  expect(await cardOf(court, order)).toMatchObject({ lane: 'in_force' });
});

test('an order in force comes into its renewal window, is asked to be extended, and lapses', async () => {
  const order = await granted(desk, 40);
  await servedOnAll(desk, order);
  expect(await cardOf(court, order)).toMatchObject({ lane: 'in_force', changePending: null });
  // The end of the last day but thirty days is ten days ahead, and a part of today.
  await advance(manager, 'P10D');
  expect(await cardOf(court, order)).toMatchObject({ lane: 'in_force' });
  await advance(manager, 'PT24H');
  expect(await cardOf(court, order)).toMatchObject({ lane: 'renewal_window' });
  await tells(manager, order.trackId, ['extension.requested', { by: 'applicant' }]);
  expect(await cardOf(court, order)).toMatchObject({
    lane: 'renewal_window',
    changePending: { asked: [{ code: 'extend' }], due: expect.any(String) },
  });
  await advance(manager, 'P31D');
  expect(await cardOf(court, order)).toMatchObject({ lane: 'lapsed', changePending: { asked: [{}] } });
});

test('a breach stands before all until what follows it is done, and says with whom the ball is', async () => {
  const order = await granted(desk, 100);
  const breach = { respondent: 'r1', measures: ['m1'], acts: ['contact'], source: 'applicant' };
  await tells(court, order.trackId, ['violation.reported', breach]);
  const card = await cardOf(court, order);
  expect(card).toMatchObject({
    lane: 'violated',
    violation: {
      ...{ count: 1, reportedAt: expect.any(String) },
      answer: {
        trackId: expect.any(String),
        due: { rule: expect.any(String) },
        holder: { words: { zh: expect.stringContaining('公安机关') } },
      },
    },
  });
  await tells(manager, card.violation?.answer?.trackId ?? '', ['respondent.died']);
  expect(await cardOf(court, order)).toMatchObject({
    lane: 'to_serve',
    violation: { count: 1, answer: null },
  });
});

test('a revocation has to be served as the order was, and then the order is over', async () => {
  const order = await granted(desk, 100);
  await servedOnAll(desk, order);
  await tells(
    manager,
    order.trackId,
    ['pressure.checked', { spokenAlone: true, finding: 'none' }],
    ['revocation.requested', { by: 'applicant' }],
  );
  const now = await advance(manager, 'PT0S');
  await tells(court, order.trackId, ['order.revoked', { madeOn: now.slice(0, 10) }]);
  expect(await cardOf(court, order)).toMatchObject({ lane: 'to_serve', due: { rule: 'C4' } });
  await servedOnAll(desk, order);
  expect(await cardOf(court, order)).toMatchObject({ lane: 'ended' });
});

test('read in small pages the board is the whole board, the most urgent first, each order once', async () => {
  const whole = await board(court);
  expect(whole.items.length).toBeGreaterThan(3);
  expect(whole.nextCursor).toBeNull();
  const dues = whole.items.map(({ due }) => due?.safeDueAt ?? '9');
  expect(dues).toEqual([...dues].sort());
  const read: Card[] = [];
  let cursor = '';
  for (let page = 0; page < 50; page += 1) {
    const answer = (await court.get(`/api/orders?limit=2${cursor}`)).json() as Board;
    expect(answer.lanes).toEqual(whole.lanes);
    read.push(...answer.items);
    if (answer.nextCursor === null) break;
    cursor = `&cursor=${answer.nextCursor}`;
  }
  expect(read.map(({ trackId }) => trackId)).toEqual(whole.items.map(({ trackId }) => trackId));
});

test('whoever does not see a case sees no card of it and no number that counts it', async () => {
  const { db } = served.world.connection;
  const agency = { code: 'court-other', kind: 'court', name_zh: '邻区人民法院', name_en: 'Another court' };
  const otherCourt = demoId('agency/court-other');
  await db
    .insertInto('agencies')
    .values({ agency_id: otherCourt, parent_id: null, ...agency })
    .execute();
  const password_hash = await hashPassword(DEMO_PASSWORD);
  const person = { person_id: demoId('person/court2'), username: 'court2', name: '另一法院' };
  await db
    .insertInto('people')
    .values({ ...person, role: 'court_liaison', agency_id: otherCourt, password_hash, totp_secret: null })
    .execute();
  const ours = await prepared(desk);
  const court2 = await logIn(served.app, 'court2');
  for (const who of [court2, await logIn(served.app, 'admin1'), await logIn(served.app, 'police2')]) {
    const { items, lanes } = await board(who);
    expect([items, lanes.filter(({ count }) => count > 0)]).toEqual([[], []]);
    expect((await who.get(`/api/orders/${ours.trackId}`)).statusCode).toBe(404);
  }
  // The court is asked only once the application is there: what is being prepared is not on its board.
  expect((await board(court)).items.map(({ trackId }) => trackId)).not.toContain(ours.trackId);
  const atCourt = await board(manager, `&court=${demoId('agency/court')}`);
  const all = await board(manager);
  expect(atCourt.items.length).toBeGreaterThan(0);
  expect(atCourt.items.length).toBeLessThan(all.items.length);
  expect(atCourt.lanes.reduce((sum, { count }) => sum + count, 0)).toBe(atCourt.items.length);
  expect((await board(manager, `&court=${otherCourt}`)).items).toEqual([]);
  expect((await board(manager, `&agency=${demoId('agency/federation')}`)).items).toEqual(all.items);
  expect((await board(court, `&agency=${demoId('agency/court')}`)).items).toEqual([]);
});

test('a lane that there is not, and a cursor of another list, are refused', async () => {
  for (const query of ['lane=nothing', 'court=x', 'cursor=eA', 'limit=0', 'owner=me']) {
    expect((await court.get(`/api/orders?${query}`)).statusCode).toBe(400);
  }
});
