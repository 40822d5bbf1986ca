import { expect, test } from 'vitest';
import { and, not, or } from 'xstate';
import { foreseeRefusal } from '#src/workflow/foresee-event.ts';
import { isRefused, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import { recorded } from '#test/support/step-with.ts';
import { workflowOf } from '#test/support/workflow-of.ts';

const OPENED = { payload: {}, openedAt: '2026-01-05T09:00:00.000+08:00', agency: 'federation' };
const target = 'stop';

function asked(transition: unknown, payload: object = {}) {
  const workflow = workflowOf({
    initial: 'start',
    states: { start: { on: { 'it.asked': transition } }, stop: {} },
  });
  const { snapshot } = startTrack(workflow, OPENED);
  const answer = stepTrack(workflow, snapshot, { type: 'it.asked', payload, ...recorded({}) });
  return {
    answer: isRefused(answer) ? answer : 'taken',
    foreseen: foreseeRefusal(workflow, snapshot, 'it.asked', recorded({})),
  };
}

const refusedBy = (...guards: string[]) => ({ reason: 'guard_refused', guards });

test('an event that nothing listens to is not in the state', () => {
  const workflow = workflowOf({ initial: 'start', states: { start: {} } });
  const { snapshot } = startTrack(workflow, OPENED);
  const event = { type: 'it.asked', payload: {}, ...recorded({}) };
  expect(stepTrack(workflow, snapshot, event)).toEqual({ reason: 'event_not_in_state' });
});

test.each([
  ['one guard', { guard: 'no', target }, ['no']],
  ['and: all that fail', { guard: and(['yes', 'no', 'never']), target }, ['no', 'never']],
  ['or: every one, since any would do', { guard: or(['no', 'never']), target }, ['no', 'never']],
  ['and in or', { guard: or([and(['yes', 'no']), 'never']), target }, ['no', 'never']],
  ['not: what should not have held', { guard: not('yes'), target }, ['yes']],
  [
    'what fails in every branch',
    [
      { guard: and(['no', 'never']), target },
      { guard: 'no', target },
    ],
    ['no'],
  ],
  [
    'all, when no reason is shared',
    [
      { guard: 'no', target },
      { guard: 'never', target },
    ],
    ['no', 'never'],
  ],
])('a refusal names %s', (_what, transition, guards) => {
  const { answer, foreseen } = asked(transition);
  expect(answer).toEqual(refusedBy(...guards));
  expect(foreseen).toEqual(refusedBy(...guards));
});

test.each([
  ['no guard', { target }],
  ['one that holds', { guard: or(['no', 'yes']), target }],
  [
    'a later branch that holds',
    [
      { guard: 'no', target },
      { guard: not('no'), target },
    ],
  ],
])('%s: the event is taken', (_what, transition) => {
  expect(asked(transition)).toEqual({ answer: 'taken', foreseen: null });
});

test('a guard that reads the payload cannot be foreseen, the others can', () => {
  expect(asked({ guard: 'paid', target })).toEqual({ answer: refusedBy('paid'), foreseen: null });
  expect(asked({ guard: and(['paid', 'no']), target }).foreseen).toEqual(refusedBy('no'));
  expect(asked({ guard: 'paid', target }, { paid: true }).answer).toBe('taken');
});
