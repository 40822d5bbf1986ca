import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createEngine } from '#src/engine/create-engine.ts';
import type { ErrorCode } from '#src/base/errors.ts';
import { consultationFor, countRows, offerToPolice, openCase, send, trackOf } from '#test/support/story.ts';
import { asks, type TestEngine, testEngine } from '#test/support/test-engine.ts';

let world: TestEngine;
let caseId: string;
let intake: string;
beforeAll(async () => {
  world = await testEngine();
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  caseId = (await openCase(world)).id;
  intake = await trackOf(world, caseId, 'intake');
});

/** Refused with this code, and nothing but an audit row changed. */
async function expectRefusal(code: ErrorCode, act: () => Promise<unknown>): Promise<unknown> {
  const before = await countRows(world);
  const refusal = await act().then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toMatchObject({ name: 'AppError', code });
  expect(await countRows(world)).toEqual(before);
  return refusal;
}

test('a case of another agency does not exist, for reading and for writing', async () => {
  await expectRefusal('not_found', () => world.engine.viewCase(world.people.police, caseId));
  await expectRefusal('not_found', () => world.engine.viewTrack(world.people.lawyer, intake));
  await expectRefusal('not_found', () => send(world, world.people.court, intake, { type: 'call.answered' }));
  await expectRefusal('not_found', () =>
    world.engine.viewTimeline(world.people.police, caseId, { limit: 10 }),
  );
  await expectRefusal('not_found', () => world.engine.viewCase(world.people.administrator, caseId));
});

test('an absent case is refused in the very same words as an invisible one', async () => {
  const absent = await expectRefusal('not_found', () =>
    world.engine.viewCase(world.people.police, '99999999-9999-4999-8999-999999999999'),
  );
  const invisible = await expectRefusal('not_found', () =>
    world.engine.viewCase(world.people.police, caseId),
  );
  expect(JSON.stringify(invisible)).toBe(JSON.stringify(absent));
});

test('every refusal of authorisation leaves one audit row', async () => {
  const count = () =>
    world.connection.db.selectFrom('audit').selectAll().where('is_allowed', '=', false).execute();
  const before = (await count()).length;
  await expectRefusal('not_found', () => send(world, world.people.court, intake, { type: 'call.answered' }));
  const rows = await count();
  expect(rows.length).toBe(before + 1);
  expect(rows.at(-1)).toMatchObject({
    person_id: world.people.court.id,
    track_id: intake,
    code: 'not_found',
  });
});

test('without If-Match and with a stale one the track does not move', async () => {
  const command = { trackId: intake, type: 'call.answered', payload: {} };
  await expectRefusal('if_match_missing', () =>
    world.engine.applyEvent({ ...asks(world.people.operator), ...command, ifMatch: null }),
  );
  const stale = await expectRefusal('version_stale', () =>
    world.engine.applyEvent({ ...asks(world.people.operator), ...command, ifMatch: '"7"' }),
  );
  expect(stale).toMatchObject({ details: { currentVersion: 1 } });
  await expectRefusal('version_stale', () =>
    world.engine.applyEvent({ ...asks(world.people.operator), ...command, ifMatch: 'W/"1"' }),
  );
});

test('an event of another state, an unknown one, and one that only the timer sends are three refusals', async () => {
  await expectRefusal('event_not_in_state', () =>
    send(world, world.people.operator, intake, { type: 'safety.confirmed' }),
  );
  await expectRefusal('event_not_in_state', () =>
    send(world, world.people.operator, intake, { type: 'constructor' }),
  );
  await expectRefusal('role_not_allowed', () =>
    send(world, world.people.supervisor, intake, { type: 'review.due' }),
  );
});

test('a role that may not is told who may', async () => {
  const consultation = await consultationFor(world, caseId);
  const refusal = await expectRefusal('role_not_allowed', () =>
    send(world, world.people.manager, consultation, { type: 'conflict.cleared' }),
  );
  expect(refusal).toMatchObject({ details: { because: [{ code: 'role_not_allowed', who: ['lawyer'] }] } });
});

test('a guard that fails is named, with its sentence and who could change it', async () => {
  await send(world, world.people.operator, intake, { type: 'call.answered' });
  await send(world, world.people.operator, intake, { type: 'danger.declared' });
  const refusal = await expectRefusal('guard_refused', () =>
    send(world, world.people.operator, intake, {
      type: 'survivor.withdrew',
      payload: { reason: 'other', spokenAlone: true, safetyInfoGiven: true },
    }),
  );
  expect(refusal).toMatchObject({
    details: { because: expect.arrayContaining([expect.objectContaining({ code: 'alarmSettled' })]) },
  });
});

test.each([
  ['an unknown key', { lawyer: '', extra: 1 }],
  ['a wrong type', { lawyer: 7 }],
  ['a missing field', {}],
  ['somebody who does not work here', { lawyer: '99999999-9999-4999-8999-999999999999' }],
])('a payload with %s is refused by its place', async (_, payload) => {
  const opened = await world.engine.openTrack({
    ...asks(world.people.manager),
    caseId,
    workflow: 'consultation',
    input: { clientAgrees: true },
  });
  const { id } = JSON.parse(opened.body);
  await expectRefusal('payload_invalid', () =>
    send(world, world.people.manager, id, { type: 'lawyer.assigned', payload }),
  );
});

test('a person of another role cannot be named as the lawyer', async () => {
  const opened = await world.engine.openTrack({
    ...asks(world.people.manager),
    caseId,
    workflow: 'consultation',
    input: { clientAgrees: true },
  });
  const payload = { lawyer: world.people.police.id };
  await expectRefusal('payload_invalid', () =>
    send(world, world.people.manager, JSON.parse(opened.body).id, { type: 'lawyer.assigned', payload }),
  );
});

test.each([
  ['in the future', '2999-01-01T00:00:00+08:00'],
  ['before 2000', '1999-12-31T23:59:00+08:00'],
  ['of no calendar', '2026-02-30T00:00:00+08:00'],
  ['without an offset', '2026-01-01T00:00:00'],
])('a time %s is refused', async (_, occurredAt) => {
  await expectRefusal('occurred_at_invalid', () =>
    send(world, world.people.operator, intake, { type: 'call.answered', occurredAt }),
  );
});

test('a session cannot have happened before the lawyer accepted', async () => {
  const consultation = await consultationFor(world, caseId);
  await send(world, world.people.lawyer, consultation, { type: 'conflict.cleared' });
  await send(world, world.people.lawyer, consultation, { type: 'offer.accepted' });
  await expectRefusal('occurred_at_invalid', () =>
    send(world, world.people.lawyer, consultation, {
      type: 'session.held',
      payload: { minutes: 30, channel: 'phone' },
      occurredAt: '2026-01-01T09:00:00+08:00',
    }),
  );
});

test('a key used for another request is refused; used again for the same it gives the same answer once', async () => {
  const basis = asks(world.people.operator);
  const command = { ...basis, trackId: intake, ifMatch: '"1"', type: 'call.answered', payload: {} };
  const first = await world.engine.applyEvent(command);
  const rows = await countRows(world);
  const again = await world.engine.applyEvent(command);
  expect(again).toEqual(first);
  expect(await countRows(world)).toEqual(rows);
  const other = asks(world.people.operator, basis.idempotency.key, 'another body');
  await expectRefusal('key_reused', () => world.engine.applyEvent({ ...command, ...other }));
});

test('a stored answer is not given to somebody who has lost sight of the case', async () => {
  const consultation = await consultationFor(world, caseId);
  const command = {
    ...asks(world.people.lawyer),
    trackId: consultation,
    ifMatch: '"2"',
    type: 'conflict.found',
    payload: { kind: 'acted_before' },
  };
  const codes = world.deps.workflows.latest('consultation')?.events['conflict.found']?.payload as never as {
    properties: { kind: { anyOf: { const: string }[] } };
  };
  const answered = { ...command, payload: { kind: codes.properties.kind.anyOf[0]?.const ?? '' } };
  await world.engine.applyEvent(answered);
  await expectRefusal('not_found', () => world.engine.applyEvent(answered));
});

test('a refusal frees its key', async () => {
  const basis = asks(world.people.operator);
  const command = { ...basis, trackId: intake, type: 'call.answered', payload: {} };
  await expectRefusal('version_stale', () => world.engine.applyEvent({ ...command, ifMatch: '"9"' }));
  const answer = await world.engine.applyEvent({ ...command, ifMatch: '"1"' });
  expect(answer.status).toBe(200);
});

test('who lost her rights between reading and writing writes nothing', async () => {
  const { pool, db } = world.connection;
  const { id } = world.people.operator;
  const rename = (role: 'operator' | 'auditor') =>
    db.updateTable('people').set({ role }).where('person_id', '=', id).execute();
  // The moment in between: the step is decided, its statement about to be sent.
  const query = async (statement: { name: string }) => {
    if (statement.name === 'write-step') await rename('auditor');
    return pool.query(statement as never);
  };
  const engine = createEngine({ ...world.deps, pool: { query } as never });
  const command = {
    ...asks(world.people.operator),
    trackId: intake,
    ifMatch: '"1"',
    type: 'call.answered',
    payload: {},
  };
  await expectRefusal('role_not_allowed', () => engine.applyEvent(command));
  await rename('operator');
  await expect(world.engine.applyEvent(command)).resolves.toMatchObject({ status: 200 });
});

test('somebody who left is nobody', async () => {
  const { db } = world.connection;
  const employ = (is_active: boolean) =>
    db.updateTable('people').set({ is_active }).where('person_id', '=', world.people.operator.id).execute();
  await employ(false);
  await expectRefusal('session_missing', () =>
    send(world, world.people.operator, intake, { type: 'call.answered' }),
  );
  await employ(true);
});

test('a handoff to oneself, to nobody, or of a foreign track is refused', async () => {
  const body = { kind: 'referral' as const, purpose: 'x', basis: 'consent', fields: [] };
  const offer = (extra: object) =>
    world.engine.offerHandoff({
      ...asks(world.people.manager),
      caseId,
      body: { ...body, toAgency: world.agencies.police, ...extra },
    });
  await expectRefusal('payload_invalid', () => offer({ toAgency: world.agencies.federation }));
  await expectRefusal('payload_invalid', () => offer({ toAgency: '99999999-9999-4999-8999-999999999999' }));
  await expectRefusal('payload_invalid', () => offer({ trackId: '99999999-9999-4999-8999-999999999999' }));
});

test('a second transfer is not offered while one is on the way', async () => {
  await offerToPolice(world, caseId, 'transfer');
  await expectRefusal('guard_refused', () => offerToPolice(world, caseId, 'transfer'));
});

test('an offer answered once is answered: a second click, a recall and a decline find it so', async () => {
  const { id } = await offerToPolice(world, caseId, 'referral');
  const answer = (who: 'police' | 'manager', kind: 'accept' | 'decline' | 'recall') =>
    world.engine.answerHandoff({ ...asks(world.people[who]), handoffId: id, answer: kind, reason: 'other' });
  await answer('police', 'accept');
  await expectRefusal('event_not_in_state', () => answer('police', 'accept'));
  await expectRefusal('event_not_in_state', () => answer('police', 'decline'));
  await expectRefusal('event_not_in_state', () => answer('manager', 'recall'));
});
