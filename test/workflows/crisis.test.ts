import { describe, expect, test } from 'vitest';
import { type Edge, explore, type Move } from '#test/support/every-path.ts';
import { broken, leftOut, NOTHING_LEFT_OUT } from '#test/support/explored-whole.ts';
import { withoutGuards } from '#test/support/plant.ts';
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

const MOVES: readonly Move[] = Object.keys(workflow.events).map((type): Move => [type, {}]);
const explored = (of = workflow) => explore(of, [FOUND], MOVES, { limitCount: 200 });
const endsWithCare = ({ from, to }: Edge): boolean => {
  const { contacts, referred } = from.snapshot.context as { contacts: number; referred: boolean };
  return !to.entered.includes('ended') || (contacts >= 2 && referred);
};

test('on every reachable step it ends only after care, and an end is near', () => {
  const all = explored();
  expect(broken(all.edges, endsWithCare)).toEqual([]);
  expect(leftOut(workflow, all)).toEqual(NOTHING_LEFT_OUT);
  for (const guard of ['seenTwice', 'withProfessional']) {
    expect(broken(explored(withoutGuards(workflow, [guard])).edges, endsWithCare)).not.toEqual([]);
  }
});
