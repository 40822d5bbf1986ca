import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoId } from '#src/store/seed-demo.ts';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';
import { countRows } from '#test/support/story.ts';

const RUNS = 2_000;

let served: TestApp;
let people: Browser[];
let targets: Target[];
beforeAll(async () => {
  served = await testApp({ config: { demo: false, secureCookies: false, logLevel: 'error' } });
  const names = ['operator1', 'manager1', 'lawyer1', 'police1', 'auditor1', 'admin1'];
  people = await Promise.all(names.map((name) => logIn(served.app, name)));
  const [operator] = people;
  const opened = (await operator?.send({ url: '/api/cases', body: MINIMAL_CASE }))?.json();
  targets = targetsOf(opened.id, opened.tracks[0].id);
});
afterAll(() => served[Symbol.asyncDispose]());

type Target = { readonly method: 'GET' | 'POST' | 'PUT'; readonly url: string; readonly body?: unknown };

/** A right request for every route, to be spoilt. */
function targetsOf(caseId: string, trackId: string): Target[] {
  const handoff = {
    kind: 'notice',
    toAgency: demoId('agency/court'),
    purpose: 'p',
    basis: 'b',
    fields: ['name'],
  };
  const form = {
    ...MINIMAL_CASE,
    survivor: { name: '温如玉', phone: '13900001234' },
    incident: { narrative: 'n' },
  };
  return [
    { method: 'POST', url: '/api/cases', body: form },
    { method: 'POST', url: '/api/cases/lookup', body: { phone: '13900001234' } },
    { method: 'GET', url: '/api/cases?status=open&risk=low&limit=5' },
    { method: 'GET', url: `/api/cases/${caseId}` },
    { method: 'GET', url: `/api/cases/${caseId}/timeline?until=2026-01-01T00:00:00Z` },
    {
      method: 'POST',
      url: `/api/cases/${caseId}/tracks`,
      body: { workflow: 'consultation', input: { clientAgrees: true } },
    },
    { method: 'POST', url: `/api/cases/${caseId}/handoffs`, body: handoff },
    { method: 'GET', url: `/api/tracks/${trackId}` },
    {
      method: 'POST',
      url: `/api/tracks/${trackId}/events`,
      body: { type: 'call.answered', payload: {}, occurredAt: '2026-11-01T00:00:00+08:00' },
    },
    { method: 'GET', url: '/api/deadlines?box=agency&outcome=open&dueBefore=2027-01-01T00:00' },
    {
      method: 'POST',
      url: '/api/deadlines/compute',
      body: { rule: 'C2', start: '2025-09-30T16:45', excludedDays: 0 },
    },
    { method: 'GET', url: '/api/handoffs?box=in&status=offered' },
    { method: 'GET', url: '/api/work?box=agency&workflow=intake' },
    { method: 'POST', url: `/api/handoffs/${trackId}/decline`, body: { reason: 'wrong_area' } },
    { method: 'POST', url: `/api/handoffs/${trackId}/accept`, body: {} },
    { method: 'GET', url: '/api/people?role=lawyer' },
    { method: 'GET', url: '/api/rules?limit=3' },
    { method: 'GET', url: '/api/workflows/intake' },
    {
      method: 'PUT',
      url: `/api/drafts/${caseId}`,
      body: { kind: 'call', subject: caseId, content: { words: 'w', list: [1] } },
    },
    { method: 'GET', url: `/api/drafts/${caseId}` },
    { method: 'GET', url: '/api/callbacks?limit=5' },
    { method: 'GET', url: '/api/shift?until=2027-01-01T00:00' },
    { method: 'GET', url: `/api/shift/handovers/${caseId}` },
    { method: 'POST', url: '/api/shift/handovers', body: { to: caseId, until: '2027-01-01T00:00:00+08:00' } },
    { method: 'POST', url: `/api/shift/handovers/${caseId}/acknowledge` },
    { method: 'POST', url: `/api/notifications/${trackId}/read` },
    { method: 'POST', url: '/api/session', body: { username: 'nobody', password: 'nothing' } },
  ];
}

const NASTY = [
  ...[
    '',
    ' ',
    '\0',
    '\ud800',
    '‮txt',
    '𠮷',
    '李\u200b娜',
    "' or 1=1 --",
    '${7*7}',
    '{{7*7}}',
    '<script>1</script>',
  ],
  ...[
    '../../etc/passwd',
    'x'.repeat(9_000),
    '1e400',
    '__proto__',
    'constructor',
    '2026-02-30T00:00:00Z',
    '%00',
  ],
];
const nastyText = fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 40 }));
const nastyValue = fc.oneof(
  nastyText,
  fc.constantFrom(null, true, 0, -1, 1e308, 2 ** 53, [], {}, [[[[]]]], { $gt: '' }, { toString: 1 }),
  fc.jsonValue({ maxDepth: 6 }),
);
const spoiling = fc.record({
  target: fc.nat(),
  person: fc.nat(),
  kind: fc.constantFrom('value', 'key', 'drop', 'url', 'header', 'bytes', 'cut', 'none'),
  at: fc.nat(),
  value: nastyValue,
  text: nastyText,
  header: fc.constantFrom(
    'x-csrf-token',
    'idempotency-key',
    'if-match',
    'accept-language',
    'content-type',
    'cookie',
    'origin',
  ),
  ifMatch: fc.constantFrom('"1"', '"2"', '*', 'W/"1"', '"9999999999999999999"', ''),
});
type Spoiling = typeof spoiling extends fc.Arbitrary<infer T> ? T : never;

test(`${RUNS} spoilt requests: no mistake of ours, and a refusal writes nothing`, async () => {
  const seed = Number(process.env['FUZZ_SEED'] ?? 20_261_123);
  console.log(`fuzz seed ${seed}`);
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(spoiling, async (how) => {
      const before = await countRows(served.world);
      const answer = await served.app.inject(spoil(how));
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1);
      expect(answer.statusCode).toBeLessThan(500);
      if (answer.statusCode < 400) return;
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.body).not.toMatch(/\bat \w+ \(|node_modules|select |insert |syntax error/);
      expect(await countRows(served.world)).toEqual(before);
    }),
    { seed, numRuns: RUNS, verbose: 1 },
  );
  console.log('statuses', Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
  // It would mean little if everything were stopped at the door.
  expect(statuses.get(200) ?? 0).toBeGreaterThan(50);
  for (const status of [201, 400, 401, 403, 404, 422])
    expect([status, statuses.has(status)]).toEqual([status, true]);
}, 180_000);

function spoil(how: Spoiling): InjectOptions {
  const target = targets[how.target % targets.length] as Target;
  const person = people[how.person % people.length] as Browser;
  const body = structuredClone(target.body);
  if (typeof body === 'object' && body !== null) spoilBody(body as Record<string, unknown>, how);
  const headers: Record<string, string> = {
    cookie: person.cookie,
    'x-csrf-token': person.csrfToken,
    'idempotency-key': `fuzz-${how.at}-${how.target}-${how.person}`,
    'if-match': how.ifMatch,
    ...(target.method !== 'GET' && { 'content-type': 'application/json' }),
    // Failed logins would soon be all there is.
    'x-forwarded-for': `198.51.${how.at % 250}.${how.person % 250}`,
  };
  // Headers go out as Latin-1 without control characters, or not at all.
  if (how.kind === 'header') headers[how.header] = how.text.replace(/[^\x20-\x7e\xa0-\xff]/g, '?');
  const url = how.kind === 'url' ? spoilUrl(target.url, how) : target.url;
  const payload = body === undefined ? undefined : spoilBytes(JSON.stringify(body), how);
  return { method: target.method, url, headers, ...(payload !== undefined && { payload }) };
}

function spoilBody(body: Record<string, unknown>, { kind, at, value, text }: Spoiling): void {
  const keys = Object.keys(body);
  const key = keys[at % Math.max(1, keys.length)];
  if (key === undefined) return;
  const inner = body[key];
  const isDeep = at % 3 === 0 && typeof inner === 'object' && inner !== null && !Array.isArray(inner);
  if (isDeep)
    return spoilBody(inner as Record<string, unknown>, { kind, at: at >> 2, value, text } as Spoiling);
  if (kind === 'value') body[key] = value;
  if (kind === 'key') Object.defineProperty(body, text, { value, enumerable: true });
  if (kind === 'drop') delete body[key];
}

function spoilUrl(url: string, { at, text }: Spoiling): string {
  const cut = 5 + (at % (url.length - 4));
  return `${url.slice(0, cut)}${at % 2 === 0 ? encodeURIComponent(text.toWellFormed()) : text.replace(/[^\x21-\x7e]/g, '')}${url.slice(cut + (at % 7))}`;
}

function spoilBytes(text: string, { kind, at }: Spoiling): Buffer | string {
  const bytes = Buffer.from(text, 'utf8');
  if (kind === 'cut') return bytes.subarray(0, at % (bytes.length + 1));
  if (kind !== 'bytes' || bytes.length === 0) return text;
  bytes[at % bytes.length] = at & 0xff;
  return bytes;
}
