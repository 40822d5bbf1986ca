import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs } from '#src/base/instant.ts';
import type { WorkItem } from '#src/engine/views.ts';
import { moveClockTo, readProductNow } from '#src/store/product-clock.ts';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';

const SURVIVOR = '温如玉';
const RESPONDENT = '魏大勇';
const PHONE = '13900001234';
const PERSONAL = new RegExp(`${SURVIVOR}|${RESPONDENT}|${PHONE}`);

const DAY_MS = 86_400_000;

let served: TestApp;
/** The day on which all this happens; it is shortly after noon. */
let tomorrow: string;
let operator: Browser;
let manager: Browser;
let lawyer: Browser;
/** The newest of five cases, with a lawyer asked. */
let asked: { caseId: string; trackId: string; number: string };
beforeAll(async () => {
  served = await testApp();
  [operator, manager, lawyer] = await Promise.all([
    logIn(served.app, 'operator1'),
    logIn(served.app, 'manager1'),
    logIn(served.app, 'lawyer1'),
  ]);
  const { pool } = served.world.connection;
  tomorrow = addMs(await readProductNow(pool), DAY_MS).slice(0, 10);
  await moveClockTo(pool, `${tomorrow}T12:00:00.000+08:00`);
  for (let count = 0; count < 4; count += 1) await openCase({});
  const inTheEvening = { window: { from: '20:00', to: '22:00' } };
  asked = await askLawyer(await openCase({ okToCall: true, phone: PHONE, ...inTheEvening }));
});
afterAll(() => served[Symbol.asyncDispose]());

type Opened = { id: string; number: string; tracks: { id: string; workflow: string }[] };

/** A case the federation owns; the manager may work with it. */
async function openCase(safeContact: object): Promise<Opened> {
  const body = {
    ...MINIMAL_CASE,
    safeContact: { ...MINIMAL_CASE.safeContact, ...safeContact },
    survivor: { name: SURVIVOR },
  };
  const answer = await manager.send({ url: '/api/cases', body });
  expect(answer.statusCode).toBe(201);
  return answer.json();
}

async function askLawyer(opened: Opened) {
  const body = {
    workflow: 'consultation',
    input: { respondentName: RESPONDENT, clientAgrees: true },
  };
  const track = (await manager.send({ url: `/api/cases/${opened.id}/tracks`, body })).json();
  await record(manager, track.id, 'lawyer.assigned', { lawyer: lawyer.user.id });
  return { caseId: opened.id, trackId: track.id as string, number: opened.number };
}

async function record(browser: Browser, trackId: string, type: string, payload = {}): Promise<void> {
  const { headers } = await browser.get(`/api/tracks/${trackId}`);
  const answer = await browser.send({
    url: `/api/tracks/${trackId}/events`,
    body: { type, payload },
    headers: { 'if-match': String(headers['etag']) },
  });
  expect(answer.statusCode, answer.body).toBe(200);
}

/** A list read page by page; none larger than asked for. */
async function workOf(browser: Browser, query: string, limit = 50): Promise<WorkItem[]> {
  const items: WorkItem[] = [];
  for (let cursor: string | null = '', page = 0; cursor !== null && page < 40; page += 1) {
    const url: string = `/api/work?${query}&limit=${limit}${cursor && `&cursor=${cursor}`}`;
    const answer = await browser.get(url);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json().items.length).toBeLessThanOrEqual(limit);
    items.push(...answer.json().items);
    cursor = answer.json().nextCursor;
  }
  return items;
}

const idsOf = (items: readonly WorkItem[]) => items.map((item) => item.trackId);

test('an agency’s list holds its running tracks, the most urgent first, what has no deadline last', async () => {
  const items = await workOf(operator, 'box=agency');
  expect(items.length).toBe(6);
  expect(new Set(items.map((item) => item.agency))).toEqual(new Set([operator.user.agency]));
  const due = items.map((item) => item.deadline?.safeDue ?? '9999');
  expect(due).toEqual([...due].sort());
  expect(items.find((item) => item.workflow === 'intake')).toMatchObject({
    as: 'agency',
    caseNumber: expect.stringMatching(/^HL/),
    title: { zh: '受理' },
    state: ['new'],
    titles: [{ zh: '新来电（来访）' }],
    risk: 'unknown',
    assignee: null,
    nextStep: { type: 'call.answered', title: { zh: '接听（接待）', en: 'Answer' } },
    deadline: { rule: expect.any(String), title: { zh: expect.any(String) } },
    lastEvent: { title: { zh: '开启办理环节' }, at: expect.stringContaining(tomorrow) },
  });
  expect(JSON.stringify(items)).not.toMatch(PERSONAL);
});

test('small pages are the whole list, each track once, also where deadlines end and none begin', async () => {
  const { db } = served.world.connection;
  const [first] = await workOf(operator, 'box=agency');
  await db
    .updateTable('deadlines')
    .set({ outcome: 'met' })
    .where('track_id', '=', first?.trackId ?? '')
    .execute();
  const whole = await workOf(operator, 'box=agency');
  expect(whole.at(-1)).toMatchObject({ trackId: first?.trackId, deadline: null });
  for (const limit of [1, 2, 5]) {
    expect(idsOf(await workOf(operator, 'box=agency', limit))).toEqual(idsOf(whole));
  }
  expect(new Set(idsOf(whole)).size).toBe(whole.length);
  const query = 'box=agency&workflow=consultation';
  expect(idsOf(await workOf(operator, query))).toEqual([asked.trackId]);
});

test('a period that has lapsed and that nobody has met is still what is due, and settled once somebody acts', async () => {
  const late = (await openCase({})).tracks[0]?.id ?? '';
  const before = (await workOf(operator, 'box=agency')).find(({ trackId }) => trackId === late);
  const { db } = served.world.connection;
  await db.updateTable('deadlines').set({ outcome: 'lapsed' }).where('track_id', '=', late).execute();
  const lapsed = (await workOf(operator, 'box=agency')).find(({ trackId }) => trackId === late);
  expect(before?.deadline).not.toBeNull();
  expect(lapsed?.deadline).toEqual(before?.deadline);
  expect(lapsed?.nextStep).toEqual(before?.nextStep);
  await record(operator, late, 'call.answered');
  const answered = (await workOf(operator, 'box=agency')).find(({ trackId }) => trackId === late);
  expect(answered?.deadline?.id).not.toBe(before?.deadline?.id);
});

test('a cursor that is none, a box that is none and no box at all are refused', async () => {
  const cursor = Buffer.from(`yesterday\n${tomorrow}\nx`).toString('base64url');
  for (const query of [
    '',
    '?box=all',
    `?box=mine&cursor=${cursor}`,
    '?box=mine&limit=0',
    '?box=mine&who=x',
  ]) {
    expect([query, (await operator.get(`/api/work${query}`)).statusCode]).toEqual([query, 400]);
  }
});

test('whoever has no part in a case finds nothing of it; nor does who only keeps accounts', async () => {
  for (const name of ['lawyer2', 'police1', 'village1', 'court1', 'admin1']) {
    const browser = await logIn(served.app, name);
    expect([name, await workOf(browser, 'box=mine'), await workOf(browser, 'box=agency')]).toEqual([
      name,
      [],
      [],
    ]);
  }
  // Mine is what a person holds: an operator whose agency handles six holds none.
  expect(await workOf(operator, 'box=mine')).toEqual([]);
});

test('a lawyer who is asked finds the offer: no name, no number, no risk, and not how she is reached', async () => {
  const answer = await lawyer.get('/api/work?box=mine');
  expect(answer.body).not.toMatch(PERSONAL);
  expect(answer.body).not.toContain(asked.number);
  expect(answer.json().items).toEqual([
    expect.objectContaining({
      trackId: asked.trackId,
      as: 'asked',
      caseNumber: null,
      risk: null,
      titles: [{ zh: '利益冲突审查', en: 'Conflict check' }],
      nextStep: { type: 'conflict.cleared', title: { zh: '确认无利益冲突', en: 'No conflict of interest' } },
      deadline: expect.objectContaining({ title: { zh: '利益冲突审查', en: 'Conflict check' } }),
      lastEvent: null,
      safeContact: null,
    }),
  ]);
  expect((await workOf(lawyer, 'box=agency')).length).toBe(0);
});

test('those who may know whether she may be called are told, and when; the auditor is not', async () => {
  const found = async (browser: Browser) =>
    (await workOf(browser, 'box=agency')).find((item) => item.trackId === asked.trackId);
  expect((await found(operator))?.safeContact).toEqual({
    now: 'no',
    why: { zh: '不在约定的时段内', en: expect.any(String) },
    opensAt: `${tomorrow}T20:00:00.000+08:00`,
    window: { from: '20:00', to: '22:00' },
  });
  const auditor = await found(await logIn(served.app, 'auditor1'));
  expect(auditor).toMatchObject({ caseNumber: asked.number, nextStep: null, safeContact: null });
});

test('what was said of her phone since counts, and so does what she answered', async () => {
  const answerFor = async (opened: Opened) =>
    (await workOf(manager, 'box=agency')).find((item) => item.caseId === opened.id)?.safeContact?.now;
  expect(await answerFor(await openCase({}))).toBe('ask');
  expect(await answerFor(await openCase({ okToCall: false }))).toBe('no');
  const trusted = await openCase({ okToCall: true });
  expect(await answerFor(trusted)).toBe('yes');
  const intake = trusted.tracks[0]?.id ?? '';
  await record(operator, intake, 'call.answered');
  await record(operator, intake, 'contact.doubted');
  expect(await answerFor(trusted)).toBe('no');
});

test('accepted, it is hers: with number, risk and safe contact; given back, it is gone', async () => {
  await record(lawyer, asked.trackId, 'conflict.cleared');
  expect((await workOf(lawyer, 'box=mine'))[0]?.nextStep?.type).toBe('offer.accepted');
  await record(lawyer, asked.trackId, 'offer.accepted');
  const [item] = await workOf(lawyer, 'box=mine');
  expect(item).toMatchObject({
    as: 'assignee',
    caseNumber: asked.number,
    risk: 'unknown',
    nextStep: { type: 'session.held' },
    lastEvent: { title: { zh: '接受咨询' } },
    safeContact: { now: 'no' },
  });
  // For the federation it waits: the next step is the lawyer's.
  const theirs = (await workOf(manager, 'box=agency')).find((other) => other.trackId === asked.trackId);
  expect(theirs?.nextStep).toBeNull();
  await record(lawyer, asked.trackId, 'engagement.returned', { reason: 'illness' });
  expect(await workOf(lawyer, 'box=mine')).toEqual([]);
});

test('every next step is one the track itself allows this reader', async () => {
  // A clock of which one way out is not open in this state.
  const { db } = served.world.connection;
  await db
    .updateTable('deadlines')
    .set({ declaration: 'filing' })
    .where('track_id', '=', asked.trackId)
    .where('outcome', '=', 'open')
    .execute();
  for (const browser of [operator, manager, lawyer]) {
    const items = [...(await workOf(browser, 'box=agency')), ...(await workOf(browser, 'box=mine'))];
    for (const { trackId, nextStep } of items) {
      if (nextStep === null) continue;
      const { events } = (await browser.get(`/api/tracks/${trackId}`)).json();
      expect(events).toContainEqual(expect.objectContaining({ ...nextStep, allowed: true }));
    }
  }
});

test('what is finished is in no list', async () => {
  const before = await workOf(manager, 'box=agency');
  await record(manager, asked.trackId, 'consultation.withdrawn', { spokenAlone: true });
  expect(idsOf(await workOf(manager, 'box=agency'))).toEqual(
    idsOf(before).filter((id) => id !== asked.trackId),
  );
});
