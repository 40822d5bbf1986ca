import { expect, test } from 'vitest';
import { addMs } from '#src/base/instant.ts';
import { createSweeper } from '#src/jobs/sweeper.ts';
import { readNow } from '#src/store/clock.ts';
import { consultationFor, offerToPolice, openCase } from '#test/support/story.ts';
import { testEngine } from '#test/support/test-engine.ts';
import { depsOf } from './job-deps.ts';
import { addDeadline, addReminder, type Ledger, openLedger, stateOf } from './ledger.ts';

const HOUR_MS = 3_600_000;

test('time stops at every moment that is due, in order, and what starts on the way is dealt with too', async () => {
  const moments: string[] = [];
  const lapsing = { ledger: null as Ledger | null };
  await using ledger = await openLedger({
    lapseDeadline: async (id) => {
      const { rows } = await ledger.connection.pool.query(
        `update deadlines set outcome = 'lapsed' where deadline_id = $1 and outcome = 'open'
         returning round(extract(epoch from haolin_now() - legal_due_at) * 1000)::integer as late`,
        [id],
      );
      moments.push(`lapsed ${rows[0].late < 2_000 ? 'in time' : 'late'}`);
      // The first lapse starts another deadline, whose reminder is still on the way.
      if (lapsing.ledger !== null) {
        const next = await addDeadline(ledger, { inMs: 10 * HOUR_MS });
        await addReminder(ledger, { deadlineId: next, inMs: 5 * HOUR_MS });
        lapsing.ledger = null;
      }
      return 'lapsed';
    },
  });
  lapsing.ledger = ledger;
  const deadlineId = await addDeadline(ledger, { inMs: 24 * HOUR_MS });
  const first = await addReminder(ledger, { deadlineId, inMs: 23 * HOUR_MS });
  const beyond = await addReminder(ledger, { deadlineId, inMs: 100 * HOUR_MS, kind: 'escalate' });
  await using sweeper = createSweeper(ledger.deps);
  const before = await readNow(ledger.connection.db);
  const after = await sweeper.sweepUntilIdle(72 * HOUR_MS);
  expect(after >= addMs(before, 72 * HOUR_MS) && after < addMs(before, 72 * HOUR_MS + 20_000)).toBe(true);
  expect(moments).toEqual(['lapsed in time', 'lapsed in time']);
  expect([await stateOf(ledger, first), await stateOf(ledger, beyond)]).toEqual(['sent', 'armed']);
  const { rows } = await ledger.connection.pool.query(
    `select max(extract(epoch from settled_at - at))::float8 as late, count(*) from reminders where state = 'sent'`,
  );
  expect(rows[0].count).toBe(2);
  expect(rows[0].late).toBeLessThan(2);
});

test('the clock moves forward only', async () => {
  await using ledger = await openLedger();
  await using sweeper = createSweeper(ledger.deps);
  await expect(sweeper.sweepUntilIdle(-1)).rejects.toThrow(RangeError);
  await expect(sweeper.sweepUntilIdle(Number.NaN)).rejects.toThrow(RangeError);
  const first = await sweeper.sweepUntilIdle(HOUR_MS);
  expect((await sweeper.sweepUntilIdle(0)) >= first).toBe(true);
});

test('two who move the clock at once take turns, and it has moved by both', async () => {
  await using ledger = await openLedger();
  await using one = createSweeper(ledger.deps);
  await using two = createSweeper(ledger.deps);
  const before = await readNow(ledger.connection.db);
  await Promise.all([one.sweepUntilIdle(HOUR_MS), two.sweepUntilIdle(HOUR_MS), one.sweepUntilIdle(HOUR_MS)]);
  const after = await readNow(ledger.connection.db);
  expect(after >= addMs(before, 3 * HOUR_MS)).toBe(true);
});

test('a case left alone for a month ends with nothing due and nothing lost', async () => {
  await using world = await testEngine();
  const { deps, logged } = depsOf(world.connection, world.engine);
  await using mover = createSweeper(deps);
  await using beside = createSweeper(deps, { intervalMs: 20 });
  beside.start();
  for (let i = 0; i < 3; i += 1) {
    const { id: caseId } = await openCase(world);
    await consultationFor(world, caseId);
    await offerToPolice(world, caseId, 'referral');
  }
  await mover.sweepUntilIdle(30 * 24 * HOUR_MS);
  const { rows } = await world.connection.pool.query(
    `select (select count(*) from reminders where state = 'armed' and at <= haolin_now())
       + (select count(*) from deadlines where outcome = 'open' and legal_due_at <= haolin_now())
       + (select count(*) from outbox where handled_at is null) as left_over,
       (select count(*) from reminders where state = 'sent') as sent,
       (select count(*) from reminders r where state = 'sent'
         and not exists (select 1 from notifications n where n.source_id = r.reminder_id)) as silent`,
  );
  expect(rows[0]).toMatchObject({ left_over: 0, silent: 0 });
  expect(rows[0].sent).toBeGreaterThan(0);
  expect(logged.filter(({ code }) => code.endsWith('_failed'))).toEqual([]);
});
