import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestApp, testApp } from '#test/support/test-app.ts';

const SCRIPT = `console.log('${'好邻'.repeat(500)}');\n`;
const SCRIPT_URL = '/assets/index-Ab_d3-Gh.js';

let folder: string;
let served: TestApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'haolin-console-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'secret.txt'), 'beside the assets');
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><meta name="haolin-demo" content="__DEMO__"><style nonce="__NONCE__"></style><p nonce="__NONCE__">',
  );
  writeFileSync(join(folder, SCRIPT_URL), SCRIPT);
  writeFileSync(join(folder, `${SCRIPT_URL}.br`), brotliCompressSync(SCRIPT));
  writeFileSync(join(folder, `${SCRIPT_URL}.gz`), gzipSync(SCRIPT));
  writeFileSync(join(folder, 'assets/closed.html'), '<p>closed');
  served = await testApp({ consoleFolder: folder });
});
afterAll(async () => {
  await served[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  served.app.inject({ method: 'GET', url, headers });

test.each(['/', '/orders', '/cases/4b7c/anything?until=x', '/no-such-page'])(
  '%s is the one page, to whoever asks, and is never kept',
  async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toContain('<!doctype html>');
    expect(answer.body).not.toMatch(/__NONCE__|__DEMO__/);
  },
);

test('its styles are allowed by a nonce that no two answers share, and nothing else is', async () => {
  const nonces = new Set<string>();
  for (let round = 0; round < 20; round += 1) {
    // What a stranger sends along does not choose it.
    const { headers, body } = await get('/?nonce=AAAA', { 'x-nonce': 'AAAA' });
    const policy = String(headers['content-security-policy']);
    const [, nonce = ''] = /'nonce-([A-Za-z0-9+/=]+)'/.exec(policy) ?? [];
    expect(Buffer.from(nonce, 'base64').length).toBe(16);
    expect(body.match(new RegExp(`nonce="${nonce.replace(/[+/]/g, '\\$&')}"`, 'g'))).toHaveLength(2);
    nonces.add(nonce);
    expect(policy.replace(nonce, '…')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-…'; img-src 'self'; font-src 'self'; " +
        "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    );
  }
  expect(nonces.size).toBe(20);
});

test('the page carries the other headers of every answer', async () => {
  const { headers } = await get('/');
  expect(headers).toMatchObject({
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  });
});

test('it says whether this server shows invented people', async () => {
  expect((await get('/')).body).toContain('content="on"');
  await using real = await testApp({
    consoleFolder: folder,
    config: { demo: false, secureCookies: false, logLevel: 'info' },
  });
  expect((await real.app.inject('/')).body).toContain('content="off"');
});

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)(
  'a script is served as %s, as it was compressed at the build, and kept for ever',
  async (encoding, open) => {
    const answer = await get(SCRIPT_URL, { 'accept-encoding': encoding });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-encoding': encoding,
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringContaining('javascript'),
      vary: expect.stringMatching(/accept-encoding/i),
      etag: expect.any(String),
    });
    expect(open(answer.rawPayload).toString()).toBe(SCRIPT);
    const again = await get(SCRIPT_URL, {
      'accept-encoding': encoding,
      'if-none-match': String(answer.headers['etag']),
    });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
  },
);

test('a browser that takes both gets the smaller one, and one that takes none the plain bytes', async () => {
  const both = await get(SCRIPT_URL, { 'accept-encoding': 'gzip, deflate, br' });
  expect(both.headers['content-encoding']).toBe('br');
  const none = await get(SCRIPT_URL, { 'accept-encoding': 'identity' });
  expect([none.headers['content-encoding'], none.body]).toEqual([undefined, SCRIPT]);
});

test('a file whose name does not tell its content is asked for again each time', async () => {
  expect((await get('/assets/closed.html')).headers['cache-control']).toBe('no-cache');
});

test.each([
  '/assets/../secret.txt',
  '/assets/..%2fsecret.txt',
  '/assets/%2e%2e/secret.txt',
  '/assets/..%5csecret.txt',
  '/assets/%252e%252e/secret.txt',
  '/assets/',
  '/assets//index.html',
  '/assets/.hidden',
  '/assets',
  '/assets/index-00000000.js',
  '/assets/%00',
])('%s is no file of the console', async (url) => {
  const answer = await get(url);
  expect(answer.body).not.toContain('beside the assets');
  expect([400, 404, 200]).toContain(answer.statusCode);
  // A dot segment that the address itself resolves leads to the one page; everything else is refused in our words.
  if (answer.statusCode === 200) expect(answer.body).toContain('<!doctype html>');
  else expect(answer.headers['content-type']).toContain('application/problem+json');
});

test.each(['/api/nothing', '/api', '/api/', '/api/cases/x/y/z'])(
  '%s is still refused as the API does',
  async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'not_found' });
  },
);

test.each(['POST', 'PUT', 'DELETE'] as const)('%s at a page is refused', async (method) => {
  const answer = await served.app.inject({ method, url: '/orders' });
  expect(answer.statusCode).toBe(404);
  expect(answer.headers['content-type']).toContain('application/problem+json');
});

test('without a build it says how to make one, and the API works', async () => {
  await using bare = await testApp({ consoleFolder: join(folder, 'nowhere') });
  const answer = await bare.app.inject('/orders');
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('npm start');
  expect((await bare.app.inject('/api/session')).statusCode).toBe(401);
});
