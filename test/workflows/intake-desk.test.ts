import { describe, expect, test } from 'vitest';
import { ANONYMOUS, INTAKE_INPUT, REPORT, scale } from '#test/support/intake-moves.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/intake.ts';

const supervisor = { role: 'supervisor' } as const;
const PLAN = { services: [{ service: 'visit', consent: true }], officer: 'officer' };

function graded(yes: Parameters<typeof scale>[0] = [], input: object = INTAKE_INPUT): Story {
  const story = tell(workflow, input);
  story.send('call.answered');
  story.send('safety.confirmed');
  story.send('caller.registered', ANONYMOUS);
  story.send('risk.scored', scale(yes));
  return story;
}

describe('she cannot be reached', () => {
  test('three calls in vain while her case is worked make her lost, as before it was registered', () => {
    const story = graded();
    expect(story.send('call.unanswered').state).toContain('open.work.callbackPlanned');
    story.send('call.unanswered');
    expect(story.send('call.unanswered').state).toContain('open.work.lostContact.deciding');
    expect(story.context()['policeAlarm']).not.toBe('due');
    expect(story.send('caller.reached').state).toContain('open.work.assessing');
  });

  test('at high risk the police are told at once, and asked to see her alone', () => {
    const story = graded(['s1']);
    story.send('police.informed');
    for (const _ of [1, 2, 3]) story.send('call.unanswered');
    expect(story.now().state).toContain('open.alarm.police.due');
    story.send('welfare.requested', { alone: true }, supervisor);
    expect(story.refused('contact.abandoned', { reason: 'no_trace' }, supervisor)).toContain('riskBelowHigh');
  });
});

describe('beside the work', () => {
  test('a ticket about a case that runs joins it, with its own limit, and is answered before the end', () => {
    const story = graded();
    story.send('ticket.linked', { channel: 'ticket_12345', answerBy: '2026-01-12' });
    story.send('ticket.linked', { channel: 'ticket_12345' });
    expect(story.context()['tickets']).toEqual([
      { id: 't1', rule: 'H29', from: '2026-01-12T00:00:00.000+08:00' },
      { id: 't2', rule: 'R9p', from: OPENED_AT },
    ]);
    story.send('plan.agreed', PLAN);
    const done = { ground: 'self_handled', satisfied: true, planClear: true };
    expect(story.refused('plan.completed', done)).toEqual(['ticketsAnswered']);
    expect(story.refused('ticket.answered', { ticket: 't3', safely: true })).toEqual(['ticketOpen']);
    story.send('ticket.answered', { ticket: 't2', safely: true });
    story.send('ticket.answered', { ticket: 't1', safely: true });
    expect(story.send('plan.completed', done).state).toContain('closed.followUp');
  });

  test('nobody reaches a child through a guardian who harms, was silent or sides with him', () => {
    const story = graded();
    const guardian = { relation: 'guardian', herChoice: true };
    for (const grade of ['interested', 'neglectful', 'suspect'] as const) {
      const facts = { guardian: grade };
      expect(story.refused('safeperson.named', guardian, { facts })).toEqual(['safePersonTrusted']);
      const both = { facts: { ...facts, protectiveGuardian: 'known' } } as const;
      expect(story.send('safeperson.named', guardian, both).state).not.toEqual([]);
    }
    story.send('safeperson.withdrawn');
    expect(story.context()['safePerson']).toBeNull();
    story.send(
      'safeperson.named',
      { relation: 'adult_child', herChoice: true },
      { facts: { guardian: 'suspect' } },
    );
    expect(story.context()['safePerson']).toBe('adult_child');
  });

  test('accounts that do not agree are kept side by side, places are remembered', () => {
    const story = graded();
    story.send('account.conflicted', { about: 'time', sources: ['media', 'procuratorate'] });
    story.send('account.conflicted', { about: 'persons', sources: ['media', 'court'] });
    story.send('incident.reported', { places: ['workplace'] });
    expect(story.context()).toMatchObject({ conflicts: ['persons', 'time'], places: ['workplace'] });
  });

  test('the three days of the police run from the day they took the report on', () => {
    const story = graded([], { ...INTAKE_INPUT, minor: true });
    story.send('report.filed', REPORT);
    const docketedAt = '2026-01-06T09:00:00.000+08:00';
    const { entered, exited } = story.send('report.docketed', { docketedAt });
    expect([entered, exited]).toEqual([['open.feedback.awaited'], ['open.feedback.awaited']]);
    expect(story.context()['feedbackFrom']).toBe(docketedAt);
  });
});
