import { describe, expect, test } from 'vitest';
import { StartRefused } from '#src/base/start-refused.ts';
import { createDoorbell, type Doorbell } from '#src/jobs/doorbell.ts';
import { prepareQueue } from '#src/jobs/queue-place.ts';
import { createSweeper } from '#src/jobs/sweeper.ts';
import { startWorkers } from '#src/jobs/workers.ts';
import { BACKENDS, testQueue } from './backends.ts';
import {
  addDeadline,
  addMessage,
  addReminder,
  isHandled,
  type Ledger,
  openLedger,
  stateOf,
} from './ledger.ts';

const NOTICE = { to: 'handler', notice: 'track.opened' };
const WAIT = { timeout: 15_000, interval: 20 };

describe.each(BACKENDS)('on %s', (backend) => {
  test('a ring makes a worker look at once, and a delayed one when its reminder is due', async () => {
    await using ledger = await openLedger();
    await using queue = await testQueue(backend, ledger.url);
    await using doorbell = await openDoorbell(ledger, queue.place);
    await using workers = await startWorkers({
      ...ledger.deps,
      place: queue.place,
      whenUnavailable: 'throw',
    });
    expect(workers.isWorking()).toBe(true);
    const messageId = await addMessage(ledger, { topic: 'notify', detail: NOTICE });
    const deadlineId = await addDeadline(ledger, { inMs: 60_000 });
    const reminderId = await addReminder(ledger, { deadlineId, inMs: 700 });
    await doorbell.ring({ messages: [messageId], reminders: [{ id: reminderId, delayMs: 700 }] });
    await expect.poll(() => isHandled(ledger, messageId), WAIT).toBe(true);
    expect(await stateOf(ledger, reminderId)).toBe('armed');
    await expect.poll(() => stateOf(ledger, reminderId), WAIT).toBe('sent');
  });

  test('the queue holds ids and nothing else, and a job that is done leaves nothing behind', async () => {
    await using ledger = await openLedger();
    await using queue = await testQueue(backend, ledger.url);
    await using doorbell = await openDoorbell(ledger, queue.place);
    await using _workers = await startWorkers({
      ...ledger.deps,
      place: queue.place,
      whenUnavailable: 'throw',
    });
    const detail = { ...NOTICE, note: '张三的电话' };
    const messageId = await addMessage(ledger, { topic: 'notify', detail });
    await doorbell.ring({ messages: [messageId], reminders: [] });
    await expect.poll(() => isHandled(ledger, messageId), WAIT).toBe(true);
    expect(await queue.dump()).not.toContain('张三');
    expect(await queue.dump()).not.toContain(ledger.caseId);
  });

  test('two workers and a sweeper send every reminder once', async () => {
    await using ledger = await openLedger();
    await using queue = await testQueue(backend, ledger.url);
    await using doorbell = await openDoorbell(ledger, queue.place);
    const options = { ...ledger.deps, place: queue.place, whenUnavailable: 'throw' as const };
    await using _one = await startWorkers(options);
    await using _two = await startWorkers(options);
    await using sweeper = createSweeper(ledger.deps);
    sweeper.start();
    const deadlineId = await addDeadline(ledger, { inMs: 60_000 });
    const reminders: { id: string; delayMs: number }[] = [];
    for (let i = 0; i < 60; i += 1) {
      reminders.push({
        id: await addReminder(ledger, { deadlineId, inMs: 300 + i * 5 }),
        delayMs: 300 + i * 5,
      });
    }
    await doorbell.ring({ messages: [], reminders });
    await doorbell.ring({ messages: [], reminders });
    await expect.poll(() => countNotifications(ledger), WAIT).toBe(60);
    const sent = await ledger.deps.metrics.remindersSent.get();
    expect(sent.values.reduce((sum, { value }) => sum + value, 0)).toBe(60);
  });

  test('a queue wiped with everything in it loses nothing, and is made again', async () => {
    await using ledger = await openLedger();
    await using queue = await testQueue(backend, ledger.url);
    await using doorbell = await openDoorbell(ledger, queue.place);
    await using workers = await startWorkers({
      ...ledger.deps,
      place: queue.place,
      whenUnavailable: 'throw',
    });
    const deadlineId = await addDeadline(ledger, { inMs: 60_000 });
    const reminders: { id: string; delayMs: number }[] = [];
    for (let i = 0; i < 20; i += 1) {
      reminders.push({ id: await addReminder(ledger, { deadlineId, inMs: 1_500 }), delayMs: 1_500 });
    }
    await doorbell.ring({ messages: [], reminders });
    await queue.wipe();
    await using sweeper = createSweeper(ledger.deps);
    sweeper.start();
    await expect.poll(() => countNotifications(ledger), WAIT).toBe(20);
    // Nobody told the queue that it is gone; the next ring finds out, and soon one is answered again.
    await expect
      .poll(async () => {
        const droppedBefore = await droppedCount(ledger);
        await doorbell.ring({
          messages: [await addMessage(ledger, { topic: 'notify', detail: NOTICE })],
          reminders: [],
        });
        return (await droppedCount(ledger)) === droppedBefore && doorbell.isOpen() && workers.isWorking();
      }, WAIT)
      .toBe(true);
    await sweeper[Symbol.asyncDispose]();
    const last = await addMessage(ledger, { topic: 'notify', detail: NOTICE });
    await doorbell.ring({ messages: [last], reminders: [] });
    await expect.poll(() => isHandled(ledger, last), WAIT).toBe(true);
  });

  test('a host whose clock is wrong is refused at the start', async () => {
    await using ledger = await openLedger();
    await using queue = await testQueue(backend, ledger.url);
    const options = { ...ledger.deps, place: queue.place, whenUnavailable: 'throw' as const };
    for (const skewMs of [-3_000, 3_000]) {
      const starting = startWorkers({ ...options, hostNowMs: () => Date.now() + skewMs });
      await expect(starting).rejects.toThrow(StartRefused);
    }
    await using workers = await startWorkers({ ...options, hostNowMs: () => Date.now() + 1_000 });
    expect(workers.isWorking()).toBe(true);
  });

  test('workers stop while the clock is wrong and go on when it is right again', async () => {
    await using ledger = await openLedger();
    await using queue = await testQueue(backend, ledger.url);
    let skewMs = 0;
    await using workers = await startWorkers({
      ...{ ...ledger.deps, place: queue.place, whenUnavailable: 'retry' },
      ...{ hostNowMs: () => Date.now() + skewMs, watchIntervalMs: 50 },
    });
    await expect.poll(() => workers.isWorking(), WAIT).toBe(true);
    skewMs = 86_400_000;
    await expect.poll(() => workers.isWorking(), WAIT).toBe(false);
    expect(ledger.logged.map(({ code }) => code)).toContain('clock_skewed');
    skewMs = 0;
    await expect.poll(() => workers.isWorking(), WAIT).toBe(true);
  });

  test('several processes may prepare the queue at once', async () => {
    await using ledger = await openLedger();
    await using queue = await testQueue(backend, ledger.url);
    await Promise.all([1, 2, 3, 4, 5].map(() => prepareQueue(queue.place)));
    await using doorbell = await openDoorbell(ledger, queue.place);
    expect(doorbell.isOpen()).toBe(true);
  });
});

async function openDoorbell(ledger: Ledger, place: Parameters<typeof prepareQueue>[0]): Promise<Doorbell> {
  const doorbell = createDoorbell({ ...place, log: ledger.deps.log, metrics: ledger.deps.metrics });
  await expect.poll(() => doorbell.isOpen(), WAIT).toBe(true);
  return doorbell;
}

async function countNotifications({ connection }: Ledger): Promise<number> {
  const { rows } = await connection.pool.query(
    `select count(*) from notifications where kind like 'deadline.%'`,
  );
  return rows[0].count;
}

async function droppedCount({ deps }: Ledger): Promise<number> {
  return (await deps.metrics.bellsDropped.get()).values[0]?.value ?? 0;
}
