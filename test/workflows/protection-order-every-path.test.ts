import { beforeAll, describe, expect, test } from 'vitest';
import { assign } from 'xstate';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';
import type { Stepped } from '#src/workflow/step-track.ts';
import { type Edge, type Explored, explore } from '#test/support/every-path.ts';
import { ORDER_INPUT, ORDER_UNREAD, ORDER_WALKS } from '#test/support/order-moves.ts';
import { withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/protection-order.ts';

const BOUNDS = { limitCount: 20_000, ignore: ORDER_UNREAD };

type Context = {
  validTo: string;
  validityFrom: string;
  asked: string[];
  coercion: string;
  toServe: { mandatory: boolean }[];
};
const contextOf = (at: Stepped) => at.snapshot.context as unknown as Context;
const isInForce = (at: Stepped) => at.state.some((path) => path.startsWith('inForce.'));
const isActive = (at: Stepped) => at.state.includes('inForce.service.ruling.active');

/** Rules that hold on every step; each says whether one step keeps it. */
const RULES: { readonly [promise: string]: (edge: Edge) => boolean } = {
  'INV-12: the end of an order moves by an extension and by nothing else': ({ from, move, to }) =>
    !isInForce(from) ||
    !isInForce(to) ||
    move[0] === 'order.extended' ||
    (contextOf(from).validTo === contextOf(to).validTo &&
      contextOf(from).validityFrom === contextOf(to).validityFrom),
  'INV-13: only the applicant’s side has it revoked, varied or extended, and the court only on her request':
    ({ from, move }) =>
      JSON.stringify(move[1] ?? {}).includes('"by":"respondent"') === false &&
      (move[0] !== 'order.revoked' || contextOf(from).asked.includes('revoke')) &&
      (move[0] !== 'order.varied' || contextOf(from).asked.includes('vary')) &&
      (move[0] !== 'order.extended' || contextOf(from).asked.includes('extend')),
  'INV-14: asking for reconsideration pauses nothing': ({ from, move, to }) =>
    move[0] !== 'reconsideration.filed' ||
    !isInForce(from) ||
    (isInForce(to) && to.exited.every((path) => path.startsWith('inForce.reconsideration.'))),
  'INV-15: served on all means each of the mandatory four': ({ to }) =>
    !isActive(to) || contextOf(to).toServe.every(({ mandatory }) => !mandatory),
  'a breach never ends an order': ({ from, move, to }) =>
    move[0] !== 'violation.reported' || (isInForce(from) && isInForce(to) && to.exited.length === 0),
  'an order leaves force by its end, a revocation or a death': ({ from, move, to }) =>
    !isInForce(from) ||
    isInForce(to) ||
    ['order.expired', 'order.revoked', 'reconsideration.revoked', 'proceedings.terminated'].includes(move[0]),
  'no withdrawal and no request for revocation under pressure': ({ from, move }) =>
    !['application.withdrawn', 'revocation.requested'].includes(move[0]) ||
    contextOf(from).coercion === 'none',
  'the clock of the court starts with acceptance and not with filing': ({ move, to }) =>
    !to.entered.includes('deciding') || ['application.accepted', 'urgency.found'].includes(move[0]),
  'no order lasts longer than six months from the day it was made': ({ move, to }) =>
    move[0] !== 'order.granted' || contextOf(to).validTo <= '2026-07-05',
};

function walk(workflow: Workflow): Explored {
  const walks = ORDER_WALKS.map((moves) => explore(workflow, [ORDER_INPUT], moves, BOUNDS));
  return {
    states: walks.flatMap(({ states }) => states),
    edges: walks.flatMap(({ edges }) => edges),
    refusals: walks.flatMap(({ refusals }) => refusals),
  };
}

const explored: { all: Explored } = { all: { states: [], edges: [], refusals: [] } };
beforeAll(() => {
  explored.all = walk(workflow);
}, 120_000);

test('every state of the machine is visited and every event is taken', () => {
  const visited = new Set(explored.all.states.flatMap(({ entered }) => entered));
  const taken = new Set(explored.all.edges.map(({ move }) => move[0]));
  expect(
    nodesOf(workflow.machine)
      .map(pathOf)
      .filter((path) => !visited.has(path)),
  ).toEqual([]);
  expect(Object.keys(workflow.events).filter((type) => !taken.has(type))).toEqual([]);
});

describe('on every reachable step', () => {
  test.each(Object.entries(RULES))('%s', (_promise, holds) => {
    const broken = explored.all.edges.filter((edge) => !holds(edge));
    expect(broken.slice(0, 3).map(({ from, move }) => [from.state, move])).toEqual([]);
  });
});

const RUNNING = 'inForce.validity.running';
const PLANTED: { readonly [promise: string]: Workflow } = {
  'INV-12: the end of an order moves by an extension and by nothing else': withTransitions(
    workflow,
    RUNNING,
    {
      'execution.requested': { actions: assign({ validTo: '2026-07-08' }) },
    },
  ),
  'INV-13: only the applicant’s side has it revoked, varied or extended, and the court only on her request':
    withoutGuards(workflow, ['byApplicantSide']),
  'INV-14: asking for reconsideration pauses nothing': withTransitions(workflow, RUNNING, {
    'reconsideration.filed': '#protection-order.deciding',
  }),
  'INV-15: served on all means each of the mandatory four': withoutGuards(workflow, ['lastMandatory']),
  'a breach never ends an order': withTransitions(workflow, RUNNING, {
    'violation.reported': '#protection-order.expired',
  }),
  'an order leaves force by its end, a revocation or a death': withTransitions(workflow, RUNNING, {
    'change.denied': '#protection-order.expired',
  }),
  'no withdrawal and no request for revocation under pressure': withoutGuards(workflow, ['freeOfPressure']),
  'the clock of the court starts with acceptance and not with filing': withTransitions(workflow, 'filed', {
    'court.contacted': 'deciding',
  }),
  'no order lasts longer than six months from the day it was made': withoutGuards(workflow, [
    'atMostSixMonths',
  ]),
};

test.each(Object.keys(RULES))('a workflow that breaks it is found out: %s', (promise) => {
  const [holds, broken] = [RULES[promise], PLANTED[promise]];
  if (holds === undefined || broken === undefined) throw new Error('nothing planted');
  const isFound = ORDER_WALKS.some((moves) =>
    explore(broken, [ORDER_INPUT], moves, BOUNDS).edges.some((edge) => !holds(edge)),
  );
  expect(isFound).toBe(true);
});
