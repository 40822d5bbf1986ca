import { expect, test } from 'vitest';
import { type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/enforcement.ts';

const BREACH = { basis: 'violence', respondent: 'r1', source: 'police', acts: ['violence'] } as const;
const on = (date: string) => ({ at: `${date}T09:00:00.000+08:00` });
const stateOf = (story: Story) => story.now().state.find((path) => path.startsWith('open.police.'));

function opened(date = '2026-01-15'): Story {
  const story = tell(workflow, BREACH, on(date));
  story.send('case.opened', { ground: 'beating' });
  return story;
}

test('an appraisal makes the clock of the case stand still until it is back, and has a clock of its own', () => {
  const story = opened();
  expect(stateOf(story)).toBe('open.police.administrative.counting');
  const out = story.send('time.excluded', { kind: 'appraisal', complex: true }, on('2026-01-20'));
  expect(stateOf(story)).toBe('open.police.administrative.standing');
  expect(out.snapshot.context['out']).toEqual([{ id: 'appraisal', from: on('2026-01-20').at, rule: 'P16d' }]);
  story.send('time.resumed', { kind: 'appraisal' }, on('2026-02-01'));
  expect(stateOf(story)).toBe('open.police.administrative.counting');
  expect(story.context()['out']).toEqual([]);
  expect(story.context()['excludedSpans']).toEqual([
    { kind: 'appraisal', from: on('2026-01-20').at, to: on('2026-02-01').at },
  ]);
});

test('two at once: the clock stands still until the last is back', () => {
  const story = opened();
  story.send('time.excluded', { kind: 'appraisal' }, on('2026-01-20'));
  story.send('time.excluded', { kind: 'hearing' }, on('2026-01-22'));
  story.send('time.resumed', { kind: 'appraisal' }, on('2026-01-23'));
  expect(stateOf(story)).toBe('open.police.administrative.standing');
  story.send('time.resumed', { kind: 'hearing' }, on('2026-01-25'));
  expect(stateOf(story)).toBe('open.police.administrative.counting');
  expect(story.context()['excludedSpans']).toHaveLength(2);
});

test('what is out cannot go out again, and what is not out cannot come back', () => {
  const story = opened();
  expect(story.refused('time.resumed', { kind: 'appraisal' })).toEqual(['event_not_in_state']);
  story.send('time.excluded', { kind: 'appraisal' }, on('2026-01-20'));
  expect(story.refused('time.excluded', { kind: 'appraisal' }, on('2026-01-21'))).toEqual(['notOutYet']);
  expect(story.refused('time.resumed', { kind: 'hearing' }, on('2026-01-21'))).toContain('isOut');
});

test('before 2026 an appraisal stands out and a hearing does not', () => {
  expect(opened('2025-12-31').refused('time.excluded', { kind: 'hearing' })).toEqual(['standsOut']);
  opened('2025-12-31').send('time.excluded', { kind: 'appraisal' });
  opened('2026-01-01').send('time.excluded', { kind: 'hearing' });
});

test('the time may be extended while it stands still, as often as the law of the case allows', () => {
  const story = opened('2025-12-31');
  story.send('time.excluded', { kind: 'appraisal' });
  story.send('limit.extended');
  expect(story.context()['caseRule']).toBe('P9b');
  expect(story.refused('limit.extended')).toEqual(['extensible']);
});

test('back on the day it went out takes out nothing, and nothing is remembered of it', () => {
  const story = opened();
  story.send('time.excluded', { kind: 'appraisal' }, on('2026-01-20'));
  story.send('time.resumed', { kind: 'appraisal' }, on('2026-01-20'));
  expect(story.context()['excludedSpans']).toEqual([]);
});

test('the case may end while the clock stands still', () => {
  const story = opened();
  story.send('time.excluded', { kind: 'hearing' });
  story.send('punishment.decided', { kind: 'fine', ground: 'beating', fineYuan: 500 });
  expect(stateOf(story)).toBe('open.police.settled');
});
