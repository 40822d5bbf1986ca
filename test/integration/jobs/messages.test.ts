import { expect, test } from 'vitest';
import type { SystemEvent } from '#src/engine/engine.ts';
import { RETRY_DELAYS_MS, relayMessage } from '#src/jobs/relay-messages.ts';
import { createSweeper } from '#src/jobs/sweeper.ts';
import { addMessage, isHandled, type Ledger, openLedger, toldBy } from './ledger.ts';

const NOTICE = { to: 'handler', notice: 'track.opened' };

test('messages are handled once, however many handle them', async () => {
  const sent: SystemEvent[] = [];
  await using ledger = await openLedger({
    sendAsSystem: async (event) => {
      sent.push(event);
      return 'sent';
    },
  });
  const notify = await addMessage(ledger, { topic: 'notify', detail: NOTICE });
  const send = await addMessage(ledger, { topic: 'send', detail: { event: 'handoff.delivered' } });
  const sweepers = [1, 2, 3].map(() => createSweeper(ledger.deps));
  const others = [notify, send, send].map((id) => relayMessage(ledger.deps, id));
  await Promise.all([...sweepers.map((each) => each.sweep()), ...others]);
  await createSweeper(ledger.deps).sweep();
  expect(sent).toEqual([{ trackId: ledger.trackId, type: 'handoff.delivered' }]);
  expect(await toldBy(ledger, notify)).toEqual([ledger.personId]);
  expect([await isHandled(ledger, notify), await isHandled(ledger, send)]).toEqual([true, true]);
});

test("a message in one worker's hands is left alone by the next", async () => {
  const sent: SystemEvent[] = [];
  const inHand = Promise.withResolvers<void>();
  const mayGoOn = Promise.withResolvers<void>();
  await using ledger = await openLedger({
    sendAsSystem: async (event) => {
      sent.push(event);
      inHand.resolve();
      await mayGoOn.promise;
      return 'sent';
    },
  });
  const messageId = await addMessage(ledger, { topic: 'send', detail: { event: 'handoff.delivered' } });
  const first = relayMessage(ledger.deps, messageId);
  await inHand.promise;
  // A second attempt that did send would wait here as well.
  const second = relayMessage(ledger.deps, messageId);
  const isLeftAlone = await Promise.race([second.then(() => true), first.then(() => false)]);
  mayGoOn.resolve();
  expect([isLeftAlone, await second, await first]).toEqual([true, false, true]);
  expect(sent).toHaveLength(1);
});

test('an event the track no longer hears counts as sent', async () => {
  await using ledger = await openLedger({ sendAsSystem: async () => 'no_longer_due' });
  const messageId = await addMessage(ledger, { topic: 'send', detail: { event: 'handoff.delivered' } });
  await relayMessage(ledger.deps, messageId);
  expect(await isHandled(ledger, messageId)).toBe(true);
});

test('a poisonous notice is parked after its attempts, with an alert, and the others are delivered at once', async () => {
  await using ledger = await openLedger();
  const poison = await addMessage(ledger, {
    topic: 'notify',
    detail: { ...NOTICE, to: { person: 'nobody' } },
  });
  const healthy: string[] = [];
  for (let i = 0; i < 20; i += 1) healthy.push(await addMessage(ledger, { topic: 'notify', detail: NOTICE }));
  await using sweeper = createSweeper(ledger.deps);
  expect((await sweeper.sweep()).messageCount).toBe(20);
  for (const id of healthy) expect(await isHandled(ledger, id)).toBe(true);
  await failUntilParked(ledger, poison);
  expect(ledger.logged.filter(({ code }) => code === 'message_parked')).toMatchObject([
    { messageId: poison, attemptCount: 8 },
  ]);
  await sweeper.sweep();
  expect((await ledger.deps.metrics.parked.get()).values[0]?.value).toBe(1);
  expect(await isHandled(ledger, poison)).toBe(false);
});

test('an event that cannot be sent waits longer after each failure and is parked in the end', async () => {
  await using ledger = await openLedger({
    sendAsSystem: async () => {
      throw new Error('the engine does not like it');
    },
  });
  const messageId = await addMessage(ledger, { topic: 'send', detail: { event: 'handoff.delivered' } });
  const waits = await failUntilParked(ledger, messageId);
  expect(waits.map((waitMs) => Math.round(waitMs / 1_000) * 1_000)).toEqual(RETRY_DELAYS_MS);
});

test('what is logged of a failure is a code, never what the database said', async () => {
  await using ledger = await openLedger();
  const secret = '张三的电话';
  const messageId = await addMessage(ledger, {
    topic: 'notify',
    detail: { ...NOTICE, to: { person: secret } },
  });
  await relayMessage(ledger.deps, messageId);
  expect(ledger.logged).toMatchObject([{ code: 'message_failed', cause: '22P02' }]);
  expect(JSON.stringify(ledger.logged)).not.toContain(secret);
});

/** The waits between attempts, in milliseconds; each attempt is made at once by setting its moment to now. */
async function failUntilParked({ connection, deps }: Ledger, messageId: string): Promise<number[]> {
  const waits: number[] = [];
  for (let attempt = 0; attempt < 20; attempt += 1) {
    await connection.pool.query('update outbox set retry_at = clock_timestamp() where message_id = $1', [
      messageId,
    ]);
    await relayMessage(deps, messageId);
    const { rows } = await connection.pool.query(
      `select retry_at = 'infinity' as parked, (extract(epoch from case when retry_at < 'infinity'
         then retry_at - clock_timestamp() end) * 1000)::float8 as wait from outbox where message_id = $1`,
      [messageId],
    );
    if (rows[0].parked === true) return waits;
    waits.push(rows[0].wait);
  }
  throw new Error('never parked');
}
