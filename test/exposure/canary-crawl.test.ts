import { type TObject, Type } from 'typebox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { label, Payload } from '#src/workflow/field.ts';
import { listenTo } from '#test/integration/http/event-source.ts';
import { seededRandom } from '#test/support/random-payload.ts';
import { startBook, tokensIn } from './canaries.ts';
import { buildCanaryCase, type CanaryCase } from './canary-case.ts';
import { everybody } from './cast.ts';
import {
  DRAFT_OF_ONE,
  HANDOVER_OF_OWNERS,
  readEverything,
  type Seen,
  sendEverythingWrongly,
} from './crawl.ts';
import { MATRIX } from './entitled.ts';
import { leaksIn, readersByClass, seesCase } from './leaks.ts';
import { fullForm } from './opening-form.ts';
import { tablesHolding } from './tables.ts';

const BUILD_TIMEOUT_MS = 240_000;
/** Each looks at every so manieth track, another one than her neighbour; the timelines everybody reads whole. */
const STRIDE = 8;
/** What was sent wrongly; it was never accepted, and so stands in no book. */
const WRONG = 'canary-99999-yranac';

let built: CanaryCase;
let seen: Seen[];
let refused: Seen[];
beforeAll(async () => {
  built = await buildCanaryCase();
  await built.cast.owners[0]?.ask({ method: 'POST', url: '/api/demo/clock', body: { advance: 'PT1M' } });
  await built.cast.owners[0]?.ask({
    ...{ method: 'PUT', url: `/api/drafts/${DRAFT_OF_ONE}` },
    body: { kind: 'call', subject: built.caseIds[0], content: { note: 'hers alone' } },
  });
  await handOverEverything();
  seen = [];
  for (const [index, who] of everybody(built.cast).entries()) {
    const tracks = built.trackIds.filter(
      (id, at) => at % STRIDE === index % STRIDE || id === built.askedTrack,
    );
    seen.push(...(await readEverything(built, who, tracks)));
  }
  refused = [];
  for (const who of everybody(built.cast)) refused.push(...(await sendEverythingWrongly(built, who, WRONG)));
}, BUILD_TIMEOUT_MS);
afterAll(() => built[Symbol.asyncDispose]());

/** The desk of the owner hands its shift over, all of the case in it. */
async function handOverEverything(): Promise<void> {
  const { db } = built.served.world.connection;
  const giver = built.cast.owners.find(({ person }) => person.role === 'operator');
  const body = { until: '2098-01-01T00:00:00+08:00' };
  await giver?.ask({ method: 'POST', url: '/api/shift/handovers', body });
  await db.updateTable('shift_handovers').set({ handover_id: HANDOVER_OF_OWNERS }).execute();
}

test('every event of every workflow was recorded, nearly all of them in their place', () => {
  const { workflows } = built.served.world.deps;
  const declared = workflows.ids().flatMap((id) => {
    const { events } = workflows.latest(id) as Workflow;
    return [`${id} input`, ...Object.keys(events).map((type) => `${id} ${type}`)];
  });
  expect(declared.length).toBeGreaterThan(400);
  expect(declared.filter((event) => !built.recorded.has(event))).toEqual([]);
  expect(built.forced.length).toBeLessThan(declared.length * 0.05);
});

test('every text field of every payload holds a canary, and each is read by somebody', () => {
  const { workflows } = built.served.world.deps;
  const places = new Set(built.book.all().map(({ where }) => where));
  // The engine writes the opening of an intake and of a referral; what a caller says in them has a form of its own.
  const missing = workflows.ids().flatMap((id) => {
    const { events, input } = workflows.latest(id) as Workflow;
    const inputs: [string, TObject][] = ['intake', 'referral'].includes(id) ? [] : [[`${id} input `, input]];
    const payloads = Object.entries(events).map(([type, event]): [string, TObject] => [
      `${id} ${type} `,
      event.payload,
    ]);
    return [...inputs, ...payloads].flatMap(([where, schema]) => textsOf(where, schema));
  });
  expect(missing.length).toBeGreaterThan(100);
  expect(missing.filter((where) => !places.has(where))).toEqual([]);
  const read = new Set(seen.flatMap(({ tokens }) => tokens));
  const unread = built.book.all().filter(({ token }) => built.written.has(token) && !read.has(token));
  expect(unread).toEqual([]);
});

test('INV-01 INV-02 INV-16 INV-28: nobody reads a value that the matrix does not give to her', () => {
  expect(leaksIn(built, seen)).toEqual([]);
});

test('everybody reads what the matrix gives to her: the crawl looks where values are', () => {
  const readers = readersByClass(built, seen);
  for (const [sealedClass, { everybody: roles }] of Object.entries(MATRIX)) {
    expect([...(readers.get(sealedClass) ?? [])].sort()).toEqual([...roles].sort());
  }
});

test('INV-03: to whom a case is not entrusted, nothing says that there is one', () => {
  const ids = new Set([...built.caseIds, ...built.trackIds]);
  const strangers = seen.filter(({ who }) => !built.caseIds.some((id) => seesCase(built, who, id)));
  expect(new Set(strangers.map(({ who }) => who.name)).size).toBeGreaterThan(12);
  const told = strangers.filter((answer) => answer.ids.some((id) => ids.has(id)));
  const asked = built.cast.asked;
  expect(told.filter(({ who }) => !asked.includes(who))).toEqual([]);
  // Who is asked hears of the one track, and of no list but the handoffs and notices addressed to her agency, and her own work.
  const heard = new Set(told.map(({ route }) => route));
  expect([...heard].sort()).toEqual(['/api/handoffs', '/api/notifications', '/api/tracks/{id}', '/api/work']);
});

test('what somebody is still writing is seen by nobody else', () => {
  const found = seen.filter(({ route, status }) => route === '/api/drafts/{id}' && status === 200);
  expect(found.map(({ who }) => who)).toEqual([built.cast.owners[0]]);
  const listed = seen.filter(({ route, ids }) => route === '/api/drafts' && ids.length > 0);
  expect(listed.map(({ who }) => who)).toEqual([built.cast.owners[0]]);
});

test('what a shift hands over is read at the desk that handed it, and nowhere else', () => {
  const found = seen.filter(({ route, status }) => route === '/api/shift/handovers/{id}' && status === 200);
  expect(found.length).toBeGreaterThan(2);
  expect(found.every(({ ids }) => built.caseIds.some((id) => ids.includes(id)))).toBe(true);
  expect(found.filter(({ who }) => !built.cast.owners.includes(who))).toEqual([]);
});

test('without a session there is nothing to see', async () => {
  const { app } = built.served;
  for (const url of new Set(seen.map((answer) => answer.url))) {
    const answer = await app.inject({ method: 'GET', url });
    expect(tokensIn(answer.body)).toEqual([]);
    expect(answer.statusCode, url).toBe(401);
  }
});

test('a refusal repeats nothing of what was sent, and tells nothing of the case', () => {
  expect(refused.filter(({ status }) => status < 400 && status !== 200)).toEqual([]);
  expect(refused.filter(({ tokens }) => tokens.length > 0)).toEqual([]);
  expect(new Set(refused.map(({ route }) => route)).size).toBeGreaterThanOrEqual(10);
});

test('INV-28: the log, the doorbell and every table but the vault hold no sealed value', async () => {
  const { served, book } = built;
  const sealed = new Set(book.all().flatMap((canary) => (canary.class === null ? [] : [canary.token])));
  expect(served.lines.length).toBeGreaterThan(500);
  expect(tokensIn(served.lines.join('\n'))).toEqual([]);
  expect(tokensIn(JSON.stringify(served.world.bells))).toEqual([]);
  const tables = await tablesHolding(served.world.connection.pool);
  const holding = Object.entries(tables).flatMap(([table, tokens]) =>
    tokens.filter((token) => sealed.has(token) || token === WRONG).map((token) => `${table} holds ${token}`),
  );
  expect(holding).toEqual([]);
  // Short names and codes in clear stand in the log, the snapshots and the clocks, and nowhere else.
  expect(Object.keys(tables).filter((table) => tables[table]?.length)).toEqual([
    'case_events',
    'deadlines',
    'tracks',
  ]);
});

test('INV-28: a notice is a kind and ids, in the list and in the stream', async () => {
  const { served, cast } = built;
  await served.app.listen({ host: '127.0.0.1', port: 0 });
  const told = [...cast.owners, ...cast.helpers, ...cast.asked];
  let eventCount = 0;
  for (const who of told) {
    using source = await listenTo(served.app, who, 0);
    await expect.poll(() => source.text()).toContain('retry:');
    const { items } = (await who.ask({ method: 'GET', url: '/api/notifications?limit=200' })).json();
    if (items.length > 0) await expect.poll(() => source.events.length).toBeGreaterThan(0);
    eventCount += source.events.length;
    expect(tokensIn(source.text())).toEqual([]);
    for (const notice of [...items, ...source.events.map(({ data }) => data)]) {
      expect(Object.keys(notice).filter((key) => !NOTICE_KEYS.includes(key))).toEqual([]);
    }
  }
  expect(eventCount).toBeGreaterThan(100);
});

/** What a book needs of which nothing is ever sent. */
const NOWHERE = { personOf: () => '', otherIntake: () => '', agency: '', past: '', planned: '' };

const NOTICE_KEYS = ['id', 'kind', 'caseId', 'trackId', 'deadlineId', 'at', 'readAt'];

test('planted: a wider reader, a value in a list, and one in a table are found', async () => {
  const stricter: Parameters<typeof leaksIn>[2] = (person, sealedClass) =>
    sealedClass !== 'whereabouts' || person.role === 'supervisor';
  expect(leaksIn(built, seen, stricter).join('\n')).toContain('case_manager of the owner sees');
  const canary = built.book.all().find(({ where }) => where === 'shelter stay.admitted /site');
  const [manager] = built.cast.owners.filter(({ person }) => person.role === 'case_manager');
  if (canary === undefined || manager === undefined) throw new Error('no site was written');
  const list: Seen = {
    ...{ who: manager, route: '/api/deadlines', url: '', status: 200 },
    tokens: [canary.token],
    ids: [],
  };
  expect(leaksIn(built, [list])).toHaveLength(1);
  const { pool } = built.served.world.connection;
  await pool.query(`insert into settings (name, value) values ('plant', $1)`, [JSON.stringify(canary.token)]);
  expect(await tablesHolding(pool)).toHaveProperty('settings', [canary.token]);
});

test('planted: a field nobody has decided upon stops the crawl before it begins', () => {
  const book = startBook(NOWHERE);
  const open = Payload({
    newAddress: Type.String({ maxLength: 200, ...label('现住所', 'Where she lives now') }),
  });
  expect(() => book.fill('po ', open, seededRandom(1))).toThrow('nobody has decided');
  const form = Type.Object({ survivor: Type.Object({ workplace: Type.String() }) });
  expect(() => fullForm(book, form)).toThrow('nobody has decided');
});

/** The places of all texts in a schema that a canary can stand in, as the book writes them. */
function textsOf(where: string, schema: TObject): string[] {
  const places: string[] = [];
  const book = startBook(NOWHERE);
  // Alternatives are drawn by chance; so many times is often enough for a dozen of them.
  for (let seed = 0; seed < 8; seed += 1) book.fill(where, schema, seededRandom(seed));
  places.push(...book.all().map((canary) => canary.where));
  return [...new Set(places)];
}
