import { afterAll, beforeAll, expect, test } from 'vitest';
import type { JsonObject } from '#src/base/json.ts';
import { foreseeHolidays, importHolidays } from '#src/engine/import-holidays.ts';
import { parseLogged } from '#src/engine/logged-event.ts';
import { HOLIDAYS_2026 } from '#src/calendar/holidays-2026.ts';
import { title } from '#src/base/title.ts';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import { openCase, send, trackOf } from '#test/support/story.ts';
import { asks, type TestEngine, testEngine } from '#test/support/test-engine.ts';

let world: TestEngine;
beforeAll(async () => {
  world = await testEngine();
});
afterAll(() => world[Symbol.asyncDispose]());

const on = (date: string) => `${date}T09:00:00.000+08:00`;

async function opened(workflow: string, input: JsonObject): Promise<string> {
  const { id: caseId } = await openCase(world);
  await world.engine.openTrack({ ...asks(world.people.manager), caseId, workflow, input });
  return trackOf(world, caseId, workflow);
}

async function policeCase(openedOn: string): Promise<string> {
  const acts = ['violence'];
  const track = await opened('enforcement', { basis: 'violence', respondent: 'r1', source: 'police', acts });
  await record(track, 'case.opened', openedOn, { ground: 'beating' });
  return track;
}

function record(track: string, type: string, date: string, payload: JsonObject = {}) {
  return send(world, world.people.manager, track, { type, occurredAt: on(date), payload });
}

function rowsOf(track: string, declaration: string) {
  const { db } = world.connection;
  const rows = db.selectFrom('deadlines').selectAll().where('track_id', '=', track);
  return rows.where('declaration', '=', declaration).orderBy('settled_at').execute();
}

async function remindersOf(deadlineId: string): Promise<string[]> {
  const { db } = world.connection;
  const rows = db.selectFrom('reminders').selectAll().where('deadline_id', '=', deadlineId).orderBy('at');
  return (await rows.execute()).map(({ kind, state }) => `${kind} ${state}`);
}

async function unruledOf(track: string): Promise<JsonObject[]> {
  const { db } = world.connection;
  const rows = db.selectFrom('case_events').select('body').where('track_id', '=', track);
  const log = await rows.where('type', '=', 'deadline.unruled').orderBy('seq').execute();
  return log.map(({ body }) => parseLogged(body).payload);
}

test.each([
  ['2025-12-31', 'P9old'],
  ['2026-01-01', 'P9'],
])('a case that was opened on %s runs by %s', async (date, rule) => {
  const track = await policeCase(date);
  const [row] = await rowsOf(track, 'caseLimit');
  expect(row).toMatchObject({ rule, started_at: on(date), outcome: 'open' });
  expect(await unruledOf(track)).toEqual([]);
});

test('an appraisal makes the clock stand still; it runs on with the days taken out, its reminders armed anew', async () => {
  const track = await policeCase('2026-01-15');
  await record(track, 'time.excluded', '2026-01-20', { kind: 'appraisal', complex: true });
  const [paused] = await rowsOf(track, 'caseLimit');
  expect(paused).toMatchObject({ outcome: 'paused', safe_due: '2026-02-14T24:00' });
  expect(await remindersOf(String(paused?.deadline_id))).not.toContain('remind armed');
  expect(await rowsOf(track, 'timeOut')).toMatchObject([
    { rule: 'P16d', item: 'appraisal', outcome: 'open' },
  ]);
  const view = await record(track, 'time.resumed', '2026-02-01', { kind: 'appraisal' });
  const rows = await rowsOf(track, 'caseLimit');
  expect(rows.map(({ outcome }) => outcome)).toEqual(['paused', 'open']);
  expect(rows[1]).toMatchObject({
    ...{
      rule: 'P9',
      started_at: on('2026-01-15'),
      safe_due: '2026-02-26T24:00',
      legal_due: '2026-02-26T24:00',
    },
    excluded: [{ kind: 'appraisal', from: on('2026-01-20'), to: on('2026-02-01') }],
  });
  expect(await remindersOf(String(rows[1]?.deadline_id))).toContain('escalate armed');
  const shown = view.deadlines.find(
    ({ declaration, outcome }) => declaration === 'caseLimit' && outcome === 'open',
  );
  const told = shown?.explanation.filter((line) => JSON.stringify(line).includes('鉴定期间，不计入'));
  expect(told).toHaveLength(12);
  // Seven days for a complex injury: twelve were too many.
  expect(await rowsOf(track, 'timeOut')).toMatchObject([{ outcome: 'met_late' }]);
});

test('a clock that stands still does not lapse, however late it gets', async () => {
  const track = await policeCase('2026-01-15');
  await record(track, 'time.excluded', '2026-01-20', { kind: 'hearing' });
  const [paused] = await rowsOf(track, 'caseLimit');
  expect(await world.engine.lapseDeadline(String(paused?.deadline_id))).toBe('no_longer_due');
  expect((await rowsOf(track, 'caseLimit'))[0]?.outcome).toBe('paused');
});

test('a holiday notice moves what had days taken out from where it then stood', async () => {
  const track = await policeCase('2026-01-15');
  await record(track, 'time.excluded', '2026-01-20', { kind: 'appraisal' });
  await record(track, 'time.resumed', '2026-02-01', { kind: 'appraisal' });
  const holiday = { title: title('补假', 'More'), from: '2026-02-26', to: '2026-02-27', workedOn: [] };
  const notice = {
    ...HOLIDAYS_2026,
    document: 'a correction',
    holidays: [...HOLIDAYS_2026.holidays, holiday],
  };
  const row = (await rowsOf(track, 'caseLimit'))[1];
  const { moved } = await foreseeHolidays(world.deps, notice);
  expect(moved.find(({ id }) => id === row?.deadline_id)?.after).toEqual({
    ...{ safeDue: '2026-02-26T24:00', legalDue: '2026-02-28T24:00', provisional: false },
  });
  await importHolidays(world.deps, notice);
  expect((await rowsOf(track, 'caseLimit'))[1]).toMatchObject({ legal_due: '2026-02-28T24:00' });
});

async function orderMadeOn(date: string): Promise<string> {
  const order = await opened('protection-order', {
    ...{ relation: 'spouse', basis: 'violence' },
    applicants: [{ id: 'a1', name: '林晓月' }],
    respondents: [{ id: 'r1', name: '魏大勇' }],
  });
  const filing = { court: 'applicant_residence', mode: 'online', measures: ['no_violence'] };
  await record(order, 'application.filed', date, filing);
  await record(order, 'application.accepted', date, { urgent: true });
  await record(order, 'order.granted', date, {
    ...{ madeOn: date, validMonths: 6, measures: [{ id: 'm1', code: 'no_violence' }] },
    units: [
      { id: 'police1', kind: 'police_station', district: 'own' },
      { id: 'village1', kind: 'committee', district: 'own' },
    ],
  });
  return order;
}

test('where the law of the day gave no period none runs, and the log says so once for each addressee', async () => {
  const order = await orderMadeOn('2022-03-02');
  expect(await rowsOf(order, 'service')).toEqual([]);
  const told = await unruledOf(order);
  expect(told.map(({ declaration, item }) => JSON.stringify([declaration, item])).sort()).toEqual([
    '["service","a1"]',
    '["service","police1"]',
    '["service","r1"]',
    '["service","village1"]',
  ]);
  expect(told[0]).toMatchObject({ rule: 'C4', startedAt: on('2022-03-02'), inForce: { from: '2022-03-03' } });
  // What was in force that day runs.
  expect(await rowsOf(order, 'validity')).toMatchObject([{ rule: 'C5' }]);
});

test('on the first day of that law it runs', async () => {
  const order = await orderMadeOn('2022-03-03');
  expect(await rowsOf(order, 'service')).toHaveLength(4);
  expect(await unruledOf(order)).toEqual([]);
});

test.each([
  ['2024-12-05', 0],
  ['2024-12-06', 1],
])('a call of %s: the seventy-two hours of the opinion run for %i', async (date, count) => {
  const track = await opened('warning-letter', {
    ...{ relation: 'spouse', reporter: 'survivor', priorReports: 0, fragile: [] },
  });
  const scene = { separated: true, injured: false, wontStop: false, publicPlace: false };
  await record(track, 'scene.reached', date, scene);
  await record(track, 'inquiry.needed', date);
  expect(await rowsOf(track, 'decision')).toHaveLength(count);
  expect((await unruledOf(track)).some(({ rule }) => rule === 'P2')).toBe(count === 0);
});

test('and replay folds all of it to what is stored', async () => {
  expect(await expectSoundCases(world.connection.db, world.deps.workflows)).toBeGreaterThan(6);
});
