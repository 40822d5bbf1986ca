import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { hashToken } from '#src/store/sessions.ts';
import { DEMO_PASSWORD } from '#src/store/seed-demo.ts';
import { readBase32, totpCode } from '#src/vault/totp.ts';
import { logIn, type TestApp, testApp } from '#test/support/test-app.ts';

let served: TestApp;
beforeAll(async () => {
  served = await testApp();
});
afterAll(() => served[Symbol.asyncDispose]());
beforeEach(async () => {
  await served.world.connection.db.deleteFrom('login_failures').execute();
});

const login = (payload: Record<string, unknown>, headers = {}) =>
  served.app.inject({ method: 'POST', url: '/api/session', payload, headers });
const who = (cookie: string) => served.app.inject({ url: '/api/session', headers: { cookie } });
const codeOf = (answer: { json: () => { code?: string } }) => answer.json().code;

test('a login says who one is and sets a cookie that scripts cannot read', async () => {
  const answer = await login({ username: 'operator1', password: DEMO_PASSWORD });
  expect(answer.statusCode).toBe(200);
  const { user, csrfToken } = answer.json();
  expect(Object.keys(user).sort()).toEqual(['agency', 'id', 'name', 'role', 'username']);
  expect(user).toMatchObject({ username: 'operator1', role: 'operator' });
  expect(csrfToken).toMatch(/^[\w-]{43}$/);
  const header = String(answer.headers['set-cookie']);
  expect(header).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
});

test('asking who one is gives the same answer as the login', async () => {
  const answer = await login({ username: 'lawyer1', password: DEMO_PASSWORD });
  const again = await who(`sid=${answer.cookies[0]?.value}`);
  expect(again.statusCode).toBe(200);
  expect(again.body).toBe(answer.body);
});

test('what is stored of a token opens nothing', async () => {
  const { cookie } = await logIn(served.app, 'court1');
  const token = cookie.slice('sid='.length);
  const row = await served.world.connection.db
    .selectFrom('sessions')
    .selectAll()
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(token);
  expect((await who(`sid=${row.token_hash.toString('base64url')}`)).statusCode).toBe(401);
});

test.each([
  ['a wrong password', { username: 'operator1', password: 'haolin-demo2' }],
  ['an unknown name', { username: 'nobody', password: DEMO_PASSWORD }],
  ['a name in another case of a wrong password', { username: 'OPERATOR1', password: 'x' }],
])('%s is refused in the same words', async (_, credentials) => {
  const answer = await login(credentials);
  expect(answer.statusCode).toBe(401);
  expect(answer.json()).toEqual({
    type: 'urn:haolin:problem:credentials_invalid',
    title: '登录信息不正确',
    status: 401,
    code: 'credentials_invalid',
    detail: '用户名、密码或者动态验证码不正确。',
  });
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test('logins and refused logins leave a line in the audit, without a name that was typed', async () => {
  const { db } = served.world.connection;
  const { user } = await logIn(served.app, 'auditor1');
  await login({ username: 'MyPassword123', password: 'x' });
  const rows = await db.selectFrom('audit').selectAll().orderBy('audit_id', 'desc').limit(2).execute();
  expect(rows[1]).toMatchObject({
    person_id: user.id,
    action: 'POST /api/session',
    is_allowed: true,
    code: 'ok',
  });
  expect(rows[0]).toMatchObject({ person_id: null, is_allowed: false, code: 'credentials_invalid' });
  const failures = await db.selectFrom('login_failures').selectAll().execute();
  expect(failures.length).toBe(3);
  expect(JSON.stringify(failures)).not.toMatch(/mypassword/i);
});

test('after logging out the cookie is worth nothing, and the browser forgets', async () => {
  const browser = await logIn(served.app, 'operator2');
  const answer = await browser.send({ method: 'DELETE', url: '/api/session' });
  expect(answer.statusCode).toBe(204);
  expect(answer.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
  expect(String(answer.headers['set-cookie'])).toMatch(/^sid=; .*Expires=Thu, 01 Jan 1970/);
  expect((await browser.get('/api/session')).statusCode).toBe(401);
});

test('a login ends the session it came with and never goes on under its token', async () => {
  const first = await logIn(served.app, 'operator1');
  const second = await login({ username: 'lawyer1', password: DEMO_PASSWORD }, { cookie: first.cookie });
  expect(second.cookies[0]?.value).not.toBe(first.cookie.slice(4));
  expect((await first.get('/api/session')).statusCode).toBe(401);
});

test('a token that somebody planted becomes no session', async () => {
  const planted = `sid=${'A'.repeat(43)}`;
  await login({ username: 'operator1', password: DEMO_PASSWORD }, { cookie: planted });
  expect((await who(planted)).statusCode).toBe(401);
});

test.each([
  ['idle for 30 minutes', { last_seen_at: sql<string>`last_seen_at - interval '30 minutes'` }],
  ['12 hours old', { expires_at: sql<string>`clock_timestamp()` }],
])('a session %s has ended', async (_, aged) => {
  const browser = await logIn(served.app, 'manager1');
  expect((await browser.get('/api/session')).statusCode).toBe(200);
  await served.world.connection.db
    .updateTable('sessions')
    .set(aged)
    .where('token_hash', '=', hashToken(browser.cookie.slice(4)))
    .execute();
  const answer = await browser.get('/api/session');
  expect([answer.statusCode, codeOf(answer)]).toEqual([401, 'session_missing']);
});

test('a session lasts 12 hours at most and is kept alive by use', async () => {
  const browser = await logIn(served.app, 'manager1');
  const own = served.world.connection.db
    .selectFrom('sessions')
    .where('token_hash', '=', hashToken(browser.cookie.slice(4)))
    .select(sql<number>`extract(epoch from expires_at - created_at)::integer`.as('age'))
    .select(sql<number>`extract(epoch from clock_timestamp() - last_seen_at)::integer`.as('idle'));
  await served.world.connection.db
    .updateTable('sessions')
    .set({ last_seen_at: sql`last_seen_at - interval '20 minutes'` })
    .execute();
  await browser.get('/api/session');
  expect(await own.executeTakeFirstOrThrow()).toEqual({ age: 43_200, idle: 0 });
});

test('who is shut out is out with the next request, and a new role counts from the next request', async () => {
  const { db } = served.world.connection;
  const browser = await logIn(served.app, 'village1');
  const change = (values: { role?: 'auditor'; is_active?: boolean }) =>
    db.updateTable('people').set(values).where('username', '=', 'village1').execute();
  await change({ role: 'auditor' });
  expect((await browser.get('/api/session')).json().user.role).toBe('auditor');
  await change({ is_active: false });
  expect((await browser.get('/api/session')).statusCode).toBe(401);
  expect(codeOf(await login({ username: 'village1', password: DEMO_PASSWORD }))).toBe('credentials_invalid');
});

test('who has a second factor needs its code of now', async () => {
  const secret = 'JBSWY3DPEHPK3PXP';
  const { db } = served.world.connection;
  const person = await db
    .selectFrom('people')
    .select('person_id')
    .where('username', '=', 'supervisor1')
    .executeTakeFirstOrThrow();
  const sealed = served.world.deps.vault.sealSecret(person.person_id, secret);
  await db.updateTable('people').set({ totp_secret: sealed }).where('username', '=', 'supervisor1').execute();
  const credentials = { username: 'supervisor1', password: DEMO_PASSWORD };
  const missing = await login(credentials);
  expect(missing.json()).toMatchObject({ code: 'credentials_invalid', errors: [{ pointer: '/totp' }] });
  const guessed = await login({ ...credentials, password: 'wrong' });
  expect(guessed.json()).not.toHaveProperty('errors');
  const { rows } = await sql<{
    ms: number;
  }>`select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`.execute(db);
  const code = totpCode(readBase32(secret), rows[0]?.ms ?? 0);
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  expect(codeOf(await login({ ...credentials, totp: wrong }))).toBe('credentials_invalid');
  expect((await login({ ...credentials, totp: code })).statusCode).toBe(200);
});

test('under TLS the cookie is bound to this very host and to TLS', async () => {
  await using secure = await testApp({ config: { demo: true, secureCookies: true, logLevel: 'silent' } });
  const browser = await logIn(secure.app, 'operator1');
  expect(browser.cookie).toMatch(/^__Host-sid=/);
  const answer = await browser.get('/api/session');
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
  const again = await secure.app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username: 'operator1', password: DEMO_PASSWORD },
  });
  expect(String(again.headers['set-cookie'])).toMatch(
    /^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
});
