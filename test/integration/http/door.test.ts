import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';
import { countRows } from '#test/support/story.ts';

let served: TestApp;
let operator: Browser;
let before: Record<string, number>;
beforeAll(async () => {
  served = await testApp();
  operator = await logIn(served.app, 'operator1');
  before = await countRows(served.world);
});
afterAll(async () => {
  // Everything here is refused at the door.
  expect(await countRows(served.world)).toEqual(before);
  await served[Symbol.asyncDispose]();
});

const summary = (answer: { statusCode: number; json: () => { code: string } }) => [
  answer.statusCode,
  answer.json().code,
];
/** Opens a case with these headers instead of the right ones; null leaves one out. */
const open = (headers: Record<string, string | null>, payload: unknown = MINIMAL_CASE) => {
  const all: Record<string, string | null> = {
    cookie: operator.cookie,
    'x-csrf-token': operator.csrfToken,
    'idempotency-key': 'a-key-of-a-test',
    'content-type': 'application/json',
    ...headers,
  };
  const sent = Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
  return served.app.inject({ method: 'POST', url: '/api/cases', headers: sent, payload: payload as string });
};

test('without a session nothing but logging in is possible', async () => {
  const routes: [method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string][] = [
    ['GET', '/api/session'],
    ['DELETE', '/api/session'],
    ['POST', '/api/cases'],
    ['POST', '/api/cases/lookup'],
    ['GET', '/api/cases'],
    ['GET', '/api/cases/x'],
    ['GET', '/api/cases/x/timeline'],
    ['GET', '/api/cases/x/past?at=2026-01-01T00:00'],
    ['POST', '/api/cases/x/tracks'],
    ['POST', '/api/cases/x/handoffs'],
    ['GET', '/api/tracks/x'],
    ['POST', '/api/tracks/x/events'],
    ['GET', '/api/handoffs?box=in'],
    ['POST', '/api/handoffs/x/accept'],
    ['POST', '/api/handoffs/x/decline'],
    ['POST', '/api/handoffs/x/recall'],
    ['GET', '/api/deadlines?box=mine'],
    ['GET', '/api/work?box=mine'],
    ['POST', '/api/deadlines/compute'],
    ['GET', '/api/clock'],
    ['GET', '/api/orders'],
    ['GET', '/api/orders/x'],
    ['GET', '/api/rules'],
    ['GET', '/api/workflows'],
    ['GET', '/api/workflows/intake'],
    ['GET', '/api/workflows/intake/diagram.svg'],
    ['GET', '/api/notifications'],
    ['POST', '/api/notifications/x/read'],
    ['GET', '/api/contact/check'],
    ['GET', '/api/cases/x/contact'],
    ['GET', '/api/callbacks'],
    ['GET', '/api/shift'],
    ['GET', '/api/shift/handovers'],
    ['GET', '/api/shift/handovers/x'],
    ['POST', '/api/shift/handovers'],
    ['POST', '/api/shift/handovers/x/acknowledge'],
    ['GET', '/api/drafts'],
    ['GET', '/api/drafts/x'],
    ['PUT', '/api/drafts/x'],
    ['DELETE', '/api/drafts/x'],
    ['GET', '/api/stream'],
    ['GET', '/api/agencies'],
    ['GET', '/api/people'],
    ['GET', '/api/demo/clock'],
    ['POST', '/api/demo/clock'],
  ];
  const documented = Object.values(served.app.swagger().paths ?? {}).flatMap((item) =>
    Object.keys(item ?? {}),
  );
  // All that are documented, but POST /session.
  expect(routes.length).toBe(documented.length - 1);
  for (const [method, url] of routes) {
    const answer = await served.app.inject({ method, url });
    expect([method, url, ...summary(answer)]).toEqual([method, url, 401, 'session_missing']);
  }
});

test.each([
  '',
  'sid=',
  'sid=short',
  `sid=${'x'.repeat(43)}`,
  `sid=${'x'.repeat(9_000)}`,
  'sid=%00',
  `__Host-sid=${'x'.repeat(43)}`,
])('the cookie %j is no session', async (cookie) => {
  expect(summary(await served.app.inject({ url: '/api/cases', headers: { cookie } }))).toEqual([
    401,
    'session_missing',
  ]);
});

test('a token in the address is no session', async () => {
  const token = operator.cookie.slice(4);
  const answer = await served.app.inject({
    url: `/api/session?sid=${token}`,
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.statusCode).toBe(401);
});

test.each([
  ['without a token', { 'x-csrf-token': null }],
  ['with an empty token', { 'x-csrf-token': '' }],
  ['with somebody else’s token', { 'x-csrf-token': 'A'.repeat(43) }],
  ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ['from a sibling site', { 'sec-fetch-site': 'same-site' }],
  ['from another origin', { origin: 'https://evil.example' }],
  ['from nowhere', { origin: 'null' }],
  ['from this host on another port', { origin: 'http://localhost:8099' }],
])('a command %s is refused', async (_, headers) => {
  expect(summary(await open(headers))).toEqual([403, 'csrf_invalid']);
});

test('a forged token leaves a line in the audit with the route, not the address', async () => {
  await operator.send({
    url: '/api/tracks/0a1b2c3d-0000-4000-8000-000000000001/events',
    headers: { 'x-csrf-token': 'forged' },
    body: {},
  });
  const row = await served.world.connection.db
    .selectFrom('audit')
    .selectAll()
    .orderBy('audit_id', 'desc')
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({
    person_id: operator.user.id,
    action: 'POST /api/tracks/:id/events',
    code: 'csrf_invalid',
  });
});

test.each(['/api/session', '/api/cases/lookup', '/api/deadlines/compute', '/api/demo/clock'])(
  'what is no command may not come from another site either: %s',
  async (url) => {
    const headers = { cookie: operator.cookie, 'sec-fetch-site': 'cross-site' };
    expect(summary(await served.app.inject({ method: 'POST', url, headers, payload: {} }))).toEqual([
      403,
      'csrf_invalid',
    ]);
  },
);

test('the page of this very site is believed, and a login from another one is not', async () => {
  const compute = {
    method: 'POST',
    url: '/api/deadlines/compute',
    payload: { rule: 'C2', start: '2025-09-30T16:45' },
  } as const;
  const own = { cookie: operator.cookie, origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' };
  expect((await served.app.inject({ ...compute, headers: own })).statusCode).toBe(200);
  const login = {
    method: 'POST',
    url: '/api/session',
    payload: { username: 'operator1', password: 'x' },
  } as const;
  expect(
    (await served.app.inject({ ...login, headers: { origin: 'https://evil.example' } })).statusCode,
  ).toBe(403);
});

test.each([
  ['no', null],
  ['a short', 'seven77'],
  ['a long', 'k'.repeat(201)],
  ['a broken', 'with space'],
  ['a Chinese', '请求编号一二三四五'],
])('%s idempotency key is refused', async (_, key) => {
  expect(summary(await open({ 'idempotency-key': key }))).toEqual([400, 'idempotency_key_missing']);
});

test.each([
  ['text/plain', 415, 'media_type'],
  ['application/x-www-form-urlencoded', 415, 'media_type'],
  ['multipart/form-data; boundary=x', 415, 'media_type'],
  ['application/json-patch+json', 415, 'media_type'],
  ['application/jsonx', 415, 'media_type'],
  ['text/plain; application/json', 415, 'media_type'],
  ['\tapplication/json ;x', 400, 'body_invalid'],
])('a body that says it is %s', async (type, status, code) => {
  expect(summary(await open({ 'content-type': type }, type.startsWith('\t') ? '{' : '{}'))).toEqual([
    status,
    code,
  ]);
});

test.each([
  ['no body', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '1'],
  ['a text', '"{}"'],
  ['broken JSON', '{"channel":'],
  ['a dangerous key', '{"__proto__":{"role":"supervisor"}}'],
  ['a key twice', '{"channel":"visit","channel":"letter"}'],
])('a body that is %s is refused', async (_, payload) => {
  expect(summary(await open({}, payload))).toEqual([400, 'body_invalid']);
});

test('what a body gets wrong is listed by place, in the language wanted, without the values', async () => {
  const body = {
    ...MINIMAL_CASE,
    channel: 13_812_340_000,
    caller: { relation: 'self', role: 'supervisor' },
    survivor: { name: '', phone: 'x'.repeat(41), birthDate: 'May' },
    ownerAgency: 'x',
  };
  const answer = await open({ 'accept-language': 'en' }, JSON.stringify(body));
  const { errors, detail } = answer.json();
  expect(detail).toContain('does not fit');
  expect(
    Object.fromEntries(
      errors.map((error: { pointer: string; message: string }) => [error.pointer, error.message]),
    ),
  ).toEqual({
    '/ownerAgency': 'unknown key',
    '/channel': 'has the wrong type',
    '/caller/role': 'unknown key',
    '/survivor/name': 'is too short',
    '/survivor/phone': 'is too long',
    '/survivor/birthDate': 'has the wrong form',
  });
  expect(answer.body).not.toContain('13812340000');
  expect(answer.headers['content-language']).toBe('en');
});

test('more than 64 KiB are too much, whatever they say', async () => {
  const large = JSON.stringify({ ...MINIMAL_CASE, survivor: { note: 'x'.repeat(65_536) } });
  expect(summary(await open({}, large))).toEqual([413, 'body_too_large']);
});

test('unknown keys in the address are refused too', async () => {
  expect(summary(await operator.get('/api/cases?owner=me'))).toEqual([400, 'body_invalid']);
  expect(summary(await operator.get('/api/cases?status=open&status=closed'))).toEqual([400, 'body_invalid']);
  expect(summary(await operator.get('/api/cases?limit=201'))).toEqual([400, 'body_invalid']);
  expect(summary(await operator.get('/api/cases?assignee=%27%20or%201=1'))).toEqual([400, 'body_invalid']);
});

test.each([
  ['GET', '/api/nothing'],
  ['GET', '/api/cases/%zz'],
  ['GET', `/api/workflows/${'x'.repeat(200)}`],
  ['GET', '/api/workflows/__proto__'],
  ['PUT', '/api/cases'],
  ['GET', '/api/docs/static/..%2f..%2fpackage.json'],
] as const)('%s %s is not found', async (method, url) => {
  const answer = await served.app.inject({ method, url, headers: { cookie: operator.cookie } });
  expect(summary(answer)).toEqual([404, 'not_found']);
});
