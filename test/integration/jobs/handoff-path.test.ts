import { describe, expect, test } from 'vitest';
import type { Bell } from '#src/engine/engine.ts';
import type { HandoffView } from '#src/engine/views.ts';
import { createDoorbell } from '#src/jobs/doorbell.ts';
import { createSweeper } from '#src/jobs/sweeper.ts';
import { startWorkers } from '#src/jobs/workers.ts';
import { offerToPolice, openCase } from '#test/support/story.ts';
import { asks, type TestEngine, testEngine } from '#test/support/test-engine.ts';
import { BACKENDS, testQueue } from './backends.ts';
import { depsOf } from './job-deps.ts';

const WAIT = { timeout: 15_000, interval: 20 };
const HOUR_MS = 3_600_000;

describe.each(BACKENDS)('on %s', (backend) => {
  test('an offer is delivered by a worker, both sides hear of it, and accepting moves the case', async () => {
    const rung: { ring: (bell: Bell) => void } = { ring: () => undefined };
    await using world = await testEngine({ ring: (bell) => rung.ring(bell) });
    const { deps } = depsOf(world.connection, world.engine);
    await using queue = await testQueue(backend, world.url);
    await using doorbell = createDoorbell({ ...queue.place, ...deps });
    rung.ring = (bell) => void doorbell.ring(bell);
    await using _workers = await startWorkers({ ...deps, place: queue.place, whenUnavailable: 'throw' });
    await expect.poll(() => doorbell.isOpen(), WAIT).toBe(true);

    const { id: caseId } = await openCase(world);
    const offer = await offerToPolice(world, caseId, 'transfer');
    await expect.poll(() => stateOf(world, offer.trackId), WAIT).toEqual(['offered.delivered']);
    await expect.poll(() => heardBy(world, world.people.police.id), WAIT).toContain('handoff.offered');
    await expect.poll(() => heardBy(world, world.people.manager.id), WAIT).toContain('handoff.delivered');
    expect(await heardBy(world, world.people.administrator.id)).toEqual([]);
    expect(await heardBy(world, world.people.lawyer.id)).toEqual([]);

    const accepted = await answer(world, offer.id, 'accept');
    expect(accepted.status).toBe('accepted');
    expect(accepted.ownerAgency).toBe(world.agencies.police);
    await expect.poll(() => heardBy(world, world.people.manager.id), WAIT).toContain('handoff.accepted');
  });
});

test('an offer nobody answers is reminded of, then expires, and stays with the sender', async () => {
  await using world = await testEngine();
  const { deps } = depsOf(world.connection, world.engine);
  await using sweeper = createSweeper(deps);
  const { id: caseId } = await openCase(world);
  const offer = await offerToPolice(world, caseId, 'transfer');
  await sweeper.sweep();
  expect(await stateOf(world, offer.trackId)).toEqual(['offered.delivered']);
  // Three working days, with whatever holidays there are.
  await sweeper.sweepUntilIdle(15 * 24 * HOUR_MS);
  expect(await stateOf(world, offer.trackId)).toEqual(['expired']);
  const told = await heardBy(world, world.people.police.id);
  expect(told.filter((kind) => kind === 'deadline.reminder')).toHaveLength(3);
  expect(told.at(-1)).toBe('handoff.expired');
  const view = await world.engine.viewCase(world.people.manager, caseId);
  expect(view.ownerAgency).toBe(world.agencies.federation);
});

test('an offer that is accepted in time is not reminded of any more', async () => {
  await using world = await testEngine();
  const { deps } = depsOf(world.connection, world.engine);
  await using sweeper = createSweeper(deps);
  const { id: caseId } = await openCase(world);
  const offer = await offerToPolice(world, caseId, 'transfer');
  await answer(world, offer.id, 'accept');
  await sweeper.sweepUntilIdle(15 * 24 * HOUR_MS);
  const { rows } = await world.connection.pool.query(
    `select count(*) from notifications n join deadlines d using (deadline_id)
     where d.declaration = 'answer' and n.track_id = $1`,
    [offer.trackId],
  );
  expect(rows[0].count).toBe(0);
});

test('accepting and expiring at the same moment end in exactly one outcome', async () => {
  await using world = await testEngine();
  const { deps } = depsOf(world.connection, world.engine);
  await using sweeper = createSweeper(deps);
  const { id: caseId } = await openCase(world);
  for (let round = 0; round < 5; round += 1) {
    const offer = await offerToPolice(world, caseId, 'referral');
    const accepting = answer(world, offer.id, 'accept').catch(() => null);
    await Promise.all([accepting, sweeper.sweepUntilIdle(15 * 24 * HOUR_MS)]);
    const { rows } = await world.connection.pool.query(
      `select type from case_events where track_id = $1 and type in ('handoff.accepted', 'handoff.expired')`,
      [offer.trackId],
    );
    expect(rows).toHaveLength(1);
  }
});

async function answer(world: TestEngine, handoffId: string, word: 'accept' | 'recall'): Promise<HandoffView> {
  const person = world.people.police;
  const given = await world.engine.answerHandoff({ ...asks(person), handoffId, answer: word });
  return JSON.parse(given.body);
}

async function stateOf({ connection }: TestEngine, trackId: string): Promise<string[]> {
  const { rows } = await connection.pool.query('select state from tracks where track_id = $1', [trackId]);
  return rows[0].state;
}

/** The kinds of what a person was told, in order. */
async function heardBy({ connection }: TestEngine, personId: string): Promise<string[]> {
  const text = 'select kind from notifications where person_id = $1 order by serial';
  const { rows } = await connection.pool.query(text, [personId]);
  return rows.map((row: { kind: string }) => row.kind);
}
