import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from '#src/engine/create-engine.ts';
import type { JsonObject } from '#src/base/json.ts';
import { epochMsOf } from '#src/base/instant.ts';
import { consultationFor, openCase, send, trackOf } from '#test/support/story.ts';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import { ANONYMOUS } from '#test/support/intake-moves.ts';
import { ORDER_INPUT } from '#test/support/order-moves.ts';
import { asks, bodyOf, type TestEngine, testEngine } from '#test/support/test-engine.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await testEngine();
});
afterAll(() => world[Symbol.asyncDispose]());

const deadlinesOf = (trackId: string) =>
  world.connection.db
    .selectFrom('deadlines')
    .selectAll()
    .where('track_id', '=', trackId)
    .orderBy('started_at')
    .execute();
const remindersOf = (deadlineId: string) =>
  world.connection.db
    .selectFrom('reminders')
    .selectAll()
    .where('deadline_id', '=', deadlineId)
    .orderBy('at')
    .execute();

async function moveOffset(hours: number): Promise<void> {
  await world.connection.db
    .updateTable('clock_offset')
    .set(({ eb }) => ({ offset_ms: eb('offset_ms', '+', hours * 3_600_000) }))
    .execute();
}

test('entering a state starts its clock, with its reminders committed in the same step', async () => {
  const { id } = await openCase(world);
  const consultation = await consultationFor(world, id);
  await send(world, world.people.lawyer, consultation, { type: 'conflict.cleared' });
  const offer = (await deadlinesOf(consultation)).find((row) => row.declaration === 'offer');
  expect(offer).toMatchObject({ rule: 'H2', outcome: 'open', is_provisional: false });
  const lengthMs = epochMsOf(offer?.safe_due_at ?? '') - epochMsOf(offer?.started_at ?? '');
  // The due minute is a whole one: up to 59.999 s are cut off, never added.
  expect(lengthMs).toBeGreaterThan(24 * 3_600_000 - 60_000);
  expect(lengthMs).toBeLessThanOrEqual(24 * 3_600_000);
  const reminders = await remindersOf(offer?.deadline_id ?? '');
  expect(reminders.length).toBeGreaterThan(0);
  expect(reminders.every((row) => row.state === 'armed')).toBe(true);
});

test('an event that meets a deadline settles it and calls its reminders off', async () => {
  const { id } = await openCase(world);
  const consultation = await consultationFor(world, id);
  await send(world, world.people.lawyer, consultation, { type: 'conflict.cleared' });
  await send(world, world.people.lawyer, consultation, { type: 'offer.accepted' });
  const rows = await deadlinesOf(consultation);
  const offer = rows.find((row) => row.declaration === 'offer');
  expect(offer?.outcome).toBe('met');
  expect((await remindersOf(offer?.deadline_id ?? '')).map((row) => row.state)).not.toContain('armed');
});

test('leaving by another way than the one that meets it cancels a deadline', async () => {
  const intake = await registering();
  await send(world, world.people.operator, intake, { type: 'danger.declared' });
  expect(await registrationOf(intake)).toMatchObject({ outcome: 'cancelled' });
});

test('met after its legal end is met late', async () => {
  const intake = await registering();
  await moveOffset(25);
  await send(world, world.people.operator, intake, { type: 'caller.registered', payload: ANONYMOUS });
  expect(await registrationOf(intake)).toMatchObject({ outcome: 'met_late' });
});

test.each([{ hasLapsed: false }, { hasLapsed: true }])(
  'what was done in time and typed late is met, not met late ($hasLapsed: the lapse was already written)',
  async ({ hasLapsed }) => {
    const intake = await registering();
    const before = await registrationOf(intake);
    await moveOffset(25);
    if (hasLapsed) expect(await world.engine.lapseDeadline(before.deadline_id)).toBe('lapsed');
    const event = { type: 'caller.registered', payload: ANONYMOUS, occurredAt: before.safe_due_at };
    await send(world, world.people.operator, intake, event);
    expect(await registrationOf(intake)).toMatchObject({ outcome: 'met' });
  },
);

test('an offer whose time has run out is not accepted, whether or not a worker was there to end it', async () => {
  const { id } = await openCase(world);
  const consultation = await consultationFor(world, id);
  await send(world, world.people.lawyer, consultation, { type: 'conflict.cleared' });
  await moveOffset(25);
  await expect(send(world, world.people.lawyer, consultation, { type: 'offer.accepted' })).rejects.toThrow();
  const offer = (await deadlinesOf(consultation)).find((row) => row.declaration === 'offer');
  expect(offer?.outcome).toBe('lapsed');
});

test('somebody who does not see the case ends no period by asking', async () => {
  const { id } = await openCase(world);
  const consultation = await consultationFor(world, id);
  await send(world, world.people.lawyer, consultation, { type: 'conflict.cleared' });
  await moveOffset(25);
  const offer = async () => (await deadlinesOf(consultation)).find((row) => row.declaration === 'offer');
  const asking = send(world, world.people.court, consultation, { type: 'offer.accepted' });
  await expect(asking).rejects.toMatchObject({ code: 'not_found' });
  expect((await offer())?.outcome).toBe('open');
});

test('a process that does not know the version of a track leaves its lapse to one that does', async () => {
  const { id } = await openCase(world);
  const consultation = await consultationFor(world, id);
  await send(world, world.people.lawyer, consultation, { type: 'conflict.cleared' });
  const offer = (await deadlinesOf(consultation)).find((row) => row.declaration === 'offer');
  await moveOffset(25);
  const older = createEngine({
    ...world.deps,
    workflows: { ...world.deps.workflows, version: () => undefined },
  });
  await expect(older.lapseDeadline(offer?.deadline_id ?? '')).rejects.toThrow(
    'does not know consultation version',
  );
  expect(await world.engine.lapseDeadline(offer?.deadline_id ?? '')).toBe('lapsed');
});

async function registering(): Promise<string> {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  await send(world, world.people.operator, intake, { type: 'call.answered' });
  await send(world, world.people.operator, intake, { type: 'safety.confirmed' });
  return intake;
}

async function registrationOf(intake: string) {
  const row = (await deadlinesOf(intake)).find(({ declaration }) => declaration === 'registration');
  if (row === undefined) throw new Error('no registration to make');
  return row;
}

test('at its legal end a deadline lapses and the timer sends what it declares; a second time nothing happens', async () => {
  const { id } = await openCase(world);
  const consultation = await consultationFor(world, id);
  await send(world, world.people.lawyer, consultation, { type: 'conflict.cleared' });
  const offer = (await deadlinesOf(consultation)).find((row) => row.declaration === 'offer');
  const deadlineId = offer?.deadline_id ?? '';
  expect(await world.engine.lapseDeadline(deadlineId)).toBe('no_longer_due');
  await moveOffset(25);
  expect(await world.engine.lapseDeadline(deadlineId)).toBe('lapsed');
  expect((await deadlinesOf(consultation)).find((row) => row.deadline_id === deadlineId)?.outcome).toBe(
    'lapsed',
  );
  const view = await world.engine.viewTrack(world.people.manager, consultation);
  expect(view.state).toEqual(['matching.requested']);
  expect(await world.engine.lapseDeadline(deadlineId)).toBe('no_longer_due');
});

test('a lapse that no event answers is written into the log of the case all the same', async () => {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  await send(world, world.people.operator, intake, { type: 'call.answered' });
  await send(world, world.people.operator, intake, { type: 'safety.confirmed' });
  const { declaration, deadline_id } =
    (await deadlinesOf(intake)).find((row) => row.outcome === 'open') ?? {};
  await moveOffset(30);
  expect(await world.engine.lapseDeadline(deadline_id ?? '')).toBe('lapsed');
  const { items } = await world.engine.viewTimeline(world.people.manager, id, { limit: 1 });
  expect(items[0]).toMatchObject({ actor: 'system' });
  expect((await deadlinesOf(intake)).find((row) => row.declaration === declaration)?.outcome).toBe('lapsed');
});

test('an agency that lets a period of its own run out is followed up in the same step, by one ladder', async () => {
  const { id } = await openCase(world);
  const opened = await world.engine.openTrack({
    ...asks(world.people.manager),
    caseId: id,
    workflow: 'protection-order',
    input: structuredClone(ORDER_INPUT) as unknown as JsonObject,
  });
  const order = bodyOf(opened).id;
  const filing = { court: 'applicant_residence', mode: 'online', measures: ['no_violence'] };
  await send(world, world.people.manager, order, { type: 'application.filed', payload: filing });
  const accepted = { type: 'application.accepted', payload: { urgent: true } };
  await send(world, world.people.manager, order, accepted);
  const decision = (await deadlinesOf(order)).find(({ declaration }) => declaration === 'decision');
  await moveOffset(60);
  expect(await world.engine.lapseDeadline(decision?.deadline_id ?? '')).toBe('lapsed');
  const supervision = await trackOf(world, id, 'supervision');
  const { context, state } = await world.engine.viewTrack(world.people.manager, supervision);
  expect({ ...context, state }).toMatchObject({ body: 'court', missed: 'C3', state: ['open.head'] });
  expect((await deadlinesOf(order)).find(({ declaration }) => declaration === 'decision')?.outcome).toBe(
    'lapsed',
  );
  expect((await deadlinesOf(supervision)).map(({ rule }) => rule)).toEqual(['R8e1']);
  expect(await expectSoundCases(world.connection.db, world.deps.workflows)).toBeGreaterThan(1);
});

test('every reminder that was committed is also told to the doorbell', async () => {
  world.bells.length = 0;
  const { id } = await openCase(world);
  await consultationFor(world, id);
  const rows = await world.connection.db
    .selectFrom('reminders')
    .select('reminder_id')
    .where('case_id', '=', id)
    .execute();
  const rung = world.bells.flatMap((bell) => bell.reminders.map((reminder) => reminder.id));
  expect(new Set(rung)).toEqual(new Set(rows.map((row) => row.reminder_id)));
  expect(rows.length).toBeGreaterThan(0);
});
