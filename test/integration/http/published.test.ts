import { afterAll, beforeAll, expect, test } from 'vitest';
import { ERROR_STATUS } from '#src/base/errors.ts';
import { type Browser, logIn, type TestApp, testApp } from '#test/support/test-app.ts';

type Published = {
  openapi: string;
  paths: Record<
    string,
    Record<string, { summary: string; responses: Record<string, { description: string }> }>
  >;
};

let served: TestApp;
let published: Published;
let operator: Browser;
beforeAll(async () => {
  served = await testApp();
  published = (await served.app.inject({ url: '/api/openapi.json' })).json();
  operator = await logIn(served.app, 'operator1');
});
afterAll(() => served[Symbol.asyncDispose]());

/** The contract, call by call; a route that is added is added here. */
const CALLS = [
  'DELETE /api/drafts/{id}',
  'DELETE /api/session',
  'GET /api/agencies',
  'GET /api/callbacks',
  'GET /api/cases',
  'GET /api/cases/{id}',
  'GET /api/cases/{id}/contact',
  'GET /api/cases/{id}/past',
  'GET /api/cases/{id}/timeline',
  'GET /api/clock',
  'GET /api/contact/check',
  'GET /api/deadlines',
  'GET /api/demo/clock',
  'GET /api/drafts',
  'GET /api/drafts/{id}',
  'GET /api/handoffs',
  'GET /api/notifications',
  'GET /api/orders',
  'GET /api/orders/{id}',
  'GET /api/people',
  'GET /api/rules',
  'GET /api/session',
  'GET /api/shift',
  'GET /api/shift/handovers',
  'GET /api/shift/handovers/{id}',
  'GET /api/stream',
  'GET /api/tracks/{id}',
  'GET /api/work',
  'GET /api/workflows',
  'GET /api/workflows/{id}',
  'GET /api/workflows/{id}/diagram.svg',
  'POST /api/cases',
  'POST /api/cases/lookup',
  'POST /api/cases/{id}/handoffs',
  'POST /api/cases/{id}/tracks',
  'POST /api/deadlines/compute',
  'POST /api/demo/clock',
  'POST /api/handoffs/{id}/accept',
  'POST /api/handoffs/{id}/decline',
  'POST /api/handoffs/{id}/recall',
  'POST /api/notifications/{id}/read',
  'POST /api/session',
  'POST /api/shift/handovers',
  'POST /api/shift/handovers/{id}/acknowledge',
  'POST /api/tracks/{id}/events',
  'PUT /api/drafts/{id}',
];

const operations = () =>
  Object.entries(published.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      call: `${method.toUpperCase()} ${path}`,
      operation,
    })),
  );

test('every call of the contract is published under /api, and no other', () => {
  expect(published.openapi).toBe('3.1.0');
  expect(
    operations()
      .map(({ call }) => call)
      .sort(),
  ).toEqual(CALLS);
});

test('what is published stands by itself, without references', () => {
  expect(JSON.stringify(published)).not.toContain('$ref');
  expect(operations().every(({ operation }) => operation.summary.length > 0)).toBe(true);
});

test('every code is published somewhere, under its own status', () => {
  const found = operations().flatMap(({ operation }) =>
    Object.entries(operation.responses).flatMap(([status, { description }]) =>
      [...description.matchAll(/`(\w+)`/g)].map(([, code]) => `${code} ${status}`),
    ),
  );
  const expected = Object.entries(ERROR_STATUS).map(([code, status]) => `${code} ${status}`);
  expect([...new Set(found)].sort()).toEqual(expected.sort());
});

test('commands are published with what they need', () => {
  for (const { call, operation } of operations()) {
    const isCommand = /^(POST|PUT|DELETE)/.test(call) && !/session|lookup|compute|clock/.test(call);
    const text = JSON.stringify(operation);
    expect([call, text.includes('idempotency-key'), text.includes('x-csrf-token')]).toEqual([
      call,
      isCommand,
      isCommand,
    ]);
  }
});

test('the page that shows it works without anything from elsewhere', async () => {
  const page = await served.app.inject({ url: '/api/docs' });
  expect(page.statusCode).toBe(200);
  expect(page.headers['content-security-policy']).toContain("script-src 'self';");
  expect(page.headers['content-security-policy']).not.toMatch(
    /https:|unsafe-eval|script-src[^;]*unsafe-inline/,
  );
  const parts = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => url ?? '');
  expect(parts.length).toBeGreaterThan(3);
  // No script stands in the page itself: the policy would stop it.
  expect(page.body).not.toMatch(/<script(?![^>]*src=)/);
  for (const url of parts) {
    expect(url).toMatch(/^\/api\/docs\/static\//);
    expect([url, (await served.app.inject({ url })).statusCode]).toEqual([url, 200]);
  }
});

test.each([
  '/api/session',
  '/api/cases',
  '/livez',
  '/api/docs',
  '/api/openapi.json',
  '/nothing',
  '/api/nothing',
])('%s is answered with headers that leave a browser nothing to guess or keep', async (url) => {
  const { headers } = await operator.get(url);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  if (url.startsWith('/api') && !url.startsWith('/api/docs'))
    expect(headers['cache-control']).toBe('no-store');
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('server');
  expect(headers).not.toHaveProperty('access-control-allow-origin');
  expect(headers).not.toHaveProperty('strict-transport-security');
});

test('outside demo mode there is no clock to move', async () => {
  await using real = await testApp({ config: { demo: false, secureCookies: false, logLevel: 'silent' } });
  const browser = await logIn(real.app, 'operator1');
  expect((await browser.get('/api/demo/clock')).statusCode).toBe(404);
  expect((await browser.send({ url: '/api/demo/clock', body: { advance: 'PT1H' } })).statusCode).toBe(404);
  expect(Object.keys(real.app.swagger().paths ?? {})).not.toContain('/api/demo/clock');
});

test('the demo clock moves forward by what was said and refuses what is no duration', async () => {
  const { now } = (await operator.get('/api/demo/clock')).json();
  const moved = (await operator.send({ url: '/api/demo/clock', body: { advance: 'PT72H' } })).json();
  const aheadMs = Date.parse(moved.now) - Date.parse(now);
  expect(aheadMs).toBeGreaterThanOrEqual(72 * 3_600_000);
  expect(aheadMs).toBeLessThan(72 * 3_600_000 + 60_000);
  for (const advance of ['72h', 'P1M', '-PT1H', 'PT', 'P9999D', '']) {
    const answer = await operator.send({ url: '/api/demo/clock', body: { advance } });
    expect([advance, answer.statusCode, answer.json().code]).toEqual([advance, 400, 'body_invalid']);
  }
});
