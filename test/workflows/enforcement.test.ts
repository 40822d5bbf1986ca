import { describe, expect, test } from 'vitest';
import { ADMONISHED as admonished, BREACH, day, OBSTRUCTION } from '#test/support/enforcement-moves.ts';
import { type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/enforcement.ts';

const TIMER = { role: 'system' } as const;
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

  test('that sanctions before anybody told it knows, and what it did is done once', () => {
    const story = breached();
    story.send('sanction.decided', { approved: true, days: 5 });
    expect(isIn(story, 'court.reviewing.deciding')).toBe(true);
    expect(story.refused('sanction.decided', { approved: true, days: 5 })).toContain('oncePerAct');
    story.send('respondent.admonished', admonished);
    story.send('court.concluded');
    expect(story.refused('detention.taken')).toContain('oncePerAct');
  });

  test('a detention it decided on keeps the act open until it is carried out or dropped', () => {
    const story = breached();
    story.send('sanction.decided', { approved: true, days: 5 });
    expect(story.refused('enforcement.closed')).toContain('nobodyHeld');
    expect(story.send('detainee.released', { by: 'court', reason: 'revoked' }).effects).toEqual([]);
    expect(isIn(story, 'courtCustody.none')).toBe(true);
    expect(story.refused('enforcement.closed')).not.toContain('nobodyHeld');
  });

  test.each([
    ['appeal.decided', { outcome: 'revoked', oral: false }],
    ['detainee.released', { by: 'court', reason: 'early' }],
  ])('taken before approval and let go by %s, he is free and she is told at once', (type, payload) => {
    const story = breached();
    story.send('detention.taken');
    story.send('sanction.decided', { approved: true, days: 5 });
    expect(story.refused('appeal.decided', { outcome: 'revoked', oral: false })).not.toEqual([]);
    story.send('decision.received');
    story.send('appeal.filed');
    const { facts, effects } = story.send(type, payload);
    expect(facts).toMatchObject({ custody: 'none', dangerPoint: 'due' });
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'release.unwarned' });
    expect(isIn(story, 'courtCustody.untold')).toBe(true);
  });

  test('done before an order turned out to be in force, it has the act before it again', () => {
    const story = breached({ ...BREACH, basis: 'violence' });
    story.send('court.informed', { by: 'police' });
    story.send('court.concluded');
    story.send('order.found');
    expect(isIn(story, 'court.reviewing.deciding')).toBe(true);
    expect(story.refused('court.concluded')).toEqual(['admonishedOrReasoned']);
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
  test('is decided once, in a case that is open', () => {
    const story = breached();
    const penalty = { kind: 'detention', ground: 'beating', days: 5, endsAt: day('10') };
    expect(story.refused('punishment.decided', penalty)).toEqual(['caseOpen']);
    story.send('case.opened', { ground: 'beating' });
    story.send('punishment.decided', penalty);
    story.send('policedetention.ended', {}, TIMER);
    expect(story.refused('punishment.decided', penalty)).toEqual(['caseOpen']);
  });

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

  test.each(['police', 'court'] as const)(
    'told of a day, and out before it: she does not know (%s)',
    (by) => {
      const story = detainedByCourt();
      story.send('case.opened', { ground: 'beating' });
      const penalty = { kind: 'detention', ground: 'beating', days: 10, endsAt: day('15') };
      story.send('punishment.decided', penalty);
      story.send('survivor.warned', { by, safeContact: true });
      const released = story.send('detainee.released', { by, reason: 'early' }, { at: day('10') });
      expect(released.state).toContain(`open.${by}Custody.untold`);
    },
  );

  test('an early release nobody announced has a clock of its own, and nothing closes before she knows', () => {
    const story = detainedByCourt();
    story.send('detainee.released', { by: 'court', reason: 'early' });
    expect(isIn(story, 'courtCustody.untold')).toBe(true);
    expect(story.refused('enforcement.closed')).toContain('nobodyHeld');
  });
});
