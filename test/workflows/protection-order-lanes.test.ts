import type { AnyStateNode } from 'xstate';
import { expect, test } from 'vitest';
import { leafPaths } from '#src/workflow/state-paths.ts';
import { LANE_RULES, LANES } from '#workflows/protection-order/lanes.ts';
import { workflow } from '#workflows/protection-order.ts';

/** Every set of leaf states a machine can be in, regions taken in every combination. */
function configurations(node: AnyStateNode): AnyStateNode[][] {
  const children = Object.values(node.states);
  if (children.length === 0) return [[node]];
  if (node.type !== 'parallel') return children.flatMap(configurations);
  return children.reduce<AnyStateNode[][]>(
    (sets, child) => sets.flatMap((set) => configurations(child).map((more) => [...set, ...more])),
    [[]],
  );
}

const STATES = configurations(workflow.machine.root).map(leafPaths);
const codesOf = (rules: readonly { lane: string }[]) => [...new Set(rules.map(({ lane }) => lane))];
const fitting = (state: readonly string[]) =>
  LANE_RULES.filter(({ states }) => states.some((path) => state.includes(path)));

test('every state of an order is in a lane whatever its context, and outside of its term in only one', () => {
  // Four regions beside each other while it is in force, and one at a time before and after.
  expect(STATES.length).toBeGreaterThan(50);
  for (const state of STATES) {
    const rules = fitting(state);
    const certain = rules.filter(({ when }) => when === undefined);
    expect([state, certain.length > 0]).toEqual([state, true]);
    if (!state.some((path) => path.startsWith('inForce.')))
      expect([state, codesOf(rules)]).toEqual([state, codesOf(certain.slice(0, 1))]);
  }
});

test('no rule names a state that there is not, and every lane has a rule', () => {
  const leaves = new Set(STATES.flat());
  expect(LANE_RULES.flatMap(({ states }) => states).filter((path) => !leaves.has(path))).toEqual([]);
  expect(codesOf(LANE_RULES).sort()).toEqual(codesOf(LANES).sort());
});

test('the renewal window opens with the first reminder of the end', () => {
  const [window] = LANE_RULES.filter(({ lane }) => lane === 'renewal_window').flatMap(
    ({ when = [] }) => when,
  );
  const { anchor, remind } = workflow.deadlines['extension'] ?? {};
  expect(anchor).toEqual({ context: 'alertFrom' });
  expect(window).toEqual({
    endOf: 'alertFrom',
    withinDays: Number(/^P(\d+)D$/.exec(remind?.[0] ?? '')?.[1]),
  });
});
