import { describe, expect, test } from 'vitest';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/duty-failure.ts';

const SCHOOL = { unit: 'school', failure: 'unreported', ground: 'suspected', noticedAt: OPENED_AT } as const;
const timer = { role: 'system' } as const;
const sentTo = (to: string) => ({ to, receivedAt: OPENED_AT });
const FINED = { kind: 'fine', against: 'unit' } as const;

function reported(to = 'education'): Story {
  const story = tell(workflow, SCHOOL);
  story.send('lead.reported', sentTo(to));
  return story;
}

describe('a duty that was not done', () => {
  test('goes to whoever is in charge of that trade, and what came of it is followed to the end', () => {
    const story = reported('health');
    expect(story.now().state).toEqual(['reported']);
    story.send('answer.received');
    expect(story.refused('lead.closed', { toldReporter: true })).toEqual(['event_not_in_state']);
    story.send('result.recorded', FINED);
    story.send('result.recorded', { kind: 'dismissal', against: 'head' });
    expect(story.context()['results']).toEqual([FINED, { kind: 'dismissal', against: 'head' }]);
    expect(story.send('lead.closed', { toldReporter: true }).isFinal).toBe(true);
  });

  test('is taken higher when nobody answers in time', () => {
    const story = reported();
    expect(story.send('answer.missed', {}, timer).state).toEqual(['unanswered']);
    expect(story.send('lead.reported', sentTo('supervision')).state).toEqual(['reported']);
  });

  test('is not looked into by whoever is said to have failed', () => {
    const story = tell(workflow, { ...SCHOOL, unit: 'police' });
    expect(story.refused('lead.reported', sentTo('public_security'))).toEqual(['toAnother']);
    story.send('lead.reported', sentTo('procuratorate'));
  });

  test('exists whether or not the suspicion came true', () => {
    expect(tell(workflow, SCHOOL).now().state).toEqual(['noted']);
    expect(tell(workflow, { ...SCHOOL, ground: 'confirmed' }).now().state).toEqual(['noted']);
  });
});
