import { expect, test } from 'vitest';
import { assign } from 'xstate';
import type { ExcludedSpan } from '#src/base/excluded-span.ts';
import { title } from '#src/base/title.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import type { TrackState } from '#src/engine/case-state.ts';
import { planDeadlines } from '#src/engine/plan-deadlines.ts';
import type { DeadlineRow } from '#src/store/read-command.ts';
import type { DeadlineStart } from '#src/store/step-rows.ts';
import { defineDeadlines } from '#src/workflow/deadline.ts';
import { defineWorkflow, workflowSetup } from '#src/workflow/define-workflow.ts';
import { Payload } from '#src/workflow/field.ts';
import { isRefused, type Stepped, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { defineEvents } from '#src/workflow/workflow-event.ts';
import { recorded } from '#test/support/step-with.ts';

// A police case in small: its time (P9) stands still while something is out; copies go to a growing list (C4).
type Context = { spans: ExcludedSpan[]; copies: { id: string }[] };

const words = title('样例', 'Sample');
const input = Payload({});
const kind = { domainCode: 'x', title: words, roles: ['supervisor'], payload: Payload({}) } as const;
const events = defineEvents({ 'time.out': kind, 'time.in': kind, 'copy.added': kind, left: kind });
const quiet = { remind: [], escalate: [] } as const;
const deadlines = defineDeadlines<keyof typeof events, Context>()({
  limit: {
    ...{ title: words, rule: 'P9', anchor: 'entry', metBy: [], remind: ['PT24H'], escalate: [] },
    excluded: { context: 'spans' },
    pausedBy: ['time.out'],
  },
  copies: { title: words, rule: 'C4', anchor: 'entry', metBy: [], per: 'copies', ...quiet },
});
const small = workflowSetup<Context>()({ input, events, guards: {}, deadlines });
const SPAN: ExcludedSpan = { kind: 'hearing', from: at('2021-05-03'), to: at('2021-05-05') };
const machine = small.createMachine({
  id: 'small',
  context: { spans: [], copies: [{ id: 'a' }] },
  initial: 'running',
  states: {
    running: {
      meta: { title: words, deadlines: ['limit', 'copies'] },
      on: {
        'time.out': 'standing',
        'copy.added': { actions: assign({ copies: [{ id: 'a' }, { id: 'b' }] }) },
        left: 'standing',
      },
    },
    standing: {
      meta: { title: words, waitsFor: ['supervisor'] },
      on: { 'time.in': { target: 'running', actions: assign({ spans: [SPAN] }) } },
    },
  },
});
const workflow = defineWorkflow<Context, typeof input, typeof events, Record<never, never>, typeof deadlines>(
  {
    ...{ id: 'small', version: 1, title: words, openedBy: [], input, events, guards: {}, deadlines, machine },
    facts: () => ({}),
  },
);

function at(day: string): string {
  return `${day}T09:00:00.000+08:00`;
}

function trackOf({ state, snapshot, isFinal, facts }: Stepped): TrackState {
  const fixed = { id: 't', workflow: 'small', workflowVersion: 1, version: 1, happened: {} };
  return { ...fixed, state, snapshot, isFinal, facts, agency: 'a', assignee: null, candidate: null };
}

function opened(day: string) {
  const step = startTrack(workflow, { payload: {}, openedAt: at(day), agency: 'a' });
  return { step, changes: changesOf(null, step, { type: 'opened', day, rows: [] }) };
}

function moved(before: Stepped, type: keyof typeof events, day: string, rows: readonly DeadlineRow[]) {
  const step = stepTrack(workflow, before.snapshot, { type, payload: {}, ...recorded({ at: at(day) }) });
  if (isRefused(step)) throw new Error(`${type} was refused`);
  return { step, changes: changesOf(trackOf(before), step, { type, day, rows }) };
}

type Coming = { readonly type: string; readonly day: string; readonly rows: readonly DeadlineRow[] };

function changesOf(before: TrackState | null, step: Stepped, { type, day, rows }: Coming) {
  const event = { type, occurredAt: at(day), now: at(day) };
  let count = 0;
  const drawId = () => `id${(count += 1)}`;
  const context = { calendar: CHINA_CALENDAR, drawId, rows, lapsedId: null };
  return planDeadlines({ workflow, before, after: trackOf(step), step, event }, context);
}

const rowOf = (start: DeadlineStart): DeadlineRow => ({
  ...{ ...start, outcome: 'open', explanation: [...start.explanation] },
});

test('a rule names its line: the row in force on the day of the anchor is what runs', () => {
  const ruleOn = (day: string) =>
    opened(day).changes.started.find(({ declaration }) => declaration === 'limit')?.rule;
  expect(ruleOn('2025-12-31')).toBe('P9old');
  expect(ruleOn('2026-01-01')).toBe('P9');
});

test('what no law gave does not run and is told, each item once', () => {
  const first = opened('2022-03-02');
  expect(first.changes.unruled).toEqual([
    { declaration: 'copies', item: 'a', rule: 'C4', startedAt: at('2022-03-02') },
  ]);
  expect(first.changes.started.map(({ declaration }) => declaration)).toEqual(['limit']);
  const rows = first.changes.started.map(rowOf);
  const second = moved(first.step, 'copy.added', '2022-03-02', rows);
  expect(second.changes.unruled.map(({ item }) => item)).toEqual(['b']);
  // One that comes when the law is there runs, beside the one that never will.
  const later = moved(first.step, 'copy.added', '2022-03-03', rows);
  expect(later.changes.unruled).toEqual([]);
  expect(later.changes.started.map(({ item }) => item)).toEqual(['b']);
});

test('what stands still is paused, its reminders called off; any other way out cancels it', () => {
  const { step, changes } = opened('2026-01-15');
  const rows = changes.started.filter(({ declaration }) => declaration === 'limit').map(rowOf);
  expect(moved(step, 'time.out', '2026-01-20', rows).changes).toMatchObject({
    settled: [{ outcome: 'paused' }],
    disarmed: [rows[0]?.id],
    started: [],
  });
  expect(moved(step, 'left', '2026-01-20', rows).changes.settled).toMatchObject([{ outcome: 'cancelled' }]);
});

test('it counts on without the days of the kinds its rule names', () => {
  for (const [day, safeDue] of [
    ['2026-01-15', '2026-02-14T24:00'],
    ['2021-05-01', '2021-05-31T24:00'],
  ] as const) {
    const { step } = opened(day);
    const out = moved(step, 'time.out', day, []);
    const back = moved(out.step, 'time.in', day, []).changes.started.find(
      ({ declaration }) => declaration === 'limit',
    );
    // The hearing of May 2021 lies outside of the one, and under the old law is not taken out of the other.
    expect([back?.safeDue, back?.excluded.length]).toEqual([safeDue, day < '2026' ? 0 : 1]);
    expect(JSON.stringify(back?.explanation).includes('听证期间')).toBe(false);
  }
});
