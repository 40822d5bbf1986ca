import { describe, expect, test } from 'vitest';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { effect } from '#src/workflow/effect.ts';
import { restoreSnapshot, SnapshotUnfitError, type StoredSnapshot } from '#src/workflow/restore-snapshot.ts';
import { isRefused, type Stepped, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { recorded } from '#test/support/step-with.ts';
import { workflowOf } from '#test/support/workflow-of.ts';

const OPENED = { payload: {}, openedAt: '2026-01-05T09:00:00.000+08:00', agency: 'federation' };

function step(workflow: Workflow, from: Stepped, type: string): Stepped {
  const answer = stepTrack(workflow, from.snapshot, { type, payload: {}, ...recorded({}) });
  if (isRefused(answer)) throw new Error(`${type} was refused`);
  return answer;
}

const regions = workflowOf({
  initial: 'open',
  states: {
    open: {
      type: 'parallel',
      states: {
        work: {
          initial: 'first',
          states: {
            first: { on: { 'work.moved': 'second', 'work.restarted': { target: 'first', reenter: true } } },
            second: { on: { 'work.noted': { actions: effect({ kind: 'close_case' }) } } },
          },
        },
        watch: {
          initial: 'quiet',
          states: { quiet: { on: { 'work.moved': 'alert' } }, alert: {} },
        },
      },
      on: {
        'all.restarted': { target: 'open', reenter: true },
        'all.ended': 'ended',
        'work.reset': '.work',
      },
    },
    ended: { type: 'final' },
  },
});

describe('what a step enters and leaves', () => {
  const opened = startTrack(regions, OPENED);

  test('opening enters the initial states and all around them', () => {
    expect(opened.entered).toEqual([
      'open',
      'open.watch',
      'open.watch.quiet',
      'open.work',
      'open.work.first',
    ]);
    expect(opened.exited).toEqual([]);
    expect(opened.state).toEqual(['open.watch.quiet', 'open.work.first']);
  });

  test('one event may move several regions and leaves their parents alone', () => {
    const { entered, exited } = step(regions, opened, 'work.moved');
    expect(entered).toEqual(['open.watch.alert', 'open.work.second']);
    expect(exited).toEqual(['open.watch.quiet', 'open.work.first']);
  });

  test('a state that is re-entered is in both lists', () => {
    const { entered, exited } = step(regions, opened, 'work.restarted');
    expect([entered, exited]).toEqual([['open.work.first'], ['open.work.first']]);
  });

  test('a transition without a target leaves and enters nothing', () => {
    const { entered, exited, effects } = step(regions, step(regions, opened, 'work.moved'), 'work.noted');
    expect([entered, exited]).toEqual([[], []]);
    expect(effects).toEqual([{ kind: 'close_case' }]);
  });

  test('re-entering a parent re-enters everything in it', () => {
    const { entered, exited } = step(regions, opened, 'all.restarted');
    expect(entered).toEqual(opened.entered);
    expect(exited).toEqual(opened.entered);
  });

  test('a transition from around regions into one of them restarts the others too', () => {
    // So it is in XState; the suite of the workflows refuses such transitions, because they cancel duties.
    const { exited } = step(regions, step(regions, opened, 'work.moved'), 'work.reset');
    expect(exited).toContain('open.watch.alert');
  });

  test('at the end everything is left but the end itself', () => {
    const ended = step(regions, opened, 'all.ended');
    expect(ended).toMatchObject({ isFinal: true, state: ['ended'], entered: ['ended'] });
    expect(ended.exited).not.toContain('ended');
    expect(ended.exited).toHaveLength(5);
    const again = stepTrack(regions, ended.snapshot, { type: 'all.ended', payload: {}, ...recorded({}) });
    expect(again).toEqual({ reason: 'event_not_in_state' });
  });

  test('a state only passed through is in neither list', () => {
    const passing = workflowOf({
      initial: 'start',
      states: {
        start: { on: { 'work.moved': 'between' } },
        between: { always: { guard: 'yes', target: 'stop' } },
        stop: {},
      },
    });
    const { entered, exited } = step(passing, startTrack(passing, OPENED), 'work.moved');
    expect([entered, exited]).toEqual([['stop'], ['start']]);
  });
});

describe('a stored snapshot', () => {
  const stored = (value: StoredSnapshot['value']): StoredSnapshot => ({
    value,
    context: {},
    status: 'active',
  });

  test('comes back as it was', () => {
    const { snapshot } = startTrack(regions, OPENED);
    expect(restoreSnapshot(regions, snapshot).value).toEqual(snapshot.value);
  });

  test.each([
    ['a state that is gone', { open: { work: 'third', watch: 'quiet' } }],
    ['a region that is new', { open: { work: 'first' } }],
    ['a state that has children now', 'open'],
    ['a state of another workflow', 'matching'],
  ])('is refused with %s', (_what, value) => {
    expect(() => restoreSnapshot(regions, stored(value))).toThrow(SnapshotUnfitError);
    const event = { type: 'work.moved', payload: {}, ...recorded({}) };
    expect(() => stepTrack(regions, stored(value), event)).toThrow(SnapshotUnfitError);
  });
});

test('an action that is no effect is a mistake and not silently dropped', () => {
  const acting = workflowOf({ initial: 'start', states: { start: { entry: { type: 'surprise' } } } });
  expect(() => startTrack(acting, OPENED)).toThrow('surprise');
});
