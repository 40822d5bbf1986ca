import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '#src/base/json.ts';
import { addMs, type Instant } from '#src/base/instant.ts';
import { readProductNow } from '#src/store/product-clock.ts';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import { openCase, send, trackOf } from '#test/support/story.ts';
import { asks, type TestEngine, testEngine } from '#test/support/test-engine.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await testEngine();
});
afterAll(() => world[Symbol.asyncDispose]());

const DAY_MS = 86_400_000;

async function rowsOf(trackId: string, declaration: string) {
  return world.connection.db
    .selectFrom('deadlines')
    .selectAll()
    .where('track_id', '=', trackId)
    .where('declaration', '=', declaration)
    .orderBy('item')
    .execute();
}

async function opened(caseId: string, workflow: string, input: JsonObject): Promise<string> {
  await world.engine.openTrack({ ...asks(world.people.manager), caseId, workflow, input });
  return trackOf(world, caseId, workflow);
}

/** An order that was just made. */
async function orderMade(
  measures: JsonObject[],
): Promise<{ caseId: string; order: string; madeAt: Instant }> {
  const { id: caseId } = await openCase(world);
  const order = await opened(caseId, 'protection-order', {
    relation: 'spouse',
    basis: 'violence',
    applicants: [{ id: 'a1', name: '林晓月' }],
    respondents: [{ id: 'r1', name: '魏大勇' }],
  });
  const filing = { court: 'applicant_residence', mode: 'online', measures: ['no_violence'] };
  const madeAt = await readProductNow(world.deps.pool);
  const by = world.people.manager;
  await send(world, by, order, {
    type: 'application.filed',
    occurredAt: madeAt,
    payload: filing,
  });
  await send(world, by, order, {
    type: 'application.accepted',
    occurredAt: madeAt,
    payload: { urgent: true },
  });
  // A test that starts before midnight and ends after it would name the wrong day.
  await send(world, by, order, {
    type: 'order.granted',
    occurredAt: madeAt,
    payload: {
      madeOn: madeAt.slice(0, 10),
      validMonths: 6,
      measures,
      units: [
        { id: 'police1', kind: 'police_station', district: 'own' },
        { id: 'village1', kind: 'committee', district: 'other' },
      ],
    },
  });
  return { caseId, order, madeAt };
}

test('one row for each addressee; serving one settles that one', async () => {
  const { order } = await orderMade([{ id: 'm1', code: 'no_violence' }]);
  const rows = await rowsOf(order, 'service');
  expect(rows.map(({ item, rule }) => [item, rule])).toEqual([
    ['a1', 'C4'],
    ['police1', 'C4'],
    ['r1', 'C4'],
    ['village1', 'C4'],
  ]);
  const serving = { to: 'village1', method: 'in_person' };
  await send(world, world.people.manager, order, { type: 'document.served', payload: serving });
  const after = await rowsOf(order, 'service');
  expect(after.map(({ outcome }) => outcome)).toEqual(['open', 'open', 'open', 'met']);
  expect(await rowsOf(order, 'visits')).toMatchObject([
    { item: 'village1.1', rule: 'C13p', outcome: 'open' },
  ]);
  const visit = { unit: 'village1', manner: 'in_person', seenApart: true, keptOrder: true };
  await send(world, world.people.manager, order, { type: 'visit.made', payload: visit });
  expect(await rowsOf(order, 'visits')).toMatchObject([
    { item: 'village1.1', outcome: 'met' },
    { item: 'village1.2', rule: 'C13pweek', outcome: 'open' },
  ]);
});

test('the order ends after six months that no holiday moves, and she is reminded five times', async () => {
  const { order, madeAt } = await orderMade([{ id: 'm1', code: 'no_violence' }]);
  const [validity] = await rowsOf(order, 'validity');
  expect(validity).toMatchObject({ rule: 'C5', outcome: 'open', is_provisional: false });
  expect(validity?.safe_due_at).toBe(validity?.legal_due_at);
  expect((validity?.legal_due_at ?? '') > addMs(madeAt, 180 * DAY_MS)).toBe(true);
  const [extension] = await rowsOf(order, 'extension');
  const reminders = await world.connection.db
    .selectFrom('reminders')
    .selectAll()
    .where('deadline_id', '=', extension?.deadline_id ?? '')
    .orderBy('at')
    .execute();
  expect(reminders).toHaveLength(5);
  expect(reminders.some(({ at }) => at.endsWith('T09:00:00.000+08:00'))).toBe(true);
});

test('each measure with a date is due on it, and settles by itself', async () => {
  const dueOn = '2099-01-20';
  const { order } = await orderMade([
    { id: 'out', code: 'move_out', dueOn },
    { id: 'pay', code: 'pay', dueOn: '2099-02-01', amountYuan: 3000 },
  ]);
  const rows = await rowsOf(order, 'obligations');
  expect(rows.map(({ item, safe_due }) => [item, safe_due])).toEqual([
    ['out', `${dueOn}T24:00`],
    ['pay', '2099-02-01T24:00'],
  ]);
  const performed = { measure: 'pay', extent: 'complied' };
  await send(world, world.people.manager, order, { type: 'measure.performed', payload: performed });
  expect((await rowsOf(order, 'obligations')).map(({ outcome }) => outcome)).toEqual(['open', 'met']);
});

test('a new ruling is served anew: the old rows end and every clock starts again', async () => {
  const { order, madeAt } = await orderMade([{ id: 'm1', code: 'no_violence' }]);
  const by = world.people.manager;
  await send(world, by, order, { type: 'document.served', payload: { to: 'a1', method: 'in_person' } });
  await send(world, by, order, {
    type: 'variation.requested',
    occurredAt: madeAt,
    payload: { by: 'applicant' },
  });
  await send(world, by, order, {
    type: 'order.varied',
    occurredAt: madeAt,
    payload: { madeOn: madeAt.slice(0, 10), measures: [{ id: 'm1', code: 'no_contact' }] },
  });
  const rows = await rowsOf(order, 'service');
  expect(rows.filter(({ outcome }) => outcome === 'open').map(({ item }) => item)).toEqual([
    'a1',
    'police1',
    'r1',
    'village1',
  ]);
  expect(rows.filter(({ outcome }) => outcome === 'cancelled')).toHaveLength(3);
  expect(await rowsOf(order, 'validity')).toHaveLength(1);
});

test('a breach opens its track in the same step, with the notice to the court due', async () => {
  const { caseId, order } = await orderMade([{ id: 'm1', code: 'no_violence' }]);
  await send(world, world.people.manager, order, {
    type: 'violation.reported',
    payload: { respondent: 'r1', measures: ['m1'], acts: ['violence'], source: 'applicant' },
  });
  const enforcement = await trackOf(world, caseId, 'enforcement');
  expect(await rowsOf(enforcement, 'courtNotice')).toMatchObject([{ rule: 'C17p', outcome: 'open' }]);
  expect(await rowsOf(enforcement, 'dangerReview')).toMatchObject([{ outcome: 'open' }]);
  const view = await world.engine.viewCase(world.people.manager, caseId);
  expect(view.facts).toMatchObject({
    protectionOrder: 'in_force',
    breach: 'yes',
    enforcement: 'open',
    dangerPoint: 'due',
  });
});

test('a letter gives a clock to each body, and all that was written folds again', async () => {
  const { id: caseId } = await openCase(world);
  const letter = await opened(caseId, 'warning-letter', {
    relation: 'spouse',
    reporter: 'survivor',
    priorReports: 0,
    fragile: [],
  });
  const by = world.people.manager;
  const scene = { separated: true, injured: true, wontStop: false, publicPlace: false };
  await send(world, by, letter, { type: 'scene.reached', payload: scene });
  await send(world, by, letter, {
    type: 'letter.issued',
    payload: {
      letterNo: '公（测）告诫字〔2026〕1号',
      identities: true,
      facts: '推搡',
      admits: true,
      victimStatement: true,
      witness: false,
      evidence: [],
      lawBasis: ['advl_16'],
      ban: true,
      consequence: true,
    },
  });
  await send(world, by, letter, {
    type: 'letter.delivered',
    payload: {
      readAloud: true,
      signed: true,
      refusalNoted: false,
      recorded: false,
      victimCopy: true,
      orderRightTold: true,
    },
  });
  expect(await rowsOf(letter, 'notices')).toHaveLength(3);
  expect(await rowsOf(letter, 'firstVisit')).toMatchObject([{ rule: 'P7', outcome: 'open' }]);
  expect(await expectSoundCases(world.connection.db, world.deps.workflows)).toBeGreaterThan(5);
});
