import { describe, expect, test } from 'vitest';
import { FILED, grantOf, ORDER_INPUT, UNITS } from '#test/support/order-moves.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/protection-order.ts';

const COURT = { role: 'court_liaison', agency: 'court' } as const;
const TIMER = { role: 'system' } as const;
const sealed = { sealed: 's' };
const DAY = OPENED_AT.slice(0, 10);

function deciding(): Story {
  const story = tell(workflow, ORDER_INPUT);
  story.send('application.filed', FILED);
  story.send('application.accepted', { urgent: false }, COURT);
  return story;
}

function granted(more: object): Story {
  const story = deciding();
  story.send('order.granted', grantOf('2026-07-05', DAY, more), COURT);
  return story;
}

const LEAVES = { id: 'out', code: 'move_out', dueOn: '2026-01-20' };
const AWAY = { id: 'away', code: 'keep_away', place: 'home', radiusMeters: 500 };
const startOfAway = (story: Story) =>
  (story.context()['measures'] as { id: string; startsOn: string | null }[]).find(({ id }) => id === 'away')
    ?.startsOn;

describe('at the counter', () => {
  test('filed at high risk her safety is due within hours, and settled by arranging it', () => {
    const story = tell(workflow, ORDER_INPUT);
    const { facts } = story.send('application.filed', FILED, { facts: { risk: 'high' } });
    expect([facts.dangerPoint, story.context()['filingSafetyRule']]).toEqual(['due', 'H21']);
    const safe = story.send('safety.arranged', { shelterOffered: true, policeTold: true });
    expect([safe.facts.dangerPoint, story.context()['filingSafetyRule']]).toEqual(['none', null]);
    const calm = tell(workflow, ORDER_INPUT);
    expect(calm.send('application.filed', FILED).facts.dangerPoint).toBe('none');
  });

  test('papers the law does not ask for are known as such, and she may complain at once', () => {
    const story = tell(workflow, ORDER_INPUT);
    story.send('application.filed', FILED);
    story.send('supplement.requested', { list: sealed, oral: true, papers: ['respondent_identity'] });
    expect(story.context()['groundless']).toBe(true);
    expect(story.send('complaint.made', { to: 'upper_court' }).state).toEqual(['unaccepted.complained']);
    const proper = tell(workflow, ORDER_INPUT);
    proper.send('application.filed', FILED);
    proper.send('supplement.requested', { list: sealed, oral: true, papers: ['own_identity'] });
    expect(proper.context()['groundless']).toBe(false);
  });

  test.each([
    ['2022-07-31T23:59:00.000+08:00', 'general'],
    ['2022-08-01T00:00:00.000+08:00', 'likelihood'],
  ])('accepted at %s the standard of proof is %s, whenever it was filed', (at, standard) => {
    const story = tell(workflow, ORDER_INPUT, { at: '2022-07-30T09:00:00.000+08:00' });
    story.send('application.filed', FILED);
    story.send('application.accepted', { urgent: false }, { ...COURT, at });
    expect(story.context()['standard']).toBe(standard);
  });

  test('after a refusal the next application keeps the evidence there is', () => {
    const story = deciding();
    story.send('evidence.added', { kind: 'police_records', origin: 'court' }, COURT);
    story.send('hearing.held', { attendance: 'both', online: false, stance: 'denies' }, COURT);
    story.send('order.refused', { reason: 'no_violence_shown' }, COURT);
    expect(story.context()['refusal']).toBe('no_violence_shown');
    const [effect] = story.send('application.renewed').effects;
    expect(effect).toMatchObject({ kind: 'start_track', input: { evidence: ['police_records'] } });
    const next = tell(workflow, { ...ORDER_INPUT, evidence: ['police_records'] });
    expect(next.context()['evidence']).toEqual(['police_records']);
  });
});

describe('measures of an order', () => {
  test('he keeps away from the home he must leave from the day after, or from the day he left', () => {
    const story = granted({ measures: [LEAVES, AWAY] });
    expect(startOfAway(story)).toBe('2026-01-21');
    const early = { at: '2026-01-12T10:00:00.000+08:00' };
    story.send('measure.performed', { measure: 'out', extent: 'partly' }, early);
    expect(startOfAway(story)).toBe('2026-01-21');
    story.send('measure.performed', { measure: 'out', extent: 'complied' }, early);
    expect(startOfAway(story)).toBe('2026-01-12');
  });

  test('elsewhere, or where nobody has to move out, he keeps away from the day it was made', () => {
    expect(startOfAway(granted({ measures: [LEAVES, { ...AWAY, place: 'school' }] }))).toBeNull();
    expect(startOfAway(granted({ measures: [AWAY] }))).toBeNull();
    expect(startOfAway(granted({ measures: [LEAVES, { ...AWAY, startsOn: '2026-01-06' }] }))).toBe(
      '2026-01-06',
    );
  });

  test('what was not done in time suggests enforcement, until it is asked for or declined', () => {
    const story = granted({ measures: [LEAVES] });
    const late = { ...TIMER, at: '2026-01-21T00:00:00.000+08:00' };
    expect(story.send('measure.lapsed', {}, late).state).toContain('inForce.execution.suggested');
    expect(story.send('execution.declined', { spokenAlone: true }).state).toContain('inForce.execution.none');
    const other = granted({ measures: [LEAVES] });
    other.send('measure.lapsed', {}, late);
    expect(other.send('execution.requested', { measures: ['out'] }).state).toContain(
      'inForce.execution.pending',
    );
    expect(other.refused('execution.declined', { spokenAlone: true })).toEqual(['event_not_in_state']);
  });

  test('nothing is paid from hand to hand where contact is forbidden or she has moved', () => {
    const pay = (payBy: string) => ({ id: 'pay', code: 'pay', payBy, amountYuan: 1000 });
    const contact = { id: 'm1', code: 'no_contact' };
    const paid = (payBy: string) => grantOf('2026-07-05', DAY, { measures: [contact, pay(payBy)] });
    expect(deciding().refused('order.granted', paid('handed'), COURT)).toEqual(['paymentHidden']);
    expect(deciding().send('order.granted', paid('court'), COURT).facts.protectionOrder).toBe('in_force');
    const apart = deciding();
    apart.send('residence.changed', { who: 'a1', district: 'other' });
    const alone = grantOf('2026-07-05', DAY, { measures: [pay('handed')] });
    expect(apart.refused('order.granted', alone, COURT)).toEqual(['paymentHidden']);
    expect(deciding().send('order.granted', alone, COURT).facts.protectionOrder).toBe('in_force');
  });

  test('a school that has the order checks who may fetch the child', () => {
    const school = { id: 'school1', kind: 'school', district: 'own', covers: 'school' };
    const story = granted({ units: [...UNITS, school] });
    const checked = ['pickup.checked', { unit: 'school1', barred: true }] as const;
    expect(story.refused(...checked)).toEqual(['pickupOwed']);
    story.send('document.served', { to: 'school1', method: 'in_person' }, COURT);
    expect(story.context()['pickups']).toEqual([{ id: 'school1', from: OPENED_AT }]);
    story.send(...checked);
    expect(story.context()['pickups']).toEqual([]);
  });
});

describe('what parts them, and what he must learn', () => {
  const told = { kind: 'notify', to: 'case_manager', notice: 'order.thin' } as const;
  const living = { ...ORDER_INPUT, livesTogether: true };

  test('a ban on violence alone, for who lives with him, is said to be thin when asked for and when granted', () => {
    const story = tell(workflow, living);
    expect(story.send('application.filed', FILED).effects).toContainEqual(told);
    story.send('application.accepted', { urgent: false }, COURT);
    expect(story.send('order.granted', grantOf('2026-07-05'), COURT).effects).toContainEqual(told);
  });

  test('where he moves out, or she does not live with him, nothing is said', () => {
    const apart = tell(workflow, living);
    const filing = { ...FILED, measures: ['no_violence', 'move_out'] };
    expect(apart.send('application.filed', filing).effects).not.toContainEqual(told);
    expect(tell(workflow, ORDER_INPUT).send('application.filed', FILED).effects).not.toContainEqual(told);
  });

  test('twelve sessions are complied with when twelve were attended, with proof', () => {
    const measures = [{ id: 'learn', code: 'counselling', sessions: 12 }];
    const story = granted({ measures });
    const performed = (more: object) => ({ measure: 'learn', extent: 'complied', ...more });
    for (const poor of [{}, { sessionsHeld: 11, proof: sealed }, { sessionsHeld: 12 }])
      expect(story.refused('measure.performed', performed(poor))).toEqual(['sessionsProven']);
    story.send('measure.performed', { measure: 'learn', extent: 'partly', sessionsHeld: 3 });
    story.send('measure.performed', performed({ sessionsHeld: 12, proof: sealed }));
    expect(story.context()['measures']).toMatchObject([{ status: 'complied' }]);
  });

  test('a variation may protect more people than the order did', () => {
    const story = granted({});
    const at = { ...COURT, at: '2026-01-20T09:00:00.000+08:00' };
    story.send('variation.requested', { by: 'applicant' }, { at: '2026-01-19T09:00:00.000+08:00' });
    const measures = [{ id: 'm1', code: 'no_contact' }];
    const protectedPersons = [
      { id: 'c1', minor: true },
      { id: 'c2', minor: true },
    ];
    story.send('order.varied', { madeOn: '2026-01-20', measures, protectedPersons }, at);
    expect(story.context()['protectedPersons']).toMatchObject(protectedPersons);
  });
});
