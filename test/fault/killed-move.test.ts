import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ShownMove } from '#src/engine/shown-move.ts';
import { parseLogged } from '#src/engine/logged-event.ts';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import { generateShelterCases } from '#test/support/shelter-cases.ts';
import { countRows } from '#test/support/story.ts';
import { type TestEngine, testEngine } from '#test/support/test-engine.ts';
import { move } from '#workflows/moves/shelter-v1-to-v2.ts';

const COUNT = 1000;
const CHILD = resolve(import.meta.dirname, 'moves-child.ts');
// Cases are written, checked, moved and folded a thousand times each.
const TIMEOUT_MS = 240_000;

let world: TestEngine;
beforeAll(async () => {
  world = await testEngine();
});
afterAll(() => world[Symbol.asyncDispose]());

type Sums = { counts: Record<ShownMove['outcome'], number>; there: number; next: string | null };

function start(action: 'check' | 'apply'): ChildProcess {
  return spawn(process.execPath, [CHILD, action, world.url], {
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
  });
}

/** Runs the command to its end: a line for each track, and the sums. */
async function run(
  action: 'check' | 'apply',
): Promise<{ code: number | null; lines: ShownMove[]; sums: Sums }> {
  const child = start(action);
  if (child.stdout === null || child.stderr === null) throw new Error('a child without a voice');
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect(stderr).toBe('');
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  return { code: await ended, lines: lines.slice(0, -1) as ShownMove[], sums: lines.at(-1) as Sums };
}

async function versions(): Promise<Map<string, number>> {
  const rows = await world.connection.db
    .selectFrom('tracks')
    .select(['track_id', 'workflow_version'])
    .where('workflow', '=', 'shelter')
    .execute();
  return new Map(rows.map((row) => [row.track_id, row.workflow_version]));
}

async function movedCount(): Promise<number> {
  return [...(await versions()).values()].filter((version) => version === 2).length;
}

/** Ends the process in the middle, not at its own wish. */
async function killHalfway(): Promise<number> {
  const child = start('apply');
  const ended = new Promise((done) => child.once('close', done));
  while ((await movedCount()) < COUNT / 3) await delay(20);
  child.kill('SIGKILL');
  await ended;
  return movedCount();
}

/** The moves in the log and the clocks that run, by track. */
async function readLedger() {
  const { db } = world.connection;
  const events = await db
    .selectFrom('case_events')
    .select('body')
    .where('type', '=', 'track.moved')
    .execute();
  const rows = await db.selectFrom('deadlines').selectAll().where('outcome', '=', 'open').execute();
  const clocks = rows.map((row) => ({
    ...{ trackId: row.track_id, deadline: row.deadline_id, declaration: row.declaration, rule: row.rule },
    ...{ item: row.item, startedAt: row.started_at, safeDue: row.safe_due, legalDue: row.legal_due },
  }));
  const moves = events.map(({ body }) => parseLogged(body));
  return {
    movesOf: Map.groupBy(moves, ({ track }) => String(track)),
    clocksOf: Map.groupBy(clocks, ({ trackId }) => trackId),
  };
}

type Ledger = Awaited<ReturnType<typeof readLedger>>;

/** What the dry run promised: the same rows with the same dates, and what starts by the move started then. */
function expectPromiseKept({ trackId, deadlines }: ShownMove, { movesOf, clocksOf }: Ledger): void {
  const [moved, ...more] = movesOf.get(trackId) ?? [];
  expect([moved?.payload['from'], moved?.payload['to'], more.length]).toEqual([1, 2, 0]);
  const kept = deadlines.flatMap(({ deadline, item, change, after }) =>
    after === null || change === 'started' ? [] : [{ trackId, deadline, item, ...after }],
  );
  const begun = deadlines.flatMap(({ change, after }) =>
    change === 'started' ? [{ declaration: after?.declaration, startedAt: moved?.recordedAt }] : [],
  );
  const clocks = clocksOf.get(trackId) ?? [];
  expect(clocks).toHaveLength(kept.length + begun.length);
  for (const clock of kept) expect(clocks).toContainEqual(clock);
  for (const clock of begun) expect(clocks).toContainEqual(expect.objectContaining(clock));
}

test(
  `${COUNT} stays come to the new version, each once, though the process that moves them is killed`,
  async () => {
    const trackIds = await generateShelterCases(world, COUNT, 20260901);
    const before = await countRows(world);
    const { lines, sums, code } = await run('check');
    expect(await countRows(world), 'a dry run writes nothing').toEqual(before);
    expect(lines.map(({ trackId }) => trackId)).toEqual([...trackIds].sort());
    expect([sums.counts.moves + sums.counts.blocked, sums.next, code]).toEqual([COUNT, null, 1]);
    const promised = lines.filter(({ outcome }) => outcome === 'moves');
    const changes = new Set(promised.flatMap(({ deadlines }) => deadlines.map(({ change }) => change)));
    expect([...changes].sort()).toEqual(['kept', 'recomputed', 'started']);
    const states = new Set(lines.flatMap(({ stateBefore }) => stateBefore));
    expect([...states].sort(), 'a stay of every kind').toEqual(Object.keys(move.states).sort());
    const codes = new Set(lines.flatMap(({ blocks }) => blocks.map((block) => block.code)));
    expect([...codes].sort()).toEqual(['lapse_due', 'overdue_at_once', 'state_blocked']);

    const first = await killHalfway();
    expect(first).toBeLessThan(promised.length);
    const second = await run('apply');
    expect(second.code).toBe(1);
    expect(second.sums.there).toBe(first);
    expect(first + second.sums.counts.moved).toBe(promised.length);
    expect(second.sums.counts).toMatchObject({ blocked: COUNT - promised.length, busy: 0 });

    const now = await versions();
    const isMoved = new Set(promised.map(({ trackId }) => trackId));
    for (const id of trackIds) expect(now.get(id)).toBe(isMoved.has(id) ? 2 : 1);
    const ledger = await readLedger();
    for (const promise of promised) expectPromiseKept(promise, ledger);
    expect(await expectSoundCases(world.connection.db, world.deps.workflows)).toBe(COUNT);
    console.log(
      `${promised.length} moved, ${first} of them before the kill; ${COUNT - promised.length} blocked`,
    );
  },
  TIMEOUT_MS,
);
