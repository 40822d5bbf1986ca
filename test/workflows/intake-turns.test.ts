import { describe, expect, test } from 'vitest';
import { ANONYMOUS, HANDLED_HERE, INTAKE_INPUT, scale, WITHDRAWAL } from '#test/support/intake-moves.ts';
import { type Story, tell } from '#test/support/step-with.ts';
import { CALLER_RELATIONS, CHANNELS } from '#workflows/intake/codes.ts';
import { workflow } from '#workflows/intake.ts';

const supervisor = { role: 'supervisor' } as const;
const visit = {
  services: [{ service: 'visit', consent: true }],
  officer: 'officer',
  declined: ['protection-order', 'shelter'],
};
const startCrisis = { kind: 'start_track', workflow: 'crisis', input: { source: 'assessment' } };
const INQUIRY = { kind: 'counter_report', through: 'police' } as const;
const RETRACTED = { by: 'child', spokenAlone: false } as const;

function registered(): Story {
  const story = tell(workflow, INTAKE_INPUT);
  story.send('call.answered');
  story.send('safety.confirmed');
  story.send('caller.registered', ANONYMOUS);
  return story;
}

function active(scored: object = scale()): Story {
  const story = registered();
  story.send('risk.scored', scored);
  story.send('plan.agreed', visit);
  return story;
}

describe('her own danger to herself', () => {
  test.each([
    [{ suicideRisk: true }, 'medium'],
    [{ selfHarmed: true }, 'high'],
  ])('%j, which no item of the scale asks, makes it %s and starts a crisis track', (found, level) => {
    const { effects, facts } = registered().send('risk.scored', { ...scale(), ...found });
    expect(facts.risk).toBe(level);
    expect(effects).toContainEqual(startCrisis);
  });

  test('no second track while one is running', () => {
    const scored = { ...scale(), suicideRisk: true };
    const { effects } = registered().send('risk.scored', scored, { facts: { crisis: 'watched' } });
    expect(effects.map(({ kind }) => kind)).not.toContain('start_track');
  });

  test('noticed by anybody at any time; nobody withdraws, is lost or merely informed meanwhile', () => {
    const story = active();
    const { effects } = story.send('crisis.declared', { source: 'medical' });
    expect(effects).toContainEqual({ ...startCrisis, input: { source: 'medical' } });
    const meanwhile = { facts: { crisis: 'acute' } } as const;
    expect(story.refused('survivor.withdrew', WITHDRAWAL, meanwhile)).toEqual(['crisisOver']);
    const calling = tell(workflow, INTAKE_INPUT);
    calling.send('call.answered');
    calling.send('safety.confirmed');
    const informed = { rightsTold: true, legalAidTold: true };
    expect(calling.refused('caller.informed', informed, meanwhile)).toEqual(['crisisOver']);
  });

  test('after closing it opens the case again', () => {
    const story = active();
    story.send('plan.completed', HANDLED_HERE);
    const { state, effects } = story.send('crisis.declared', { source: 'family' });
    expect(state).toContain('open.work.assessing');
    expect(effects).toContainEqual({ kind: 'reopen_case' });
    expect(effects).toContainEqual({ ...startCrisis, input: { source: 'family' } });
  });
});

describe('he looks for her, or reports first', () => {
  test.each([
    ['during the work', active],
    ['after closing', () => withClosed()],
  ])('%s: it gets its own track, once', (_when, open) => {
    const started = { kind: 'start_track', workflow: 'adverse', input: INQUIRY };
    const { effects } = open().send('inquiry.received', INQUIRY);
    expect(effects).toContainEqual(started);
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'location.locked' });
    const again = open().send('inquiry.received', INQUIRY, { facts: { inquiry: 'open' } });
    expect(again.effects).not.toContainEqual(started);
  });
});

describe('words taken back, and a way back to him', () => {
  test.each([
    ['statement.retracted', RETRACTED],
    ['survivor.returned', { spokenAlone: true, safetyPlanRenewed: true }],
  ])('%s closes nothing: the risk is looked at again and does not fall', (type, payload) => {
    const story = active(scale(['q1', 'q2', 'q3', 'q4']));
    const { state, effects } = story.send(type, payload);
    expect(state).toContain('open.work.assessing');
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'wish.doubtful' });
    expect(story.send('risk.scored', scale()).facts.risk).toBe('medium');
    story.send('review.requested');
    const low = { ...scale(), override: { to: 'low', reason: { sealed: 'r' } } };
    expect(story.refused('risk.scored', low)).toEqual(['loweredBySupervisor']);
    expect(story.send('risk.scored', low, supervisor).facts.risk).toBe('low');
  });

  test('neither calls off a mandatory report', () => {
    const story = registered();
    story.send('report.required', { subject: 'minor' });
    expect(story.send('statement.retracted', RETRACTED).state).toContain('open.report.due');
  });

  test('a way back to him after closing opens the case again', () => {
    const story = withClosed();
    const back = { spokenAlone: false, safetyPlanRenewed: false };
    const { effects, facts } = story.send('survivor.returned', back);
    expect(facts.repeat).toBe('no');
    expect(effects).toContainEqual({ kind: 'reopen_case' });
  });
});

describe('what changes around her', () => {
  test.each(['separated', 'gave_birth', 'divorced'])(
    '%s: the danger is judged anew, no repeat is claimed',
    (kind) => {
      const story = active();
      const { state, facts } = story.send('circumstances.changed', { kind });
      expect(state).toContain('open.work.assessing');
      expect(facts.repeat).toBe('no');
    },
  );

  test('what does not raise the danger is written down and changes nothing', () => {
    const story = active();
    expect(story.send('circumstances.changed', { kind: 'other' }).state).toContain('open.work.active');
  });

  test('new violence here is told to the linked cases of the household, and heard there as violence', () => {
    const story = active();
    story.send('household.linked', { linkedIntake: 'other', tie: 'child' });
    const { effects } = story.send('incident.reported', { others: ['his_parents'] });
    expect(effects).toContainEqual({ kind: 'send_later', event: 'household.incident', tracks: ['other'] });
    expect(story.context()).toMatchObject({ others: ['his_parents'] });
    const other = active();
    const { state, facts } = other.send('household.incident', {}, { role: 'system' });
    expect(state).toContain('open.work.assessing');
    expect(facts.repeat).toBe('yes');
  });
});

describe('a death', () => {
  test('of hers stills every clock of the case and leaves it open for what the state owes the dead', () => {
    const story = active(scale(['s1']));
    const { state, effects, facts } = story.send('death.recorded', { who: 'survivor' });
    expect(state).toEqual(['died']);
    expect(effects).toContainEqual({ kind: 'still_clocks' });
    expect(effects).not.toContainEqual({ kind: 'close_case' });
    expect(facts).toMatchObject({ survivor: 'died', intake: 'closed' });
    const reason = { sealed: 'r' };
    expect(story.refused('file.archived', { reason }, { ...supervisor, openTracks: 1 })).toEqual([
      'childrenFinal',
    ]);
    expect(story.send('file.archived', { reason }, supervisor).effects).toContainEqual({
      kind: 'close_case',
    });
  });

  test('of somebody else is a reason to look at the danger again', () => {
    expect(active().send('death.recorded', { who: 'child' }).state).toContain('open.work.assessing');
  });
});

test('whoever real cases came from has a code', () => {
  expect(Object.keys(CHANNELS)).toEqual(
    expect.arrayContaining(['media', 'third_party', 'procuratorate_notice', 'child_letter', 'ngo']),
  );
  expect(Object.keys(CALLER_RELATIONS)).toEqual(
    expect.arrayContaining([
      'procuratorate',
      'disabled_federation',
      'youth_league',
      'employer',
      'respondent',
    ]),
  );
});

function withClosed(): Story {
  const story = active();
  story.send('plan.completed', HANDLED_HERE);
  return story;
}
