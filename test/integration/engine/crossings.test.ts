import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '#src/base/json.ts';
import { tellOfDueMessages } from '#src/notify/tell-of-messages.ts';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import { ANONYMOUS, scale } from '#test/support/intake-moves.ts';
import { openCase, send, trackOf } from '#test/support/story.ts';
import { asks, type TestEngine, testEngine } from '#test/support/test-engine.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await testEngine();
});
afterAll(() => world[Symbol.asyncDispose]());

const LOW = scale();
const HIGH = scale(['s1']);
const agreed = (...names: string[]) => ({
  services: names.map((service) => ({ service, consent: true })),
  declined: ['protection-order', 'shelter'],
  officer: world.people.manager.id,
});

/** A case that was graded, and agreed on where a plan is given. */
async function graded(scored: JsonObject, plan?: JsonObject): Promise<{ caseId: string; intake: string }> {
  const { id: caseId } = await openCase(world);
  const intake = await trackOf(world, caseId, 'intake');
  for (const [type, payload] of [
    ['call.answered', {}],
    ['safety.confirmed', {}],
    ['caller.registered', ANONYMOUS],
    ['risk.scored', scored],
  ] as [string, JsonObject][]) {
    await send(world, world.people.operator, intake, { type, payload });
  }
  if (plan !== undefined)
    await send(world, world.people.manager, intake, { type: 'plan.agreed', payload: plan });
  return { caseId, intake };
}

async function opened(caseId: string, workflow: string, input: JsonObject): Promise<string> {
  await world.engine.openTrack({ ...asks(world.people.manager), caseId, workflow, input });
  return trackOf(world, caseId, workflow);
}

const stateOf = async (trackId: string): Promise<string[]> =>
  (await world.engine.viewTrack(world.people.manager, trackId)).state as string[];

async function lastEvents(caseId: string, count: number): Promise<string[]> {
  const { items } = await world.engine.viewTimeline(world.people.manager, caseId, { limit: count });
  return items.map(({ type }) => type).reverse();
}

test('what a plan agrees on is opened in the same transaction, once', async () => {
  const { caseId, intake } = await graded(LOW, agreed('visit', 'consultation', 'counselling'));
  expect(await lastEvents(caseId, 3)).toEqual(['plan.agreed', 'track.opened', 'track.opened']);
  await trackOf(world, caseId, 'visit');
  await trackOf(world, caseId, 'consultation');
  await send(world, world.people.operator, intake, { type: 'review.requested' });
  await send(world, world.people.operator, intake, { type: 'risk.scored', payload: LOW });
  const again = { type: 'plan.agreed', payload: agreed('visit', 'consultation') };
  await send(world, world.people.manager, intake, again);
  expect(await lastEvents(caseId, 1)).toEqual(['plan.agreed']);
});

test('a danger on another track sends the case back to assessment in the same transaction', async () => {
  const { caseId, intake } = await graded(LOW, agreed('counselling'));
  const enforcement = await opened(caseId, 'enforcement', {
    basis: 'violence',
    respondent: 'r1',
    source: 'applicant',
    acts: ['threat'],
  });
  expect(await lastEvents(caseId, 2)).toEqual(['track.opened', 'review.triggered']);
  expect(await stateOf(intake)).toContain('open.work.assessing');
  const { items } = await world.engine.viewTimeline(world.people.manager, caseId, { limit: 1 });
  expect(items[0]?.actor).toBe('system');
  // A track says a thing once: what it goes on saying is no news.
  await send(world, world.people.manager, enforcement, { type: 'scene.reached' });
  expect(await lastEvents(caseId, 1)).toEqual(['scene.reached']);
});

test('a sibling that does not take what it hears stops nobody', async () => {
  const { id: caseId } = await openCase(world);
  await opened(caseId, 'enforcement', {
    basis: 'violence',
    respondent: 'r1',
    source: 'applicant',
    acts: ['threat'],
  });
  expect(await lastEvents(caseId, 1)).toEqual(['track.opened']);
  expect(await stateOf(await trackOf(world, caseId, 'intake'))).toEqual(['new']);
});

test('whoever works a track of the case hears on it, once, and nobody else', async () => {
  const { caseId, intake } = await graded(LOW, agreed('counselling'));
  const answer = await world.engine.offerHandoff({
    ...asks(world.people.manager),
    caseId,
    body: {
      kind: 'referral',
      toAgency: world.agencies.police,
      purpose: '请依法核查',
      basis: '当事人同意',
      fields: [],
    },
  });
  const { id: handoffId } = JSON.parse(answer.body) as { id: string };
  await world.engine.answerHandoff({ ...asks(world.people.police), handoffId, answer: 'accept' });
  await tellOfDueMessages(world.connection.pool);
  const payload = { kind: 'lookup', through: 'police' };
  await send(world, world.people.operator, intake, { type: 'inquiry.received', payload });
  await tellOfDueMessages(world.connection.pool);
  const told = await world.connection.db
    .selectFrom('notifications')
    .select(['person_id', 'track_id'])
    .where('case_id', '=', caseId)
    .where('kind', '=', 'location.locked')
    .execute();
  const people = told.map(({ person_id }) => person_id);
  expect(people).toContain(world.people.police.id);
  expect(people).not.toContain(world.people.court.id);
  const referral = await trackOf(world, caseId, 'referral');
  expect(told.filter(({ person_id }) => person_id === world.people.police.id)).toEqual([
    { person_id: world.people.police.id, track_id: referral },
  ]);
});

test('high risk is never mediated: a mediation that runs is locked as the grade is recorded', async () => {
  const { caseId, intake } = await graded(LOW, agreed('mediation'));
  const mediation = await trackOf(world, caseId, 'mediation');
  await send(world, world.people.operator, intake, { type: 'review.requested' });
  await send(world, world.people.operator, intake, { type: 'risk.scored', payload: HIGH });
  expect(await lastEvents(caseId, 2)).toEqual(['risk.scored', 'mediation.locked']);
  expect(await stateOf(mediation)).toEqual(['rights.afterBar']);
});

test('a case that turns high gives the search for a lawyer two hours, counted from the grade', async () => {
  const { caseId, intake } = await graded(LOW, agreed('consultation'));
  const consultation = await trackOf(world, caseId, 'consultation');
  await send(world, world.people.operator, intake, { type: 'review.requested' });
  await send(world, world.people.operator, intake, { type: 'risk.scored', payload: HIGH });
  const rows = await world.connection.db
    .selectFrom('deadlines')
    .select(['rule', 'outcome'])
    .where('track_id', '=', consultation)
    .execute();
  expect(rows.map(({ rule, outcome }) => `${rule} ${outcome}`).sort()).toEqual([
    'H14 cancelled',
    'H14high open',
  ]);
});

test('how soon a handoff is answered is what the case says', async () => {
  for (const [scored, kind, rule] of [
    [HIGH, 'referral', 'R8now'],
    [HIGH, 'notice', 'R8urgent'],
    [LOW, 'referral', 'R8'],
  ] as const) {
    const { caseId } = await graded(scored);
    const body = {
      kind,
      toAgency: world.agencies.police,
      purpose: '请核查',
      basis: '当事人同意',
      fields: [],
    };
    await world.engine.offerHandoff({ ...asks(world.people.manager), caseId, body });
    const rows = await world.connection.db
      .selectFrom('deadlines')
      .select('rule')
      .where('track_id', '=', await trackOf(world, caseId, 'referral'))
      .execute();
    expect(rows).toEqual([{ rule }]);
  }
});

test('all that was written folds again', async () => {
  expect(await expectSoundCases(world.connection.db, world.deps.workflows)).toBeGreaterThan(4);
});
