import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { createDoorbell } from '#src/jobs/doorbell.ts';
import { createSweeper } from '#src/jobs/sweeper.ts';
import { startWorkers } from '#src/jobs/workers.ts';
import { hasRedis, startRedis } from '#test/support/redis.ts';
import { addMessage, isHandled, openLedger } from './ledger.ts';

const NOTICE = { to: 'handler', notice: 'track.opened' };
const WAIT = { timeout: 25_000, interval: 20 };
const NOWHERE = ['postgres://haolin@127.0.0.1:9/haolin', 'redis://127.0.0.1:9'] as const;

test.each(NOWHERE)('a queue that is not there costs a ring nothing: %s', async (url) => {
  await using ledger = await openLedger();
  const backend = url.startsWith('redis') ? 'redis' : 'postgres';
  await using doorbell = createDoorbell({ backend, url, ...ledger.deps });
  const startedAt = performance.now();
  await doorbell.ring({ messages: [crypto.randomUUID()], reminders: [] });
  expect(performance.now() - startedAt).toBeLessThan(400);
  expect((await ledger.deps.metrics.bellsDropped.get()).values[0]?.value).toBe(1);
});

test.each(NOWHERE)(
  'a worker process whose queue is not there gives up, so that it is started again: %s',
  async (url) => {
    await using ledger = await openLedger();
    const backend = url.startsWith('redis') ? 'redis' : 'postgres';
    const starting = startWorkers({ ...ledger.deps, place: { backend, url }, whenUnavailable: 'throw' });
    await expect(starting).rejects.toThrow();
  },
  40_000,
);

test.each(NOWHERE)(
  'one process for everything starts without its queue, and the sweeper works: %s',
  async (url) => {
    await using ledger = await openLedger();
    const backend = url.startsWith('redis') ? 'redis' : 'postgres';
    await using workers = await startWorkers({
      ...ledger.deps,
      place: { backend, url },
      whenUnavailable: 'retry',
    });
    await using sweeper = createSweeper(ledger.deps, { intervalMs: 50 });
    sweeper.start();
    const messageId = await addMessage(ledger, { topic: 'notify', detail: NOTICE });
    await expect.poll(() => isHandled(ledger, messageId), WAIT).toBe(true);
    expect(workers.isWorking()).toBe(false);
  },
  40_000,
);

describe.runIf(hasRedis())('with a Redis that fails', () => {
  test('a frozen Redis holds a ring for less than a second, and the next one not at all', async () => {
    await using ledger = await openLedger();
    await using redis = await startRedis();
    await using doorbell = createDoorbell({ backend: 'redis', url: redis.url, ...ledger.deps });
    await expect.poll(() => doorbell.isOpen(), WAIT).toBe(true);
    const pid = await pidOf(redis.port);
    process.kill(pid, 'SIGSTOP');
    try {
      const first = await timeOf(() => doorbell.ring({ messages: [crypto.randomUUID()], reminders: [] }));
      const second = await timeOf(() => doorbell.ring({ messages: [crypto.randomUUID()], reminders: [] }));
      expect(first).toBeLessThan(1_000);
      expect(second).toBeLessThan(400);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }, 40_000);

  test('a Redis that was killed is found again, by the bell and by the workers', async () => {
    await using ledger = await openLedger();
    await using redis = await startRedis();
    const place = { backend: 'redis' as const, url: redis.url };
    await using doorbell = createDoorbell({ ...place, ...ledger.deps });
    await using _workers = await startWorkers({ ...ledger.deps, place, whenUnavailable: 'throw' });
    await expect.poll(() => doorbell.isOpen(), WAIT).toBe(true);
    await redis.kill();
    const lost = await addMessage(ledger, { topic: 'notify', detail: NOTICE });
    await doorbell.ring({ messages: [lost], reminders: [] });
    await redis.restart();
    // No sweeper here: only a ring that is heard can do it.
    const found = await addMessage(ledger, { topic: 'notify', detail: NOTICE });
    await expect
      .poll(async () => {
        await doorbell.ring({ messages: [found], reminders: [] });
        return isHandled(ledger, found);
      }, WAIT)
      .toBe(true);
    expect(await isHandled(ledger, lost)).toBe(false);
  }, 60_000);

  test('closing while Redis is away ends, and leaves nothing that keeps a process alive', async () => {
    await using ledger = await openLedger();
    await using redis = await startRedis();
    const script = `
      const { createDoorbell } = await import('#src/jobs/doorbell.ts');
      const { depsOf } = await import('#test/integration/jobs/job-deps.ts');
      const { connect } = await import('#db/connect.ts');
      const { startWorkers } = await import('#src/jobs/workers.ts');
      const connection = connect(${JSON.stringify(ledger.url)});
      const { deps } = depsOf(connection, {});
      const place = { backend: 'redis', url: ${JSON.stringify(redis.url)} };
      const doorbell = createDoorbell({ ...place, ...deps });
      const workers = await startWorkers({ ...deps, place, whenUnavailable: 'throw' });
      process.once('SIGTERM', async () => {
        await doorbell[Symbol.asyncDispose]();
        await workers[Symbol.asyncDispose]();
        await connection[Symbol.asyncDispose]();
      });
      console.log('ready');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      await once(child.stdout, 'data');
      await redis.kill();
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = await exited;
      expect(code).toBe(0);
    } finally {
      child.kill('SIGKILL');
    }
  }, 60_000);
});

async function timeOf(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function pidOf(port: number): Promise<number> {
  const { Redis } = await import('ioredis');
  const client = new Redis(port, '127.0.0.1', { commandTimeout: 5_000 });
  try {
    return Number(/process_id:(\d+)/.exec(await client.info('server'))?.[1]);
  } finally {
    client.disconnect();
  }
}
