import { describe, expect, test } from 'vitest';
import { FILED, grantOf, ORDER_INPUT } from '#test/support/order-moves.ts';
import { type Circumstances, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/protection-order.ts';

const ALONE_SUSPECT = { guardian: 'suspect', protectiveGuardian: 'none' } as const;
const BOTH = { ...ORDER_INPUT, respondents: [{ id: 'r1' }, { id: 'r2' }] };
const filedBy = (proxy: object) => ({ ...FILED, proxy });

function served(facts: Circumstances['facts'] = {}): Story {
  const story = tell(workflow, ORDER_INPUT, { facts: facts ?? {} });
  story.send('application.filed', FILED);
  story.send('application.accepted', { urgent: true });
  story.send('order.granted', grantOf('2026-07-05'));
  story.send('document.served', { to: 'village1', method: 'in_person' });
  return story;
}

describe('who applies for her', () => {
  test.each([['guardian'], ['kin']])(
    'is no %s where both parents are to be bound, unless it is plain that this is neither of them',
    (kind) => {
      const proxy = { kind, reason: 'no_capacity' };
      const story = tell(workflow, BOTH, { facts: ALONE_SUSPECT });
      expect(story.refused('application.filed', filedBy(proxy))).toEqual(['proxyApart']);
      expect(story.send('application.filed', filedBy({ ...proxy, notRespondent: true })).state).toEqual([
        'filed',
      ]);
      const other = tell(workflow, ORDER_INPUT, { facts: ALONE_SUSPECT });
      expect(other.send('application.filed', filedBy(proxy)).state).toEqual(['filed']);
    },
  );

  test('is the committee then, and nobody’s consent is asked for', () => {
    const story = tell(workflow, BOTH, { facts: ALONE_SUSPECT });
    const proxy = { kind: 'committee', reason: 'no_capacity' };
    expect(story.send('application.filed', filedBy(proxy)).state).toEqual(['filed']);
  });

  test('has her wish on record, or that she is kept from being asked', () => {
    const proxy = { kind: 'federation', reason: 'coercion' };
    const story = tell(workflow, ORDER_INPUT);
    expect(story.refused('application.filed', filedBy(proxy))).toEqual(['wishRecorded']);
    story.send('application.filed', filedBy({ ...proxy, cannotBeAsked: true }));
    const asked = tell(workflow, ORDER_INPUT);
    asked.send('application.filed', filedBy({ ...proxy, wishRecorded: true }));
    const old = { kind: 'federation', reason: 'old_age', cannotBeAsked: true };
    expect(tell(workflow, ORDER_INPUT).refused('application.filed', filedBy(old))).toEqual(['wishRecorded']);
  });
});

test('a crime the court comes upon goes to the police, beside the order', () => {
  const story = served();
  const { effects, state } = story.send('crime.referred', { offence: 'injury', acknowledged: true });
  expect(effects).toContainEqual(expect.objectContaining({ kind: 'start_track', workflow: 'criminal' }));
  expect(state).toContain('inForce.validity.running');
  const again = story.send(
    'crime.referred',
    { offence: 'injury', acknowledged: true },
    { facts: { criminal: 'filed' } },
  );
  expect(again.effects).not.toContainEqual(expect.objectContaining({ kind: 'start_track' }));
});

test('a child left with the one guardian whom the order binds is visited every third day', () => {
  const visit = { unit: 'village1', manner: 'in_person', seenApart: true, keptOrder: true };
  const ruleAfter = (facts: Circumstances['facts']) => {
    const story = served(facts);
    story.send('visit.made', visit);
    return (story.context()['visits'] as { rule: string }[])[0]?.rule;
  };
  expect(ruleAfter({})).toBe('C13pweek');
  expect(ruleAfter(ALONE_SUSPECT)).toBe('C13phigh');
  expect(ruleAfter({ ...ALONE_SUSPECT, placement: 'placed' })).toBe('C13pweek');
  expect(ruleAfter({ ...ALONE_SUSPECT, protectiveGuardian: 'known' })).toBe('C13pweek');
});
