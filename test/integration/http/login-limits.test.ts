import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DEMO_PASSWORD } from '#src/store/seed-demo.ts';
import { type TestApp, testApp } from '#test/support/test-app.ts';

let served: TestApp;
beforeAll(async () => {
  served = await testApp();
});
afterAll(() => served[Symbol.asyncDispose]());
beforeEach(async () => {
  await served.world.connection.db.deleteFrom('login_failures').execute();
});

const OFFICE = '203.0.113.7';
const login = (username: string, password: string, source = OFFICE) =>
  served.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username, password },
    headers: { 'x-forwarded-for': source },
  });
const statusOf = async (username: string, password: string, source = OFFICE) =>
  (await login(username, password, source)).statusCode;

/** As if so many had failed a moment ago; quicker than failing. */
async function plantFailures(
  username: string,
  sourceOf: (index: number) => string,
  count: number,
): Promise<void> {
  const { loginSubjects } = await import('#src/http/login-limits.ts');
  const rows = Array.from({ length: count }, (_, index) => loginSubjects(username, sourceOf(index)));
  const subjects = rows.flatMap((row) => Object.values(row));
  await served.world.connection.db
    .insertInto('login_failures')
    .values(subjects.map((subject) => ({ subject })))
    .execute();
}

test('after ten mistakes one waits, and is told how long', async () => {
  for (let attempt = 1; attempt <= 10; attempt += 1) expect(await statusOf('operator1', 'wrong')).toBe(401);
  const refused = await login('operator1', DEMO_PASSWORD);
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'throttled']);
  const wait = Number(refused.headers['retry-after']);
  expect(wait).toBeGreaterThan(880);
  expect(wait).toBeLessThanOrEqual(900);
});

test('asking again while one waits does not make the wait longer', async () => {
  await plantFailures('operator1', () => OFFICE, 10);
  for (let attempt = 0; attempt < 5; attempt += 1)
    expect(await statusOf('operator1', DEMO_PASSWORD)).toBe(429);
  await served.world.connection.db
    .updateTable('login_failures')
    .set({ failed_at: sql`failed_at - interval '15 minutes'` })
    .execute();
  expect(await statusOf('operator1', DEMO_PASSWORD)).toBe(200);
});

test('guesses sent all at once are counted like guesses sent one by one', async () => {
  const statuses = await Promise.all(Array.from({ length: 40 }, () => statusOf('operator1', 'wrong')));
  expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
  expect(new Set(statuses).isSubsetOf(new Set([401, 429]))).toBe(true);
});

test('somebody else guessing from outside does not keep an operator from her work', async () => {
  await plantFailures('operator1', (index) => `198.51.100.${index % 250}`, 1_000);
  expect(await statusOf('operator1', DEMO_PASSWORD)).toBe(200);
  expect(await statusOf('operator1', DEMO_PASSWORD, '198.51.100.3')).toBe(429);
});

test('under an attack on a name every address has one attempt for it', async () => {
  await plantFailures('lawyer1', (index) => `198.51.100.${index % 250}`, 101);
  expect(await statusOf('lawyer1', 'wrong', '192.0.2.1')).toBe(401);
  expect(await statusOf('lawyer1', DEMO_PASSWORD, '192.0.2.1')).toBe(429);
  expect(await statusOf('lawyer2', DEMO_PASSWORD, '192.0.2.1')).toBe(200);
});

test('one address trying many names is stopped, other addresses are not', async () => {
  for (let name = 0; name < 50; name += 1) await plantFailures(`name${name}`, () => OFFICE, 1);
  expect(await statusOf('operator1', DEMO_PASSWORD)).toBe(429);
  expect(await statusOf('operator1', DEMO_PASSWORD, '203.0.113.8')).toBe(200);
});

test('a right login forgives her own mistakes at her address, not those of others', async () => {
  await plantFailures('operator1', () => OFFICE, 9);
  await plantFailures('operator2', () => OFFICE, 9);
  expect(await statusOf('operator1', DEMO_PASSWORD)).toBe(200);
  for (let attempt = 0; attempt < 9; attempt += 1) expect(await statusOf('operator1', 'wrong')).toBe(401);
  expect(await statusOf('operator2', 'wrong')).toBe(401);
  expect(await statusOf('operator2', DEMO_PASSWORD)).toBe(429);
});

test('an unknown name is throttled just like a known one', async () => {
  await plantFailures('nobody', () => OFFICE, 10);
  const [unknown, known] = [await login('nobody', 'x'), await (await plantKnown(), login('operator1', 'x'))];
  expect(unknown.statusCode).toBe(429);
  expect(unknown.body).toBe(known.body);
});

test('how long a refusal takes does not tell who has a login', async () => {
  const durationOf = async (username: string, source: string): Promise<number> => {
    const start = performance.now();
    expect(await statusOf(username, 'wrong', source)).toBe(401);
    return performance.now() - start;
  };
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    known.push(await durationOf('operator1', `192.0.2.${round}`));
    unknown.push(await durationOf('nobody', `192.0.2.${round}`));
  }
  // The fastest of each: what else ran on the machine only ever adds.
  const ratio = Math.min(...unknown) / Math.min(...known);
  expect(ratio).toBeGreaterThan(0.6);
  expect(ratio).toBeLessThan(1.7);
});

async function plantKnown(): Promise<void> {
  await plantFailures('operator1', () => OFFICE, 10);
}
