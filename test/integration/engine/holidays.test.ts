import { expect, test } from 'vitest';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import type { HolidayNotice } from '#src/calendar/holiday-notice.ts';
import { createEngine } from '#src/engine/create-engine.ts';
import { foreseeHolidays, importHolidays } from '#src/engine/import-holidays.ts';
import { openLiveCalendar } from '#src/engine/live-calendar.ts';
import { parseLogged } from '#src/engine/logged-event.ts';
import { moveClockTo, readProductNow } from '#src/store/product-clock.ts';
import { title } from '#src/base/title.ts';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import { openCase } from '#test/support/story.ts';
import { asks, testEngine, type TestEngine } from '#test/support/test-engine.ts';

/** The new year's notice: nobody works until the twentieth of January. */
function notice(year: number): HolidayNotice {
  const holiday = {
    title: title('元旦', 'New Year'),
    from: `${year}-01-01`,
    to: `${year}-01-20`,
    workedOn: [],
  };
  return { year, document: `notice of ${year}`, holidays: [holiday] };
}

/** At the end of a year that no notice is known of, so that the test does not age. */
async function atYearEnd(world: TestEngine): Promise<number> {
  const thisYear = Number((await readProductNow(world.deps.pool)).slice(0, 4));
  const year = Math.max(...CHINA_CALENDAR.coveredYears, thisYear) + 2;
  await moveClockTo(world.deps.pool, `${year - 1}-12-30T10:00:00.000+08:00`);
  return year;
}

async function offerReferral(world: TestEngine, caseId: string): Promise<void> {
  const body = {
    kind: 'referral' as const,
    toAgency: world.agencies.court,
    purpose: 'p',
    basis: 'b',
    fields: [],
  };
  await world.engine.offerHandoff({ ...asks(world.people.manager), caseId, body });
}

function deadlinesOf({ connection: { db } }: TestEngine) {
  return db.selectFrom('deadlines').selectAll().where('rule', '=', 'R8').orderBy('deadline_id').execute();
}

function remindersOf({ connection: { db } }: TestEngine, deadlineId: string) {
  return db.selectFrom('reminders').selectAll().where('deadline_id', '=', deadlineId).orderBy('at').execute();
}

test('a check shows what an import would move, and changes nothing', async () => {
  await using world = await testEngine();
  const year = await atYearEnd(world);
  await offerReferral(world, (await openCase(world)).id);
  const [before] = await deadlinesOf(world);
  expect(before?.is_provisional).toBe(true);
  const { moved, unchanged } = await foreseeHolidays(world.deps, notice(year));
  expect(unchanged).toBe(false);
  expect(moved).toHaveLength(1);
  expect(moved[0]).toMatchObject({
    id: before?.deadline_id,
    rule: 'R8',
    before: { safeDue: before?.safe_due, legalDue: before?.legal_due, provisional: true },
  });
  expect(moved[0]?.after.safeDue.slice(0, 8)).toBe(`${year}-01-`);
  expect(Number(moved[0]?.after.safeDue.slice(8, 10))).toBeGreaterThan(20);
  expect(await deadlinesOf(world)).toEqual([before]);
  const imports = await world.connection.db.selectFrom('holiday_years').selectAll().execute();
  expect(imports).toEqual([]);
});

test('an import moves them with their reminders and offers, says so on each case, and replay still folds', async () => {
  await using world = await testEngine();
  const year = await atYearEnd(world);
  await importHolidays(world.deps, { ...notice(year - 1), document: 'the year before' });
  for (let count = 0; count < 2; count += 1) await offerReferral(world, (await openCase(world)).id);
  const before = await deadlinesOf(world);
  const { moved } = await importHolidays(world.deps, notice(year));
  const after = await deadlinesOf(world);
  expect(moved.map(({ id }) => id)).toEqual(before.map((row) => row.deadline_id));
  for (const [index, row] of after.entries()) {
    expect(row.is_provisional).toBe(false);
    expect(row.safe_due > String(before[index]?.safe_due)).toBe(true);
    const reminders = await remindersOf(world, row.deadline_id);
    const armed = reminders.filter(({ state }) => state === 'armed');
    expect(armed.map(({ at }) => at).at(-1)).toBe(row.safe_due_at);
    expect(armed).toHaveLength(reminders.filter(({ state }) => state === 'cancelled').length);
    const offer = await world.connection.db
      .selectFrom('handoffs')
      .selectAll()
      .where('track_id', '=', row.track_id)
      .executeTakeFirstOrThrow();
    expect(offer.expires_at).toBe(row.legal_due_at);
    const log = await world.connection.db
      .selectFrom('case_events')
      .select('body')
      .where('track_id', '=', row.track_id)
      .where('type', '=', 'deadline.recomputed')
      .execute();
    expect(log.map(({ body }) => parseLogged(body).payload)).toMatchObject([
      { year, document: `notice of ${year}`, deadlines: [{ deadline: row.deadline_id, rule: 'R8' }] },
    ]);
  }
  expect(await expectSoundCases(world.connection.db, world.deps.workflows)).toBe(2);
  expect(await importHolidays(world.deps, notice(year))).toEqual({ unchanged: true, moved: [] });
});

test('a correction of the same year counts from then on, and the first one stays to be read', async () => {
  await using world = await testEngine();
  const year = await atYearEnd(world);
  await importHolidays(world.deps, notice(year - 1));
  await importHolidays(world.deps, notice(year));
  await offerReferral(world, (await openCase(world)).id);
  const [before] = await deadlinesOf(world);
  const corrected = { ...notice(year), document: 'a correction', holidays: [] };
  const { moved } = await importHolidays(world.deps, corrected);
  expect(moved).toHaveLength(1);
  const [after] = await deadlinesOf(world);
  expect(String(after?.safe_due) < String(before?.safe_due)).toBe(true);
  const change = world.connection.db.updateTable('holiday_years').set({ year }).execute();
  await expect(change).rejects.toThrow('never changed');
});

test('an import that dies in the middle has changed nothing', async () => {
  await using world = await testEngine();
  const year = await atYearEnd(world);
  for (let count = 0; count < 3; count += 1) await offerReferral(world, (await openCase(world)).id);
  const before = await deadlinesOf(world);
  let writes = 0;
  const fault = (): void => {
    writes += 1;
    if (writes === 3) throw new Error('the power fails');
  };
  await expect(importHolidays({ ...world.deps, fault }, notice(year))).rejects.toThrow('the power fails');
  expect(await deadlinesOf(world)).toEqual(before);
  expect(await world.connection.db.selectFrom('holiday_years').selectAll().execute()).toEqual([]);
  expect(await expectSoundCases(world.connection.db, world.deps.workflows)).toBe(3);
});

test('a running process computes by what another one imported', async () => {
  await using world = await testEngine();
  const year = await atYearEnd(world);
  const { id } = await openCase(world);
  await importHolidays(world.deps, notice(year - 1));
  await importHolidays(world.deps, notice(year));
  await offerReferral(world, id);
  expect((await deadlinesOf(world)).map((row) => row.is_provisional)).toEqual([false]);
});

test('a step that was decided before an import and written after it is decided again', async () => {
  await using plain = await testEngine();
  const year = await atYearEnd(plain);
  const live = openLiveCalendar(plain.deps.pool);
  let isDone = false;
  const overtaken = {
    ...live,
    keepUp: async (serial: number) => {
      await live.keepUp(serial);
      if (isDone) return;
      isDone = true;
      for (const one of [year - 1, year]) await importHolidays(plain.deps, notice(one));
    },
  };
  const { id } = await openCase(plain);
  const engine = createEngine({ ...plain.deps, calendar: overtaken });
  await offerReferral({ ...plain, engine }, id);
  expect((await deadlinesOf(plain)).map((row) => row.is_provisional)).toEqual([false]);
});
