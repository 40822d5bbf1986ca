import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Connection, connect } from '#db/connect.ts';
import { FAULT_POINTS, type FaultPoint } from '#src/engine/fault-points.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import { demoId } from '#src/store/seed-demo.ts';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import { type LoadClient, loadClient, settle } from '#test/support/load-client.ts';
import { type ServerProcess, startServer } from '#test/support/server-process.ts';
import { testDatabase } from '#test/support/test-db.ts';

// Two starts and a handful of requests.
const TIMEOUT_MS = 120_000;
const PATIENCE_MS = 60_000;

// A first visit falls on the opening of the case, a fourth on an offer or its delivery.
const DEATHS = [
  ...FAULT_POINTS.map((point) => ({ point, visit: 1 })),
  { point: 'before_write', visit: 4 },
  { point: 'after_write', visit: 4 },
] as const;

test('there are fault points to loop over', () => {
  expect(FAULT_POINTS.length).toBeGreaterThan(4);
});

test.each(DEATHS)(
  'killed at $point (visit $visit), every command is done once and every message arrives once',
  async ({ point, visit }) => {
    await using database = await testDatabase();
    await using connection = connect(database.url, { maxConnections: 4 });
    const masterKey = randomBytes(32).toString('base64');
    const options = { databaseUrl: database.url, masterKey };
    // The people are put in beforehand, so that the first visit of a point is one of the story's.
    await (await startServer(options)).kill();
    await using world = await superviseServer(options, point, visit);
    await playStory(world, connection);
    expect(await world.deathCount()).toBe(1);
    await expectOneOutcome(connection);
  },
  TIMEOUT_MS,
);

type World = AsyncDisposable & { readonly url: () => string; readonly deathCount: () => Promise<number> };

/** A server that dies at the point, and is started again without one: what a supervisor does. */
async function superviseServer(
  options: { databaseUrl: string; masterKey: string },
  point: FaultPoint,
  visit: number,
): Promise<World> {
  const first = await startServer({ ...options, fault: { point, visit } });
  let current: ServerProcess = first;
  let deaths = 0;
  let isOver = false;
  const reborn = first.gone.then(async () => {
    if (isOver) return;
    deaths += 1;
    current = await startServer(options);
  });
  return {
    url: () => current.url,
    deathCount: async () => {
      await Promise.race([reborn, delay(PATIENCE_MS)]);
      return deaths;
    },
    [Symbol.asyncDispose]: async () => {
      isOver = true;
      await first.kill();
      await reborn;
      await current.kill();
    },
  };
}

/** A call, an offer that is delivered and accepted, and an offer whose time runs out. */
async function playStory(world: World, connection: Connection): Promise<void> {
  const operator = await loadClient(world.url, 'operator1');
  const manager = await loadClient(world.url, 'manager1');
  const police = await loadClient(world.url, 'police1');
  const opened = await settle(operator, operator.prepare('/cases', OPENING));
  const { id, tracks } = JSON.parse(opened.body) as { id: string; tracks: { id: string }[] };
  const events = `/tracks/${tracks[0]?.id}/events`;
  await settle(
    operator,
    operator.prepare(events, { type: 'call.answered', payload: {} }, { 'if-match': '"1"' }),
  );
  const taken = await offer(manager, id, 'referral');
  await until(async () => (await stateOf(connection, taken.trackId)).includes('offered.delivered'));
  await settle(police, police.prepare(`/handoffs/${taken.id}/accept`, {}));
  const missed = await offer(manager, id, 'notice');
  await until(async () => (await stateOf(connection, missed.trackId)).includes('offered.delivered'));
  await connection.db
    .updateTable('deadlines')
    .set({ legal_due_at: '2026-01-01T00:00:00.000+08:00' })
    .where('track_id', '=', missed.trackId)
    .execute();
  await until(async () => (await stateOf(connection, missed.trackId)).includes('expired'));
  await until(async () => (await openMessages(connection)) === 0);
}

const OPENING = {
  channel: 'hotline_12338',
  caller: { relation: 'self' },
  safeContact: { canTalkNow: true },
};

async function offer(
  manager: LoadClient,
  caseId: string,
  kind: string,
): Promise<{ id: string; trackId: string }> {
  const body = { kind, toAgency: POLICE, purpose: '请核查', basis: 'consent', fields: [] };
  const answer = await settle(manager, manager.prepare(`/cases/${caseId}/handoffs`, body));
  return JSON.parse(answer.body);
}

async function expectOneOutcome(connection: Connection): Promise<void> {
  const { db } = connection;
  expect(await expectSoundCases(db, await loadWorkflows())).toBe(1);
  const rows = await db
    .selectFrom('case_events')
    .select(['type', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy('type')
    .execute();
  expect(Object.fromEntries(rows.map((row) => [row.type, row.count]))).toEqual({
    'case.opened': 1,
    // The intake, the two handoffs, and the supervision of who let one of them expire.
    'track.opened': 4,
    'call.answered': 1,
    'handoff.delivered': 2,
    'handoff.accepted': 1,
    'handoff.expired': 1,
  });
  const twice = await db
    .selectFrom('notifications')
    .select('source_id')
    .groupBy(['source_id', 'person_id'])
    .having(({ fn }) => fn.countAll(), '>', 1)
    .execute();
  expect(twice).toEqual([]);
  const told = await db
    .selectFrom('notifications')
    .select('kind')
    .where('kind', '=', 'handoff.expired')
    .execute();
  expect(told.length).toBeGreaterThan(1);
}

async function stateOf({ db }: Connection, trackId: string): Promise<string[]> {
  const row = await db
    .selectFrom('tracks')
    .select('state')
    .where('track_id', '=', trackId)
    .executeTakeFirstOrThrow();
  return row.state;
}

async function openMessages({ db }: Connection): Promise<number> {
  const rows = await db.selectFrom('outbox').select('message_id').where('handled_at', 'is', null).execute();
  return rows.length;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error('it did not come to that within a minute');
    await delay(30);
  }
}

const POLICE = demoId('agency/police');
