import { describe, expect, test } from 'vitest';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { workflow as criminal } from '#workflows/criminal.ts';
import { workflow as enforcement } from '#workflows/enforcement.ts';

const REPORTED = {
  suspect: 'abuser',
  offence: 'maltreatment',
  source: 'report',
  reportedAt: OPENED_AT,
} as const;
const BREACH = { basis: 'order', respondent: 'r1', source: 'police', acts: ['violence'] } as const;
const END = '2026-01-15T09:00:00.000+08:00';
const doubted = { kind: 'notify', to: 'supervisor', notice: 'wish.doubtful' };
const died = { kind: 'notify', to: 'case_manager', notice: 'death.recorded' };

function prosecuted(kind: 'public' | 'private'): Story {
  const story = tell(criminal, REPORTED);
  story.send('prosecution.started', { kind });
  return story;
}

describe('a prosecution that ends without a judgment', () => {
  test.each(['withdrawn', 'settled'])(
    'by her (%s): somebody asks whether he pressed her, unless somebody did',
    (how) => {
      const { effects, state, facts } = prosecuted('private').send('prosecution.ended', { how });
      expect(state).toContain('open.proceeding.over');
      expect(effects).toContainEqual(doubted);
      expect(facts).toMatchObject({ criminal: 'none', dangerPoint: 'due' });
      const asked = prosecuted('private').send('prosecution.ended', { how, spokenAlone: true });
      expect(asked.effects).not.toContainEqual(doubted);
    },
  );

  test('may be begun again, as nothing was judged; after a judgment it may not', () => {
    const story = prosecuted('public');
    story.send('prosecution.ended', { how: 'by_procuratorate' });
    expect(story.send('prosecution.started', { kind: 'private' }).state).toContain(
      'open.proceeding.prosecuted.waiting',
    );
    story.send('judgment.given', { verdict: 'convicted' });
    story.send('judgment.effective');
    expect(story.refused('prosecution.started', { kind: 'private' })).toEqual(['nothingJudged']);
  });

  test('for illness: he is held until the court decides on treatment, and she hears of every release', () => {
    const story = tell(criminal, REPORTED);
    story.send('case.filed');
    story.send('restraint.imposed', { kind: 'protective_restraint', from: OPENED_AT });
    expect(story.now().facts.custody).toBe('held');
    story.send('case.dropped', { ground: 'no_responsibility' });
    story.send('prosecution.started', { kind: 'treatment' });
    story.send('judgment.given', { verdict: 'treatment' });
    const ended = story.send('restraint.ended', { how: 'expired', endedAt: OPENED_AT });
    expect(ended.state).toContain('open.restraint.released');
  });
});

describe('his death', () => {
  test('ends the handling of a breach: nobody is held, and she is not told that a dead man is free', () => {
    const story = tell(enforcement, BREACH);
    story.send('case.opened', { ground: 'beating' });
    story.send('punishment.decided', { kind: 'detention', ground: 'beating', days: 10, endsAt: END });
    expect(story.now().facts.custody).toBe('held');
    const { state, facts, effects, isFinal } = story.send('respondent.died');
    expect([state, isFinal]).toEqual([['ended'], true]);
    expect(facts).toMatchObject({ custody: 'none', enforcement: 'none', dangerPoint: 'none', breach: 'yes' });
    expect(effects).toContainEqual(died);
    expect(story.refused('policewarning.missed', {}, { role: 'system' })).toEqual(['event_not_in_state']);
  });

  test('in criminal custody leaves nobody held and no danger point open', () => {
    const story = tell(criminal, REPORTED);
    story.send('case.filed');
    story.send('restraint.imposed', { kind: 'arrest', from: OPENED_AT });
    const { state, facts } = story.send('death.recorded', { who: 'suspect' });
    expect(state).toEqual(['ended']);
    expect(facts).toMatchObject({ custody: 'none', dangerPoint: 'none' });
  });
});
