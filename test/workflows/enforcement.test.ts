import { beforeAll, describe, expect, test } from 'vitest';
import { nodesOf, pathOf } from '#src/workflow/state-paths.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { Stepped } from '#src/workflow/step-track.ts';
import { type Edge, explore, type Move } from '#test/support/every-path.ts';
import { withoutGuards, withTransitions } from '#test/support/plant.ts';
import { type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/enforcement.ts';

const BREACH = { basis: 'order', respondent: 'r1', source: 'police', acts: ['violence'] } as const;
const OBSTRUCTION = { basis: 'obstruction', respondent: 'r1', source: 'court', acts: ['insult'] } as const;
const TIMER = { role: 'system' } as const;
const day = (days: string) => `2026-01-${days}T09:00:00.000+08:00`;
const admonished = { place: 'custody', recordMade: true };
const sealed = { sealed: 's' };

function breached(input: object = BREACH): Story {
  return tell(workflow, input);
}

function detainedByCourt(): Story {
  const story = breached();
  story.send('court.noticed');
  story.send('sanction.decided', { approved: true, days: 15 });
  story.send('detention.began', { endsAt: day('20'), papersHanded: true });
  return story;
}

const isIn = (story: Story, path: string) => story.now().state.includes(`open.${path}`);

describe('a breach', () => {
  test('is answered by police and court beside each other, and is a danger point at once', () => {
    const { state, facts } = breached().now();
    expect(state).toEqual([
      'open.appeal.none',
      'open.court.unaware',
      'open.courtCustody.none',
      'open.courtNotice.due',
      'open.police.alerted',
      'open.policeCustody.none',
      'open.review.due',
    ]);
    expect(facts).toMatchObject({ enforcement: 'open', breach: 'yes', dangerPoint: 'due' });
  });

  test.each(['family_matter', 'court_only'])('the police may not close it because "%s"', (reason) => {
    const story = breached();
    story.send('court.noticed');
    expect(story.refused('police.closed', { reason, toldHer: true })).toEqual(['lawfulReason']);
  });

  test('nor before the court was told', () => {
    const story = breached();
    const closing = { reason: 'no_act', toldHer: true };
    expect(story.refused('police.closed', closing)).toEqual(['courtTold']);
    story.send('court.informed', { by: 'federation' });
    story.send('police.closed', closing);
    expect(isIn(story, 'courtNotice.due')).toBe(true);
  });

  test('an order found at the scene makes the notice to the court due', () => {
    const story = breached({ ...BREACH, basis: 'violence' });
    expect(isIn(story, 'courtNotice.none')).toBe(true);
    story.send('order.found');
    expect(isIn(story, 'courtNotice.due')).toBe(true);
  });

  test('the time limit of the case is that of the law on the day it was opened', () => {
    const before = tell(workflow, BREACH, { at: '2025-12-31T23:59:00.000+08:00' });
    before.send('case.opened', { ground: 'beating' });
    before.send('limit.extended');
    expect(before.refused('limit.extended')).toEqual(['extensible']);
    const since = tell(workflow, BREACH, { at: '2026-01-01T00:00:00.000+08:00' });
    since.send('case.opened', { ground: 'beating' });
    since.send('limit.extended');
    since.send('limit.extended');
    expect(since.context()['caseRule']).toBe('P9c');
    expect(since.refused('limit.extended')).toEqual(['extensible']);
  });

  test.each([
    ['beating', 10, '15', null],
    ['beating', 11, '16', ['withinPoliceCeiling']],
    ['aggravated', 15, '20', null],
    ['letter', 10, '17', ['withinPoliceCeiling']],
  ])('detention for %s of %i days to January %s', (ground, days, end, refused) => {
    const story = breached();
    story.send('case.opened', { ground });
    const graver = ground === 'aggravated' ? { aggravation: 'over_70' } : {};
    const penalty = { kind: 'detention', ground, ...graver, days, endsAt: day(end) };
    if (refused === null) expect(story.send('punishment.decided', penalty).facts.custody).toBe('held');
    else expect(story.refused('punishment.decided', penalty)).toContain(refused[0]);
  });
});

describe('the court', () => {
  test('admonishes at least, or gives reasons, which the supervisor reads', () => {
    const story = breached();
    story.send('court.noticed');
    expect(story.refused('court.concluded')).toEqual(['admonishedOrReasoned']);
    const reasoned = story.send('measure.declined', { reason: sealed, herWish: false });
    expect(reasoned.effects).toContainEqual({
      kind: 'notify',
      to: 'supervisor',
      notice: 'handling.disputed',
    });
    story.send('court.concluded');
  });

  test('fines or detains once for an act, within the ceilings of what was broken', () => {
    const story = breached();
    story.send('court.noticed');
    story.send('respondent.admonished', admonished);
    const sanction = (more: object) => ({ approved: true, ...more });
    expect(story.refused('sanction.decided', sanction({ fineYuan: 1001 }))).toContain('withinFineCeiling');
    expect(story.refused('sanction.decided', sanction({ days: 16 }))).toContain('withinCourtCeiling');
    expect(story.refused('sanction.decided', sanction({}))).toContain('sanctionNamed');
    story.send('sanction.decided', sanction({ fineYuan: 1000, days: 15 }));
    expect(story.refused('sanction.decided', sanction({ fineYuan: 100 }))).toContain('oncePerAct');
    const obstructed = breached(OBSTRUCTION);
    expect(isIn(obstructed, 'court.reviewing.deciding')).toBe(true);
    obstructed.send('sanction.decided', sanction({ fineYuan: 100_000 }));
    obstructed.send('court.concluded');
  });

  test('has no power over what breaks no order of a court', () => {
    const story = breached({ ...BREACH, basis: 'letter' });
    story.send('court.informed', { by: 'police' });
    expect(story.refused('sanction.decided', { approved: true, days: 3 })).toContain('courtHasPower');
  });

  test('hands him to the police, tells his family, and he may ask the upper court', () => {
    const story = detainedByCourt();
    expect(workflow.deadlines['familyNotice']?.rule).toBe('C9');
    story.send('custody.acknowledged');
    story.send('family.told');
    story.send('decision.received', {}, { at: day('06') });
    expect(story.context()['receivedAt']).toBe(day('06'));
    story.send('appeal.filed');
    const { effects } = story.send('appeal.decided', { outcome: 'revoked', oral: true });
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'release.unwarned' });
    expect(isIn(story, 'courtCustody.untold')).toBe(true);
    expect(isIn(story, 'appeal.toldOrally')).toBe(true);
    story.send('ruling.written');
  });

  test('taken before approval he is let go without it', () => {
    const story = breached();
    story.send('court.noticed');
    story.send('detention.taken');
    expect(story.now().facts.custody).toBe('held');
    expect(story.send('approval.refused').facts.custody).toBe('none');
    expect(isIn(story, 'courtCustody.untold')).toBe(true);
  });

  test('detention of fifteen days may not print a later end', () => {
    const story = breached();
    story.send('court.noticed');
    story.send('sanction.decided', { approved: true, days: 15 });
    const end = (endsAt: string) => ({ endsAt, papersHanded: true });
    expect(story.refused('detention.began', end('2026-01-21T00:00:01.000+08:00'))).toContain(
      'withinCourtCeiling',
    );
    story.send('detention.began', end('2026-01-21T00:00:00.000+08:00'));
  });
});

describe('detention by the police', () => {
  const decided = (): Story => {
    const story = breached();
    story.send('case.opened', { ground: 'beating' });
    const penalty = { kind: 'detention', ground: 'beating', days: 10 };
    expect(story.send('punishment.decided', penalty).facts.custody).toBe('none');
    return story;
  };

  test('begins when he is taken in, not when it was decided, and lasts no longer than that', () => {
    const story = decided();
    expect(isIn(story, 'policeCustody.decided')).toBe(true);
    const taken = { at: day('08') };
    expect(story.refused('custody.entered', { endsAt: day('20') }, taken)).toContain('withinPoliceDays');
    expect(story.send('custody.entered', { endsAt: day('18') }, taken).facts.custody).toBe('held');
    expect(story.context()['policeWarnBy']).toBe(day('17'));
  });

  test('that is not carried out leaves him free, and is a danger point', () => {
    const story = decided();
    expect(story.refused('enforcement.closed')).toContain('nobodyHeld');
    const { state, facts } = story.send('custody.postponed', { ground: 'guaranteed' });
    expect(state).toContain('open.policeCustody.postponed');
    expect(facts).toMatchObject({ custody: 'none', dangerPoint: 'due' });
    expect(story.send('custody.entered', { endsAt: day('15') }).facts.custody).toBe('held');
  });
});

describe('before every release she is told', () => {
  test('a day before the printed end, or somebody is paged', () => {
    const story = detainedByCourt();
    expect(story.context()['courtWarnBy']).toBe(day('19'));
    const { effects } = story.send('courtwarning.missed', {}, TIMER);
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'release.upcoming' });
    story.send('survivor.warned', { by: 'court', safeContact: true });
    story.send(
      'risk.reviewed',
      { level: 'unknown', safetyPlanRenewed: true },
      { facts: { risk: 'unknown' } },
    );
    const released = story.send('detainee.released', { by: 'court', reason: 'expired' });
    expect(released.facts).toMatchObject({ custody: 'none', dangerPoint: 'due' });
  });

  test('told of one release is not told of the other', () => {
    const story = detainedByCourt();
    story.send('case.opened', { ground: 'beating' });
    const { effects } = story.send('punishment.decided', {
      kind: 'detention',
      ground: 'beating',
      days: 5,
      endsAt: day('10'),
    });
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'restraint.doubled' });
    story.send('survivor.warned', { by: 'police', safeContact: true });
    expect(isIn(story, 'policeCustody.held.warned')).toBe(true);
    expect(isIn(story, 'courtCustody.held.dated')).toBe(true);
  });

  test('an early release nobody announced has a clock of its own, and nothing closes before she knows', () => {
    const story = detainedByCourt();
    story.send('detainee.released', { by: 'court', reason: 'early' });
    expect(isIn(story, 'courtCustody.untold')).toBe(true);
    expect(story.refused('enforcement.closed')).toContain('nobodyHeld');
  });
});

const police: readonly Move[] = [
  ['scene.reached'],
  ['scene.secured', { separated: true }],
  ['case.opened', { ground: 'beating' }],
  ['limit.extended'],
  ['punishment.decided', { kind: 'detention', ground: 'beating', days: 5, endsAt: day('10') }],
  ['punishment.decided', { kind: 'detention', ground: 'beating', days: 5 }],
  ['custody.entered', { endsAt: day('10') }],
  ['custody.postponed', { ground: 'ill' }],
  ['treatment.ordered', { kind: 'detoxification', endsAt: day('10') }],
  ['punishment.decided', { kind: 'fine', ground: 'beating', fineYuan: 500 }],
  ['crime.filed'],
  ['police.closed', { reason: 'no_act', toldHer: true }],
  ['police.closed', { reason: 'family_matter', toldHer: true }],
  ['survivor.warned', { by: 'police', safeContact: true }],
  ['detainee.released', { by: 'police', reason: 'early' }],
  ['policewarning.missed', {}, TIMER],
  ['policedetention.ended', {}, TIMER],
];
const court: readonly Move[] = [
  ['court.informed', { by: 'applicant' }],
  ['respondent.admonished', admonished],
  ['measure.declined', { reason: sealed, herWish: false }],
  ['sanction.decided', { approved: true, fineYuan: 500 }],
  ['sanction.decided', { approved: true, days: 5 }],
  ['detention.taken'],
  ['approval.refused'],
  ['detention.began', { endsAt: day('10'), papersHanded: true }],
  ['custody.acknowledged'],
  ['family.told'],
  ['crime.referred', { acknowledged: true }],
  ['court.concluded'],
  ['decision.received'],
  ['appeal.filed'],
  ['appeal.lapsed', {}, TIMER],
  ['appeal.decided', { outcome: 'revoked', oral: true }],
  ['appeal.decided', { outcome: 'upheld', oral: false }],
  ['ruling.written'],
  ['survivor.warned', { by: 'court', safeContact: true }],
  ['detainee.released', { by: 'court', reason: 'early' }],
  ['courtwarning.missed', {}, TIMER],
  ['courtdetention.ended', {}, TIMER],
];
const close: Move = ['police.closed', { reason: 'not_punished', toldHer: true }];
const noticed: Move = ['court.noticed'];
const closing: readonly Move[] = [
  noticed,
  close,
  ['court.informed', { by: 'applicant' }],
  ['respondent.admonished', admonished],
  ['court.concluded'],
  ['case.opened', { ground: 'beating' }],
  ['punishment.decided', { kind: 'detention', ground: 'beating', days: 5, endsAt: day('10') }],
  ['policedetention.ended', {}, TIMER],
  ['survivor.warned', { by: 'police', safeContact: true }],
  ['order.found'],
  ['wish.recorded', { wish: 'punish', spokenAlone: true, pressed: false }],
  ['risk.reviewed', { level: 'unknown', safetyPlanRenewed: true }, { facts: { risk: 'unknown' } }],
  ['enforcement.closed'],
];
const times: readonly Move[] = [
  noticed,
  close,
  ['case.opened', { ground: 'beating' }],
  ['limit.extended'],
  ['time.excluded', { kind: 'appraisal' }],
  ['time.excluded', { kind: 'hearing' }],
  ['time.resumed', { kind: 'appraisal' }],
  ['time.resumed', { kind: 'hearing' }],
];
/** Police and court share nothing but the notice: each is walked by itself, and then both as short as they get. */
const WALKS = [
  [...police, noticed, ['order.found']],
  [...court, noticed],
  closing,
  times,
] as const satisfies readonly (readonly Move[])[];
const INPUTS = [BREACH, { ...BREACH, basis: 'violence' }, OBSTRUCTION];
const BOUNDS = {
  limitCount: 20_000,
  ignore: ['wish', 'wishPressed', 'referred', 'punished', 'fineYuan', 'detentionDays', 'policeDays'],
};

type Context = {
  admonished: boolean;
  reasonedNoMeasure: boolean;
  orderInForce: boolean;
  sanctioned: boolean;
};
const contextOf = (at: Stepped) => at.snapshot.context as unknown as Context;
const isFree = (at: Stepped, by: 'police' | 'court') =>
  at.state.some((path) => path.startsWith(`open.${by}Custody.`)) &&
  !at.state.some(
    (path) => path.startsWith(`open.${by}Custody.held.`) || path === `open.${by}Custody.unapproved`,
  );

const RULES: { readonly [promise: string]: (edge: Edge) => boolean } = {
  'INV-21: no family matter, and no closing before the court was told': ({ from, move }) =>
    move[0] !== 'police.closed' ||
    (!JSON.stringify(move).includes('family_matter') &&
      !(from.state.includes('open.courtNotice.due') && from.state.includes('open.court.unaware'))),
  'INV-22: one act is fined or detained for once': ({ from, move }) =>
    move[0] !== 'sanction.decided' || !contextOf(from).sanctioned,
  'INV-23: nobody leaves detention without her knowing, or a clock for telling her': ({ from, to }) =>
    (['police', 'court'] as const).every(
      (by) =>
        isFree(from, by) ||
        !isFree(to, by) ||
        from.state.includes(`open.${by}Custody.held.warned`) ||
        to.state.includes(`open.${by}Custody.untold`) ||
        to.state.includes('open.courtCustody.approved'),
    ),
  'the court is not done with a breach without an admonition or reasons': ({ to }) =>
    !to.entered.includes('open.court.settled') ||
    !contextOf(to).orderInForce ||
    contextOf(to).admonished ||
    contextOf(to).reasonedNoMeasure,
};

const explored: { edges: readonly Edge[]; visited: Set<string> } = { edges: [], visited: new Set() };
beforeAll(() => {
  const walks = WALKS.map((moves) => explore(workflow, moves === closing ? INPUTS : [BREACH], moves, BOUNDS));
  explored.edges = walks.flatMap(({ edges }) => edges);
  explored.visited = new Set(walks.flatMap(({ states }) => states.flatMap(({ entered }) => entered)));
}, 120_000);

test('every state is visited and every event is taken', () => {
  const unvisited = nodesOf(workflow.machine)
    .map(pathOf)
    .filter((path) => !explored.visited.has(path));
  expect(unvisited).toEqual([]);
  const taken = new Set(explored.edges.map(({ move }) => move[0]));
  expect(Object.keys(workflow.events).filter((type) => !taken.has(type))).toEqual([]);
});

test.each(Object.entries(RULES))('on every reachable step: %s', (_promise, holds) => {
  const broken = explored.edges.filter((edge) => !holds(edge));
  expect(broken.slice(0, 3).map(({ from, move }) => [from.state, move])).toEqual([]);
});

const PLANTED: { readonly [promise: string]: Workflow } = {
  'INV-21: no family matter, and no closing before the court was told': withoutGuards(workflow, [
    'lawfulReason',
  ]),
  'INV-22: one act is fined or detained for once': withoutGuards(workflow, ['oncePerAct']),
  'INV-23: nobody leaves detention without her knowing, or a clock for telling her': withTransitions(
    workflow,
    'open.policeCustody.held.dated',
    { 'detainee.released': '#enforcement.open.policeCustody.none' },
  ),
  'the court is not done with a breach without an admonition or reasons': withoutGuards(workflow, [
    'admonishedOrReasoned',
  ]),
};

const isFoundOut = (promise: string): void => {
  const [holds, broken] = [RULES[promise], PLANTED[promise]];
  if (holds === undefined || broken === undefined) throw new Error('nothing planted');
  const edges = WALKS.flatMap((moves) => explore(broken, [BREACH], moves, BOUNDS).edges);
  expect(edges.some((edge) => !holds(edge))).toBe(true);
};
test.each(Object.keys(RULES))('a workflow that breaks it is found out: %s', isFoundOut, 120_000);
