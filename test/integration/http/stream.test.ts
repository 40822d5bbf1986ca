import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { connect, type Db } from '#db/connect.ts';
import { type Browser, logIn, type TestApp, testApp } from '#test/support/test-app.ts';
import { listenTo, notify } from './event-source.ts';

let served: TestApp;
let lawyer: Browser;
let other: Browser;
beforeAll(async () => {
  served = await testApp();
  await served.app.listen({ host: '127.0.0.1', port: 0 });
  lawyer = await logIn(served.app, 'lawyer1');
  other = await logIn(served.app, 'lawyer2');
});
afterAll(() => served[Symbol.asyncDispose]());

const LONG = { timeout: 10_000 };
const tell = (browser: Browser) => notify(served.world.connection.db, browser.user.id);
const idsOf = (source: { events: { data: Record<string, unknown> }[] }) =>
  source.events.map(({ data }) => data['id']);

test('what is written for me comes down my stream, and nothing of others', async () => {
  using source = await listenTo(served.app, lawyer);
  expect(source.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(source.headers.get('cache-control')).toBe('no-store');
  expect(source.headers.get('content-security-policy')).toContain("default-src 'none'");
  await tell(other);
  const id = await tell(lawyer);
  await expect.poll(() => idsOf(source), LONG).toEqual([id]);
  expect(Object.keys(source.events[0]?.data ?? {})).toEqual([
    'id',
    'kind',
    'caseId',
    'deadlineId',
    'at',
    'readAt',
  ]);
});

test('a browser that comes back gets what it missed, in order, once', async () => {
  const ids = [await tell(lawyer), await tell(lawyer), await tell(lawyer)];
  const { items } = (await lawyer.get('/api/notifications?limit=3')).json();
  expect(items.map((item: { id: string }) => item.id)).toEqual([...ids].reverse());
  using all = await listenTo(served.app, lawyer, 0);
  await expect.poll(() => idsOf(all).slice(-3), LONG).toEqual(ids);
  const firstOfThree = all.events.at(-3)?.id ?? 0;
  using source = await listenTo(served.app, lawyer, firstOfThree);
  const id = await tell(lawyer);
  await expect.poll(() => idsOf(source), LONG).toEqual([ids[1], ids[2], id]);
});

test('who missed more than 200 gets them in parts, without a gap', async () => {
  const { db } = served.world.connection;
  const { rows } = await sql<{
    serial: number;
  }>`select max(serial)::int as serial from notifications`.execute(db);
  const before = rows[0]?.serial ?? 0;
  await sql`insert into notifications (notification_id, person_id, kind, case_id, source_id, at)
    select gen_random_uuid(), ${lawyer.user.id}::uuid, 'k', gen_random_uuid(), gen_random_uuid(), now()
    from generate_series(1, 250)`.execute(db);
  const serials: number[] = [];
  let streamCount = 0;
  while (serials.length < 250) {
    using source = await listenTo(served.app, lawyer, serials.at(-1) ?? before);
    streamCount += 1;
    const isComplete = () => serials.length + source.events.length === 250;
    // A stream that gave 200 ends by itself; the last one stays open.
    await Promise.race([source.ended, vi.waitUntil(isComplete, LONG)]);
    serials.push(...source.events.map((event) => event.id));
  }
  expect(streamCount).toBeLessThanOrEqual(2);
  expect(new Set(serials).size).toBe(250);
  expect(serials).toEqual([...serials].sort((a, b) => a - b));
});

test('one that is committed late is not passed over', async () => {
  using source = await listenTo(served.app, lawyer);
  await using slow = connect(served.world.url, { maxConnections: 1 });
  // Its own connection: what the feed's last asked is read from the server, and must stand there.
  await using watcher = connect(served.world.url, { maxConnections: 1 });
  let early = '';
  let late = '';
  await slow.db.transaction().execute(async (tx) => {
    // Draws its serial first, and is seen last.
    late = await notify(tx, lawyer.user.id);
    early = await notify(served.world.connection.db, lawyer.user.id);
    // Only when the feed has seen the later one is the earlier one written.
    const since = await readClock(watcher.db);
    await expect.poll(() => hasFeedLooked(watcher.db, since), LONG).toBe(true);
  });
  await expect.poll(() => idsOf(source), LONG).toEqual([late, early]);
});

test('a serial that was drawn and never written holds the others up only for a moment', async () => {
  using source = await listenTo(served.app, lawyer);
  const { db } = served.world.connection;
  await sql`select nextval(pg_get_serial_sequence('notifications', 'serial'))`.execute(db);
  const id = await tell(lawyer);
  await expect.poll(() => idsOf(source), LONG).toEqual([id]);
});

test('a stream ends within 10 seconds of its session', async () => {
  const browser = await logIn(served.app, 'court1');
  using source = await listenTo(served.app, browser);
  const start = performance.now();
  await browser.send({ method: 'DELETE', url: '/api/session' });
  await source.ended;
  expect(performance.now() - start).toBeLessThan(10_000);
});

test('an open stream keeps no session alive', async () => {
  const browser = await logIn(served.app, 'village1');
  using source = await listenTo(served.app, browser);
  await served.world.connection.db
    .updateTable('sessions')
    .set({ last_seen_at: sql`clock_timestamp() - interval '30 minutes'` })
    .where('person_id', '=', browser.user.id)
    .execute();
  await source.ended;
  expect((await browser.get('/api/session')).statusCode).toBe(401);
});

test('a seventh window has to wait until one is closed', async () => {
  const browser = await logIn(served.app, 'mediator1');
  const sources = await Promise.all(Array.from({ length: 6 }, () => listenTo(served.app, browser)));
  using refused = await listenTo(served.app, browser);
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
  sources[0]?.[Symbol.dispose]();
  const open = async () => {
    using source = await listenTo(served.app, browser);
    return source.status;
  };
  await expect.poll(open, LONG).toBe(200);
  for (const source of sources) source[Symbol.dispose]();
});

test('after the last window is closed nobody looks at the table any more', async () => {
  const browser = await logIn(served.app, 'shelter1');
  {
    using _source = await listenTo(served.app, browser);
  }
  // And the next one begins anew, where the table is then.
  await tell(browser);
  using source = await listenTo(served.app, browser);
  const id = await tell(browser);
  await expect.poll(() => idsOf(source).at(-1), LONG).toBe(id);
});

/** Has the feed read the table since then? */
async function hasFeedLooked(db: Db, since: string): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`select count(*) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid() and query_start > ${since}::timestamptz
      and query like 'select%"person_id" as "personId"%"serial" >%order by "serial"%'`.execute(db);
  return (rows[0]?.count ?? 0) > 0;
}

async function readClock(db: Db): Promise<string> {
  const { rows } = await sql<{ at: string }>`select clock_timestamp()::text as at`.execute(db);
  return rows[0]?.at ?? '';
}
