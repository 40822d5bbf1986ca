import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connection, connect } from '#db/connect.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import { type Answered, type LoadClient, loadClient, type Sent, settle } from '#test/support/load-client.ts';
import { pick, type Random, seededRandom } from '#test/support/random-payload.ts';
import { type ServerProcess, startServer } from '#test/support/server-process.ts';
import { type TestDatabase, testDatabase } from '#test/support/test-db.ts';

const KILLS = 50;
const CLIENTS = 6;
// One second of start-up and a few dozen requests each: about two minutes, on two cores.
const CAMPAIGN_TIMEOUT_MS = 600_000;

type Track = { id: string; version: number; events: { type: string; allowed: boolean }[] };
type Acknowledged = { request: Sent; answer: Answered };

let database: TestDatabase;
let connection: Connection;
let server: ServerProcess;
const masterKey = randomBytes(32).toString('base64');
const acknowledged: Acknowledged[] = [];
let lost = 0;

beforeAll(async () => {
  database = await testDatabase();
  connection = connect(database.url, { maxConnections: 4 });
  server = await startServer({ databaseUrl: database.url, masterKey });
});
afterAll(async () => {
  await server.kill();
  await connection[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

test(
  `an API killed ${KILLS} times under load loses nothing and does nothing twice`,
  async () => {
    const seed = Date.now() % 1_000_000;
    console.log(`seed ${seed}`);
    const random = seededRandom(seed);
    const client = await loadClient(() => server.url, 'operator1');
    const stop = new AbortController();
    const load = Array.from({ length: CLIENTS }, () => workUntil(client, stop.signal));
    // A client that gives up must end the test, not leave it waiting for answers.
    await Promise.race([Promise.all(load), killOften(random)]);
    stop.abort();
    await Promise.all(load);
    console.log(
      `${acknowledged.length} commands acknowledged, ${lost} answers lost on the way and asked for again`,
    );
    expect(lost).toBeGreaterThan(0);
    await expectEveryAnswerKept(client);
  },
  CAMPAIGN_TIMEOUT_MS,
);

async function killOften(random: Random): Promise<void> {
  for (let kill = 0; kill < KILLS; kill += 1) {
    // A random number of answers after the last kill: the moment falls anywhere in a request.
    const until = acknowledged.length + 3 + Math.floor(random() * 25);
    while (acknowledged.length < until) await delay(pick(random, [1, 2, 3]));
    await server.kill();
    server = await startServer({ databaseUrl: database.url, masterKey });
  }
}

/** Opens cases and works on them, never giving a command up before its answer is known. */
async function workUntil(client: LoadClient, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const opened = await act(client, client.prepare('/cases', OPENING));
    const { tracks } = JSON.parse(opened.body) as { tracks: { id: string }[] };
    let track: Track = { id: tracks[0]?.id ?? '', version: 1, events: [] };
    for (const type of [
      'call.answered',
      'safety.confirmed',
      'danger.declared',
      'police.informed',
      'police.arrived',
    ]) {
      const path = `/tracks/${track.id}/events`;
      const answer = await act(
        client,
        client.prepare(path, { type, payload: {} }, { 'if-match': `"${track.version}"` }),
      );
      track = JSON.parse(answer.body) as Track;
      if (signal.aborted) return;
    }
  }
}

const OPENING = {
  channel: 'hotline_12338',
  caller: { relation: 'self' },
  safeContact: { canTalkNow: true },
  survivor: { name: '许静安', phone: '13800006821' },
};

async function act(client: LoadClient, request: Sent): Promise<Answered> {
  const { lostCount, ...answer } = await settle(client, request);
  acknowledged.push({ request, answer });
  lost += lostCount;
  return answer;
}

async function expectEveryAnswerKept(client: LoadClient): Promise<void> {
  const { db } = connection;
  const looked = await expectSoundCases(db, await loadWorkflows());
  expect(looked).toBeGreaterThan(20);
  // Every command that was answered is in the log once: an opening writes two lines, an event one.
  const openings = acknowledged.filter(({ request }) => request.path === '/cases').length;
  const people = await db
    .selectFrom('case_events')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('type', 'not in', ['deadline.lapsed', 'police.unconfirmed'])
    .executeTakeFirstOrThrow();
  expect(people.count).toBe(acknowledged.length + openings);
  const keys = await db
    .selectFrom('idempotency_keys')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  expect(keys.count).toBe(acknowledged.length);
  for (const { request, answer } of acknowledged.filter((_, index) => index % 20 === 0)) {
    expect(await client.send(request)).toEqual(answer);
  }
}
