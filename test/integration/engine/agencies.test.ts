import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '#src/base/actor.ts';
import type { TrackView } from '#src/engine/views.ts';
import { ANONYMOUS } from '#test/support/intake-moves.ts';
import { consultationFor, offerToPolice, openCase, send, trackOf } from '#test/support/story.ts';
import { asks, type TestEngine, testEngine } from '#test/support/test-engine.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await testEngine();
});
afterAll(() => world[Symbol.asyncDispose]());

const SURVIVOR = { name: '许静安', phone: '13800006821' };
const refusedWith = (code: string) => expect.objectContaining({ name: 'AppError', code });

async function accepted(caseId: string, kind: 'referral' | 'transfer', trackId?: string): Promise<string> {
  const offer =
    trackId === undefined ? await offerToPolice(world, caseId, kind) : await offerTrack(caseId, trackId);
  await world.engine.answerHandoff({ ...asks(world.people.police), handoffId: offer.id, answer: 'accept' });
  return offer.id;
}

async function offerTrack(
  caseId: string,
  trackId: string,
  by: Person = world.people.manager,
): Promise<{ id: string }> {
  const toAgency = by.agency === world.agencies.police ? world.agencies.court : world.agencies.police;
  const body = {
    kind: 'referral' as const,
    toAgency,
    trackId,
    purpose: '请承办',
    basis: 'consent',
    fields: [],
  };
  return JSON.parse((await world.engine.offerHandoff({ ...asks(by), caseId, body })).body);
}

test('the new owner of a transferred case reads it, works it and holds its tracks; the old one is out', async () => {
  const { id } = await openCase(world, { survivor: SURVIVOR });
  const intake = await trackOf(world, id, 'intake');
  await accepted(id, 'transfer');
  expect(await world.engine.viewCase(world.people.police, id)).toMatchObject({
    ownerAgency: world.agencies.police,
    survivor: SURVIVOR,
  });
  expect(await send(world, world.people.police, intake, { type: 'call.answered' })).toMatchObject({
    agency: world.agencies.police,
  });
  await expect(world.engine.viewCase(world.people.manager, id)).rejects.toEqual(refusedWith('not_found'));
});

test('a lawyer who is asked, and her colleagues, can record nothing but her own answer', async () => {
  const { id } = await openCase(world);
  const consultation = await consultationFor(world, id);
  const withdrawal = { type: 'consultation.withdrawn', payload: { spokenAlone: true } };
  await expect(send(world, world.people.lawyer, consultation, withdrawal)).rejects.toEqual(
    refusedWith('role_not_allowed'),
  );
  await expect(send(world, world.people.otherLawyer, consultation, withdrawal)).rejects.toEqual(
    refusedWith('not_found'),
  );
  const view = await world.engine.viewTrack(world.people.lawyer, consultation);
  expect(view.events.filter((event) => event.allowed).map((event) => event.type)).toEqual([
    'conflict.found',
    'conflict.cleared',
  ]);
});

test('notes stay with the lawyer who wrote them when another takes over', async () => {
  const { id } = await openCase(world);
  const consultation = await consultationFor(world, id);
  const { lawyer, otherLawyer, manager } = world.people;
  const engage = async (who: Person) => {
    await send(world, who, consultation, { type: 'conflict.cleared' });
    await send(world, who, consultation, { type: 'offer.accepted' });
  };
  await engage(lawyer);
  await send(world, lawyer, consultation, {
    type: 'session.held',
    payload: { minutes: 30, channel: 'phone', notes: '金丝雀笔记' },
  });
  await send(world, lawyer, consultation, { type: 'engagement.returned', payload: { reason: 'illness' } });
  await send(world, manager, consultation, { type: 'lawyer.assigned', payload: { lawyer: otherLawyer.id } });
  await engage(otherLawyer);
  const timeline = await world.engine.viewTimeline(otherLawyer, id, { limit: 100 });
  expect(JSON.stringify(timeline)).not.toContain('金丝雀笔记');
});

test('lawyers come in one by one: no handoff goes to their group', async () => {
  const { id } = await openCase(world);
  const body = {
    kind: 'referral' as const,
    toAgency: world.agencies.lawyers,
    purpose: 'x',
    basis: 'consent',
    fields: [],
  };
  const offer = world.engine.offerHandoff({ ...asks(world.people.manager), caseId: id, body });
  await expect(offer).rejects.toEqual(refusedWith('payload_invalid'));
});

test('who handles one track cannot give away another', async () => {
  const { id } = await openCase(world);
  await accepted(id, 'referral');
  const intake = await trackOf(world, id, 'intake');
  await expect(offerTrack(id, intake, world.people.police)).rejects.toEqual(refusedWith('payload_invalid'));
});

test('of two offers of one track only the first acceptance counts', async () => {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  const [first, second] = [await offerTrack(id, intake), await offerTrack(id, intake)];
  const accept = (handoffId: string) =>
    world.engine.answerHandoff({ ...asks(world.people.police), handoffId, answer: 'accept' });
  await accept(first.id);
  await expect(accept(second.id)).rejects.toMatchObject({
    code: 'guard_refused',
    details: { because: expect.arrayContaining([expect.objectContaining({ code: 'trackStillSenders' })]) },
  });
});

test('a track that goes to another agency leaves its old assignee behind, and is worked there', async () => {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  await accepted(id, 'referral', intake);
  const moved: TrackView = await send(world, world.people.police, intake, { type: 'call.answered' });
  expect(moved).toMatchObject({ agency: world.agencies.police, assignee: null });
});

test('a closed case takes no new track and no new handoff', async () => {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  await send(world, world.people.operator, intake, { type: 'call.answered' });
  await send(world, world.people.operator, intake, { type: 'safety.confirmed' });
  await send(world, world.people.operator, intake, {
    type: 'caller.informed',
    payload: { rightsTold: true, legalAidTold: true },
  });
  const because = {
    code: 'guard_refused',
    details: { because: [expect.objectContaining({ code: 'case_closed' })] },
  };
  await expect(consultationFor(world, id)).rejects.toMatchObject(because);
  await expect(offerToPolice(world, id, 'referral')).rejects.toMatchObject(because);
});

test('a case is not closed over the head of somebody still at work on it', async () => {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  await consultationFor(world, id);
  await send(world, world.people.operator, intake, { type: 'call.answered' });
  const payload = { reason: 'own_wish', spokenAlone: true, safetyInfoGiven: true };
  await expect(
    send(world, world.people.operator, intake, { type: 'survivor.withdrew', payload }),
  ).rejects.toMatchObject({
    details: { because: expect.arrayContaining([expect.objectContaining({ code: 'childrenFinal' })]) },
  });
});

test('a number given at registration is found when it calls again', async () => {
  const { id } = await openCase(world);
  const intake = await trackOf(world, id, 'intake');
  await send(world, world.people.operator, intake, { type: 'call.answered' });
  await send(world, world.people.operator, intake, { type: 'safety.confirmed' });
  const payload = { ...ANONYMOUS, anonymous: false, victim: { phone: '139 1111 2222' } };
  await send(world, world.people.operator, intake, { type: 'caller.registered', payload: payload as never });
  expect(await world.engine.lookUpPhone(world.people.operator, '+86 13911112222')).toEqual({
    known: true,
    caseIds: [id],
  });
});

test('an answer stored under other rights is not given out again', async () => {
  const command = {
    ...asks(world.people.operator),
    body: {
      channel: 'hotline_12338',
      caller: { relation: 'self' },
      safeContact: { canTalkNow: true },
      survivor: SURVIVOR,
    },
  };
  await world.engine.openCase(command);
  const role = (name: 'operator' | 'auditor') =>
    world.connection.db
      .updateTable('people')
      .set({ role: name })
      .where('person_id', '=', world.people.operator.id)
      .execute();
  await role('auditor');
  await expect(world.engine.openCase(command)).rejects.toEqual(refusedWith('role_not_allowed'));
  await role('operator');
});
