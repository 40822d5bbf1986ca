import { expect, test } from 'vitest';
import { AppError } from '#src/base/errors.ts';
import { inputProblem } from '#src/base/input-faults.ts';
import { addMs } from '#src/base/instant.ts';
import type { Plan } from '#src/engine/plan-step.ts';
import { refuseFutureAnchors } from '#src/engine/refuse-future-anchors.ts';

const NOW = '2026-03-02T10:00:00.000+08:00';
const TOMORROW = addMs(NOW, 86_400_000);

/** A plan that starts these clocks. */
function planOf(...starts: readonly (readonly [rule: string, startedAt: string])[]): { plan: Plan } {
  const started = starts.map(([rule, startedAt]) => ({ rule, startedAt }));
  return { plan: { clocks: [{ started }] } as unknown as Plan };
}

/** Refuses a time ahead as the checks of an event do. */
function refusing(pointer: string, at: string, planned: { plan: Plan }) {
  return (latest: string) => {
    if (at <= latest) return planned;
    throw new AppError('occurred_at_invalid', { errors: [inputProblem(pointer, 'future')] });
  };
}

function messageOf(act: () => unknown): string | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return error.details.errors?.[0]?.message.en;
    throw error;
  }
  throw new Error('was not refused');
}

test('the rules that would be counted from the refused time are named, and no others', () => {
  const planned = planOf(['C2', TOMORROW], ['R7p', TOMORROW], ['C5', NOW]);
  const asked = { now: NOW, occurredAt: TOMORROW, payload: {} };
  expect(messageOf(() => refuseFutureAnchors(asked, refusing('/occurredAt', TOMORROW, planned)))).toBe(
    'must not be in the future: C2, R7p would be counted from it',
  );
  const inside = { now: NOW, payload: { acts: [{ acceptedAt: TOMORROW }] } };
  expect(
    messageOf(() => refuseFutureAnchors(inside, refusing('/acts/0/acceptedAt', TOMORROW, planned))),
  ).toBe('must not be in the future: C2, R7p would be counted from it');
});

test('a period of law that a workflow anchors ahead is refused, one of ours is not: a release is warned of beforehand', () => {
  const asked = { now: NOW, payload: {} };
  expect(messageOf(() => refuseFutureAnchors(asked, () => planOf(['C5', TOMORROW])))).toMatch(/: C5 would/);
  const house = planOf(['H40', TOMORROW], ['C5', addMs(NOW, 60_000)]);
  expect(refuseFutureAnchors(asked, () => house)).toBe(house);
});

test('any other refusal stays what it is', () => {
  const refusal = new AppError('guard_refused', { because: [] });
  const plan = () => {
    throw refusal;
  };
  expect(() => refuseFutureAnchors({ now: NOW, payload: {} }, plan)).toThrow(refusal);
});
