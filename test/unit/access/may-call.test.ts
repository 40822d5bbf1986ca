import { describe, expect, test } from 'vitest';
import { type ContactPlan, contactPlanOf, mayCall } from '#src/access/may-call.ts';

const EVENING = '2025-09-30T18:30:00.000+08:00';
const DAYTIME = { from: '09:00', to: '17:00' };
const NIGHT = { from: '22:00', to: '06:00' };

const NOTHING_KNOWN: ContactPlan = {
  hasDied: false,
  isDoubtful: false,
  isThroughSuspect: false,
  through: 'herself',
  okToCall: null,
  couldTalk: null,
  window: null,
};
const answer = (plan: Partial<ContactPlan>, now = EVENING) => mayCall({ ...NOTHING_KNOWN, ...plan }, now);

describe('without hours, her own word alone permits a call', () => {
  test.each([
    [null, null, 'ask'],
    [null, true, 'ask'],
    [null, false, 'ask'],
    [true, null, 'yes'],
    [true, true, 'yes'],
    // She could not talk then, and nobody agreed when she can.
    [true, false, 'ask'],
    [false, null, 'no'],
    [false, true, 'no'],
    [false, false, 'no'],
  ])('ok to call %s, could talk %s: %s', (okToCall, couldTalk, now) => {
    expect(answer({ okToCall, couldTalk })).toMatchObject({ now, opensAt: null, window: null });
  });
});

describe('agreed hours are the answer, whatever she could do when she called', () => {
  test.each([
    ['08:59', 'no', '2025-09-30T09:00:00.000+08:00'],
    ['09:00', 'yes', null],
    ['16:59', 'yes', null],
    ['17:00', 'no', '2025-10-01T09:00:00.000+08:00'],
    ['23:59', 'no', '2025-10-01T09:00:00.000+08:00'],
  ])('from nine to five, at %s: %s, opens %s', (minute, now, opensAt) => {
    const plan = { window: DAYTIME, couldTalk: false };
    expect(answer(plan, `2025-09-30T${minute}:59.999+08:00`)).toMatchObject({
      now,
      opensAt,
      window: DAYTIME,
    });
  });

  test.each([
    ['21:59', 'no', '2025-12-31T22:00:00.000+08:00'],
    ['22:00', 'yes', null],
    ['00:00', 'yes', null],
    ['05:59', 'yes', null],
    ['06:00', 'no', '2025-12-31T22:00:00.000+08:00'],
  ])('over midnight, at %s: %s, opens %s', (minute, now, opensAt) => {
    expect(answer({ window: NIGHT }, `2025-12-31T${minute}:00.000+08:00`)).toMatchObject({ now, opensAt });
  });

  test('hours that begin and end at once say nothing', () => {
    expect(answer({ okToCall: true, window: { from: '09:00', to: '09:00' } })).toMatchObject({ now: 'ask' });
  });
});

describe('what forbids a call counts before what permits it, and does not end by itself', () => {
  test.each([
    ['she asked not to be called', { okToCall: false }],
    ['her phone may be in his hands', { isDoubtful: true }],
    ['the contact is the guardian who is suspected', { isThroughSuspect: true }],
    ['she has died', { hasDied: true }],
  ])('%s', (_, forbidden) => {
    const permitted = { okToCall: true, couldTalk: true, window: { from: '00:00', to: '23:59' } };
    expect(answer(permitted)).toMatchObject({ now: 'yes' });
    expect(answer({ ...permitted, ...forbidden })).toMatchObject({ now: 'no', opensAt: null });
  });
});

test('whoever she is reached through is named in the reason', () => {
  const whyThrough = (through: string) => answer({ okToCall: true, through }).why.zh;
  expect(whyThrough('herself')).not.toMatch(/监护人|信任/);
  expect(whyThrough('guardian')).toContain('监护人');
  expect(whyThrough('other')).toContain('信任');
});

describe('the plan is read from the intake and the form', () => {
  const context = {
    canTalkNow: false,
    contactDoubtful: false,
    contactThrough: 'guardian',
    guardianSuspected: true,
    window: DAYTIME,
  };

  test('each part from where it lives', () => {
    const plan = contactPlanOf({ context, facts: { survivor: 'living' }, form: { okToCall: true } });
    expect(plan).toEqual({
      ...NOTHING_KNOWN,
      isThroughSuspect: true,
      through: 'guardian',
      okToCall: true,
      couldTalk: false,
      window: DAYTIME,
    });
  });

  test('the hours of the intake count, for they are the later ones', () => {
    const form = { window: NIGHT };
    expect(contactPlanOf({ context, facts: {}, form }).window).toEqual(DAYTIME);
  });

  test('what is not there, or is no such thing, counts as not known', () => {
    expect(contactPlanOf({ context: null, facts: {}, form: null })).toEqual(NOTHING_KNOWN);
    const strange = { canTalkNow: 'yes', window: 'always', contactThrough: 7 };
    expect(contactPlanOf({ context: strange, facts: {}, form: { okToCall: 'yes' } })).toEqual(NOTHING_KNOWN);
  });

  test('her death and a controlled phone forbid it', () => {
    expect(contactPlanOf({ context: null, facts: { survivor: 'died' }, form: null }).hasDied).toBe(true);
    expect(contactPlanOf({ context: { contactDoubtful: true }, facts: {}, form: null }).isDoubtful).toBe(
      true,
    );
  });
});
