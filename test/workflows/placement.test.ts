import { describe, expect, test } from 'vitest';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { GRADES } from '#workflows/placement/codes.ts';
import { workflow } from '#workflows/placement.ts';

const timer = { role: 'system' } as const;
const supervisor = { role: 'supervisor' } as const;
const HARMED = { basis: 'mandatory_report', child: 'minor' } as const;
const UNTIL = '2026-07-05T00:00:00.000+08:00';
const grade = (guardian: string, how: string) => ({ guardian, grade: how, from: OPENED_AT });
const AT_CENTRE = { kind: 'protection_centre', place: 'WB01', from: OPENED_AT } as const;
const WITH_MOTHER = { kind: 'guardian', place: 'GZ01', guardian: 'mother', from: OPENED_AT } as const;
const APPROVED = { childHeard: true, homeChecked: true } as const;

function placed(): Story {
  const story = tell(workflow, HARMED);
  story.send('child.placed', AT_CENTRE);
  return story;
}

function home(): Story {
  const story = placed();
  story.send('guardian.assessed', grade('mother', 'protective'));
  story.send('return.proposed', { to: 'mother' });
  story.send('return.approved', APPROVED);
  return story;
}

describe('a guardian', () => {
  test('has a grade from a day on, and the case knows the worst and whether one protects', () => {
    const story = placed();
    expect(story.now().facts).toMatchObject({ guardian: 'unknown', protectiveGuardian: 'none' });
    story.send('guardian.assessed', grade('father', 'suspect'));
    story.send('guardian.assessed', grade('mother', 'protective'));
    expect(story.now().facts).toMatchObject({ guardian: 'suspect', protectiveGuardian: 'known' });
    story.send('guardian.assessed', { ...grade('mother', 'interested'), from: UNTIL });
    expect(story.now().facts.protectiveGuardian).toBe('none');
    expect(story.context()['guardians']).toEqual([
      { id: 'father', grade: 'suspect', from: OPENED_AT },
      { id: 'mother', grade: 'interested', from: UNTIL },
    ]);
  });

  test.each(Object.keys(GRADES).filter((how) => how !== 'protective'))(
    'who is %s neither consents for the child nor gets it back',
    (how) => {
      const story = placed();
      story.send('guardian.assessed', grade('mother', how));
      expect(story.refused('consent.given', { guardian: 'mother', for: 'interview' })).toEqual([
        'guardianIsProtective',
      ]);
      expect(story.refused('child.placed', WITH_MOTHER)).toEqual(['placeIsSafe']);
      expect(story.refused('return.proposed', { to: 'mother' })).toEqual(['guardianIsProtective']);
    },
  );

  test('whom nobody assessed is not presumed to protect', () => {
    expect(tell(workflow, HARMED).refused('child.placed', WITH_MOTHER)).toEqual(['placeIsSafe']);
  });

  test('who turns out to side with the suspect keeps the child no longer', () => {
    const story = home();
    const { state, effects } = story.send('guardian.assessed', grade('mother', 'interested'));
    expect(state).toContain('open.place.unplaced');
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'risk.raised' });
    expect(story.now().facts).toMatchObject({ placement: 'needed', guardian: 'interested' });
  });
});

describe('a child for whom there is no better place', () => {
  const WATCHED = { childHeard: true, watchArranged: true } as const;

  test('stays at home only if a supervisor says so, and is seen every third day', () => {
    const story = tell(workflow, HARMED);
    expect(story.refused('child.watched', WATCHED)).toEqual(['watchedBySupervisor']);
    story.send('guardian.assessed', grade('mother', 'suspect'));
    expect(story.send('child.watched', WATCHED, supervisor).state).toContain('open.place.watched');
    expect(story.now().facts).toMatchObject({ placement: 'none', guardian: 'suspect' });
    expect(story.refused('placement.settled', { outcome: 'returned' })).toEqual(['somebodyProtects']);
    expect(story.send('return.visited', { childSeenAlone: true }).entered).toContain('open.place.watched');
    expect(story.send('return.failed').state).toContain('open.place.unplaced');
  });
});

test('a guidance order knows who must attend and who oversees it', () => {
  const story = placed();
  story.send('guidance.ordered', { guardian: 'father', overseer: 'federation', sessions: 6, until: UNTIL });
  expect(story.context()).toMatchObject({ guided: 'father', overseer: 'federation', sessions: 6 });
});

describe('the way home', () => {
  test('is reviewed, at high risk decided by a supervisor, and visited three times', () => {
    const story = placed();
    story.send('guardian.assessed', grade('mother', 'protective'));
    story.send('return.proposed', { to: 'mother' });
    expect(story.refused('return.approved', APPROVED, { facts: { risk: 'high' } })).toEqual([
      'riskAllowsReturn',
    ]);
    story.send('return.approved', APPROVED, { ...supervisor, facts: { risk: 'high' } });
    for (const visit of ['home', 'home', 'settled']) {
      expect(story.send('return.visited', { childSeenAlone: true }).state).toContain(`open.place.${visit}`);
    }
    expect(story.send('placement.closed').isFinal).toBe(true);
  });

  test('ends at once when it is not safe', () => {
    expect(home().send('return.failed', {}).state).toContain('open.place.unplaced');
  });
});

describe('guardianship', () => {
  test('temporary with civil affairs, given back only to one who protects', () => {
    const story = placed();
    story.send('guardianship.assumed', { ground: 'harmed', from: OPENED_AT });
    expect(story.refused('guardianship.returned', { to: 'father' })).toEqual(['guardianIsProtective']);
    story.send('revocation.filed', { guardian: 'father' });
    story.send('guardianship.revoked', { guardian: 'father', named: 'civil_affairs', stillPays: true });
    expect(story.now().state).toContain('open.guardianship.revoked');
  });

  test('suspended until a printed end, which somebody hears of', () => {
    const story = placed();
    story.send('guardianship.suspended', { guardian: 'father', until: UNTIL });
    expect(story.context()['suspendedUntil']).toBe(UNTIL);
    const { state, effects } = story.send('suspension.ended', {}, timer);
    expect(state).toContain('open.suspension.none');
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'danger.foreseen' });
  });

  test('suspended stays suspended when civil affairs step in or a revocation is applied for', () => {
    const story = placed();
    story.send('guardianship.suspended', { guardian: 'father', until: UNTIL });
    story.send('guardianship.assumed', { ground: 'harmed', from: OPENED_AT });
    expect(story.now().state).toContain('open.suspension.running');
    story.send('revocation.filed', { guardian: 'father' });
    expect(story.send('revocation.refused').state).toContain('open.suspension.running');
    expect(story.send('suspension.lifted').state).toContain('open.suspension.none');
  });

  test('nothing closes while it is open', () => {
    const story = home();
    for (let visit = 0; visit < 3; visit += 1) story.send('return.visited', { childSeenAlone: true });
    story.send('guardianship.suspended', { guardian: 'father', until: UNTIL });
    expect(story.refused('placement.closed')).toEqual(['guardianshipSettled']);
  });
});

test('a guidance order runs to its end: its sessions, or a report to the court', () => {
  const order = { guardian: 'father', sessions: 2, until: UNTIL };
  const story = placed();
  story.send('guidance.ordered', order);
  story.send('guidance.attended');
  expect(story.refused('guidance.completed')).toEqual(['sessionsAttended']);
  expect(story.send('guidance.lapsed', {}, timer).state).toContain('open.guidance.defaulted');
  expect(story.send('guidance.reported').state).toContain('open.guidance.none');
  story.send('guidance.ordered', order);
  story.send('guidance.attended');
  story.send('guidance.attended');
  expect(story.send('guidance.completed').state).toContain('open.guidance.none');
});

test('each recommendation has its own month and its own answer', () => {
  const story = placed();
  const sent = (to: string, receivedAt: string) => ({ to, about: 'unreported', receivedAt });
  story.send('recommendation.sent', sent('school', OPENED_AT));
  story.send('recommendation.sent', sent('health', UNTIL));
  expect(story.refused('recommendation.sent', sent('school', UNTIL))).toEqual(['notYetAwaited']);
  expect(workflow.deadlines['answer']).toMatchObject({ rule: 'J1', anchor: { item: 'receivedAt' } });
  story.send('recommendation.answered', { by: 'school' });
  expect(story.context()['awaited']).toEqual([{ id: 'health', receivedAt: UNTIL }]);
  expect(story.refused('recommendation.answered', { by: 'school' })).toEqual(['isAwaited']);
});
