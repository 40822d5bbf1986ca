import { once } from 'node:events';
import { connect as dialOut, type AddressInfo, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Db } from '#db/connect.ts';
import { serverOptions } from '#src/http/server-options.ts';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';
import { addressOf, listenTo } from './event-source.ts';

let served: TestApp;
let operator: Browser;
beforeAll(async () => {
  served = await testApp();
  // As in production, but for the time-outs, so that the test need not wait for them.
  served.app.server.headersTimeout = 500;
  served.app.server.requestTimeout = 1_000;
  await served.app.listen({ host: '127.0.0.1', port: 0 });
  operator = await logIn(served.app, 'operator1');
});
afterAll(() => served[Symbol.asyncDispose]());

type Line = { readonly socket: Socket; readonly received: () => string; readonly closed: Promise<unknown> };

/** A connection on which bytes are sent as they are. */
function dial(text = '', app = served.app): Line {
  const socket = dialOut((app.server.address() as AddressInfo).port, '127.0.0.1');
  let received = '';
  socket.on('data', (chunk) => {
    received += chunk.toString('latin1');
  });
  // The server hangs up on most of what is sent here.
  socket.on('error', () => undefined);
  if (text !== '') socket.write(text);
  return { socket, received: () => received, closed: once(socket, 'close') };
}

const command = (headers: string[], body = ''): string =>
  [
    'POST /api/cases HTTP/1.1',
    'Host: localhost',
    `Cookie: ${operator.cookie}`,
    `X-CSRF-Token: ${operator.csrfToken}`,
    'Idempotency-Key: a-key-of-a-socket',
    'Content-Type: application/json',
    ...headers,
    '',
    body,
  ].join('\r\n');

const caseCount = async (): Promise<number> =>
  (await operator.get('/api/cases?limit=200')).json().items.length;

test('a request has 12 seconds to arrive, looked at every 2: nobody holds a connection for longer than 15', () => {
  const { requestTimeout = 0, http } = serverOptions;
  expect(requestTimeout).toBeGreaterThan(0);
  expect(http?.headersTimeout).toBeGreaterThan(0);
  expect(requestTimeout + (http?.connectionsCheckingInterval ?? 30_000)).toBeLessThanOrEqual(15_000);
  expect(serverOptions.connectionTimeout).toBeGreaterThan(0);
});

test('whoever sends headers byte by byte is cut off, and so is whoever sends a body so', async () => {
  const slowHeaders = dial('GET /api/session HTTP/1.1\r\nHost: localhost\r\nX-Slow: ');
  const slowBody = dial(command(['Content-Length: 500'], '{"channel":'));
  const drip = setInterval(() => {
    slowHeaders.socket.write('a');
    slowBody.socket.write(' ');
  }, 100);
  try {
    await Promise.all([slowHeaders.closed, slowBody.closed]);
  } finally {
    clearInterval(drip);
  }
  expect(slowHeaders.received()).toMatch(/^HTTP\/1\.1 408 /);
  expect(slowBody.received()).toMatch(/^HTTP\/1\.1 408 /);
  expect(await caseCount()).toBe(0);
});

test('many slow senders do not keep a quick one waiting', async () => {
  const slow = Array.from({ length: 300 }, () => dial('POST /api/session HTTP/1.1\r\nHost: x\r\n'));
  const start = performance.now();
  const answer = await fetch(`${addressOf(served.app)}/livez`);
  expect(answer.status).toBe(200);
  expect(performance.now() - start).toBeLessThan(2_000);
  await Promise.all(slow.map((line) => line.closed));
});

// What two readers of HTTP could read as two requests, or as another one than was meant.
const HIDDEN = 'GET /api/session HTTP/1.1\r\nHost: localhost\r\n\r\n';
test.each([
  ['two lengths', ['Content-Length: 2', 'Content-Length: 30'], '{}'],
  ['a length and chunks', ['Content-Length: 4', 'Transfer-Encoding: chunked'], `0\r\n\r\n${HIDDEN}`],
  ['chunks that are not the last coding', ['Transfer-Encoding: chunked, identity'], '0\r\n\r\n'],
  ['an unknown coding', ['Transfer-Encoding: xchunked'], '0\r\n\r\n'],
  ['a space before the colon', ['Content-Length : 2'], '{}'],
  ['a folded header', ['X-Folded: a', ' b', 'Content-Length: 2'], '{}'],
  ['a negative length', ['Content-Length: -1'], '{}'],
  ['a length with a sign', ['Content-Length: +2'], '{}'],
  ['a chunk size that is none', ['Transfer-Encoding: chunked'], 'zz\r\n{}\r\n0\r\n\r\n'],
  ['a bare line feed', ['Transfer-Encoding: chunked'], '2\n{}\n0\n\n'],
  ['NUL in a header', ['X-Nul: a\0b', 'Content-Length: 2'], '{}'],
])('a request with %s is refused and its connection closed', async (_, headers, body) => {
  const line = dial(command(headers, body));
  await line.closed;
  expect(line.received()).toMatch(/^HTTP\/1\.1 400 /);
  expect(line.received().match(/HTTP\/1\.1 /g)?.length).toBe(1);
  expect(await caseCount()).toBe(0);
});

test('too many headers are refused', async () => {
  const line = dial(command([`X-Large: ${'x'.repeat(20_000)}`, 'Content-Length: 2'], '{}'));
  await line.closed;
  expect(line.received()).toMatch(/^HTTP\/1\.1 431 /);
  expect(line.received()).toContain('application/problem+json');
});

test('a body that says it is longer than it may be is refused before it is sent', async () => {
  const line = dial(command(['Content-Length: 10000000000', 'Connection: close'], '{'));
  await line.closed;
  expect(line.received()).toMatch(/^HTTP\/1\.1 413 /);
});

test('a body in endless chunks is refused at the limit', async () => {
  const line = dial(command(['Transfer-Encoding: chunked', 'Connection: close']));
  const chunk = `2000\r\n${'x'.repeat(0x2000)}\r\n`;
  for (let count = 0; count < 10; count += 1) line.socket.write(chunk);
  await line.closed;
  expect(line.received()).toMatch(/^HTTP\/1\.1 413 /);
});

test('a method override changes nothing', async () => {
  const answer = await operator.get('/api/session', {
    'x-http-method-override': 'DELETE',
    'x-method-override': 'DELETE',
  });
  expect(answer.statusCode).toBe(200);
  expect((await operator.get('/api/session')).statusCode).toBe(200);
});

test('one connection serves many requests, each for its own person', async () => {
  const others = await Promise.all(['lawyer1', 'court1', 'police1'].map((name) => logIn(served.app, name)));
  const people = [operator, ...others];
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, index) => {
      const browser = people[index % people.length] ?? operator;
      const answer = await fetch(`${addressOf(served.app)}/api/session`, {
        headers: { cookie: browser.cookie },
      });
      const { user } = (await answer.json()) as { user: { id: string } };
      return user.id === browser.user.id;
    }),
  );
  expect(answers.every(Boolean)).toBe(true);
});

test('closing ends streams and idle connections at once and lets work in hand finish', async () => {
  await using other = await testApp();
  await other.app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await logIn(other.app, 'operator1');
  using stream = await listenTo(other.app, browser);
  // Opened in advance by a browser, and never used.
  const unused = dial('', other.app);
  await once(unused.socket, 'connect');
  const kept = await fetch(`${addressOf(other.app)}/livez`);
  expect(kept.status).toBe(200);
  await using blocker = connect(other.world.url, { maxConnections: 2 });
  const release = Promise.withResolvers<void>();
  const blocked = Promise.withResolvers<void>();
  const holding = blocker.db.transaction().execute(async (tx) => {
    await sql`lock table cases in access exclusive mode`.execute(tx);
    blocked.resolve();
    await release.promise;
  });
  await blocked.promise;
  const working = openCaseOver(other.app, browser);
  await expect.poll(() => waitingCount(blocker.db)).toBeGreaterThan(0);
  const start = performance.now();
  const closing = other.app.close();
  await Promise.all([stream.ended, unused.closed]);
  release.resolve();
  const answer = await working;
  await Promise.all([closing, holding]);
  expect([answer.status, answer.headers.get('connection')]).toEqual([201, 'close']);
  expect(performance.now() - start).toBeLessThan(3_000);
});

function openCaseOver(app: FastifyInstance, browser: Browser): Promise<Response> {
  return fetch(`${addressOf(app)}/api/cases`, {
    method: 'POST',
    headers: {
      cookie: browser.cookie,
      'x-csrf-token': browser.csrfToken,
      'idempotency-key': 'while-closing',
      'content-type': 'application/json',
    },
    body: JSON.stringify(MINIMAL_CASE),
  });
}

/** How many statements wait for a lock in this database. */
async function waitingCount(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows[0]?.count ?? 0;
}
