import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { demoId } from '#src/store/seed-demo.ts';
import { type Browser, logIn, MINIMAL_CASE, type TestApp, testApp } from '#test/support/test-app.ts';
import { countRows } from '#test/support/story.ts';

let served: TestApp;
let operator: Browser;
let police: Browser;
let caseId: string;
let intake: string;
beforeAll(async () => {
  served = await testApp();
  operator = await logIn(served.app, 'operator1');
  police = await logIn(served.app, 'police1');
});
afterAll(() => served[Symbol.asyncDispose]());
beforeEach(async () => {
  const opened = (await operator.send({ url: '/api/cases', body: MINIMAL_CASE })).json();
  caseId = opened.id;
  intake = opened.tracks[0].id;
});

const ABSENT = '0a1b2c3d-0000-4000-8000-000000000001';
const answered = (type: string, payload: unknown = {}) => ({
  url: `/api/tracks/${intake}/events`,
  body: { type, payload },
});
const at = (version: number) => ({ 'if-match': `"${version}"` });

type Sent = { statusCode: number; json: () => Record<string, unknown> };

/** Refused with this status and code, and no row written but those of the audit. */
async function expectRefusal(
  status: number,
  code: string,
  send: () => Promise<Sent>,
): Promise<Record<string, unknown>> {
  const before = await countRows(served.world);
  const answer = await send();
  expect([answer.statusCode, answer.json()['code']]).toEqual([status, code]);
  expect(await countRows(served.world)).toEqual(before);
  return answer.json();
}

test('a case opens with three codes, and its intake with it', async () => {
  const answer = await operator.send({ url: '/api/cases', body: MINIMAL_CASE });
  expect(answer.statusCode).toBe(201);
  expect(answer.json()).toMatchObject({
    status: 'open',
    ownerAgency: operator.user.agency,
    tracks: [{ workflow: 'intake' }],
  });
  const view = await operator.get(`/api/cases/${answer.json().id}`);
  expect(view.json()).toMatchObject({ id: answer.json().id, number: answer.json().number });
});

test('a track tells its version as ETag, takes an event at it, and tells the next one', async () => {
  const track = await operator.get(`/api/tracks/${intake}`);
  expect(track.headers.etag).toBe('"1"');
  expect(track.json().events.map((event: { type: string }) => event.type)).toContain('call.answered');
  const answer = await operator.send({ ...answered('call.answered'), headers: at(1) });
  expect([answer.statusCode, answer.headers.etag, answer.json().version]).toEqual([200, '"2"', 2]);
});

test('the same key acts once and is answered with the same bytes, whatever If-Match says by then', async () => {
  const first = await operator.send({ ...answered('call.answered'), headers: at(1), key: 'the-same-key-1' });
  const before = await countRows(served.world);
  const again = await operator.send({ ...answered('call.answered'), headers: at(1), key: 'the-same-key-1' });
  const later = await operator.send({ ...answered('call.answered'), key: 'the-same-key-1' });
  expect([again.statusCode, again.body, again.headers.etag]).toEqual([200, first.body, '"2"']);
  expect(later.body).toBe(first.body);
  expect(await countRows(served.world)).toEqual(before);
});

test('a key belongs to its method, path and body; a refusal frees it', async () => {
  const key = 'the-same-key-2';
  const stale = { ...answered('call.answered'), headers: at(9), key };
  await expectRefusal(412, 'version_stale', () => operator.send(stale));
  expect((await operator.send({ ...stale, headers: at(1) })).statusCode).toBe(200);
  await expectRefusal(422, 'key_reused', () =>
    operator.send({
      ...stale,
      headers: at(1),
      body: { type: 'call.answered', payload: {}, occurredAt: '2026-01-01T00:00:00+08:00' },
    }),
  );
  await expectRefusal(422, 'key_reused', () => operator.send({ url: '/api/cases', body: MINIMAL_CASE, key }));
});

test('two people may use the same key', async () => {
  const other = await logIn(served.app, 'operator2');
  const key = 'the-same-key-3';
  const [mine, theirs] = [
    await operator.send({ url: '/api/cases', body: MINIMAL_CASE, key }),
    await other.send({ url: '/api/cases', body: MINIMAL_CASE, key }),
  ];
  expect([mine.statusCode, theirs.statusCode]).toEqual([201, 201]);
  expect(mine.json().id).not.toBe(theirs.json().id);
});

test('of many who move a track at once one wins, and no two answers disagree', async () => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, () => operator.send({ ...answered('call.answered'), headers: at(1) })),
  );
  const statuses = answers.map((answer) => answer.statusCode);
  expect(statuses.filter((status) => status === 200).length).toBe(1);
  expect(new Set(statuses).isSubsetOf(new Set([200, 409, 412]))).toBe(true);
  expect((await operator.get(`/api/tracks/${intake}`)).json().version).toBe(2);
});

test('every refusal of an event has its status and code and leaves everything as it was', async () => {
  await expectRefusal(428, 'if_match_missing', () => operator.send(answered('call.answered')));
  const stale = await expectRefusal(412, 'version_stale', () =>
    operator.send({ ...answered('call.answered'), headers: at(7) }),
  );
  expect(stale['currentVersion']).toBe(1);
  await expectRefusal(412, 'version_stale', () =>
    operator.send({ ...answered('call.answered'), headers: { 'if-match': '*' } }),
  );
  await expectRefusal(409, 'event_not_in_state', () =>
    operator.send({ ...answered('safety.confirmed'), headers: at(1) }),
  );
  await expectRefusal(409, 'event_not_in_state', () =>
    operator.send({ ...answered('no.such.event'), headers: at(1) }),
  );
  await expectRefusal(422, 'payload_invalid', () =>
    operator.send({ ...answered('call.answered', { x: 1 }), headers: at(1) }),
  );
  for (const occurredAt of ['2999-01-01T00:00:00+08:00', '1999-12-31T23:59:59+08:00', 'yesterday']) {
    const body = { type: 'call.answered', payload: {}, occurredAt };
    await expectRefusal(422, 'occurred_at_invalid', () =>
      operator.send({ url: `/api/tracks/${intake}/events`, body, headers: at(1) }),
    );
  }
  await expectRefusal(403, 'role_not_allowed', () =>
    operator.send({ ...answered('review.due'), headers: at(1) }),
  );
});

test('a refused event says why and who could do it, in the language of the reader', async () => {
  await operator.send({ ...answered('call.answered'), headers: at(1) });
  await operator.send({ ...answered('danger.declared'), headers: at(2) });
  const { events } = (await operator.get(`/api/tracks/${intake}`)).json();
  const offered = events.find(({ type }: { type: string }) => type === 'survivor.withdrew');
  expect(offered.allowed).toBe(false);
  const reason = offered.payloadSchema.properties.reason.anyOf[0].const;
  const withdrawn = answered('survivor.withdrew', { reason, spokenAlone: true, safetyInfoGiven: true });
  const because = async (language: string) => {
    const headers = { ...at(3), 'accept-language': language };
    const problem = await expectRefusal(409, 'guard_refused', () => operator.send({ ...withdrawn, headers }));
    return problem['because'] as { code: string; text: string; who: string[] }[];
  };
  const [chinese, english] = [await because('zh-CN'), await because('en')];
  expect(chinese.map(({ code }) => code)).toContain('alarmSettled');
  expect(english.map(({ code }) => code)).toEqual(chinese.map(({ code }) => code));
  expect(chinese[0]?.text).toMatch(/[\u4e00-\u9fff]/);
  expect(english[0]?.text).not.toMatch(/[\u4e00-\u9fff]/);
});

test('a case of others is absent, to the byte, on every route', async () => {
  const probes = (id: string, track: string) => [
    () => police.get(`/api/cases/${id}`),
    () => police.get(`/api/cases/${id}/timeline`),
    () => police.send({ url: `/api/cases/${id}/tracks`, body: { workflow: 'consultation', input: {} } }),
    () =>
      police.send({
        url: `/api/cases/${id}/handoffs`,
        body: { kind: 'notice', toAgency: demoId('agency/court'), purpose: 'p', basis: 'b', fields: [] },
      }),
    () => police.get(`/api/tracks/${track}`),
    () =>
      police.send({
        url: `/api/tracks/${track}/events`,
        body: { type: 'call.answered', payload: {} },
        headers: at(1),
      }),
  ];
  for (const [index, probe] of probes(caseId, intake).entries()) {
    const invisible = await probe();
    const absent = await probes(ABSENT, ABSENT)[index]?.();
    expect([invisible.statusCode, invisible.json().code]).toEqual([404, 'not_found']);
    expect(invisible.body).toBe(absent?.body);
    const shape = ({ headers }: typeof invisible) => Object.keys(headers).sort();
    expect(absent && shape(absent)).toEqual(shape(invisible));
  }
  expect((await police.get('/api/cases')).json()).toEqual({ items: [], nextCursor: null });
});

test.each(['x', '1', 'null', ABSENT.toUpperCase(), `${ABSENT}%00`, "' or 1=1 --", '../people'])(
  'the id %j belongs to nothing',
  async (id) => {
    const path = encodeURIComponent(id);
    for (const url of [`/api/cases/${path}`, `/api/tracks/${path}`, `/api/cases/${path}/timeline`]) {
      const answer = await operator.get(url);
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found']);
    }
  },
);

test('roles that do no casework cannot open a case', async () => {
  for (const name of ['admin1', 'auditor1', 'lawyer1']) {
    const browser = await logIn(served.app, name);
    await expectRefusal(403, 'role_not_allowed', () =>
      browser.send({ url: '/api/cases', body: MINIMAL_CASE }),
    );
  }
});

test('codes that the intake does not know are refused as what was entered, not as the form', async () => {
  await expectRefusal(422, 'payload_invalid', () =>
    operator.send({ url: '/api/cases', body: { ...MINIMAL_CASE, channel: 'telepathy' } }),
  );
  await expectRefusal(422, 'payload_invalid', () =>
    operator.send({ url: `/api/cases/${caseId}/tracks`, body: { workflow: 'nothing', input: {} } }),
  );
});

test('a number finds its cases for those who see them, in any spelling, and stands nowhere', async () => {
  const phone = '13900001234';
  const opened = await operator.send({
    url: '/api/cases',
    body: { ...MINIMAL_CASE, survivor: { name: '温如玉', phone } },
  });
  const lookup = (browser: Browser, spelling: string) =>
    browser.send({ url: '/api/cases/lookup', body: { phone: spelling } }).then((answer) => answer.json());
  expect(await lookup(operator, '+86 139-0000-1234')).toEqual({ known: true, caseIds: [opened.json().id] });
  expect(await lookup(police, phone)).toEqual({ known: false, caseIds: [] });
  expect(await lookup(operator, 'no number')).toEqual({ known: false, caseIds: [] });
  expect(served.lines.join('')).not.toMatch(/139.?0000.?1234|温如玉/);
});

test('the timeline goes page by page, newest first, and as of a moment', async () => {
  await operator.send({ ...answered('call.answered'), headers: at(1) });
  const all = (await operator.get(`/api/cases/${caseId}/timeline`)).json();
  expect(all.items.map((entry: { type: string }) => entry.type)).toEqual([
    'call.answered',
    'track.opened',
    'case.opened',
  ]);
  const first = (await operator.get(`/api/cases/${caseId}/timeline?limit=2`)).json();
  const rest = (
    await operator.get(`/api/cases/${caseId}/timeline?limit=2&cursor=${first.nextCursor}`)
  ).json();
  expect([...first.items, ...rest.items]).toEqual(all.items);
  expect(rest.nextCursor).toBeNull();
  const until = encodeURIComponent('2020-01-01T00:00:00+08:00');
  expect((await operator.get(`/api/cases/${caseId}/timeline?until=${until}`)).json().items).toEqual([]);
  await expectRefusal(400, 'body_invalid', () => operator.get(`/api/cases/${caseId}/timeline?until=later`));
});
