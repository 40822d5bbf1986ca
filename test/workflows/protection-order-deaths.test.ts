import { describe, expect, test } from 'vitest';
import { FILED, grantOf, ORDER_INPUT } from '#test/support/order-moves.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/protection-order.ts';

const COURT = { role: 'court_liaison', agency: 'court' } as const;
const VILLAGE = { role: 'community_worker', agency: 'village' } as const;
const PARENTS = { ...ORDER_INPUT, relation: 'parent_child', applicants: [{ id: 'a1' }, { id: 'a2' }] };
const BROTHERS = { ...ORDER_INPUT, relation: 'siblings', respondents: [{ id: 'r1' }, { id: 'r2' }] };
const died = (side: 'applicant' | 'respondent', party?: string) => ({
  ground: `${side}_died`,
  ...(party && { party }),
});

function inForce(input: object, served: readonly string[]): Story {
  const story = tell(workflow, input);
  story.send('application.filed', FILED);
  story.send('application.accepted', { urgent: false }, COURT);
  story.send('order.granted', grantOf('2026-07-05'), COURT);
  for (const to of served)
    story.send('document.served', { to, method: 'in_person', addressHidden: true }, COURT);
  return story;
}

describe('a death', () => {
  test('of one parent leaves the other protected, and it has to be said who died', () => {
    const story = inForce(PARENTS, ['a1', 'a2', 'r1', 'police1', 'village1']);
    expect(story.refused('proceedings.terminated', died('applicant'), COURT)).toEqual([
      'endsForAll',
      'oneOfSeveral',
    ]);
    const { state, facts, effects } = story.send('proceedings.terminated', died('applicant', 'a1'), COURT);
    expect(state).toContain('inForce.validity.running');
    expect(facts.protectionOrder).toBe('in_force');
    expect(story.context()).toMatchObject({ applicants: [{ id: 'a2' }] });
    expect(effects).toContainEqual({ kind: 'notify', to: 'case_manager', notice: 'death.recorded' });
    expect(story.send('proceedings.terminated', died('applicant', 'a2'), COURT).state).toEqual([
      'terminated',
    ]);
  });

  test('of one brother leaves the other bound, and nothing is served on the dead', () => {
    const story = inForce(BROTHERS, ['a1', 'r2', 'police1', 'village1']);
    expect(story.now().state).toContain('inForce.service.ruling.unserved');
    const { state } = story.send('proceedings.terminated', died('respondent', 'r1'), COURT);
    expect(state).toContain('inForce.service.ruling.active');
    expect(story.context()).toMatchObject({ toServe: [], respondents: [{ id: 'r2' }] });
    const early = inForce(BROTHERS, ['a1']);
    expect(early.send('proceedings.terminated', died('respondent', 'r1'), COURT).state).toContain(
      'inForce.service.ruling.unserved',
    );
  });

  test('of the only one ends it, and whoever counted on it is told', () => {
    const { state, effects } = inForce(ORDER_INPUT, []).send(
      'proceedings.terminated',
      died('respondent'),
      COURT,
    );
    expect(state).toEqual(['terminated']);
    expect(effects).toEqual(
      expect.arrayContaining([
        { kind: 'notify', to: 'supervisor', notice: 'death.recorded' },
        { kind: 'notify', to: { handlersOf: 'shelter' }, notice: 'order.terminated' },
        { kind: 'notify', to: { handlersOf: 'consultation' }, notice: 'order.terminated' },
      ]),
    );
  });
});

test('what he did while the order was in force is answered for, though she tells of it after the last day', () => {
  const story = inForce(ORDER_INPUT, ['a1', 'r1', 'police1', 'village1']);
  story.send('order.expired', {}, { role: 'system', at: '2026-07-06T00:00:00.000+08:00' });
  const breach = { respondent: 'r1', measures: ['m1'], acts: ['harassment'], source: 'applicant' };
  const late = '2026-07-06T08:00:00.000+08:00';
  expect(story.refused('violation.reported', breach, { at: late })).toEqual(['actWhileInForce']);
  const { effects, facts } = story.send('violation.reported', breach, { at: OPENED_AT });
  expect(effects).toContainEqual(expect.objectContaining({ kind: 'start_track', workflow: 'enforcement' }));
  expect(facts.breach).toBe('yes');
});

test('the committee that applied for them sees it through: it asks for more time and for reconsideration, not for the end', () => {
  const story = inForce(PARENTS, []);
  expect(workflow.events['revocation.requested']?.roles).not.toContain('community_worker');
  expect(story.send('extension.requested', { by: 'proxy' }, VILLAGE).state).toContain(
    'inForce.change.pending',
  );
  expect(workflow.openedBy).toContain('community_worker');
});
