import { describe, expect, test } from 'vitest';
import { loadEveryWorkflow } from '#test/support/load-every-workflow.ts';
import { tell } from '#test/support/step-with.ts';
import { workflow as referral } from '#workflows/referral.ts';
import { workflow } from '#workflows/supervision.ts';

const MISSED = { body: 'court', missed: 'C2' } as const;
const timer = { role: 'system' } as const;
const sealed = { sealed: 's' };
const DEMAND = { matter: sealed, duty: sealed, missed: 'C2', ask: sealed, replyBy: '2026-01-20' } as const;

describe('the ladder', () => {
  test('goes from the head to a written demand, to an inspection, to the procuratorate, and ends', () => {
    const story = tell(workflow, MISSED);
    expect(story.now().state).toEqual(['open.head']);
    expect(story.send('ladder.raised', {}, timer).state).toEqual(['open.demand']);
    // The federation has to write before anybody has to answer.
    expect(story.refused('ladder.raised', {}, timer)).toEqual(['event_not_in_state']);
    expect(story.send('demand.issued', DEMAND).state).toEqual(['open.awaited']);
    expect(story.send('ladder.raised', {}, timer).state).toEqual(['open.inspection']);
    story.send('inspection.requested', { of: 'women_children_committee' });
    expect(story.send('ladder.raised', {}, timer).state).toEqual(['open.lead']);
    expect(story.refused('ladder.raised', {}, timer)).toEqual(['event_not_in_state']);
    expect(story.send('lead.transferred').isFinal).toBe(true);
  });

  test('each step is told to supervisor and case manager', () => {
    const story = tell(workflow, MISSED);
    for (const { effects } of [story.now(), story.send('ladder.raised', {}, timer)]) {
      for (const to of ['supervisor', 'case_manager']) {
        expect(effects).toContainEqual({ kind: 'notify', to, notice: 'duty.missed' });
      }
    }
  });

  test('an answer ends it at any step', () => {
    for (const raises of [0, 1]) {
      const story = tell(workflow, MISSED);
      for (let step = 0; step < raises; step += 1) story.send('ladder.raised', {}, timer);
      expect(story.send('duty.performed').state).toEqual(['performed']);
    }
  });
});

describe('who is followed up', () => {
  test('a receiver who does not answer an offer', () => {
    const offer = { kind: 'referral', from: 'federation', to: 'court', fields: [], urgency: 'very_urgent' };
    const unanswered = tell(referral, { ...offer, purpose: sealed, basis: sealed });
    expect(unanswered.send('handoff.expired', {}, timer).effects).toContainEqual({
      kind: 'start_track',
      workflow: 'supervision',
      input: { body: 'receiver', agency: 'court', missed: 'R8now' },
    });
  });

  test('court, police and legal aid, for the periods the law gives them', async () => {
    const marked = (await loadEveryWorkflow()).flatMap(({ workflow: { id, deadlines } }) =>
      Object.entries(deadlines).flatMap(([name, { breachBy }]) =>
        breachBy === undefined ? [] : [`${id}.${name} ${breachBy}`],
      ),
    );
    expect(marked).toEqual(
      expect.arrayContaining([
        'protection-order.decision court',
        'protection-order.service court',
        'warning-letter.decision police',
        'enforcement.courtNotice police',
        'consultation.aidDecision legal_aid',
        'intake.policeFeedback police',
        'referral.result receiver',
      ]),
    );
    // Nobody climbs a ladder against whoever climbs one.
    expect(marked.filter((name) => name.startsWith('supervision.'))).toEqual([]);
  });
});
