import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import type { Engine } from '#src/engine/engine.ts';
import { buildMetricsApp } from '#src/http/metrics-app.ts';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';

const SECRET = '13812345678 温如玉';

let served: TestApp;
let operator: Browser;
let trouble: (() => Promise<never>) | null = null;
beforeAll(async () => {
  const fails = async (): Promise<never> =>
    trouble ? trouble() : Promise.reject(new Error(`no row for ${SECRET}`));
  const engine = { viewCase: fails, lookUpPhone: fails } as unknown as Engine;
  served = await testApp({ engine });
  operator = await logIn(served.app, 'operator1');
});
afterAll(() => served[Symbol.asyncDispose]());

const ID = '0a1b2c3d-0000-4000-8000-000000000001';

test('a mistake of ours is answered without a word of it, and stands in the log without a value', async () => {
  trouble = null;
  const answer = await operator.send({ url: '/api/cases/lookup', body: { phone: SECRET } });
  expect(answer.statusCode).toBe(500);
  const requestId = String(answer.headers['x-request-id']);
  expect(answer.json()).toEqual({
    type: 'urn:haolin:problem:internal',
    title: '系统内部错误',
    status: 500,
    code: 'internal',
    instance: `urn:haolin:request:${requestId}`,
  });
  const own = served.lines.map((line) => JSON.parse(line)).filter((line) => line.reqId === requestId);
  expect(own.map(({ msg }) => msg)).toEqual(['unexpected error', 'answered']);
  expect(own[0].error).toMatchObject({ name: 'Error', stack: expect.stringContaining('trouble.test.ts') });
  expect(served.lines.join('')).not.toMatch(/13812345678|温如玉|no row for/);
});

test('no line of the log holds an address, a cookie, a token or what was typed', async () => {
  await operator.get(`/api/cases/${ID}?x=${encodeURIComponent(SECRET)}`);
  await operator.send({
    url: '/api/cases',
    body: { ...MINIMAL_CASE, survivor: { name: '温如玉' }, extra: SECRET },
  });
  await served.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username: '温如玉', password: SECRET },
  });
  const log = served.lines.join('');
  expect(served.lines.length).toBeGreaterThan(3);
  for (const secret of [
    ID,
    operator.cookie.slice(4),
    operator.csrfToken,
    '温如玉',
    '13812345678',
    'haolin-demo',
    '127.0.0.1',
  ]) {
    expect(log).not.toContain(secret);
  }
});

test.each([
  ['the server shuts down', Object.assign(new Error('terminating'), { code: '57P01' })],
  ['nobody listens', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' })],
  ['the pool waited too long', new Error('timeout exceeded when trying to connect')],
  ['the connection broke', new Error('Connection terminated unexpectedly')],
  [
    'it is the cause of another error',
    new Error('x', { cause: Object.assign(new Error('y'), { code: '08006' }) }),
  ],
  ['two addresses refuse', new AggregateError([Object.assign(new Error('z'), { code: 'ECONNREFUSED' })])],
])('a lost database is no mistake of ours: %s', async (_, error) => {
  trouble = () => Promise.reject(error);
  const answer = await operator.get(`/api/cases/${ID}`);
  expect([answer.statusCode, answer.json().code, answer.headers['retry-after']]).toEqual([
    503,
    'unavailable',
    '5',
  ]);
});

test('a database that is really away is answered 503, and the next request after it is back is served', async () => {
  await using lost = connect('postgres://nobody@127.0.0.1:1/nothing');
  await using away = await testApp({ db: lost.db });
  const answer = await away.app.inject({ url: '/api/cases', headers: { cookie: operator.cookie } });
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'unavailable']);
  expect((await away.app.inject({ url: '/livez' })).statusCode).toBe(200);
});

test('readiness says what is missing', async () => {
  await using starting = await testApp({ isReady: async () => ({ ready: false, why: ['not migrated'] }) });
  const answer = await starting.app.inject({ url: '/readyz' });
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ code: 'unavailable', ready: false, why: ['not migrated'] });
  expect((await served.app.inject({ url: '/readyz' })).json()).toEqual({ ready: true, why: [] });
});

test('a process that cannot keep up sends requests away with a time, but still says that it lives', async () => {
  await using busy = await testApp();
  const statusAfterHardWork = async (): Promise<number> => {
    // Lets nobody else in for so long, as a runaway computation would.
    const end = performance.now() + 1_500;
    while (performance.now() < end) JSON.stringify(Array.from({ length: 1_000 }));
    return (await busy.app.inject({ url: '/api/session' })).statusCode;
  };
  await expect.poll(statusAfterHardWork, { interval: 1, timeout: 15_000 }).toBe(429);
  const answer = await busy.app.inject({ url: '/api/session' });
  expect([answer.json().code, answer.headers['retry-after']]).toEqual(['throttled', '5']);
  expect((await busy.app.inject({ url: '/livez' })).statusCode).toBe(200);
});

test('metrics are on an application of their own, with nothing else', async () => {
  const app = buildMetricsApp({
    contentType: 'text/plain; version=0.0.4',
    metrics: async () => 'haolin_up 1\n',
  });
  const answer = await app.inject({ url: '/metrics' });
  expect([answer.statusCode, answer.body]).toEqual([200, 'haolin_up 1\n']);
  expect((await app.inject({ url: '/api/cases' })).statusCode).toBe(404);
  await app.close();
});
