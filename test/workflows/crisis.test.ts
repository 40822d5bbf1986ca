import { describe, expect, test } from 'vitest';
import { tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/crisis.ts';

const FOUND = { source: 'medical' } as const;
const CONTACT = { spokenAlone: true } as const;
const timer = { role: 'system' } as const;

describe('her own danger to herself', () => {
  test('is somebody’s business at once', () => {
    const { facts, effects } = tell(workflow, FOUND).now();
    expect(facts.crisis).toBe('acute');
    for (const to of ['supervisor', 'handler']) {
      expect(effects).toContainEqual({ kind: 'notify', to, notice: 'crisis.declared' });
    }
    expect(workflow.deadlines['firstContact']?.rule).toBe('H65');
  });

  test('each contact starts the next follow-up, and a missed one is decided by a supervisor', () => {
    const story = tell(workflow, FOUND);
    story.send('crisis.contacted', CONTACT);
    const { entered, exited } = story.send('crisis.contacted', CONTACT);
    expect([entered, exited]).toEqual([['watched'], ['watched']]);
    expect(story.send('contact.missed', {}, timer).facts.crisis).toBe('acute');
    expect(story.send('welfare.requested', {}, { role: 'supervisor' }).state).toEqual(['acute']);
  });

  test('ends with two contacts and a professional, and begins anew with every attempt', () => {
    const story = tell(workflow, FOUND);
    story.send('crisis.contacted', CONTACT);
    expect(story.refused('crisis.ended', { judgedByProfessional: true })).toEqual([
      'seenTwice',
      'withProfessional',
    ]);
    story.send('crisis.contacted', CONTACT);
    story.send('crisis.referred', { to: 'psychiatry' });
    story.send('attempt.recorded');
    story.send('crisis.contacted', CONTACT);
    expect(story.refused('crisis.ended', { judgedByProfessional: true })).toEqual([
      'seenTwice',
      'withProfessional',
    ]);
    story.send('crisis.contacted', CONTACT);
    story.send('crisis.referred', { to: 'psychiatry' });
    expect(story.send('crisis.ended', { judgedByProfessional: true }).facts.crisis).toBe('none');
  });

  test('ends with her death, and everything with it', () => {
    expect(tell(workflow, FOUND).send('death.recorded').state).toEqual(['died']);
  });
});
