import { beforeAll, describe, expect, test } from 'vitest';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';
import type { Stepped } from '#src/workflow/step-track.ts';
import { type Edge, type Explored, explore, type Move } from '#test/support/every-path.ts';
import {
  ALARM_MOVES,
  CARE_MOVES,
  INTAKE_INPUT,
  INTAKE_UNREAD,
  REPORT_MOVES,
  scale,
} from '#test/support/intake-moves.ts';
import { withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow } from '#workflows/intake.ts';

const JUDGED_HIGH: Move = ['risk.scored', { ...scale(), override: { to: 'high', reason: { sealed: 'r' } } }];
const MOVES: readonly Move[] = [...CARE_MOVES, JUDGED_HIGH, ...ALARM_MOVES, ...REPORT_MOVES];

type Context = {
  risk: string;
  mandatory: boolean;
  policeAlarm: string;
  federationAlarm: string;
  report: string;
  feedback: string;
};
const contextOf = (at: Stepped) => at.snapshot.context as unknown as Context;
const entersAny = (names: readonly string[]) => (edge: Edge) =>
  edge.to.entered.some((path) => names.includes(path));

/** Rules that hold on every step; each says what is wrong with one, or nothing. */
const RULES: { readonly [promise: string]: (edge: Edge) => boolean } = {
  'no case ends or is closed while an alarm or a report is due': (edge) =>
    !entersAny(['closed', 'closedInfo', 'closedLost', 'closedWithdrawn'])(edge) ||
    ![
      contextOf(edge.from).policeAlarm,
      contextOf(edge.from).federationAlarm,
      contextOf(edge.from).report,
    ].includes('due'),
  'information alone, lost contact and withdrawal end no mandatory and no high-risk case': (edge) =>
    !entersAny(['closedInfo', 'closedLost', 'closedWithdrawn'])(edge) ||
    (!contextOf(edge.from).mandatory && contextOf(edge.from).risk !== 'high'),
  'no case is closed while police owe feedback, or another track or deadline is open': ({ from, move, to }) =>
    !to.entered.includes('closed') ||
    from.state.includes('closed.followUp') ||
    from.state.includes('closed.unreached') ||
    (contextOf(from).feedback !== 'awaited' &&
      (move[2]?.openTracks ?? 0) + (move[2]?.openDeadlines ?? 0) === 0),
  'high risk is never mediated': ({ from, move }) =>
    contextOf(from).risk !== 'high' || !JSON.stringify(move).includes('mediation'),
  'a mandatory report ends only by being filed': ({ move, to }) =>
    !to.exited.includes('open.report.due') || move[0] === 'report.filed',
  'an alarm ends only by telling those it is for': ({ move, to }) =>
    (!to.exited.includes('open.alarm.police.due') || move[0].startsWith('police.')) &&
    (!to.exited.includes('open.alarm.federation.due') || move[0] === 'federation.informed'),
  'what is due stays due until then, in whatever the work does': ({ from, move, to }) =>
    contextOf(from).policeAlarm !== 'due' ||
    contextOf(to).policeAlarm === 'due' ||
    ['police.informed', 'police.arrived'].includes(move[0]),
  'only a supervisor lowers a judgement': ({ from, move, to }) =>
    !(contextOf(from).risk === 'high' && contextOf(to).risk !== 'high' && move[0] === 'risk.scored') ||
    (contextOf(from) as unknown as { judged: string }).judged !== 'high' ||
    move[2]?.role === 'supervisor',
};

const explored: { all: Explored } = { all: { states: [], edges: [], refusals: [] } };

// Some ten thousand states; the whole machine, not a sample.
beforeAll(() => {
  explored.all = explore(workflow, [INTAKE_INPUT], MOVES, { limitCount: 30_000, ignore: INTAKE_UNREAD });
}, 120_000);

test('every state of the machine is visited and every event is taken', () => {
  const visited = new Set(explored.all.states.flatMap(({ entered }) => entered));
  const taken = new Set(explored.all.edges.map(({ move }) => move[0]));
  const unvisited = nodesOf(workflow.machine)
    .map(pathOf)
    .filter((path) => !visited.has(path));
  expect(unvisited).toEqual([]);
  expect(Object.keys(workflow.events).filter((type) => !taken.has(type))).toEqual([]);
});

describe('on every reachable step', () => {
  test.each(Object.entries(RULES))('%s', (_promise, holds) => {
    const broken = explored.all.edges.filter((edge) => !holds(edge));
    expect(broken.slice(0, 3).map(({ from, move }) => [from.state, move])).toEqual([]);
  });
});

/** A workflow that breaks each rule, and the moves it takes to see it. */
const PLANTED: { readonly [promise: string]: readonly [Workflow, readonly Move[]] } = {
  'no case ends or is closed while an alarm or a report is due': [
    withoutGuards(workflow, ['alarmSettled']),
    [...CARE_MOVES, ...ALARM_MOVES],
  ],
  'information alone, lost contact and withdrawal end no mandatory and no high-risk case': [
    withoutGuards(workflow, ['notMandatory']),
    [...CARE_MOVES, ...REPORT_MOVES],
  ],
  'no case is closed while police owe feedback, or another track or deadline is open': [
    withoutGuards(workflow, ['siblingDeadlinesSettled']),
    CARE_MOVES,
  ],
  'high risk is never mediated': [withoutGuards(workflow, ['noMediationAtHighRisk']), CARE_MOVES],
  'a mandatory report ends only by being filed': [
    withTransitions(workflow, 'open.report.due', { 'incident.reported': 'none' }),
    [...CARE_MOVES, ...REPORT_MOVES],
  ],
  'an alarm ends only by telling those it is for': [
    withTransitions(workflow, 'open.alarm.federation.due', { 'police.informed': 'told' }),
    [...CARE_MOVES, ...ALARM_MOVES],
  ],
  'what is due stays due until then, in whatever the work does': [
    withTransitions(workflow, 'open', { 'review.requested': { target: 'open', reenter: true } }),
    [...CARE_MOVES.filter(([type]) => type !== 'review.requested'), ['review.requested'], ...ALARM_MOVES],
  ],
  'only a supervisor lowers a judgement': [
    withoutGuards(workflow, ['loweredBySupervisor']),
    [...CARE_MOVES, JUDGED_HIGH, ...ALARM_MOVES],
  ],
};

test.each(Object.keys(RULES))('a workflow that breaks it is found out: %s', (promise) => {
  const holds = RULES[promise];
  const [broken, moves] = PLANTED[promise] ?? [];
  if (holds === undefined || broken === undefined || moves === undefined) throw new Error('nothing planted');
  const { edges } = explore(broken, [INTAKE_INPUT], moves, { limitCount: 30_000, ignore: INTAKE_UNREAD });
  expect(edges.filter((edge) => !holds(edge)).length).toBeGreaterThan(0);
});

test('from every reachable state an end can be reached', () => {
  const before = new Map<string, Set<string>>();
  const nameOf = (at: Stepped) => JSON.stringify(at.state);
  for (const { from, to } of explored.all.edges) {
    const known = before.get(nameOf(to)) ?? new Set();
    before.set(nameOf(to), known.add(nameOf(from)));
  }
  const ending = explored.all.states.filter(({ isFinal }) => isFinal).map(nameOf);
  const alive = new Set(ending);
  for (const name of alive) for (const earlier of before.get(name) ?? []) alive.add(earlier);
  expect(explored.all.states.map(nameOf).filter((name) => !alive.has(name))).toEqual([]);
});
