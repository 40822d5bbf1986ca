import { describe, expect, test } from 'vitest';
import { BAILED, DETAINED, END, FREED, HERSELF, REPORTED, WARNED } from '#test/support/criminal-moves.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { CUSTODIAL, RESTRAINTS } from '#workflows/criminal/codes.ts';
import { workflow } from '#workflows/criminal.ts';

const timer = { role: 'system' } as const;
const tellAtOnce = { kind: 'notify', to: 'case_manager', notice: 'release.upcoming' };

function under(measure: object, input: object = REPORTED): Story {
  const story = tell(workflow, input);
  story.send('restraint.imposed', measure);
  return story;
}

describe('a printed end lies within the ceiling of its measure', () => {
  test.each([
    ['bail', '2027-01-06T00:00:00.000+08:00', '2027-01-06T00:00:00.001+08:00'],
    ['residential', '2026-07-06T00:00:00.000+08:00', '2026-07-06T00:00:00.001+08:00'],
    ['detention', '2026-02-12T00:00:00.000+08:00', '2026-02-12T00:00:00.001+08:00'],
    ['administrative_detention', '2026-01-26T00:00:00.000+08:00', '2026-01-26T00:00:00.001+08:00'],
    ['judicial_detention', '2026-01-21T00:00:00.000+08:00', '2026-01-21T00:00:00.001+08:00'],
  ])('%s from 5 January 2026 ends at %s at the latest', (kind, last, beyond) => {
    under({ ...BAILED, kind, plannedEnd: last });
    const late = { ...BAILED, kind, plannedEnd: beyond };
    expect(tell(workflow, REPORTED).refused('restraint.imposed', late)).toEqual(['withinCeiling']);
    const undated = under({ ...BAILED, kind });
    expect(undated.refused('end.learned', { plannedEnd: beyond })).toEqual(['withinCeiling']);
    undated.send('end.learned', { plannedEnd: last });
  });

  test('also where a milder measure follows a detention, counted from its own beginning', () => {
    const story = under(DETAINED);
    const plannedEnd = '2027-02-01T00:00:00.000+08:00';
    expect(story.refused('restraint.imposed', { ...BAILED, plannedEnd })).toEqual(['withinCeiling']);
    story.send('restraint.imposed', { ...BAILED, plannedEnd, from: '2026-01-31T10:00:00.000+08:00' });
  });

  test('a sentence lasts as long as the judgment says', () => {
    under({ ...DETAINED, kind: 'imprisonment', plannedEnd: '2041-01-20T00:00:00.000+08:00' });
  });
});

describe('every release is announced to her beforehand', () => {
  test.each(CUSTODIAL)('%s: she is to be told a day before its printed end', (kind) => {
    const story = under({ ...DETAINED, kind });
    expect(story.now().state).toContain('open.restraint.imposed.dated');
    expect(story.context()['warnBy']).toBe('2026-01-19T00:00:00.000+08:00');
    expect(story.now().facts.custody).toBe('held');
    story.send('survivor.warned', WARNED);
    expect(story.send('end.passed', {}, timer).state).toContain('open.restraint.none');
  });

  test('not told in time, whoever is responsible is told, and the clock of the hour starts', () => {
    const story = under(DETAINED);
    const { state, effects } = story.send('warning.missed', {}, timer);
    expect(state).toContain('open.restraint.imposed.late');
    expect(effects).toContainEqual(tellAtOnce);
  });

  test.each([
    ['restraint.ended', { ...FREED, how: 'early' }, {}],
    ['end.passed', {}, timer],
  ])('%s before she was told: he is out, and she is told at once', (type, payload, who) => {
    const story = under(DETAINED);
    const { state, effects } = story.send(type, payload, who);
    expect(state).toContain('open.restraint.released');
    expect(state).toContain('open.review.due');
    expect(effects).toContainEqual(tellAtOnce);
    expect(story.send('survivor.warned', WARNED).state).toContain('open.restraint.none');
  });

  test.each(Object.keys(RESTRAINTS).filter((kind) => !CUSTODIAL.includes(kind as never)))(
    'from custody to %s is a release too: with its terms she hears of it at once',
    (kind) => {
      const story = under(DETAINED);
      const { state } = story.send('restraint.imposed', { ...BAILED, kind });
      expect(state).toContain('open.restraint.imposed.untold');
      expect(story.now().facts.custody).toBe('restricted');
      expect(story.send('survivor.warned', WARNED).state).toContain('open.restraint.imposed.undated');
    },
  );

  test('the end of bail is a release as well', () => {
    const story = under({ ...BAILED, plannedEnd: END });
    story.send('survivor.warned', WARNED);
    expect(story.now().state).toContain('open.restraint.imposed.dated');
    expect(story.send('restraint.ended', FREED).state).toContain('open.restraint.released');
  });

  test('without a printed end somebody asks for it; a changed end is announced anew', () => {
    const story = under({ ...DETAINED, plannedEnd: undefined });
    expect(story.now().state).toContain('open.restraint.imposed.undated');
    expect(story.refused('survivor.warned', WARNED)).toEqual(['event_not_in_state']);
    story.send('end.asked');
    story.send('end.learned', { plannedEnd: END });
    story.send('survivor.warned', WARNED);
    const { state, entered } = story.send('end.learned', { plannedEnd: '2026-01-15T00:00:00.000+08:00' });
    expect(state).toContain('open.restraint.imposed.dated');
    expect(entered).toContain('open.restraint.imposed');
  });

  test('a breach of the terms is a danger point, and whoever works the track hears of it', () => {
    const story = under(BAILED);
    story.send('risk.reviewed', { level: 'high', safetyPlanRenewed: true }, { facts: { risk: 'high' } });
    const { state, effects } = story.send('terms.breached', { term: 'no_contact' });
    expect(state).toContain('open.review.due');
    expect(effects).toContainEqual({ kind: 'notify', to: 'handler', notice: 'danger.foreseen' });
  });
});

describe('the proceeding', () => {
  test('the review whether to file is extended from the same day', () => {
    const story = tell(workflow, REPORTED);
    expect(story.context()).toMatchObject({ reviewRule: 'P20d', reportedAt: OPENED_AT });
    const { entered } = story.send('review.extended', { to: 'complex' });
    expect(story.context()).toMatchObject({ reviewRule: 'P20f', reportedAt: OPENED_AT });
    expect(entered).toContain('open.proceeding.reported');
  });

  test('a refusal is delivered, reconsidered, supervised, or prosecuted privately', () => {
    const story = tell(workflow, REPORTED);
    story.send('case.refused', {});
    story.send('refusal.delivered', { deliveredAt: OPENED_AT });
    story.send('reconsideration.filed');
    story.send('refusal.upheld');
    expect(story.send('supervision.requested').state).toContain('open.proceeding.refused.supervised');
    expect(story.send('prosecution.started', { kind: 'private' }).facts.criminal).toBe('prosecuted');
  });

  test('words taken back end nothing: they are a danger point and a doubt', () => {
    const story = tell(workflow, REPORTED);
    story.send('case.filed', {});
    const before = story.now().state.filter((path) => path.startsWith('open.proceeding'));
    const { state, effects } = story.send('statement.changed', { by: 'child', pressure: 'guardian_spoke' });
    expect(state).toEqual(expect.arrayContaining([...before, 'open.review.due']));
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'wish.doubtful' });
  });

  test('the file stays open while he is held, however long the sentence', () => {
    const story = under({ ...DETAINED, kind: 'imprisonment', plannedEnd: '2034-01-20T00:00:00.000+08:00' });
    for (const step of ['case.filed', 'prosecution.referred']) story.send(step, {});
    story.send('prosecution.started', { kind: 'public' });
    story.send('judgment.given', { verdict: 'convicted' });
    story.send('judgment.effective');
    story.send('risk.reviewed', { level: 'high', safetyPlanRenewed: true }, { facts: { risk: 'high' } });
    expect(story.refused('file.closed')).toEqual(['nothingRestrains']);
    expect(story.now().facts).toMatchObject({ criminal: 'convicted', custody: 'held' });
  });
});

describe('she herself as suspect', () => {
  test('a defender is found within a day, apart from her civil lawyer', () => {
    const story = tell(workflow, HERSELF);
    expect(story.context()['defenderRule']).toBe('H48');
    story.send('defence.claimed', { earlierViolence: true });
    story.send('defender.arranged', { apart: true });
    expect(story.context()['defenderRule']).toBeNull();
    expect(tell(workflow, REPORTED).refused('defender.arranged', { apart: true })).toEqual(['sheIsSuspect']);
  });

  test('it says nothing of him, publishes nothing against her, and her release warns nobody', () => {
    const story = under(DETAINED, HERSELF);
    expect(Object.keys(story.now().facts)).toEqual(['dangerPoint']);
    expect(story.send('restraint.ended', FREED).state).toContain('open.restraint.none');
  });

  test('acquitted in self-defence', () => {
    const story = tell(workflow, HERSELF);
    story.send('prosecution.started', { kind: 'public' });
    story.send('judgment.given', { verdict: 'self_defence' });
    expect(story.send('judgment.effective').state).toContain('open.proceeding.over');
  });
});

describe('death', () => {
  test('of her against whom it is ends it, restrained or not', () => {
    expect(tell(workflow, HERSELF).send('death.recorded', { who: 'survivor' }).state).toEqual(['ended']);
    expect(under(DETAINED, HERSELF).send('death.recorded', { who: 'survivor' }).state).toEqual(['ended']);
  });

  test('of the suspect ends it; of the survivor ends the warnings and not the proceeding', () => {
    expect(tell(workflow, REPORTED).send('death.recorded', { who: 'suspect' }).state).toEqual(['ended']);
    const story = under(DETAINED);
    const { state, exited } = story.send('death.recorded', { who: 'survivor' });
    expect(state).toEqual(
      expect.arrayContaining(['open.proceeding.reported.reviewing', 'open.restraint.imposed.unwatched']),
    );
    expect(exited).toContain('open.restraint.imposed.dated');
  });
});

describe('told of one day, he comes out on another', () => {
  const announced = (): Story => {
    const story = under(DETAINED);
    story.send('survivor.warned', WARNED);
    return story;
  };

  test.each([
    ['restraint.ended', { how: 'early', endedAt: '2026-01-18T23:59:59.999+08:00' }, 'released'],
    ['restraint.ended', { how: 'early', endedAt: '2026-01-19T00:00:00.000+08:00' }, 'none'],
    ['restraint.ended', { how: 'escaped', endedAt: END }, 'released'],
    ['restraint.imposed', BAILED, 'imposed.untold'],
    ['restraint.imposed', { ...BAILED, from: END }, 'imposed.undated'],
  ])('%s %o: %s', (type, payload, into) => {
    const { state, effects } = announced().send(type, payload);
    expect(state).toContain(`open.restraint.${into}`);
    const isUnannounced = ['released', 'imposed.untold'].includes(into);
    expect(effects.some((effect) => 'notice' in effect && effect.notice === 'release.upcoming')).toBe(
      isUnannounced,
    );
  });
});

test.each([
  [1, true, false],
  [1, false, true],
  [3, true, true],
])('interview no. %i of a child, recorded: %s, is looked into: %s', (number, recorded, isLookedInto) => {
  const story = tell(workflow, REPORTED);
  const { effects } = story.send('minor.interviewed', { number, recorded, adultPresent: true });
  const told = effects.some((effect) => effect.kind === 'notify' && effect.notice === 'interview.repeated');
  expect(told).toBe(isLookedInto);
});
