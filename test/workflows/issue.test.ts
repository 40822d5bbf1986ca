import { expect, test } from 'vitest';
import { tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/issue.ts';

const INPUT = { source: 'visit', text: { sealed: 't' } };
const TRIAGED = { category: 'work', owner: 'village', noViolence: true };

test('solved on the spot is not closed: she is called back first', () => {
  const story = tell(workflow, INPUT);
  expect(story.send('issue.solved', { onSpot: true }).state).toContain('open.work.solved');
  expect(story.refused('issue.closed')).toEqual(['event_not_in_state']);
  story.send('callback.passed', { askedHer: true });
  expect(story.context()['closedCount']).toBe(0);
  expect(story.send('issue.closed').state).toEqual(['closed']);
  expect(story.context()).toMatchObject({ collectedCount: 1, closedCount: 1, solvedOnSpot: true });
});

test('the clock of the handling goes on while another agency has it', () => {
  const story = tell(workflow, INPUT);
  story.send('issue.triaged', TRIAGED);
  story.send('issue.referred', { to: 'labour' });
  story.send('referral.returned');
  expect(story.send('issue.explained', { why: 'no_means', toldInPerson: true }).state).toContain(
    'open.work.explained',
  );
});

test('whoever is not content three times is heard by a supervisor, and it does not count as closed', () => {
  const story = tell(workflow, INPUT);
  for (let round = 1; round <= 3; round += 1) {
    story.send('issue.solved', { onSpot: false });
    story.send('callback.failed');
  }
  expect(story.now().state).toContain('open.work.undecided');
  const decided = { decision: 'accepted', reason: { sealed: 'r' } };
  expect(story.send('issue.decided', decided, { role: 'supervisor' }).state).toEqual(['settled']);
  expect(story.context()['closedCount']).toBe(0);
});

test('signs of violence are told at once and keep it open', () => {
  const story = tell(workflow, INPUT);
  const { effects, facts } = story.send('signs.seen');
  expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'signs.seen' });
  expect(facts.disclosure).toBe('signs');
  expect(story.refused('issue.withdrawn', { askedHer: true })).toEqual(['signsAnswered']);
  story.send('signs.answered');
  expect(story.send('issue.withdrawn', { askedHer: true }).isFinal).toBe(true);
});
