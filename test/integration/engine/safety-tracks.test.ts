import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMs, type Instant, toInstant } from '#src/base/instant.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { TrackView } from '#src/engine/views.ts';
import { ANONYMOUS, scale } from '#test/support/intake-moves.ts';
import { openCase, send, trackOf } from '#test/support/story.ts';
import { asks, type TestEngine, testEngine } from '#test/support/test-engine.ts';

const DAY_MS = 86_400_000;

let world: TestEngine;
let now: Instant;
beforeAll(async () => {
  world = await testEngine();
  const { rows } = await world.connection.pool.query<{ ms: string }>(
    'select floor(extract(epoch from clock_timestamp()) * 1000) as ms',
  );
  now = toInstant(Number(rows[0]?.ms));
});
afterAll(() => world[Symbol.asyncDispose]());

const deadlinesOf = (trackId: string) =>
  world.connection.db.selectFrom('deadlines').selectAll().where('track_id', '=', trackId).execute();

async function openTrack(caseId: string, workflow: string, input: JsonObject): Promise<string> {
  const answer = await world.engine.openTrack({ ...asks(world.people.manager), caseId, workflow, input });
  return (JSON.parse(answer.body) as TrackView).id;
}

test('a danger to herself that an assessment finds starts its own track with its own clock', async () => {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  const { operator } = world.people;
  for (const [type, payload] of [
    ['call.answered', {}],
    ['safety.confirmed', {}],
    ['caller.registered', ANONYMOUS],
    ['risk.scored', { ...scale(), suicideRisk: true }],
  ] as [string, JsonObject][]) {
    await send(world, operator, intake, { type, payload });
  }
  const rows = await deadlinesOf(await trackOf(world, id, 'crisis'));
  expect(rows).toMatchObject([{ declaration: 'firstContact', rule: 'H65', outcome: 'open' }]);
});

test('an adverse inquiry locks the place in the same transaction and is dealt with on its own track', async () => {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  await send(world, world.people.operator, intake, { type: 'call.answered' });
  const payload = { kind: 'missing_report', through: 'police' };
  await send(world, world.people.operator, intake, { type: 'inquiry.received', payload });
  const rows = await deadlinesOf(await trackOf(world, id, 'adverse'));
  expect(rows.map(({ declaration }) => declaration).sort()).toEqual(['agenciesTold', 'seenAlone']);
});

test('she is to be told a day before the printed end, and the end itself is watched', async () => {
  const { id } = await openCase(world);
  const input = { suspect: 'abuser', offence: 'injury', source: 'report', reportedAt: now };
  const criminal = await openTrack(id, 'criminal', input);
  const plannedEnd = addMs(now, 5 * DAY_MS);
  const payload = { kind: 'detention', from: now, plannedEnd };
  await send(world, world.people.manager, criminal, { type: 'restraint.imposed', payload });
  const rows = await deadlinesOf(criminal);
  const dueOf = (name: string) => rows.find(({ declaration }) => declaration === name)?.safe_due_at;
  expect(dueOf('releaseWarning')?.slice(0, 16)).toBe(addMs(plannedEnd, -DAY_MS).slice(0, 16));
  expect(dueOf('measureEnd')?.slice(0, 16)).toBe(plannedEnd.slice(0, 16));
});

test('each unanswered recommendation has a month of its own', async () => {
  const { id } = await openCase(world);
  const placement = await openTrack(id, 'placement', { basis: 'mandatory_report', child: 'minor' });
  for (const [to, days] of [
    ['school', 10],
    ['health', 5],
  ] as const) {
    const payload = { to, about: 'unreported', receivedAt: addMs(now, -days * DAY_MS) };
    await send(world, world.people.manager, placement, { type: 'recommendation.sent', payload });
  }
  const answered = { type: 'recommendation.answered', payload: { by: 'school' } };
  await send(world, world.people.manager, placement, answered);
  const rows = (await deadlinesOf(placement)).filter(({ declaration }) => declaration === 'answer');
  const outcomes = Object.fromEntries(rows.map(({ item, rule, outcome }) => [item, `${rule} ${outcome}`]));
  expect(outcomes).toEqual({ health: 'J1 open', school: 'J1 met' });
});
