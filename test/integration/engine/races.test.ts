import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseLogged } from '#src/engine/logged-event.ts';
import { consultationFor, offerToPolice, openCase, send, trackOf } from '#test/support/story.ts';
import { asks, type TestEngine, testEngine } from '#test/support/test-engine.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await testEngine();
});
afterAll(() => world[Symbol.asyncDispose]());

const codesOf = (results: PromiseSettledResult<unknown>[]) =>
  results.map((result) =>
    result.status === 'fulfilled' ? 'done' : (result.reason as { code: string }).code,
  );

test('of twenty people who record on the same version exactly one succeeds', async () => {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  const command = { trackId: intake, ifMatch: '"1"', type: 'call.answered', payload: {} };
  const everybody = Array.from({ length: 20 }, () =>
    world.engine.applyEvent({ ...asks(world.people.operator), ...command }),
  );
  const codes = codesOf(await Promise.allSettled(everybody));
  expect(codes.filter((code) => code === 'done')).toHaveLength(1);
  expect(new Set(codes)).toEqual(new Set(['done', 'version_stale']));
});

test('the same request sent twenty times at once acts once and is answered the same twenty times', async () => {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  const command = {
    ...asks(world.people.operator),
    trackId: intake,
    ifMatch: '"1"',
    type: 'call.answered',
    payload: {},
  };
  const answers = await Promise.all(Array.from({ length: 20 }, () => world.engine.applyEvent(command)));
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
  const log = await world.connection.db
    .selectFrom('case_events')
    .select('seq')
    .where('case_id', '=', id)
    .execute();
  expect(log).toHaveLength(3);
});

test('the same opening sent ten times at once opens one case', async () => {
  const command = {
    ...asks(world.people.operator),
    body: { channel: 'hotline_12338', caller: { relation: 'self' }, safeContact: { canTalkNow: true } },
  };
  const answers = await Promise.all(Array.from({ length: 10 }, () => world.engine.openCase(command)));
  expect(new Set(answers.map((answer) => JSON.parse(answer.body).id)).size).toBe(1);
});

test('events on two tracks of one case at once both happen, one after the other', async () => {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  const consultation = await consultationFor(world, id);
  await Promise.all([
    send(world, world.people.operator, intake, { type: 'call.answered' }),
    send(world, world.people.lawyer, consultation, { type: 'conflict.cleared' }),
  ]);
  const log = await world.connection.db
    .selectFrom('case_events')
    .selectAll()
    .where('case_id', '=', id)
    .orderBy('seq')
    .execute();
  expect(log.map((row) => row.seq)).toEqual(log.map((_, index) => index + 1));
  expect(log.map((row) => parseLogged(row.body).type)).toEqual(
    expect.arrayContaining(['call.answered', 'conflict.cleared']),
  );
});

test.each(Array.from({ length: 8 }, (_, index) => ({ round: index, isOverdue: index % 2 === 1 })))(
  'accept, decline, recall and the clock race for one offer: exactly one wins (round $round, time run out: $isOverdue)',
  async ({ isOverdue }) => {
    const { id } = await openCase(world);
    const offer = await offerToPolice(world, id, 'transfer');
    const end = isOverdue ? '2026-01-01T00:00:00.000+08:00' : '2999-01-01T00:00:00.000+08:00';
    const clock = await world.connection.db
      .updateTable('deadlines')
      .set({ legal_due_at: end })
      .where('track_id', '=', offer.trackId)
      .returning('deadline_id')
      .executeTakeFirstOrThrow();
    const handoffId = offer.id;
    const people = [
      world.engine.answerHandoff({ ...asks(world.people.police), handoffId, answer: 'accept' }),
      world.engine.answerHandoff({
        ...asks(world.people.police),
        handoffId,
        answer: 'decline',
        reason: 'other',
      }),
      world.engine.answerHandoff({ ...asks(world.people.manager), handoffId, answer: 'recall' }),
    ];
    const [results] = await Promise.all([
      Promise.allSettled(people),
      world.engine.lapseDeadline(clock.deadline_id),
    ]);
    // Once the time has run out only the clock can win, whoever notices first.
    expect(codesOf(results).filter((code) => code === 'done')).toHaveLength(isOverdue ? 0 : 1);
    const track = await world.connection.db
      .selectFrom('tracks')
      .selectAll()
      .where('track_id', '=', offer.trackId)
      .executeTakeFirstOrThrow();
    expect(track.is_final).toBe(true);
    expect(track.state.includes('expired')).toBe(isOverdue);
    const row = await world.connection.db
      .selectFrom('cases')
      .select('owner_agency_id')
      .where('case_id', '=', id)
      .executeTakeFirstOrThrow();
    const isTransferred = results[0]?.status === 'fulfilled';
    expect(row.owner_agency_id).toBe(isTransferred ? world.agencies.police : world.agencies.federation);
  },
);
