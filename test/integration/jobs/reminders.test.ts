import { expect, test } from 'vitest';
import { fireReminder } from '#src/jobs/fire-reminders.ts';
import { createSweeper } from '#src/jobs/sweeper.ts';
import { addDeadline, addMessage, addReminder, isHandled, openLedger, stateOf, toldBy } from './ledger.ts';

test('a reminder that is due is sent, one that is not stays armed', async () => {
  await using ledger = await openLedger();
  const deadlineId = await addDeadline(ledger, { inMs: 60_000 });
  const due = await addReminder(ledger, { deadlineId, inMs: -10 });
  const later = await addReminder(ledger, { deadlineId, inMs: 60_000 });
  await using sweeper = createSweeper(ledger.deps);
  expect(await sweeper.sweep()).toEqual({ reminderCount: 1, lapseCount: 0, messageCount: 0 });
  expect([await stateOf(ledger, due), await stateOf(ledger, later)]).toEqual(['sent', 'armed']);
  expect(await toldBy(ledger, due)).toEqual([ledger.personId]);
  await fireReminder(ledger.deps, later);
  expect(await stateOf(ledger, later)).toBe('armed');
});

test.each(['met', 'met_late', 'cancelled'])(
  'of a deadline that is %s nobody is reminded',
  async (outcome) => {
    await using ledger = await openLedger();
    const deadlineId = await addDeadline(ledger, { inMs: 60_000, outcome });
    // Even if its reminder had not been called off.
    const reminderId = await addReminder(ledger, { deadlineId, inMs: -10 });
    await fireReminder(ledger.deps, reminderId);
    expect(await stateOf(ledger, reminderId)).toBe('cancelled');
    expect(await toldBy(ledger, reminderId)).toEqual([]);
  },
);

test('a lapsed deadline still escalates, and still sends what fell due while it was open', async () => {
  await using ledger = await openLedger();
  const deadlineId = await addDeadline(ledger, { inMs: -60_000, outcome: 'lapsed' });
  const escalation = await addReminder(ledger, { deadlineId, inMs: -10, kind: 'escalate' });
  const overtaken = await addReminder(ledger, { deadlineId, inMs: -90_000 });
  await using sweeper = createSweeper(ledger.deps);
  await sweeper.sweep();
  expect([await stateOf(ledger, escalation), await stateOf(ledger, overtaken)]).toEqual(['sent', 'sent']);
});

test('a met deadline and its reminder race to exactly one outcome, and nothing is sent after it was met', async () => {
  await using ledger = await openLedger();
  const { pool } = ledger.connection;
  for (let round = 0; round < 40; round += 1) {
    const deadlineId = await addDeadline(ledger, { inMs: 60_000 });
    const reminderId = await addReminder(ledger, { deadlineId, inMs: -10 });
    // As the step that meets a deadline does it: both rows in one statement.
    const meet = pool.query(
      `with settled as (update deadlines set outcome = 'met', settled_at = haolin_now() where deadline_id = $1)
       update reminders set state = 'cancelled' where deadline_id = $1 and state = 'armed'`,
      [deadlineId],
    );
    await Promise.all([fireReminder(ledger.deps, reminderId), meet, fireReminder(ledger.deps, reminderId)]);
    const wasTold = (await toldBy(ledger, reminderId)).length === 1;
    expect(await stateOf(ledger, reminderId)).toBe(wasTold ? 'sent' : 'cancelled');
  }
});

test('a step that is just meeting the deadline is not overtaken', async () => {
  await using ledger = await openLedger();
  const deadlineId = await addDeadline(ledger, { inMs: 60_000 });
  const reminderId = await addReminder(ledger, { deadlineId, inMs: -10 });
  const client = await ledger.connection.pool.connect();
  try {
    await client.query('begin');
    await client.query(`update deadlines set outcome = 'met' where deadline_id = $1`, [deadlineId]);
    await fireReminder(ledger.deps, reminderId);
    expect(await stateOf(ledger, reminderId)).toBe('armed');
    await client.query(`update reminders set state = 'cancelled' where reminder_id = $1`, [reminderId]);
    await client.query('commit');
  } finally {
    client.release();
  }
  await fireReminder(ledger.deps, reminderId);
  expect(await toldBy(ledger, reminderId)).toEqual([]);
});

test('however many send at once, each reminder is sent once', async () => {
  await using ledger = await openLedger();
  const deadlineId = await addDeadline(ledger, { inMs: 60_000 });
  const ids: string[] = [];
  for (let i = 0; i < 150; i += 1) ids.push(await addReminder(ledger, { deadlineId, inMs: -i }));
  const sweepers = [1, 2, 3, 4].map(() => createSweeper(ledger.deps));
  const work = [...sweepers.map((each) => each.sweep()), ...ids.map((id) => fireReminder(ledger.deps, id))];
  await Promise.all(work);
  const { rows } = await ledger.connection.pool.query('select count(*) from notifications');
  expect(rows[0].count).toBe(150);
  const sent = await ledger.deps.metrics.remindersSent.get();
  expect(sent.values.reduce((sum, { value }) => sum + value, 0)).toBe(150);
});

test('reminders go before the lapse of the same moment', async () => {
  const order: string[] = [];
  let whenLapsing = async () => undefined as unknown;
  await using ledger = await openLedger({
    lapseDeadline: async (id) => {
      order.push(String(await whenLapsing()));
      await ledger.connection.pool.query(`update deadlines set outcome = 'lapsed' where deadline_id = $1`, [
        id,
      ]);
      return 'lapsed';
    },
  });
  const deadlineId = await addDeadline(ledger, { inMs: -10 });
  const reminderId = await addReminder(ledger, { deadlineId, inMs: -10 });
  whenLapsing = () => stateOf(ledger, reminderId);
  await using sweeper = createSweeper(ledger.deps);
  await sweeper.sweep();
  expect(order).toEqual(['sent']);
});

test('a deadline that cannot lapse does not hold up the next one, and is tried again', async () => {
  const tried: string[] = [];
  let poison = '';
  await using ledger = await openLedger({
    lapseDeadline: async (id) => {
      tried.push(id);
      if (id === poison) throw new Error('poison');
      await ledger.connection.pool.query(`update deadlines set outcome = 'lapsed' where deadline_id = $1`, [
        id,
      ]);
      return 'lapsed';
    },
  });
  poison = await addDeadline(ledger, { inMs: -50 });
  const next = await addDeadline(ledger, { inMs: -10 });
  await using sweeper = createSweeper(ledger.deps, { intervalMs: 50 });
  expect((await sweeper.sweep()).lapseCount).toBe(1);
  expect(tried).toEqual([poison, next]);
  sweeper.start();
  await expect.poll(() => tried.filter((id) => id === poison).length, { timeout: 8_000 }).toBe(3);
  const lapses = ledger.logged.filter(({ code }) => code === 'lapse_failed');
  expect(lapses.length).toBe(3);
});

test('what stays due for more than 30 seconds is reported', async () => {
  await using ledger = await openLedger({ lapseDeadline: async () => 'no_longer_due' });
  await addDeadline(ledger, { inMs: -31_000 });
  await using sweeper = createSweeper(ledger.deps);
  await sweeper.sweep();
  expect(ledger.logged.map(({ code }) => code)).toEqual(['reminders_late']);
  const [oldest] = (await ledger.deps.metrics.oldestLapse.get()).values;
  expect(oldest?.value).toBeGreaterThan(30);
});

test('a running sweeper wakes at the moment something falls due, not at the next interval', async () => {
  await using ledger = await openLedger();
  await using sweeper = createSweeper(ledger.deps, { intervalMs: 60_000 });
  const deadlineId = await addDeadline(ledger, { inMs: 60_000 });
  const reminderId = await addReminder(ledger, { deadlineId, inMs: 400 });
  sweeper.start();
  await expect.poll(() => stateOf(ledger, reminderId), { timeout: 5_000 }).toBe('sent');
  const { sum } = await latenessOf(ledger.deps.metrics);
  expect(sum).toBeLessThan(1);
});

test('a sweeper outlives a database that drops its connections', async () => {
  await using ledger = await openLedger();
  await using sweeper = createSweeper(ledger.deps, { intervalMs: 50 });
  sweeper.start();
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  for (let i = 0; i < 5; i += 1) await ledger.connection.pool.query(cut).catch(() => undefined);
  const messageId = await addMessage(ledger, {
    topic: 'notify',
    detail: { to: 'handler', notice: 'track.opened' },
  });
  await expect.poll(() => isHandled(ledger, messageId), { timeout: 5_000 }).toBe(true);
});

async function latenessOf({
  reminderLateness,
}: {
  reminderLateness: { get: () => Promise<{ values: { metricName?: string; value: number }[] }> };
}) {
  const { values } = await reminderLateness.get();
  const sum = values.find(({ metricName }) => metricName?.endsWith('_sum') === true)?.value ?? Number.NaN;
  return { sum };
}
