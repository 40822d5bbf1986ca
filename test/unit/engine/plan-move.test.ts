import { describe, expect, test } from 'vitest';
import { addMs } from '#src/base/instant.ts';
import { title } from '#src/base/title.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import type { TrackState } from '#src/engine/case-state.ts';
import { type MovePlan, planMove } from '#src/engine/plan-move.ts';
import { planDeadlines } from '#src/engine/plan-deadlines.ts';
import { shownDeadlines } from '#src/engine/shown-move.ts';
import { loadMoves, versionsOf } from '#src/load-moves.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import type { DeadlineRow } from '#src/store/read-command.ts';
import type { Move } from '#src/workflow/define-move.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { MoveVersions } from '#src/workflow/map-track.ts';
import { withDeadlines } from '#test/support/plant.ts';
import { withNamesExchanged } from '#test/support/planted-moves.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';

const workflows = await loadWorkflows();
const sound = versionsOf(await loadMoves(), workflows, { workflow: 'shelter', from: 1, to: 2 });
const HOUR_MS = 3_600_000;
const because = title('测试', 'Test');

const INPUT = { source: 'ngo', resident: 'minor', minors: 0, previousStays: 0 };
const promises = { apart: true, staffOfHerSex: true, free: true, mayLeave: true };
const ADMITTED = { site: 'FS01', zone: 'women', admittedAt: OPENED_AT, ...promises };
const UNTIL = addMs(OPENED_AT, 100 * HOUR_MS);

/** A stay under the old version, with the clocks that run in its state since it was opened. */
function stayAt(resident: string, ...steps: readonly (readonly [type: string, payload?: object])[]) {
  const story: Story = tell(sound.from, { ...INPUT, resident });
  for (const [type, payload = {}] of steps)
    story.send(type, payload, type === 'limit.reached' ? { role: 'system' } : {});
  const track = trackOf(story);
  return { track, rows: rowsOf(track, story) };
}

function trackOf(story: Story): TrackState {
  const { snapshot, state, facts, isFinal } = story.now();
  return {
    ...{ id: 'track', workflow: 'shelter', workflowVersion: 1, version: 1, happened: {} },
    ...{ snapshot, state, facts, isFinal, agency: 'federation', assignee: null, candidate: null },
  };
}

function rowsOf(after: TrackState, story: Story): DeadlineRow[] {
  const event = { type: 'any.event', occurredAt: OPENED_AT, now: OPENED_AT };
  let drawn = 0;
  const { started } = planDeadlines(
    { workflow: sound.from, before: null, after, step: story.now(), event },
    { calendar: CHINA_CALENDAR, drawId: () => `clock ${(drawn += 1)}`, rows: [], lapsedId: null },
  );
  return started.map((start) => ({ ...start, outcome: 'open', explanation: [...start.explanation] }));
}

type Given = ReturnType<typeof stayAt> & { readonly waiting?: readonly string[]; readonly hours?: number };

function plan(given: Given, change: Partial<Move> = {}, to: Workflow = sound.to): MovePlan {
  const versions: MoveVersions = { ...sound, to, move: { ...sound.move, ...change } };
  return planMove(versions, given.track, {
    now: addMs(OPENED_AT, (given.hours ?? 1) * HOUR_MS),
    calendar: CHINA_CALENDAR,
    drawId: () => 'drawn',
    rows: given.rows,
    waiting: given.waiting ?? [],
  });
}

function blocksOf(planned: MovePlan): string[] {
  return planned.outcome === 'blocked' ? planned.blocks.map(({ code, about }) => `${code} ${about}`) : [];
}

function changesOf(planned: MovePlan): string[] {
  if (planned.outcome !== 'moves') throw new Error(`it is ${planned.outcome}: ${blocksOf(planned).join()}`);
  return shownDeadlines(planned.deadlines).map(
    ({ change, before, after }) => `${change} ${before?.declaration ?? '–'} → ${after?.declaration ?? '–'}`,
  );
}

const missing = stayAt('minor', ['stay.admitted', ADMITTED], ['absence.noted']);
const housed = stayAt('adult', ['stay.admitted', ADMITTED]);
const extended = stayAt('adult', ['stay.admitted', ADMITTED], ['extension.filed', { until: UNTIL }]);

test('each deadline goes on, is computed again, or starts, as the mapping says', () => {
  expect(changesOf(plan(missing)).sort()).toEqual([
    'kept stayLimit → stayLimit',
    'kept stayReview → stayReview',
    'recomputed absence → absence',
    'started – → lossReport',
  ]);
});

test('a kept deadline keeps its dates to the minute, however old it is', () => {
  const planned = plan({ ...housed, hours: 200 });
  if (planned.outcome !== 'moves') throw new Error('it is blocked');
  for (const { before, after } of shownDeadlines(planned.deadlines)) expect(after).toEqual(before);
});

test('a period by the new rule that is over already stops the move', () => {
  expect(blocksOf(plan({ ...missing, hours: 13 }))).toEqual(['overdue_at_once absence']);
});

test('an end that has come and is not written stops it, where a state hangs on it', () => {
  expect(blocksOf(plan({ ...housed, hours: 24 * 11 }))).toEqual(['lapse_due stayLimit']);
});

test('an event still to be sent that nobody would hear any more stops it', () => {
  expect(blocksOf(plan({ ...housed, waiting: ['stay.forgotten'] }))).toEqual([
    'message_waiting stay.forgotten',
  ]);
  expect(plan({ ...housed, waiting: ['limit.reached'] }).outcome).toBe('moves');
});

test('what is over may stay where it is', () => {
  const ended = stayAt('adult', ['request.withdrawn', { spokenAlone: true }]);
  const states = { ...sound.move.states, withdrawn: { stays: because } };
  expect(plan(ended, { states })).toEqual({ outcome: 'stays', because });
});

test('a deadline that ends says why, and none takes its place', () => {
  const deadlines = { ...sound.move.deadlines, stayReview: { kind: 'ended' as const, because } };
  const renamed = withDeadlines(sound.to, { stayReview: [] });
  expect(changesOf(plan(housed, { deadlines }, renamed)).sort()).toEqual([
    'ended stayReview → –',
    'kept stayLimit → stayLimit',
  ]);
});

test('two deadlines may change names', () => {
  const { move, to } = withNamesExchanged(sound);
  expect(changesOf(plan(housed, move, to)).sort()).toEqual([
    'kept stayLimit → stayReview',
    'kept stayReview → stayLimit',
  ]);
});

describe('a mapping that slipped through is stopped at the track it would harm:', () => {
  const context = sound.move.context;

  test.each<[string, Given, Partial<Move>, string]>([
    [
      'it moves the end of a longer stay by what it says the track remembers',
      extended,
      { context: (old) => ({ ...context(old), until: addMs(UNTIL, HOUR_MS) }) },
      'anchor_moved extensionEnd',
    ],
    [
      'it forgets what the new version remembers',
      housed,
      { context: (old) => ({ ...context(old), mayGo: undefined }) },
      'context_unfit housed.life.living housed.term.usual.unreviewed',
    ],
    [
      'it remembers what the new version does not know',
      housed,
      { context: (old) => ({ ...context(old), locked: true }) },
      'context_unfit housed.life.living housed.term.usual.unreviewed',
    ],
    [
      'it drops a running statutory deadline by leading past it',
      housed,
      { states: { ...sound.move.states, 'housed.term.usual.unreviewed': 'housed.term.overdue' } },
      'deadline_lost stayLimit',
    ],
    [
      'it has no answer for a running deadline',
      housed,
      { deadlines: { ...sound.move.deadlines, stayLimit: undefined as never } },
      'deadline_unmapped stayLimit',
    ],
    [
      'it makes one of two',
      housed,
      {
        deadlines: { ...sound.move.deadlines, stayReview: { kind: 'recomputed', as: 'stayLimit', because } },
      },
      'deadline_doubled stayLimit',
    ],
    [
      'it calls kept what runs by another rule',
      missing,
      { deadlines: { ...sound.move.deadlines, absence: { kind: 'kept' } } },
      'rule_changed absence',
    ],
    ['it starts a deadline in silence', missing, { starts: {} }, 'deadline_unforeseen lossReport'],
    [
      'it has no answer for the state',
      housed,
      { states: { ...sound.move.states, 'housed.life.living': undefined as never } },
      'state_unmapped housed.life.living',
    ],
    [
      'it leads to half of a state',
      housed,
      { states: { ...sound.move.states, 'housed.life.living': 'requested' } },
      'state_unfit requested housed.term.usual.unreviewed',
    ],
    [
      'it ends what runs',
      stayAt('adult'),
      { states: { ...sound.move.states, requested: 'withdrawn' } },
      'end_changed withdrawn',
    ],
    [
      'it changes a fact of the case in silence',
      stayAt(
        'adult',
        ['stay.admitted', ADMITTED],
        ['inquiry.received', { kind: 'illness_claim', through: 'police' }],
      ),
      { facts: {} },
      'fact_changed location',
    ],
  ])('%s', (_, given, change, block) => {
    expect(blocksOf(plan(given, change))).toContain(block);
    expect(plan(given).outcome, 'the sound one moves it').toBe('moves');
  });
});
