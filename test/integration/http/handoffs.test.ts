import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { demoId } from '#src/store/seed-demo.ts';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';
import { workflow as referral } from '#workflows/referral.ts';
import { listStates } from '#src/workflow/list-states.ts';

let served: TestApp;
let manager: Browser;
let police: Browser;
let caseId: string;
beforeAll(async () => {
  served = await testApp();
  manager = await logIn(served.app, 'manager1');
  police = await logIn(served.app, 'police1');
});
afterAll(() => served[Symbol.asyncDispose]());
beforeEach(async () => {
  caseId = (await manager.send({ url: '/api/cases', body: MINIMAL_CASE })).json().id;
});

type Handoff = { id: string; status: string; ownerAgency: string; caseId: string };

async function offer(kind: string): Promise<Handoff> {
  const body = {
    kind,
    toAgency: demoId('agency/police'),
    purpose: '请依法处置并反馈',
    basis: '反家庭暴力法 第14条',
    fields: [],
  };
  const answer = await manager.send({ url: `/api/cases/${caseId}/handoffs`, body });
  expect(answer.statusCode).toBe(201);
  return answer.json();
}

/** What reaches the receiver is sent by a worker; moving the clock by nothing lets it work. */
async function deliver(): Promise<void> {
  const answer = await manager.send({ url: '/api/demo/clock', body: { advance: 'PT0S' } });
  expect(answer.statusCode).toBe(200);
}

async function box(browser: Browser, query: string): Promise<Handoff[]> {
  const answer = await browser.get(`/api/handoffs?${query}&limit=200`);
  expect(answer.statusCode).toBe(200);
  return answer.json().items.filter((item: Handoff) => item.caseId === caseId);
}

test('the state in which an in-box shows nothing yet is one of the workflow', () => {
  expect(listStates(referral).map((state) => state.path)).toContain('offered.sending');
});

test('an offer reaches the in-box when it is delivered, and says no more than ids', async () => {
  const offered = await offer('referral');
  expect(await box(police, 'box=in')).toEqual([]);
  expect((await box(manager, 'box=out')).map(({ id }) => id)).toEqual([offered.id]);
  await deliver();
  const [received] = await box(police, 'box=in&status=offered');
  expect(received).toEqual({ ...offered, status: 'offered' });
  expect((await police.get(`/api/cases/${caseId}`)).statusCode).toBe(404);
  expect(await box(police, 'box=in&status=accepted')).toEqual([]);
  expect(await box(police, 'box=out')).toEqual([]);
});

test('those who work no inbox, and other agencies, find nothing', async () => {
  await offer('referral');
  await deliver();
  for (const name of ['auditor1', 'admin1', 'court1', 'police2']) {
    const browser = await logIn(served.app, name);
    expect(await box(browser, 'box=in')).toEqual([]);
    if (name !== 'court1') expect(await box(browser, 'box=out')).toEqual([]);
  }
});

test('accepting shows the case to the receiver; the owner stays with a referral', async () => {
  const { id } = await offer('referral');
  await deliver();
  const answer = await police.send({ url: `/api/handoffs/${id}/accept` });
  expect([answer.statusCode, answer.json().status, answer.json().ownerAgency]).toEqual([
    200,
    'accepted',
    manager.user.agency,
  ]);
  expect((await police.get(`/api/cases/${caseId}`)).statusCode).toBe(200);
  expect((await box(police, 'box=in&status=accepted')).map((item) => item.id)).toEqual([id]);
});

test('a transfer moves the case on acceptance and not before; whoever is not in it any more learns no later owner', async () => {
  const { id } = await offer('transfer');
  await deliver();
  expect((await manager.get(`/api/cases/${caseId}`)).json().ownerAgency).toBe(manager.user.agency);
  const answer = await police.send({ url: `/api/handoffs/${id}/accept`, body: {} });
  expect(answer.json()).toMatchObject({ status: 'accepted', ownerAgency: police.user.agency });
  const { db } = served.world.connection;
  const court = demoId('agency/court');
  await db.updateTable('cases').set({ owner_agency_id: court }).where('case_id', '=', caseId).execute();
  await db.updateTable('tracks').set({ agency_id: court }).where('case_id', '=', caseId).execute();
  expect((await manager.get(`/api/cases/${caseId}`)).statusCode).toBe(404);
  expect(await box(manager, 'box=out')).toMatchObject([{ id, ownerAgency: police.user.agency }]);
});

test('declining and recalling leave the case with its owner', async () => {
  const declined = await offer('referral');
  await deliver();
  const decline = await police.send({
    url: `/api/handoffs/${declined.id}/decline`,
    body: { reason: 'wrong_area' },
  });
  expect(decline.json()).toMatchObject({ status: 'declined', ownerAgency: manager.user.agency });
  const recalled = await offer('transfer');
  const recall = await manager.send({ url: `/api/handoffs/${recalled.id}/recall` });
  expect(recall.json()).toMatchObject({ status: 'recalled', ownerAgency: manager.user.agency });
});

test('of all who answer an offer at once exactly one has it', async () => {
  const { id } = await offer('transfer');
  await deliver();
  const answers = await Promise.all([
    police.send({ url: `/api/handoffs/${id}/accept` }),
    police.send({ url: `/api/handoffs/${id}/decline`, body: { reason: 'wrong_area' } }),
    manager.send({ url: `/api/handoffs/${id}/recall` }),
    police.send({ url: `/api/handoffs/${id}/accept` }),
  ]);
  expect(answers.filter((answer) => answer.statusCode === 200).length).toBe(1);
  // Once recalled, the offer is nothing to its receiver; once accepted, nobody is asked any more.
  for (const answer of answers) expect([200, 403, 404, 409]).toContain(answer.statusCode);
});

test('every wrong answer is refused as what it is', async () => {
  const { id } = await offer('referral');
  await deliver();
  const court = await logIn(served.app, 'court1');
  const refused = async (browser: Browser, url: string, body?: unknown) => {
    const answer = await browser.send({ url: `/api/handoffs/${url}`, ...(body !== undefined && { body }) });
    return [answer.statusCode, answer.json().code];
  };
  expect(await refused(court, `${id}/accept`)).toEqual([404, 'not_found']);
  expect(await refused(court, 'nothing/accept')).toEqual([404, 'not_found']);
  expect(await refused(manager, `${id}/accept`)).toEqual([403, 'role_not_allowed']);
  expect(await refused(police, `${id}/accept`, { because: 'x' })).toEqual([400, 'body_invalid']);
  expect(await refused(police, `${id}/decline`)).toEqual([400, 'body_invalid']);
  expect(await refused(police, `${id}/decline`, { reason: 'x'.repeat(1_001) })).toEqual([
    400,
    'body_invalid',
  ]);
  expect(await refused(police, `${id}/recall`)).toEqual([403, 'role_not_allowed']);
});
