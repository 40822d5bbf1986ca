import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { prepareQueue } from '#src/jobs/queue-place.ts';
import { offerToPolice, openCase } from '#test/support/story.ts';
import { type TestEngine, testEngine } from '#test/support/test-engine.ts';
import { BACKENDS, testQueue } from './backends.ts';
import { addDeadline, addReminder, openLedger, stateOf, toldBy } from './ledger.ts';
import type { ChildOrder } from './worker-child.ts';

const WAIT = { timeout: 15_000, interval: 20 };
const CHILD = new URL('./worker-child.ts', import.meta.url).pathname;

describe.each(BACKENDS)('on %s', (backend) => {
  test.each(['before_write', 'after_write'] as const)(
    'an event is sent exactly once although its worker was killed %s',
    async (freezeAt) => {
      await using world = await testEngine();
      await using queue = await testQueue(backend, world.url);
      await prepareQueue(queue.place);
      const { id: caseId } = await openCase(world);
      const offer = await offerToPolice(world, caseId, 'referral');
      const order = { url: world.url, place: queue.place };
      await using first = startChild({ ...order, freezeAt });
      await first.says('frozen');
      expect(await deliveredCount(world, offer.trackId)).toBe(freezeAt === 'after_write' ? 1 : 0);
      expect(await openMessages(world)).toBe(1);
      await first.kill();
      await using _second = startChild({ ...order, freezeAt: null });
      await expect.poll(() => openMessages(world), WAIT).toBe(0);
      expect(await deliveredCount(world, offer.trackId)).toBe(1);
    },
    40_000,
  );

  test('a reminder is sent exactly once although its worker was killed in the middle of sending', async () => {
    await using ledger = await openLedger();
    await using queue = await testQueue(backend, ledger.url);
    const order = { url: ledger.url, place: queue.place, freezeAt: null };
    const blocker = await ledger.connection.pool.connect();
    await blocker.query('begin');
    // Telling a person needs her row: the statement waits here with the reminder in its hands.
    await blocker.query('select 1 from people where person_id = $1 for update', [ledger.personId]);
    await using first = startChild(order);
    await first.says('ready');
    const deadlineId = await addDeadline(ledger, { inMs: 60_000 });
    const reminderId = await addReminder(ledger, { deadlineId, inMs: -10 });
    await expect.poll(() => waitingCount(ledger.connection.pool), WAIT).toBe(1);
    await first.kill();
    expect(await stateOf(ledger, reminderId)).toBe('armed');
    await blocker.query('rollback');
    blocker.release();
    await using _second = startChild(order);
    await expect.poll(() => stateOf(ledger, reminderId), WAIT).toBe('sent');
    expect(await toldBy(ledger, reminderId)).toEqual([ledger.personId]);
  }, 40_000);
});

type Child = AsyncDisposable & {
  readonly says: (line: string) => Promise<void>;
  readonly kill: () => Promise<void>;
};

/** A worker process of its own. */
function startChild(order: ChildOrder): Child {
  const child = spawn(process.execPath, [CHILD, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));
  return {
    says: async (line) => {
      await expect.poll(() => lines, WAIT).toContain(line);
    },
    kill: () => end(child),
    [Symbol.asyncDispose]: () => end(child),
  };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

async function deliveredCount({ connection }: TestEngine, trackId: string): Promise<number> {
  const text = `select count(*) from case_events where track_id = $1 and type = 'handoff.delivered'`;
  return (await connection.pool.query(text, [trackId])).rows[0].count;
}

async function openMessages({ connection }: TestEngine): Promise<number> {
  const text = `select count(*) from outbox where topic = 'send' and handled_at is null`;
  return (await connection.pool.query(text)).rows[0].count;
}

async function waitingCount(pool: TestEngine['connection']['pool']): Promise<number> {
  const text = `select count(*) from pg_stat_activity where datname = current_database()
    and wait_event_type = 'Lock' and query like '%with due as%'`;
  return (await pool.query(text)).rows[0].count;
}
