import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMs } from '#src/base/instant.ts';
import { foreseeHolidays } from '#src/engine/import-holidays.ts';
import { foreseeMove, moveTrack } from '#src/engine/move-track.ts';
import { parseLogged } from '#src/engine/logged-event.ts';
import { expectSoundCases } from '#test/support/expect-sound.ts';
import { withNamesExchanged } from '#test/support/planted-moves.ts';
import { admission, type ShelterWorld, shelterWorld } from '#test/support/shelter-world.ts';
import { countRows, send, trackOf } from '#test/support/story.ts';
import { asks } from '#test/support/test-engine.ts';

const HOUR_MS = 3_600_000;

let world: ShelterWorld;
beforeAll(async () => {
  world = await shelterWorld();
});
afterAll(async () => {
  // Whatever the tests did: each log folds to its rows, under whichever versions it ran.
  expect(await expectSoundCases(world.connection.db, world.deps.workflows)).toBeGreaterThan(0);
  await world[Symbol.asyncDispose]();
});

const foresee = (trackId: string) => foreseeMove(world.parts, world.versions, trackId);
const apply = (trackId: string) => moveTrack(world.parts, world.versions, trackId);

function rowOf(trackId: string) {
  return world.connection.db
    .selectFrom('tracks')
    .selectAll()
    .where('track_id', '=', trackId)
    .executeTakeFirstOrThrow();
}

async function clocksOf(trackId: string) {
  const rows = await world.connection.db
    .selectFrom('deadlines')
    .selectAll()
    .where('track_id', '=', trackId)
    .where('outcome', '=', 'open')
    .execute();
  return new Map(rows.map((row) => [row.declaration, row]));
}

type Clocks = Awaited<ReturnType<typeof clocksOf>>;

function clock(clocks: Clocks, id: string) {
  const row = clocks.get(id);
  if (row === undefined) throw new Error(`no ${id} runs`);
  return row;
}

/** Hours are counted from the minute in which they began. */
function minuteOf(instant: string): string {
  return `${instant.slice(0, 16)}:00.000+08:00`;
}

async function armedOf(deadlineId: string): Promise<string[]> {
  const rows = await world.connection.db
    .selectFrom('reminders')
    .select(['kind', 'at'])
    .where('deadline_id', '=', deadlineId)
    .where('state', '=', 'armed')
    .orderBy('at')
    .execute();
  return rows.map(({ kind, at }) => `${kind} ${at}`);
}

async function factOf(trackId: string): Promise<string> {
  const { case_id } = await rowOf(trackId);
  const row = await world.connection.db
    .selectFrom('cases')
    .select('facts')
    .where('case_id', '=', case_id)
    .executeTakeFirstOrThrow();
  return row.facts.location;
}

describe('a child that is missing', () => {
  test('is shown in the state that has the police told, and nothing is changed by looking', async () => {
    const trackId = await world.stay('minor', await admission(world), ['absence.noted']);
    const before = [await countRows(world), await clocksOf(trackId), await rowOf(trackId)];
    const foreseen = await foresee(trackId);
    expect(foreseen).toMatchObject({
      outcome: 'moves',
      stateBefore: ['housed.life.absent', 'housed.term.usual.unreviewed'],
      stateAfter: ['housed.life.missing', 'housed.term.usual.unreviewed'],
    });
    const changes = foreseen?.deadlines.map(
      ({ change, after }) => `${change} ${after?.declaration} ${after?.rule}`,
    );
    expect(changes?.sort((a, b) => (a < b ? -1 : 1))).toEqual([
      'kept stayLimit S1',
      'kept stayReview S1review',
      'recomputed absence H57',
      'started lossReport H58',
    ]);
    expect([await countRows(world), await clocksOf(trackId), await rowOf(trackId)]).toEqual(before);
  });

  test('comes to that state, with the clocks that were shown and their reminders', async () => {
    const trackId = await world.stay('minor', await admission(world), ['absence.noted']);
    const before = await clocksOf(trackId);
    const { version } = await rowOf(trackId);
    expect((await apply(trackId))?.outcome).toBe('moved');
    expect(await rowOf(trackId)).toMatchObject({
      workflow_version: 2,
      version: version + 1,
      snapshot: { value: { housed: { life: 'missing' } } },
    });
    const after = await clocksOf(trackId);
    for (const id of ['stayLimit', 'stayReview']) expect(clock(after, id)).toEqual(clock(before, id));
    const [old, fresh, begun] = [
      clock(before, 'absence'),
      clock(after, 'absence'),
      clock(after, 'lossReport'),
    ];
    const { deadline_id, started_at } = old;
    expect(fresh).toMatchObject({ deadline_id, started_at, rule: 'H57' });
    expect(fresh.legal_due_at).toBe(addMs(minuteOf(started_at), 12 * HOUR_MS));
    expect(begun.legal_due_at).toBe(addMs(minuteOf(begun.started_at), HOUR_MS));
    // Of the later end they were to hear twelve hours from now: now it is due.
    const armed = await armedOf(deadline_id);
    expect(armed.map((line) => line.split(' ')[0])).toEqual(['remind', 'escalate']);
    expect(armed.at(-1)).toBe(`escalate ${fresh.safe_due_at}`);
    expect(await armedOf(begun.deadline_id)).toHaveLength(2);
  });

  test('is then dealt with by the new version, and its log tells of the move', async () => {
    const trackId = await world.stay('minor', await admission(world), ['absence.noted']);
    await apply(trackId);
    await world.tell(trackId, ['loss.reported', { receiptKept: true }], ['contact.made']);
    expect((await rowOf(trackId)).state).toContain('housed.life.living');
    const { case_id: caseId } = await rowOf(trackId);
    const { items } = await world.engine.viewTimeline(world.people.manager, caseId, { limit: 50 });
    const [moved, ...more] = items.filter(({ type }) => type === 'track.moved');
    expect([moved?.actor, moved?.title.zh, more.length]).toEqual(['system', '办理环节迁移至新版流程', 0]);
    expect(moved?.payload).toMatchObject({ from: 1, to: 2 });
    const audit = await world.connection.db
      .selectFrom('audit')
      .select(['action', 'person_id'])
      .where('track_id', '=', trackId)
      .where('action', '=', 'command:track.moved')
      .execute();
    expect(audit).toEqual([{ action: 'command:track.moved', person_id: null }]);
    expect(await foresee(trackId)).toBeNull();
    expect(await apply(trackId), 'once is once').toBeNull();
  });
});

test('a lock that was lifted at her wish comes off with the move, ended stays too', async () => {
  const inquiry = { kind: 'illness_claim', through: 'police' };
  const trackId = await world.stay('adult', await admission(world), ['inquiry.received', inquiry]);
  const { case_id: caseId } = await rowOf(trackId);
  const adverse = await trackOf(world, caseId, 'adverse');
  const { supervisor } = world.people;
  for (const [type, payload] of [
    ['person.seen', { alone: true, wish: 'contact' }],
    ['agencies.told', { policeTold: true }],
    ['lock.lifted', { herWish: true }],
  ] as const) {
    await send(world, supervisor, adverse, { type, payload });
  }
  expect(await factOf(trackId)).toBe('locked');
  const shown = await apply(trackId);
  expect(shown?.facts).toEqual([{ fact: 'location', before: 'locked', after: 'unlocked' }]);
  expect(await factOf(trackId)).toBe('unlocked');
  const ended = await world.stay('adult', ['request.withdrawn', { spokenAlone: true }]);
  expect(await apply(ended)).toMatchObject({ outcome: 'moved', stateAfter: ['withdrawn'] });
  expect(await rowOf(ended)).toMatchObject({ is_final: true, workflow_version: 2 });
});

test('a track from whose state nobody is moved stays untouched, with the reason, until it has left that state', async () => {
  const trackId = await world.stay('adult', await admission(world), ['site.found', { present: false }]);
  const before = await countRows(world);
  for (const look of [foresee, apply]) {
    const blocked = await look(trackId);
    expect(blocked).toMatchObject({ outcome: 'blocked', stateAfter: null });
    expect(blocked?.blocks.map(({ code, about }) => [code, about])).toEqual([
      ['state_blocked', 'housed.life.relocating'],
    ]);
  }
  expect(await countRows(world)).toEqual(before);
  expect((await rowOf(trackId)).workflow_version).toBe(1);
  await world.tell(trackId, ['resident.relocated', { site: 'FS02' }]);
  expect((await apply(trackId))?.outcome).toBe('moved');
});

test('two deadlines that change names keep their rows and their dates', async () => {
  const trackId = await world.stay('adult', await admission(world));
  const before = await clocksOf(trackId);
  const shown = await moveTrack(world.parts, withNamesExchanged(world.versions), trackId);
  expect(shown?.outcome).toBe('moved');
  const after = await clocksOf(trackId);
  const [limit, review] = [before.get('stayLimit'), before.get('stayReview')];
  expect(after.get('stayReview')).toEqual({ ...limit, declaration: 'stayReview' });
  expect(after.get('stayLimit')).toEqual({ ...review, declaration: 'stayLimit' });
});

describe('beside people who work', () => {
  test('an event decided on the track before the move is told that its version is stale', async () => {
    const trackId = await world.stay('adult', await admission(world));
    const { version } = await rowOf(trackId);
    await apply(trackId);
    const late = { ...asks(world.keeper), trackId, type: 'absence.noted', payload: {} };
    const sending = world.engine.applyEvent({ ...late, ifMatch: `"${version}"` });
    await expect(sending).rejects.toMatchObject({
      code: 'version_stale',
      details: { currentVersion: version + 1 },
    });
  });

  test('nobody sends the event of a move', async () => {
    const trackId = await world.stay('adult');
    for (const person of Object.values(world.people).filter(({ agency }) => agency === world.keeper.agency)) {
      if (person.role === 'administrator') continue;
      const sending = send(world, person, trackId, { type: 'track.moved', payload: { from: 1, to: 2 } });
      await expect(sending).rejects.toMatchObject({ code: 'event_not_in_state' });
    }
  });

  test('a track that changes between plan and write is planned again on what is there then', async () => {
    const trackId = await world.stay('minor', await admission(world));
    let isDone = false;
    const keepUp = async (serial: number): Promise<void> => {
      await world.deps.calendar.keepUp(serial);
      if (isDone) return;
      isDone = true;
      await world.tell(trackId, ['absence.noted']);
    };
    const parts = { ...world.parts, calendar: { ...world.deps.calendar, keepUp } };
    expect(await moveTrack(parts, world.versions, trackId)).toMatchObject({
      outcome: 'moved',
      stateAfter: ['housed.life.missing', 'housed.term.usual.unreviewed'],
    });
  });

  test('one that never rests is given up after eight rounds and counted as busy', async () => {
    const trackId = await world.stay('adult', await admission(world));
    let rounds = 0;
    const keepUp = async (serial: number): Promise<void> => {
      await world.deps.calendar.keepUp(serial);
      rounds += 1;
      await world.tell(trackId, ['needs.planned', { services: ['legal'] }]);
    };
    const parts = { ...world.parts, calendar: { ...world.deps.calendar, keepUp } };
    // The people's own commands keep up with the calendar too, but by the world's own.
    expect((await moveTrack(parts, world.versions, trackId))?.outcome).toBe('busy');
    expect([rounds, (await rowOf(trackId)).workflow_version]).toEqual([8, 1]);
  });

  test('two commands at once move a track once', async () => {
    const trackId = await world.stay('adult', await admission(world));
    const both = await Promise.all([apply(trackId), apply(trackId)]);
    expect(both.filter((shown) => shown?.outcome === 'moved')).toHaveLength(1);
    const log = await world.connection.db
      .selectFrom('case_events')
      .select('body')
      .where('track_id', '=', trackId)
      .where('type', '=', 'track.moved')
      .execute();
    expect(log.map(({ body }) => parseLogged(body).workflowVersion)).toEqual([2]);
  });

  test('a crash in the middle of the write leaves nothing of it', async () => {
    const trackId = await world.stay('minor', await admission(world), ['absence.noted']);
    const before = [await countRows(world), await clocksOf(trackId), await rowOf(trackId)];
    const fault = (): never => {
      throw new Error('the power fails');
    };
    const moving = moveTrack({ ...world.parts, fault }, world.versions, trackId);
    await expect(moving).rejects.toThrow('the power fails');
    expect([await countRows(world), await clocksOf(trackId), await rowOf(trackId)]).toEqual(before);
    expect((await apply(trackId))?.outcome).toBe('moved');
  });
});

describe('a process that does not know the new version', () => {
  test('answers nobody for its tracks, ends none of their periods, and leaves them as they are', async () => {
    const trackId = await world.stay('minor', await admission(world), ['absence.noted']);
    await apply(trackId);
    const before = [await countRows(world), await clocksOf(trackId), await rowOf(trackId)];
    const { version } = await rowOf(trackId);
    const event = { ...asks(world.keeper), trackId, type: 'contact.made', payload: {} };
    const refused = { code: 'unavailable' };
    await expect(world.oldEngine.applyEvent({ ...event, ifMatch: `"${version}"` })).rejects.toMatchObject(
      refused,
    );
    await expect(world.oldEngine.viewTrack(world.keeper, trackId)).rejects.toMatchObject(refused);
    // Skipped, the clock would stay behind the calendar for good.
    const older = { ...world.parts, workflows: world.oldWorkflows };
    const notice = { year: 2031, document: 'a notice', holidays: [] };
    await expect(foreseeHolidays(older, notice)).rejects.toThrow('no version 2 of workflow shelter');
    const { deadline_id: id, started_at, legal_due_at } = clock(await clocksOf(trackId), 'absence');
    await expect(world.oldEngine.sendAsSystem({ trackId, type: 'limit.reached' })).rejects.toThrow(
      'no version 2',
    );
    await world.connection.db
      .updateTable('deadlines')
      .set({ legal_due_at: started_at })
      .where('deadline_id', '=', id)
      .execute();
    await expect(world.oldEngine.lapseDeadline(id)).rejects.toThrow('does not know shelter version 2');
    await world.connection.db
      .updateTable('deadlines')
      .set({ legal_due_at })
      .where('deadline_id', '=', id)
      .execute();
    expect([await countRows(world), await clocksOf(trackId), await rowOf(trackId)]).toEqual(before);
  });
});
