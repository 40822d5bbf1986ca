import { describe, expect, test } from 'vitest';
import type { Effect } from '#src/workflow/effect.ts';
import { FILED, grantOf, ORDER_INPUT } from '#test/support/order-moves.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { workflow as consultation } from '#workflows/consultation.ts';
import { workflow as litigation } from '#workflows/litigation.ts';
import { workflow as order } from '#workflows/protection-order.ts';
import { workflow as shelter } from '#workflows/shelter.ts';
import { workflow as letter } from '#workflows/warning-letter.ts';

const heard = { role: 'system' } as const;
const AGREED = { clientAgrees: true } as const;
const MADE_UNTIL = '2026-07-05';

const told = (effects: readonly Effect[], handlersOf: string, notice: string): boolean =>
  effects.some(
    (effect) => JSON.stringify(effect) === JSON.stringify({ kind: 'notify', to: { handlersOf }, notice }),
  );

function granted(input: object = ORDER_INPUT): Story {
  const story = tell(order, input);
  story.send('application.filed', FILED);
  story.send('application.accepted', { urgent: false });
  story.send('order.granted', grantOf(MADE_UNTIL));
  return story;
}

describe('the case turns high', () => {
  test('the search for a lawyer has two hours from now, at every step of it', () => {
    const story = tell(consultation, AGREED);
    const hurried = story.send('urgency.raised', {}, heard);
    expect(story.context()).toMatchObject({ assignmentRule: 'H14high', highRisk: true });
    expect([hurried.entered, hurried.exited]).toEqual([['matching.requested'], ['matching.requested']]);
    const checking = tell(consultation, AGREED);
    checking.send('lawyer.assigned', { lawyer: 'lawyer-1' }, { role: 'supervisor' });
    checking.send('urgency.raised', {}, heard);
    expect(checking.context()['conflictRule']).toBe('H1high');
    expect(consultation.hears).toContainEqual({ fact: 'risk', becomes: 'high', event: 'urgency.raised' });
  });

  test('an order that is prepared has less time, and the court is to know that it is urgent', () => {
    const story = tell(order, ORDER_INPUT);
    const { entered, effects } = story.send('urgency.suggested', {}, heard);
    expect(entered).toEqual(['preparing']);
    expect(effects).toContainEqual({ kind: 'notify', to: 'handler', notice: 'urgency.suggested' });
    expect(story.context()).toMatchObject({ preparationRule: 'H19high', urgencyAsked: true });
    const filed = tell(order, ORDER_INPUT);
    filed.send('application.filed', FILED);
    filed.send('urgency.suggested', {}, heard);
    expect(filed.context()['urgencyAsked']).toBe(true);
  });

  test('an order that is made is not asked for any more', () => {
    expect(granted().refused('urgency.suggested', {}, heard)).toEqual(['event_not_in_state']);
  });
});

describe('a warning letter', () => {
  const violated = { facts: { warningLetter: 'monitoring' } } as const;

  test('is evidence of its kind in an application, once', () => {
    const story = tell(order, ORDER_INPUT);
    story.send('letter.known', {}, heard);
    story.send('letter.known', {}, heard);
    expect(story.context()['evidence']).toEqual(['police_papers']);
  });

  test('is a voucher: no shelter says that she is not who it is for', () => {
    const asked = { source: 'self', resident: 'adult', minors: 0, previousStays: 0 };
    const declined = { ground: 'not_this_service' };
    expect(tell(shelter, asked).refused('request.declined', declined, violated)).toEqual(['voucherHonoured']);
    const withPaper = tell(shelter, { ...asked, source: 'voucher' });
    expect(withPaper.refused('request.declined', declined)).toEqual(['voucherHonoured']);
    // A hospital is what she needs then, letter or none.
    withPaper.send('request.declined', { ground: 'needs_hospital' }, violated);
    tell(shelter, asked).send('request.declined', declined);
  });

  test('is a voucher: no legal aid says that the conditions are not met', () => {
    const applied = (): Story => {
      const story = tell(consultation, AGREED);
      story.send('lawyer.assigned', { lawyer: 'lawyer-1' }, { role: 'supervisor' });
      story.send('conflict.cleared');
      story.send('offer.accepted');
      story.send('representation.needed');
      story.send('aid.applied');
      return story;
    };
    const refusal = { reason: 'conditions_not_met' };
    expect(applied().refused('aid.refused', refusal, violated)).toEqual(['voucherEnough']);
    applied().send('aid.refused', { reason: 'not_competent' }, violated);
    applied().send('aid.refused', refusal);
  });

  test('that is defied is told to her lawyer and to whoever works her application', () => {
    const story = tell(letter, { relation: 'spouse', reporter: 'survivor', priorReports: 0, fragile: [] });
    story.send('scene.reached', { separated: true, injured: false, wontStop: false, publicPlace: false });
    story.send('letter.issued', { admits: true, victimStatement: true, witness: false, evidence: [] });
    const { effects } = story.send('letter.delivered', { signed: true });
    for (const who of ['consultation', 'shelter', 'visit'])
      expect(told(effects, who, 'letter.delivered')).toBe(true);
    const defied = story.send('offender.repeated');
    for (const who of ['consultation', 'protection-order']) {
      expect(told(defied.effects, who, 'letter.defied')).toBe(true);
    }
  });

  test('takes no punishment’s place once an order was breached', () => {
    const story = tell(letter, { relation: 'spouse', reporter: 'survivor', priorReports: 0, fragile: [] });
    story.send('scene.reached', { separated: true, injured: false, wontStop: false, publicPlace: false });
    const issued = { admits: true, victimStatement: true, witness: false, evidence: [] };
    expect(story.refused('letter.issued', issued, { facts: { breach: 'yes' } })).toEqual(['notToBePunished']);
    story.send('letter.issued', issued);
  });
});

describe('an order', () => {
  const SIBLINGS = ['consultation', 'litigation', 'shelter', 'visit', 'placement'];

  test('that is granted is told to whoever works her other tracks', () => {
    const story = tell(order, ORDER_INPUT);
    story.send('application.filed', FILED);
    story.send('application.accepted', { urgent: false });
    const { effects } = story.send('order.granted', grantOf(MADE_UNTIL));
    for (const who of SIBLINGS) expect(told(effects, who, 'order.granted'), who).toBe(true);
  });

  test('that ends too', () => {
    const { effects } = granted().send('order.expired', {}, heard);
    for (const who of SIBLINGS) expect(told(effects, who, 'order.expired'), who).toBe(true);
  });

  test('broken by several opens a track for each of them, whoever is first on the paper', () => {
    const two = { ...ORDER_INPUT, respondents: [{ id: 'r1' }, { id: 'r2' }, { id: 'r3' }] };
    const visit = { unit: 'village1', manner: 'in_person', seenApart: true, keptOrder: false };
    expect(granted(two).refused('visit.made', visit)).toContain('breakersKnown');
    expect(granted(two).refused('visit.made', { ...visit, respondents: ['r9'] })).toContain('breakersKnown');
    const { effects } = granted(two).send('visit.made', {
      ...visit,
      respondents: ['r2', 'r3'],
      acts: ['contact'],
    });
    const started = effects.flatMap((effect) =>
      effect.kind === 'start_track' ? [[effect.input['respondent'], effect.input['acts']]] : [],
    );
    expect(started).toEqual([
      ['r2', ['contact']],
      ['r3', ['contact']],
    ]);
  });

  test('that binds one is broken by him, named or not', () => {
    const visit = { unit: 'village1', manner: 'in_person', seenApart: true, keptOrder: false };
    const { effects } = granted().send('visit.made', visit);
    expect(effects.filter(({ kind }) => kind === 'start_track')).toHaveLength(1);
  });
});

describe('a breach and the suit', () => {
  const DIVORCE = { kind: 'divorce', herRole: 'claimant' } as const;

  function barred(): Story {
    const story = tell(litigation, DIVORCE);
    story.send('suit.filed', { filedAt: OPENED_AT });
    story.send('suit.docketed');
    story.send('judgment.given', { outcome: 'divorce_refused', servedAt: OPENED_AT });
    story.send('judgment.effective', { effectiveAt: OPENED_AT });
    return story;
  }

  test('PO17 11: it is a new circumstance by itself, and the bar is over', () => {
    const story = barred();
    expect(story.now().facts.divorceBar).toBe('running');
    const { facts, effects } = story.send('breach.noted', {}, heard);
    expect(facts.divorceBar).toBe('none');
    expect(effects).toContainEqual({ kind: 'notify', to: 'handler', notice: 'bar.lifted' });
    expect(litigation.hears).toContainEqual({ fact: 'breach', becomes: 'yes', event: 'breach.noted' });
  });

  test('while a suit is prepared or pending, whoever works it hears, and the circumstance is on record', () => {
    const story = tell(litigation, DIVORCE);
    const { effects, state } = story.send('breach.noted', {}, heard);
    expect(state).toContain('open.suit.preparing');
    expect(effects).toContainEqual({ kind: 'notify', to: 'handler', notice: 'order.breached' });
    expect(story.context()['newCircumstances']).toBe(true);
  });

  test('INV-17: no suit rests its claim of violence on an order alone', () => {
    const story = tell(litigation, DIVORCE);
    const alone = { filedAt: OPENED_AT, violenceShownBy: ['protection_order'] };
    expect(story.refused('suit.filed', alone)).toEqual(['notOrderAlone']);
    story.send('suit.filed', { ...alone, violenceShownBy: ['protection_order', 'medical'] });
  });

  test('INV-17: and no judgment finds it on an order alone', () => {
    const story = tell(litigation, DIVORCE);
    story.send('suit.filed', { filedAt: OPENED_AT });
    story.send('suit.docketed');
    const judged = { outcome: 'divorce_granted', servedAt: OPENED_AT };
    const alone = { ...judged, violenceFoundBy: ['protection_order'] };
    expect(story.refused('judgment.given', alone)).toEqual(['notOrderAlone']);
    story.send('judgment.given', { ...judged, violenceFoundBy: ['police_records'] });
  });
});
