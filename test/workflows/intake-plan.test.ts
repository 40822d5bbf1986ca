import { describe, expect, test } from 'vitest';
import { ANONYMOUS, INTAKE_INPUT, scale } from '#test/support/intake-moves.ts';
import { type Circumstances, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/intake.ts';

const HIGH = scale(['s1']);
const offered = ['protection-order', 'shelter'] as const;
const agreed = (...names: string[]) => ({
  services: names.map((service) => ({ service, consent: true })),
  officer: 'officer',
});
const named = {
  refused: ['history', 'violenceForms', 'incident', 'injury', 'needs'],
  victim: { name: { sealed: 'her' }, ageGroup: 'from_60_to_69' },
  abuser: { name: { sealed: 'him' } },
  relation: 'ex_partner',
};

function graded(scored: object = scale(), form: object = ANONYMOUS, input: object = {}): Story {
  const story = tell(workflow, { ...INTAKE_INPUT, ...input });
  story.send('call.answered');
  story.send('safety.confirmed');
  story.send('caller.registered', form);
  story.send('risk.scored', scored);
  return story;
}

function started(story: Story, plan: object, circumstances: Circumstances = {}) {
  const { effects } = story.send('plan.agreed', plan, circumstances);
  return Object.fromEntries(
    effects.flatMap((effect) => (effect.kind === 'start_track' ? [[effect.workflow, effect.input]] : [])),
  );
}

describe('what is agreed with her begins in the same step', () => {
  test('each service that is a track of ours, with what the intake knows', () => {
    const plan = agreed('consultation', 'protection-order', 'warning-letter', 'shelter', 'visit');
    expect(started(graded(HIGH, named), plan)).toEqual({
      consultation: { respondentName: { sealed: 'him' }, highRisk: true, minor: false, clientAgrees: true },
      'protection-order': {
        relation: 'former_partner',
        basis: 'violence',
        applicants: [{ id: 'a1', minor: false, name: { sealed: 'her' } }],
        respondents: [{ id: 'r1', name: { sealed: 'him' } }],
        highRisk: true,
      },
      'warning-letter': {
        relation: 'former_partner',
        reporter: 'federation',
        priorReports: 0,
        fragile: ['elder'],
        letterAsked: true,
      },
      shelter: { source: 'federation', resident: 'adult', minors: 0, previousStays: 0 },
      visit: { purpose: 'risk_check', highRisk: true },
    });
  });

  test('what another agency does opens none here, and what she did not agree to neither', () => {
    expect(started(graded(), agreed('medical', 'counselling'))).toEqual({});
  });

  test('no second track of what is running, and again once it has ended', () => {
    const story = graded();
    const running = { one: { workflow: 'visit' } };
    expect(started(story, agreed('visit'), { tracks: running })).toEqual({});
    story.send('review.requested');
    story.send('risk.scored', scale());
    const ended = { one: { workflow: 'visit', isOpen: false } };
    expect(Object.keys(started(story, agreed('visit'), { tracks: ended }))).toEqual(['visit']);
  });

  test('a suit must be described before it is begun', () => {
    expect(graded().refused('plan.agreed', agreed('litigation'))).toEqual(['suitDescribed']);
    const suit = { kind: 'divorce', herRole: 'claimant' };
    expect(started(graded(), { ...agreed('litigation'), suit })).toEqual({ litigation: suit });
  });

  test('only a child or a ward is placed', () => {
    expect(graded().refused('plan.agreed', agreed('placement'))).toEqual(['placementFits']);
    const story = graded(scale(), ANONYMOUS, { minor: true });
    expect(started(story, agreed('placement'))).toEqual({
      placement: { basis: 'mandatory_report', child: 'minor' },
    });
  });
});

describe('mediation in a plan', () => {
  test('is opened at low risk when nothing bars it', () => {
    expect(started(graded(), agreed('mediation'))).toEqual({ mediation: { body: 'committee', free: true } });
  });

  test('never at high risk', () => {
    const plan = { ...agreed('mediation'), declined: offered };
    expect(graded(HIGH).refused('plan.agreed', plan)).toEqual(['noMediationAtHighRisk']);
  });

  test.each([
    { protectionOrder: 'applied' },
    { warningLetter: 'monitoring' },
    { repeat: 'yes' },
    { mandatoryReport: 'reported' },
    { criminal: 'filed' },
    { mediationViolence: 'yes' },
  ] as const)('nor where the case has %j', (facts) => {
    expect(graded().refused('plan.agreed', agreed('mediation'), { facts })).toEqual(['mediationNotBarred']);
  });

  test('nor beside an order or a letter in the same plan', () => {
    for (const other of ['protection-order', 'warning-letter']) {
      expect(graded().refused('plan.agreed', agreed('mediation', other))).toEqual(['mediationNotBarred']);
    }
  });
});

describe('at high risk', () => {
  test('nothing is agreed before an order and a shelter were offered', () => {
    const story = graded(HIGH);
    expect(story.refused('plan.agreed', agreed('visit'))).toEqual(['safetyOffered']);
    expect(story.refused('plan.agreed', { ...agreed('shelter'), declined: ['visit'] })).toEqual([
      'safetyOffered',
    ]);
    story.send('plan.agreed', { ...agreed('shelter'), declined: ['protection-order'] });
  });

  test('one that is on its way is not offered a second time', () => {
    const tracks = { a: { workflow: 'protection-order' }, b: { workflow: 'shelter' } };
    graded(HIGH).send('plan.agreed', agreed('visit'), { tracks });
  });

  test('everybody who works a track of the case hears of it, and the desk that safety is owed', () => {
    const { effects } = graded(HIGH).now();
    expect(effects).toContainEqual({ kind: 'notify', to: { handlersOf: 'siblings' }, notice: 'risk.raised' });
    expect(effects).toContainEqual({ kind: 'notify', to: 'handler', notice: 'safety.owed' });
  });
});

describe('a danger seen on another track', () => {
  test('brings the case back to assessment at once, from wherever it is', () => {
    const timer = { role: 'system' } as const;
    const before = graded();
    expect(before.send('review.triggered', {}, timer).state).toContain('open.work.assessing');
    const active = graded();
    active.send('plan.agreed', agreed('visit'));
    const { state, effects } = active.send('review.triggered', {}, timer);
    expect(state).toContain('open.work.assessing');
    // Somebody hears of it, and that a safe place is to be offered again.
    for (const notice of ['review.triggered', 'safety.owed']) {
      expect(effects).toContainEqual({ kind: 'notify', to: 'handler', notice });
    }
    // An assessment that is going on goes on under its own clock.
    expect(active.send('review.triggered', {}, timer).exited).toEqual([]);
  });

  test.each([
    ['dangerPoint', 'due'],
    ['breach', 'yes'],
    ['warningLetter', 'violated'],
    ['mediationViolence', 'yes'],
    ['disclosure', 'made'],
    ['disclosure', 'signs'],
  ])('it listens for %s %s', (fact, becomes) => {
    expect(workflow.hears).toContainEqual({ fact, becomes, event: 'review.triggered' });
  });
});

describe('where the guardian is the suspect', () => {
  const minor = { ...ANONYMOUS, minor: true, abuserIsGuardian: true };
  const placement = { kind: 'start_track', workflow: 'placement' };

  test('who may speak for the child is a track of its own as soon as the report is due', () => {
    const story = tell(workflow, INTAKE_INPUT);
    story.send('call.answered');
    story.send('safety.confirmed');
    const { effects, facts } = story.send('caller.registered', minor);
    expect(facts).toMatchObject({ guardian: 'suspect', mandatoryReport: 'due' });
    expect(effects).toContainEqual({ ...placement, input: { basis: 'mandatory_report', child: 'minor' } });
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'guardian.suspected' });
  });

  test('an adult without capacity too, and no second track', () => {
    const story = graded();
    const required = { subject: 'limited_capacity', guardianSuspected: true };
    const tracks = { one: { workflow: 'placement' } };
    expect(story.send('report.required', required, { tracks }).effects).not.toContainEqual(
      expect.objectContaining(placement),
    );
    const other = graded().send('report.required', required);
    expect(other.effects).toContainEqual({
      ...placement,
      input: { basis: 'mandatory_report', child: 'no_capacity' },
    });
  });

  test('no report by itself opens one', () => {
    const { effects, facts } = graded().send('report.required', { subject: 'minor' });
    expect(effects).not.toContainEqual(expect.objectContaining(placement));
    expect(facts.guardian).toBeUndefined();
  });

  test('nobody reaches the child through him, nor asks him how it is', () => {
    const story = graded(scale(), minor);
    story.send('danger.declared');
    story.send('police.arrived');
    story.send('risk.scored', scale());
    const calling = tell(workflow, INTAKE_INPUT);
    calling.send('call.answered');
    calling.send('talk.postponed', {});
    const facts = { guardian: 'suspect' } as const;
    const through = { through: 'guardian' };
    expect(calling.refused('caller.reached', through, { facts })).toEqual(['notThroughSuspect']);
    calling.send('caller.reached', { through: 'other' }, { facts });
  });
});
