import { describe, expect, test } from 'vitest';
import { tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/adverse.ts';

const REPORT = { kind: 'kidnap_report', through: 'police' } as const;
const EXPOSED = { kind: 'exposure', through: 'own_side' } as const;
const SEEN = { alone: true, wish: 'stay_hidden' } as const;
const supervisor = { role: 'supervisor' } as const;

describe('when he uses an agency to find her', () => {
  test('the place is locked from the first moment, and everybody who might answer is warned', () => {
    const { facts, effects } = tell(workflow, REPORT).now();
    expect(facts).toEqual({ location: 'locked', inquiry: 'open' });
    for (const to of ['supervisor', 'case_manager', 'handler']) {
      expect(effects).toContainEqual({ kind: 'notify', to, notice: 'location.locked' });
    }
  });

  test('nobody answers before she was seen alone', () => {
    const story = tell(workflow, REPORT);
    expect(story.refused('inquiry.answered', { answer: 'safe_own_will' })).toEqual(['seenAlone']);
    story.send('person.seen', SEEN);
    story.send('inquiry.answered', { answer: 'safe_own_will' });
  });

  test('no answer there is says where she is', () => {
    const answers = workflow.events['inquiry.answered']?.payload.properties['answer'] as { anyOf: object[] };
    expect(answers.anyOf.map((one) => (one as { const: string }).const)).toEqual([
      'none',
      'safe_own_will',
      'case_opened',
    ]);
  });

  test('that she cannot be seen is no reason to unlock', () => {
    const story = tell(workflow, REPORT);
    const { effects } = story.send('access.refused');
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'wish.doubtful' });
    story.send('access.abandoned', { welfareCheckAsked: true }, supervisor);
    story.send('agencies.told', { policeTold: true });
    expect(story.refused('lock.lifted', { herWish: true }, supervisor)).toContain('seenAlone');
    expect(story.send('inquiry.closed').facts).toEqual({ location: 'locked', inquiry: 'none' });
  });

  test('the lock is lifted only at her wish', () => {
    const story = tell(workflow, REPORT);
    story.send('person.seen', SEEN);
    story.send('agencies.told', { policeTold: true });
    expect(story.send('lock.lifted', { herWish: true }, supervisor).facts.location).toBe('unlocked');
  });
});

describe('when her data or pictures became public', () => {
  const remedied = { takenDown: true, personsTold: true, authorityTold: true };

  test('the place is locked, and nothing is closed before it was remedied', () => {
    const story = tell(workflow, EXPOSED);
    expect([story.now().facts.location, story.now().state.includes('open.exposure.open')]).toEqual([
      'locked',
      true,
    ]);
    story.send('person.seen', SEEN);
    story.send('agencies.told', { policeTold: true });
    expect(story.refused('inquiry.closed')).toEqual(['exposureOver']);
    story.send('exposure.removed', remedied);
    expect(story.send('inquiry.closed').state).toEqual(['locked']);
  });

  test('while another inquiry is open it joins that one', () => {
    const story = tell(workflow, REPORT);
    expect(story.refused('exposure.removed', remedied)).toEqual(['event_not_in_state']);
    const { state } = story.send('inquiry.repeated', { kind: 'exposure', through: 'media' });
    expect(state).toContain('open.exposure.open');
  });
});
