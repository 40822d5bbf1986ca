import { describe, expect, test } from 'vitest';
import { fits } from '#src/workflow/check-input.ts';
import {
  CASE_BARS,
  consentOf,
  LIGHT,
  PASSED,
  RECORDED,
  SCHEDULED,
  SIGNED,
} from '#test/support/mediation-moves.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/mediation.ts';

const INPUT = { body: 'committee', free: true };
const allowed = { facts: LIGHT };
const told = { ways: ['police'], spokenAlone: true };

function consented(input: object = INPUT): Story {
  const story = tell(workflow, input, allowed);
  story.send('screening.passed', PASSED);
  story.send('consent.given', consentOf('survivor'));
  story.send('consent.given', consentOf('respondent'));
  return story;
}

function inSession(input: object = INPUT): Story {
  const story = consented(input);
  story.send('session.scheduled', SCHEDULED);
  story.send('session.opened');
  return story;
}

describe('when the case comes to bar it', () => {
  const timer = { role: 'system' } as const;

  test.each(CASE_BARS.filter(([, { risk }]) => risk !== 'unknown'))(
    '%s: locked in the step of %j',
    (_, facts) => {
      const { state, effects } = inSession().send('mediation.locked', {}, { ...timer, facts });
      expect(state).toEqual(['rights.afterBar']);
      expect(effects).toContainEqual({ kind: 'notify', to: 'handler', notice: 'mediation.stopped' });
    },
  );

  test('what bars it is on record, and her rights are still to be told', () => {
    const story = inSession();
    const facts = { risk: 'high', protectionOrder: 'applied', criminal: 'filed' } as const;
    story.send('mediation.locked', {}, { ...timer, facts });
    expect(story.context()['bars']).toEqual(['risk_high']);
    expect(story.send('rights.told', told).state).toEqual(['barred']);
  });

  test('a case that leaves it open locks nothing', () => {
    expect(inSession().refused('mediation.locked', {}, timer)).toEqual(['caseBars']);
  });

  test('what was agreed before stays agreed, and its follow-up knows', () => {
    const story = inSession();
    story.send('agreement.signed', SIGNED);
    const facts = { protectionOrder: 'in_force' } as const;
    const { state, effects } = story.send('mediation.locked', {}, { ...timer, facts });
    expect(state).toContain('agreement.keeping.monitored');
    expect(effects).toContainEqual({ kind: 'notify', to: 'handler', notice: 'mediation.stopped' });
  });
});

describe('the screening', () => {
  test.each(CASE_BARS)('%s: refused where the case says %j', (guard, facts) => {
    expect(tell(workflow, INPUT).refused('screening.passed', PASSED, { facts })).toContain(guard);
  });

  test.each([
    ['notAfraid', { afraid: true }],
    ['nobodyRefuses', { refuses: true }],
    ['notAgainstHerWish', { wantsLawfulHandling: true }],
    ['nothingToPunish', { offence: true }],
    ['noChildAtRisk', { childAtRisk: true }],
    ['lightAndFirst', { violence: 'beyond' }],
  ])('%s: refused when she answers %j', (guard, answer) => {
    const story = tell(workflow, INPUT, allowed);
    expect(story.refused('screening.passed', { ...PASSED, ...answer })).toEqual([guard]);
  });

  test('light violence, for the first time, may be mediated at low risk and no higher', () => {
    const light = { ...PASSED, violence: 'light_first' };
    const story = tell(workflow, INPUT);
    expect(story.refused('screening.passed', light, { facts: { risk: 'medium' } })).toEqual([
      'lightAndFirst',
    ]);
    expect(story.send('screening.passed', light, allowed).state).toEqual(['talks.consent']);
  });

  test('signs of violence that nobody has assessed yet keep it from beginning', () => {
    const facts = { ...LIGHT, disclosure: 'signs' as const };
    expect(tell(workflow, INPUT).refused('screening.passed', PASSED, { facts })).toEqual([
      'noOpenDisclosure',
    ]);
  });

  test.each(['askedAlone', 'toldOfPolice', 'toldOfWarning', 'womanAmongMediators'])(
    'cannot be passed without %s, nor by saying no to it',
    (key) => {
      const schema = eventSchema('screening.passed');
      expect(fits(schema, PASSED)).toBe(true);
      expect(fits(schema, { ...PASSED, [key]: false })).toBe(false);
      expect(fits(schema, { ...PASSED, [key]: undefined })).toBe(false);
    },
  );
});

describe('consent and sessions', () => {
  test('each is asked apart: one of them twice is not both', () => {
    const story = tell(workflow, INPUT, allowed);
    story.send('screening.passed', PASSED);
    story.send('consent.given', consentOf('survivor'));
    expect(story.send('consent.given', consentOf('survivor')).state).toEqual(['talks.consent']);
    expect(story.context()['consentsOwed']).toEqual([{ id: 'respondent' }]);
    expect(story.send('consent.given', consentOf('respondent')).state).toEqual([
      'talks.underWay.first.arranging',
    ]);
  });

  test('shuttle unless she herself asks for one room', () => {
    const story = consented();
    const joint = { ...SCHEDULED, mode: 'joint' };
    expect(story.refused('session.scheduled', joint)).toEqual(['jointOnlyAtHerWish']);
    story.send('session.scheduled', SCHEDULED);
    expect(story.context()['mode']).toBe('shuttle');
    story.send('session.scheduled', { ...joint, askedForByHer: true });
    expect(story.context()['mode']).toBe('joint');
  });

  test('police mediation has clocks for its first and second session, others have none', () => {
    expect(inSession().context()).toMatchObject({ firstRule: null, secondRule: null });
    const story = inSession({ body: 'police', free: true });
    expect(story.context()).toMatchObject({ firstRule: 'P17', secondRule: 'P17b', firstOpenedAt: OPENED_AT });
  });
});

describe('violence', () => {
  test('stops it, the police are told before anything else, and the case remembers', () => {
    const story = inSession();
    const { state, effects, facts } = story.send('violence.occurred', { kind: 'violence' });
    expect(state).toEqual(['stopped']);
    expect(facts.mediationViolence).toBe('yes');
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'mediation.stopped' });
    expect(story.refused('rights.told', told)).toEqual(['event_not_in_state']);
    story.send('police.reported', { madeAt: OPENED_AT });
    const end = story.send('rights.told', told);
    expect([end.state, end.isFinal, end.facts.mediationViolence]).toEqual([['ended'], true, 'yes']);
  });

  test('that comes to light pauses it; it goes on from the screening, after a new assessment', () => {
    const story = inSession();
    const { state, effects, facts } = story.send(
      'violence.disclosed',
      {},
      { at: '2026-01-06T09:00:00.000+08:00' },
    );
    expect([state, facts.disclosure]).toEqual([['paused'], 'made']);
    expect(effects).toContainEqual({ kind: 'notify', to: 'case_manager', notice: 'violence.disclosed' });
    const earlier = { reassessedAt: OPENED_AT };
    expect(story.refused('mediation.resumed', earlier, { role: 'supervisor' })).toEqual(['afterDisclosure']);
    const later = { reassessedAt: '2026-01-06T12:00:00.000+08:00' };
    expect(story.send('mediation.resumed', later, { role: 'supervisor' }).state).toEqual(['talks.proposed']);
  });

  test('disclosed while an agreement runs leaves the agreement and stops its fulfilment', () => {
    const story = inSession();
    story.send('agreement.signed', SIGNED);
    story.send('followup.held', { askedAlone: true });
    const { state } = story.send('violence.disclosed');
    expect(state).toEqual(['agreement.confirmation.open', 'agreement.keeping.suspended']);
    expect(story.refused('agreement.fulfilled', { confirmedByHer: true })).toEqual(['event_not_in_state']);
  });
});

describe('the agreement', () => {
  test.each(['keepsProtectionOrder', 'keepsPoliceReport', 'keepsChildSafety', 'readToHerAlone'])(
    'is none without %s',
    (key) => {
      const schema = eventSchema('agreement.signed');
      const sent = { ...SIGNED, text: 'text' };
      expect(fits(schema, sent)).toBe(true);
      expect(fits(schema, { ...sent, [key]: false })).toBe(false);
      expect(fits(schema, { ...sent, [key]: undefined })).toBe(false);
    },
  );

  test('has no term by which she gives anything up', () => {
    const schema = eventSchema('agreement.signed');
    for (const term of ['protection_order', 'police_report', 'child_safety', 'waiver'])
      expect(fits(schema, { ...SIGNED, text: 'text', terms: [term] })).toBe(false);
  });

  test('may be confirmed within thirty days of taking effect, and not after', () => {
    const story = inSession();
    story.send('agreement.signed', SIGNED);
    expect(story.context()['effectiveAt']).toBe(OPENED_AT);
    expect(workflow.deadlines['confirmation']).toMatchObject({
      rule: 'M2',
      anchor: { context: 'effectiveAt' },
    });
    story.send('confirmation.expired', {}, { role: 'system' });
    expect(story.refused('confirmation.applied', { jointly: true })).toEqual(['event_not_in_state']);
  });
});

describe('mediated elsewhere', () => {
  test('where the law bars it, it is flagged, and a supervisor answers for it', () => {
    const story = tell(workflow, { body: 'police', free: true });
    const repeated = { ...RECORDED, grounds: ['repeated'] };
    const { state, facts, effects } = story.send('mediation.recorded', repeated);
    expect([state, facts.mediationMisuse]).toEqual([['misuse'], 'flagged']);
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'mediation.misused' });
    const end = story.send('misuse.answered', { measure: 'urged' }, { role: 'supervisor' });
    expect([end.isFinal, end.facts.mediationMisuse]).toEqual([true, 'flagged']);
  });

  test('what she gave up in it makes it one that the law bars', () => {
    const story = tell(workflow, INPUT, allowed);
    const waived = { ...RECORDED, waives: ['protection_order'] };
    expect(story.send('mediation.recorded', waived).state).toEqual(['misuse']);
  });

  test('a refusal by telephone ends it, and her rights are told', () => {
    const story = tell(workflow, { body: 'police', free: true });
    expect(story.send('party.refused', { party: 'respondent', ground: 'refuses' }).state).toEqual([
      'rights.afterRefusal',
    ]);
    expect(story.send('rights.told', told).state).toEqual(['refused']);
  });
});

function eventSchema(type: string) {
  const definition = workflow.events[type];
  if (definition === undefined) throw new Error(`no event ${type}`);
  return definition.payload;
}
