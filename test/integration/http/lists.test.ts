import { afterAll, beforeAll, expect, test } from 'vitest';
import { RULES } from '#src/base/rules.ts';
import { demoId } from '#src/store/seed-demo.ts';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';

let served: TestApp;
let operator: Browser;
beforeAll(async () => {
  served = await testApp();
  operator = await logIn(served.app, 'operator1');
  for (let count = 0; count < 7; count += 1) {
    const opened = (await operator.send({ url: '/api/cases', body: MINIMAL_CASE })).json();
    const url = `/api/tracks/${opened.tracks[0].id}/events`;
    await operator.send({
      url,
      body: { type: 'call.answered', payload: {} },
      headers: { 'if-match': '"1"' },
    });
    const danger = { type: 'danger.declared', payload: {} };
    if (count < 3) await operator.send({ url, body: danger, headers: { 'if-match': '"2"' } });
  }
});
afterAll(() => served[Symbol.asyncDispose]());

type Item = { id: string } & Record<string, unknown>;

/** Every item of a list, read page by page; no page may be larger than asked for. */
async function readAll(browser: Browser, url: string, limit: number): Promise<Item[]> {
  const items: Item[] = [];
  let cursor = '';
  // 200 pages: more than any list here has.
  for (let page = 0; page < 200; page += 1) {
    const joint = url.includes('?') ? '&' : '?';
    const answer = await browser.get(`${url}${joint}limit=${limit}${cursor && `&cursor=${cursor}`}`);
    expect(answer.statusCode).toBe(200);
    const { items: more, nextCursor } = answer.json();
    expect(more.length).toBeLessThanOrEqual(limit);
    items.push(...more);
    if (nextCursor === null) return items;
    cursor = nextCursor;
  }
  throw new Error(`${url} does not end`);
}

test.each([
  '/api/cases',
  '/api/deadlines?box=agency',
  '/api/rules',
  '/api/workflows',
  '/api/agencies',
  '/api/people',
])('%s read in small pages is the whole list, each item once', async (url) => {
  const whole = await readAll(operator, url, 200);
  expect(whole.length).toBeGreaterThan(2);
  expect(await readAll(operator, url, 2)).toEqual(whole);
  expect(new Set(whole.map((item) => item.id ?? item['code'])).size).toBe(whole.length);
});

test('cases are newest first and are found by status and risk', async () => {
  const all = await readAll(operator, '/api/cases', 200);
  const opened = all.map((item) => String(item['openedAt']));
  expect(opened).toEqual([...opened].sort().reverse());
  expect(await readAll(operator, '/api/cases?status=closed', 50)).toEqual([]);
  expect((await readAll(operator, '/api/cases?status=open', 50)).length).toBe(7);
  const risks = all.map((item) => item['risk']);
  for (const risk of ['unknown', 'low', 'medium', 'high']) {
    const found = await readAll(operator, `/api/cases?risk=${risk}`, 50);
    expect(found.length).toBe(risks.filter((value) => value === risk).length);
  }
});

test('a list of cases holds nothing out of the vault', async () => {
  const survivor = { name: '温如玉', address: '某路1号' };
  await operator.send({
    url: '/api/cases',
    body: { ...MINIMAL_CASE, survivor, incident: { narrative: '争吵' } },
  });
  const answer = await operator.get('/api/cases');
  expect(answer.body).not.toMatch(/温如玉|某路|争吵/);
});

test('an assignee finds what was assigned; those who see no case find none of them', async () => {
  const { db } = served.world.connection;
  const first = (await readAll(operator, '/api/cases', 50)).at(-1);
  const lawyer = await logIn(served.app, 'lawyer1');
  const set = { assignee_id: lawyer.user.id };
  await db
    .updateTable('tracks')
    .set(set)
    .where('case_id', '=', first?.id ?? '')
    .execute();
  const found = await readAll(operator, `/api/cases?assignee=${lawyer.user.id}`, 50);
  expect(found.map((item) => item.id)).toEqual([first?.id]);
  expect((await readAll(lawyer, '/api/cases', 50)).map((item) => item.id)).toEqual([first?.id]);
  const police = await logIn(served.app, 'police1');
  expect(await readAll(police, `/api/cases?assignee=${lawyer.user.id}`, 50)).toEqual([]);
  for (const name of ['admin1', 'police1', 'village1']) {
    const browser = await logIn(served.app, name);
    expect(await readAll(browser, '/api/cases', 50)).toEqual([]);
    expect(await readAll(browser, '/api/deadlines?box=agency', 50)).toEqual([]);
  }
  // Mine: the tracks I hold; and through the case that I see now, no others.
  const mine = await readAll(lawyer, '/api/deadlines?box=mine', 50);
  expect(mine.length).toBeGreaterThan(0);
  expect(new Set(mine.map((item) => item['caseId']))).toEqual(new Set([first?.id]));
  expect(await readAll(operator, '/api/deadlines?box=mine', 50)).toEqual([]);
});

test('deadlines come the most urgent first, by outcome and by due time', async () => {
  const all = await readAll(operator, '/api/deadlines?box=agency', 200);
  const due = all.map((item) => String(item['safeDue']));
  expect(due).toEqual([...due].sort());
  expect(all[0]).toMatchObject({
    outcome: 'open',
    article: expect.any(String),
    explanation: expect.any(Array),
  });
  expect(await readAll(operator, '/api/deadlines?box=agency&outcome=lapsed', 50)).toEqual([]);
  const none = encodeURIComponent('2020-01-01T00:00:00+08:00');
  expect(await readAll(operator, `/api/deadlines?box=agency&dueBefore=${none}`, 50)).toEqual([]);
  const later = await readAll(operator, '/api/deadlines?box=agency&dueBefore=2090-01-01T00:00', 200);
  expect(later).toEqual(all);
  expect((await operator.get('/api/deadlines')).statusCode).toBe(400);
});

test('rules are the table, in its order, with nothing that is not published', async () => {
  const rules = await readAll(operator, '/api/rules', 200);
  expect(rules.map((rule) => rule['code'])).toEqual(RULES.map((rule) => rule.code));
});

test('people are found by role and agency, and nobody’s login name is told', async () => {
  const lawyers = await readAll(operator, '/api/people?role=lawyer', 50);
  expect(lawyers.length).toBe(4);
  expect(Object.keys(lawyers[0] ?? {}).sort()).toEqual(['agency', 'id', 'name', 'role']);
  const court = await readAll(operator, `/api/people?agency=${demoId('agency/court')}`, 50);
  expect(court.map((person) => person['role'])).toEqual(['court_liaison']);
  const { db } = served.world.connection;
  await db.updateTable('people').set({ is_active: false }).where('username', '=', 'lawyer4').execute();
  expect((await readAll(operator, '/api/people?role=lawyer', 50)).length).toBe(3);
});

test('a workflow tells what opens it, its states, events and deadlines', async () => {
  const workflow = (await operator.get('/api/workflows/consultation')).json();
  expect(workflow.inputSchema).toMatchObject({ type: 'object', additionalProperties: false });
  expect(workflow.states.length).toBeGreaterThan(3);
  const event = workflow.events.find(({ type }: { type: string }) => type === 'lawyer.assigned');
  expect(event).toMatchObject({
    domainCode: expect.any(String),
    title: { zh: expect.any(String) },
    payloadSchema: { type: 'object' },
  });
  expect(workflow.deadlines.length).toBeGreaterThan(0);
  expect((await operator.get('/api/workflows/nothing')).statusCode).toBe(404);
});

test('a period is computed with the days that made it so', async () => {
  const compute = (body: unknown) => operator.send({ url: '/api/deadlines/compute', body });
  const week = await compute({ rule: 'L1', start: '2026-09-28' });
  expect(week.json()).toMatchObject({
    safeDue: expect.any(String),
    legalDue: expect.stringContaining('T24:00'),
  });
  expect(week.json().explanation[0]).toEqual({ date: '2026-09-28', counted: false, why: expect.any(Object) });
  const codeOf = async (body: unknown) => {
    const answer = await compute(body);
    return [answer.statusCode, answer.json().code];
  };
  expect(await codeOf({ rule: 'ZZ', start: '2026-09-28' })).toEqual([422, 'rule_unknown']);
  expect(await codeOf({ rule: 'R1', start: '2026-09-28T10:00' })).toEqual([422, 'rule_unknown']);
  expect(await codeOf({ rule: 'L1', start: '2031-09-28' })).toEqual([422, 'calendar_year_unknown']);
  expect(await codeOf({ rule: 'L1', start: '2026-02-30' })).toEqual([422, 'payload_invalid']);
  expect(await codeOf({ rule: 'C2', start: '2026-02-03' })).toEqual([422, 'payload_invalid']);
  expect(await codeOf({ rule: 'C2', start: '2026-02-03T10:00', excludedDays: 3 })).toEqual([
    422,
    'payload_invalid',
  ]);
  expect(await codeOf({ rule: 'L1', start: '2026-09-28', excludedDays: -1 })).toEqual([400, 'body_invalid']);
  expect(await codeOf({ rule: 'L1', start: '2026-09-28', excludedDays: '1' })).toEqual([400, 'body_invalid']);
});

test('a case as of a moment: each track where it stood then, and nothing before the case began', async () => {
  const opened = (await operator.send({ url: '/api/cases', body: MINIMAL_CASE })).json();
  const event = (type: string, version: number) =>
    operator.send({
      url: `/api/tracks/${opened.tracks[0].id}/events`,
      body: { type, payload: {} },
      headers: { 'if-match': `"${version}"` },
    });
  await event('call.answered', 1);
  const [answered] = (await operator.get(`/api/cases/${opened.id}/timeline?limit=1`)).json().items;
  await event('danger.declared', 2);
  const now = (await operator.get(`/api/cases/${opened.id}`)).json();
  const at = (moment: string) =>
    operator.get(`/api/cases/${opened.id}/past?at=${encodeURIComponent(moment)}`);
  const then = (await at(answered.recordedAt)).json();
  expect(then.tracks[0].state).not.toEqual(now.tracks[0].state);
  expect(then).toMatchObject({ seq: answered.seq, status: 'open', tracks: [{ id: opened.tracks[0].id }] });
  const latest = (await at('2099-01-01T00:00')).json();
  expect(latest.tracks).toEqual(now.tracks);
  expect(latest.risk).toBe(now.risk);
  expect((await at('2020-01-01T00:00')).statusCode).toBe(404);
  expect((await at('yesterday')).statusCode).toBe(400);
  const other = await logIn(served.app, 'shelter1');
  expect((await other.get(`/api/cases/${opened.id}/past?at=2099-01-01T00:00`)).statusCode).toBe(404);
});

test('deadlines can be sorted by their lawful end, page by page', async () => {
  const all = await readAll(operator, '/api/deadlines?box=agency&order=lawful', 2);
  const dues = all.map((item) => String(item['legalDue']));
  expect(dues.length).toBeGreaterThan(2);
  expect(dues).toEqual(dues.toSorted());
  expect(all.every((item) => String(item['caseNumber']).startsWith('HL'))).toBe(true);
  expect(all[0]).toMatchObject({ workflow: 'intake', title: { zh: expect.stringMatching(/./) } });
});
