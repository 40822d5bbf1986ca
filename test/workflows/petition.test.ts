import { describe, expect, test } from 'vitest';
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
