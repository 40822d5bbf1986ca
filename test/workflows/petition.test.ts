import { beforeAll, describe, expect, test } from 'vitest';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';
import { type Edge, type Explored, explore, type Move } from '#test/support/every-path.ts';
import { withoutGuards, withTransitions } from '#test/support/plant.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/petition.ts';

const INPUT = { body: 'federation', channel: 'visit', receivedAt: OPENED_AT };
const PASSED_ON = { ...INPUT, channel: 'transferred' };
const REGISTERED = {
  content: { sealed: 'c' },
  category: 'violence',
  route: 'opinion',
  headCount: 1,
  accusedAgency: 'accused-agency',
  accusedPerson: 'accused-person',
};
const PROCEDURAL = ['court_police', 'arbitration', 'party_appeal', 'administrative'] as const;
const timer = { role: 'system' } as const;
const LED = { procedure: 'protection_order', helped: true, told: true };
const OPINION = { text: { sealed: 't' }, deliveredAt: OPENED_AT, reviewRightTold: true };

const MOVES: readonly Move[] = [
  ...[...PROCEDURAL, 'duty', 'opinion'].flatMap((route): Move[] => [
    ['petition.registered', { ...REGISTERED, route }],
    ['petition.reclassified', { route }],
  ]),
  ['petition.led', LED],
  ['petition.accepted', { told: true }],
  ['petition.accepted', { told: true, handler: 'accused-person' }],
  ['petition.declined', { reason: 'finished', told: true }],
  ['petition.routed', { to: 'bureau', told: true }],
  ['petition.routed', { to: 'accused-agency', told: true }],
  ['transfer.disputed', { reason: { sealed: 'r' } }],
  ['dispute.expired', {}, timer],
  ['dispute.upheld'],
  ['dispute.rejected'],
  ['urgency.found', { kind: 'life' }],
  ['urgency.reported', { measuresTaken: true }],
  ['petition.withdrawn', { spokenAlone: true }],
  ['extension.approved', { approvedByHead: true, told: true }, { role: 'supervisor' }],
  ['finishing.lapsed', {}, timer],
  ['chase.repeated', {}, timer],
  ['opinion.delivered', OPINION],
  ['duty.performed', { told: true }],
  ['opinion.accepted'],
  ['review.requested'],
  ['review.forfeited', {}, timer],
  ['review.answered', { deliveredAt: OPENED_AT, upheld: true }],
  ['recheck.requested'],
  ['recheck.forfeited', {}, timer],
  ['recheck.answered', { upheld: true }],
];

function registered(route: string, input: object = INPUT): Story {
  const story = tell(workflow, input);
  story.send('petition.registered', { ...REGISTERED, route });
  return story;
}

describe('what has a procedure of its own', () => {
  test.each(PROCEDURAL)('%s is led into it and not accepted', (route) => {
    const story = registered(route);
    expect(story.refused('petition.accepted', { told: true })).toContain('noProcedure');
    expect(story.send('petition.led', LED).state).toEqual(['ledIn']);
  });

  test.each(['duty', 'opinion'])('%s is accepted and not led away', (route) => {
    const story = registered(route);
    expect(story.refused('petition.led', LED)).toContain('hasProcedure');
    expect(story.send('petition.accepted', { told: true }).state).toContain('open.work.handling.inTime');
    expect(story.context()['finishRule']).toBe(route === 'opinion' ? 'X4' : 'H93');
  });

  test('is led in also when that comes out later', () => {
    const story = registered('opinion');
    story.send('petition.accepted', { told: true });
    story.send('petition.reclassified', { route: 'court_police' });
    expect(story.refused('opinion.delivered', OPINION)).toEqual(['asksForOpinion']);
    expect(story.send('petition.led', LED).state).toEqual(['ledIn']);
  });
});

test('the petition office registers and routes, any other body informs; both from the day it came', () => {
  expect(tell(workflow, INPUT).context()).toMatchObject({
    routeRule: null,
    informRule: 'X2',
    disputeRule: null,
  });
  const office = { ...INPUT, body: 'petition_office' };
  expect(tell(workflow, office).context()).toMatchObject({ routeRule: 'X1', informRule: null });
  for (const id of ['route', 'inform', 'dispute'])
    expect(workflow.deadlines[id]?.anchor).toEqual({ context: 'receivedAt' });
});

describe('a transfer', () => {
  test('is disputed once, and only while the time for it runs', () => {
    const story = registered('opinion', PASSED_ON);
    expect(story.context()['disputeRule']).toBe('X3');
    story.send('transfer.disputed', { reason: { sealed: 'r' } });
    story.send('dispute.rejected');
    expect(story.refused('transfer.disputed', { reason: { sealed: 'r' } })).toEqual(['mayDispute']);
    const late = registered('opinion', PASSED_ON);
    late.send('dispute.expired', {}, timer);
    expect(late.refused('transfer.disputed', { reason: { sealed: 'r' } })).toEqual(['mayDispute']);
  });

  test('is not disputed where nobody passed anything on', () => {
    expect(registered('opinion').refused('transfer.disputed', { reason: { sealed: 'r' } })).toEqual([
      'mayDispute',
    ]);
  });
});

describe('time to finish', () => {
  test('is extended once, from sixty days to ninety from the same day, and not when it has run out', () => {
    const extension = { approvedByHead: true, told: true };
    const story = registered('opinion');
    story.send('petition.accepted', { told: true });
    expect(story.send('extension.approved', extension).state).toContain('open.work.handling.extended');
    expect(workflow.deadlines['finishExtended']).toMatchObject({
      rule: 'X4b',
      anchor: { context: 'acceptedAt' },
    });
    expect(story.refused('extension.approved', extension)).toEqual(['event_not_in_state']);
    story.send('finishing.lapsed', {}, timer);
    expect(story.refused('extension.approved', extension)).toEqual(['event_not_in_state']);
  });

  test('that ran out is chased three times and then stays visible', () => {
    const story = registered('opinion');
    story.send('petition.accepted', { told: true });
    story.send('finishing.lapsed', {}, timer);
    expect(story.send('chase.repeated', {}, timer).state).toContain('open.work.handling.overdue');
    expect(story.send('chase.repeated', {}, timer).state).toContain('open.work.handling.stuck');
    expect(story.send('opinion.delivered', OPINION).state).toContain('open.work.replied.reviewOpen');
  });
});

test('review and second review each have their thirty days, and then it is over', () => {
  const story = registered('opinion');
  story.send('petition.accepted', { told: true });
  story.send('opinion.delivered', OPINION);
  story.send('review.requested');
  story.send('review.answered', { deliveredAt: OPENED_AT, upheld: true });
  story.send('recheck.requested');
  expect(story.send('recheck.answered', { upheld: true }).state).toEqual(['terminated']);
  const rules = ['review', 'reviewAnswer', 'recheck', 'recheckAnswer'].map(
    (id) => workflow.deadlines[id]?.rule,
  );
  expect(rules).toEqual(['X5', 'X5b', 'X5c', 'X5d']);
});

const RULES: { readonly [promise: string]: (edge: Edge) => boolean } = {
  'what belongs to another procedure never gets an opinion': ({ from, to }) =>
    !to.entered.includes('open.work.replied') || from.snapshot.context['route'] === 'opinion',
  'nothing goes to whom it accuses, as an agency, as a handler or as a notice': ({ move: [, payload], to }) =>
    !JSON.stringify(payload ?? {}).match(/"(to|handler)":"accused/) &&
    !JSON.stringify(to.effects).includes('accused'),
  'what is grave is reported before it ends by anybody’s hand': ({ from, move: [type], to }) =>
    !to.isFinal ||
    !from.state.includes('open.urgency.due') ||
    ['forfeited', 'accepted', 'answered', 'upheld'].includes(type.split('.')[1] ?? ''),
};

function exploreAll(subject: Workflow): Explored {
  const inputs = [INPUT, PASSED_ON, { ...INPUT, body: 'petition_office' }];
  return explore(subject, inputs, MOVES, { limitCount: 5000 });
}

describe('on every path', () => {
  let all: Explored;
  beforeAll(() => {
    all = exploreAll(workflow);
  });

  test.each(Object.entries(RULES))('%s', (_, rule) => {
    expect(all.edges.filter((edge) => !rule(edge))).toEqual([]);
  });

  test('every state is reached', () => {
    const visited = new Set(all.states.flatMap(({ entered }) => entered));
    expect(
      nodesOf(workflow.machine)
        .map(pathOf)
        .filter((path) => !visited.has(path)),
    ).toEqual([]);
  });

  test.each([
    [
      'nothing goes to whom it accuses, as an agency, as a handler or as a notice',
      withoutGuards(workflow, ['notToAccused']),
    ],
    [
      'nothing goes to whom it accuses, as an agency, as a handler or as a notice',
      withoutGuards(workflow, ['handlerNotAccused']),
    ],
    [
      'what is grave is reported before it ends by anybody’s hand',
      withoutGuards(workflow, ['urgencyReported']),
    ],
    [
      'what belongs to another procedure never gets an opinion',
      withTransitions(workflow, 'open.work.entry.registered', {
        'opinion.delivered': '#petition.open.work.replied',
      }),
    ],
  ])('a planted violation is found: %s', (promise, planted) => {
    const rule = RULES[promise];
    expect(rule && exploreAll(planted).edges.some((edge) => !rule(edge))).toBe(true);
  });
});
