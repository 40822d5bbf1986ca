import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';

let served: TestApp;
let operator: Browser;
let trackId: string;
beforeAll(async () => {
  served = await testApp();
  operator = await logIn(served.app, 'operator1');
  const opened = await operator.send({ url: '/api/cases', body: MINIMAL_CASE });
  trackId = opened.json().tracks[0].id;
});
afterAll(() => served[Symbol.asyncDispose]());

const diagram = (id: string, track?: string) =>
  `/api/workflows/${id}/diagram.svg${track === undefined ? '' : `?track=${track}`}`;

test('every workflow has a picture with each of its states', async () => {
  const { items } = (await operator.get('/api/workflows?limit=200')).json();
  expect(items.length).toBeGreaterThan(10);
  for (const { id } of items) {
    const answer = await operator.get(diagram(id));
    expect([id, answer.statusCode]).toEqual([id, 200]);
    expect(answer.headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    const { states } = (await operator.get(`/api/workflows/${id}`)).json();
    for (const { path } of states) expect(answer.body).toContain(`data-state="${path}"`);
    expect(answer.body).not.toContain('class="now"');
  }
});

test('the picture marks where a track is, and moves the mark with it', async () => {
  const before = await operator.get(diagram('intake', trackId));
  expect(before.statusCode).toBe(200);
  const { state } = (await operator.get(`/api/tracks/${trackId}`)).json();
  expect(markedIn(before.body)).toEqual(state);
  await operator.send({
    url: `/api/tracks/${trackId}/events`,
    body: { type: 'call.answered', payload: {} },
    headers: { 'if-match': '"1"' },
  });
  const moved = (await operator.get(`/api/tracks/${trackId}`)).json().state;
  expect(moved).not.toEqual(state);
  const after = await operator.get(diagram('intake', trackId));
  expect(markedIn(after.body)).toEqual(moved);
  expect(after.body).toMatch(/当前状态 Current: [^<]+<\/desc>/);
  expect(after.body.match(/>当前<\/text>/g)).toHaveLength(moved.length);
});

test('what it says of a case is kept nowhere, and the picture can do nothing but be looked at', async () => {
  const { headers } = await operator.get(diagram('intake', trackId));
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; /);
  expect(headers['content-security-policy']).not.toMatch(/unsafe|self|data:/);
});

test('a track that is hidden, absent, of another workflow or no id at all is the same 404', async () => {
  const police = await logIn(served.app, 'police1');
  expect((await police.get(`/api/tracks/${trackId}`)).statusCode).toBe(404);
  const hidden = await police.get(diagram('intake', trackId));
  const absent = await police.get(diagram('intake', randomUUID()));
  const foreign = await operator.get(diagram('visit', trackId));
  const strange = await operator.get(diagram('intake', 'x'));
  const unknown = await operator.get(diagram('divorce'));
  const bodies = [hidden, absent, foreign, strange, unknown].map((answer) => {
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const { instance: _instance, ...body } = answer.json();
    return body;
  });
  for (const body of bodies) expect(body).toEqual(bodies[0]);
  expect(bodies[0].code).toBe('not_found');
});

test('who is not logged in sees no picture, and an unknown key is refused', async () => {
  const bare = await served.app.inject({ url: diagram('intake') });
  expect([bare.statusCode, bare.json().code]).toEqual([401, 'session_missing']);
  const known = await operator.get(`${diagram('intake')}?colour=red`);
  expect([known.statusCode, known.json().code]).toEqual([400, 'body_invalid']);
});

function markedIn(svg: string): string[] {
  return [...svg.matchAll(/ active" data-state="([^"]+)"/g)].map(([, path]) => path ?? '').sort();
}
