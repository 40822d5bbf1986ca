import { afterAll, beforeAll, expect, test } from 'vitest';
import { logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';

let served: TestApp;
beforeAll(async () => {
  served = await testApp();
});
afterAll(() => served[Symbol.asyncDispose]());

test('smoke', async () => {
  const op = await logIn(served.app, 'operator1');
  const opened = await op.send({ url: '/api/cases', body: MINIMAL_CASE });
  console.log(opened.statusCode, opened.body.slice(0, 600), opened.headers);
  const bad = await op.send({ url: '/api/cases', body: { ...MINIMAL_CASE, x: 1, channel: 4 } });
  console.log(bad.statusCode, bad.body);
  for (const u of ['/api/cases', '/api/rules?limit=2', '/api/workflows', '/api/workflows/intake', '/api/deadlines?box=agency', '/api/people', '/api/agencies?limit=1', '/api/handoffs?box=in', '/api/notifications', '/api/demo/clock', '/livez', '/readyz', '/api/nope', '/api/docs', '/api/openapi.json']) {
    const a = await op.get(u);
    console.log(u, a.statusCode, a.body.slice(0, 300));
  }
  console.log(served.lines.slice(0, 4));
  expect(opened.statusCode).toBe(201);
});
