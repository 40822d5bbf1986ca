import { describe, expect, test } from 'vitest';
import { tell } from '#test/support/step-with.ts';
import {
  ANONYMOUS,
  HANDLED_HERE,
  INTAKE_INPUT,
  REPORT,
  scale,
  WITHDRAWAL,
} from '#test/support/intake-moves.ts';
import { workflow } from '#workflows/intake.ts';

const supervisor = { role: 'supervisor' } as const;
const timer = { role: 'system' } as const;
const offered = ['protection-order', 'shelter'] as const;
const visit = { services: [{ service: 'visit', consent: true }], officer: 'officer', declined: offered };
const reason = { sealed: 'reason' };

function answered(input: object = {}) {
  const story = tell(workflow, { ...INTAKE_INPUT, ...input });
  story.send('call.answered');
  return story;
}

function registered(form: object = {}, input: object = {}) {
  const story = answered(input);
  story.send('safety.confirmed');
  story.send('caller.registered', { ...ANONYMOUS, ...form });
  return story;
}

function active(scored: object = scale()) {
  const story = registered();
  story.send('risk.scored', scored);
  story.send('plan.agreed', visit);
  return story;
}

describe('the first contact', () => {
  test('an anonymous call in danger becomes an emergency, and nothing asks who she is', () => {
    const story = tell(workflow, { ...INTAKE_INPUT, caller: { relation: 'self', anonymous: true } });
    story.send('call.answered');
    const { state, effects, entered } = story.send('danger.declared');
    expect(state).toContain('open.work.emergency.paging');
    expect(entered).toEqual(expect.arrayContaining(['open.alarm.police.due', 'open.alarm.federation.due']));
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'emergency.declared' });
  });

  test('the supervisor is paged three times and then the ladder ends', () => {
    const story = answered();
    story.send('danger.declared');
    for (let page = 2; page <= 3; page += 1) {
      const { entered, exited } = story.send('police.unconfirmed', {}, timer);
      // In both lists: the clock of the confirmation starts again.
      expect(entered).toContain('open.work.emergency.paging');
      expect(exited).toContain('open.work.emergency.paging');
    }
    expect(story.send('police.unconfirmed', {}, timer).state).toContain('open.work.emergency.unconfirmed');
    expect(story.refused('police.unconfirmed', {}, timer)).toEqual(['event_not_in_state']);
    expect(story.send('police.arrived').state).toContain('open.work.registering');
  });

  test('danger may be declared at any moment of the work, and again after closing', () => {
    const story = active();
    expect(story.send('danger.declared').state).toContain('open.work.emergency.paging');
    // Registered already: afterwards it is assessed and not registered a second time.
    expect(story.send('police.arrived').state).toContain('open.work.assessing');
    const closed = active();
    closed.send('plan.completed', HANDLED_HERE);
    const { state, effects } = closed.send('danger.declared');
    expect(state).toEqual(expect.arrayContaining(['open.alarm.police.due', 'open.work.emergency.paging']));
    expect(effects).toContainEqual({ kind: 'reopen_case' });
  });

  test('the third unanswered call makes her lost, and the supervisor decides', () => {
    const story = answered();
    story.send('talk.postponed', { window: { from: '10:00', to: '11:00' } });
    story.send('call.unanswered');
    story.send('call.unanswered');
    expect(story.send('call.unanswered').state).toContain('open.work.lostContact.deciding');
    story.send('welfare.requested', {}, supervisor);
    const { isFinal, effects } = story.send('contact.abandoned', { reason: 'no_trace' }, supervisor);
    expect(isFinal).toBe(true);
    expect(effects).toContainEqual({ kind: 'close_case' });
  });
});

describe('registration', () => {
  test('a group that is neither given nor refused keeps the form from being complete', () => {
    const story = answered();
    story.send('safety.confirmed');
    const refused = ANONYMOUS.refused.filter((group) => group !== 'abuser');
    expect(story.refused('caller.registered', { refused })).toEqual(['fieldsGivenOrRefused']);
    story.send('caller.registered', { refused, abuser: { name: { sealed: 'name' } } });
    expect(story.context()['respondentName']).toEqual({ sealed: 'name' });
  });

  test('information alone closes the case, but never for a minor', () => {
    const told = { rightsTold: true, legalAidTold: true };
    const story = answered();
    story.send('safety.confirmed');
    expect(story.send('caller.informed', told).state).toEqual(['closedInfo']);
    const minor = answered({ minor: true });
    minor.send('safety.confirmed');
    expect(minor.refused('caller.informed', told)).toEqual(['fullCapacity']);
  });
});

describe('the mandatory report', () => {
  test('a harmed minor must be reported within the limit for minors, whatever else goes on', () => {
    const story = registered({ minor: true });
    expect(story.now().state).toContain('open.report.due');
    expect(story.context()['reportRule']).toBe('R2p');
    expect(story.now().facts.mandatoryReport).toBe('due');
    story.send('danger.declared');
    expect(story.now().exited).not.toContain('open.report.due');
    expect(story.now().state).toContain('open.report.due');
  });

  test('for an adult without full capacity it is the limit of article 14', () => {
    const story = registered({ capacity: 'limited' });
    expect(story.context()['reportRule']).toBe('R1p');
  });

  test('no harm suspected, no report; an age group says minor as well as the box', () => {
    expect(registered({ minor: true, harmSuspected: false }).now().state).toContain('open.report.none');
    const { refused } = ANONYMOUS;
    const byAge = {
      refused: refused.filter((group) => group !== 'victim'),
      victim: { ageGroup: 'under_14' },
    };
    expect(registered(byAge).context()['reportRule']).toBe('R2p');
  });

  test('nobody can withdraw once it was due, not even after it was filed', () => {
    const story = registered({ minor: true });
    expect(story.refused('survivor.withdrew', WITHDRAWAL)).toEqual([
      'notMandatory',
      'fullCapacity',
      'reportSettled',
    ]);
    story.send('report.filed', REPORT);
    expect(story.refused('survivor.withdrew', WITHDRAWAL)).toEqual(['notMandatory', 'fullCapacity']);
  });

  test('a minor known from the start is not let go before anybody has registered her', () => {
    const story = tell(workflow, { ...INTAKE_INPUT, minor: true });
    story.send('call.answered');
    expect(story.refused('survivor.withdrew', WITHDRAWAL)).toContain('fullCapacity');
    story.send('talk.postponed');
    for (const _ of [1, 2, 3]) story.send('call.unanswered');
    expect(story.refused('contact.abandoned', { reason: 'no_trace' }, supervisor)).toContain('fullCapacity');
  });

  test('after filing, the police owe feedback from the day of the report, and closing waits for it', () => {
    const story = active();
    story.send('report.required', { subject: 'minor' });
    const { state } = story.send('report.filed', REPORT);
    expect(state).toContain('open.feedback.awaited');
    expect(story.context()['feedbackFrom']).toBe(REPORT.madeAt);
    expect(story.refused('plan.completed', HANDLED_HERE)).toEqual(['feedbackSettled']);
    story.send('feedback.escalated', {}, supervisor);
    expect(story.send('plan.completed', HANDLED_HERE).state).toEqual(['closed.followUp']);
  });
});

describe('the grade', () => {
  test.each([
    [scale(['q1', 'q2', 'q3']), 'low'],
    [scale(['q1', 'q2', 'q3', 'q4']), 'medium'],
    [scale(['q1', 'q2', 'q3', 'q4', 'q5', 'q6']), 'high'],
    [scale(['s2']), 'high'],
    [{ answers: { ...scale().answers, s1: 'unknown' } }, 'high'],
    [{ answers: {} }, 'high'],
    [{ ...scale(), injured: true }, 'medium'],
    [{ ...scale(), realDanger: true }, 'medium'],
  ])('%j comes out %s', (scored, level) => {
    const story = registered();
    expect(story.send('risk.scored', scored).state).toContain(`open.work.graded.${level}`);
    expect(story.now().facts.risk).toBe(level);
  });

  test('an earlier case makes it at least medium', () => {
    const story = registered({}, { priorCases: 1 });
    expect(story.send('risk.scored', scale()).facts).toMatchObject({ risk: 'medium', repeat: 'yes' });
  });

  test('anyone may judge it higher; only a supervisor lower', () => {
    const up = registered();
    up.send('risk.scored', { ...scale(), override: { to: 'high', reason } }, { role: 'operator' });
    expect(up.now().facts.risk).toBe('high');
    const down = { ...scale(['s1']), override: { to: 'medium', reason } };
    const story = registered();
    expect(story.refused('risk.scored', down)).toEqual(['loweredBySupervisor']);
    expect(story.send('risk.scored', down, supervisor).facts.risk).toBe('medium');
  });

  test('a later score does not lower what somebody judged to be high', () => {
    const story = registered();
    story.send('risk.scored', { ...scale(), override: { to: 'high', reason } });
    story.send('review.requested');
    expect(story.send('risk.scored', scale()).facts.risk).toBe('high');
  });

  test('high raises the alarm once for each assessment', () => {
    const story = registered();
    expect(story.send('risk.scored', scale(['s1'])).state).toContain('open.alarm.police.due');
    story.send('police.informed', {});
    expect(story.send('federation.informed').state).toContain('open.alarm.federation.told');
    story.send('review.requested');
    expect(story.send('risk.scored', scale(['s1'])).state).toContain('open.alarm.police.due');
  });

  test('no second alarm when the danger of this call was told already', () => {
    const story = answered();
    story.send('danger.declared');
    story.send('federation.informed');
    story.send('police.arrived');
    story.send('caller.registered', ANONYMOUS);
    expect(story.send('risk.scored', scale(['s1'])).state).toContain('open.alarm.federation.told');
  });

  test('a new danger is told anew to whom the last was told; what is still due keeps its earlier clock', () => {
    const story = answered();
    story.send('danger.declared');
    story.send('police.informed', {});
    story.send('danger.passed', { how: 'misjudged' }, supervisor);
    const { entered, exited } = story.send('danger.declared');
    expect(entered).toContain('open.alarm.police.due');
    expect([...entered, ...exited]).not.toContain('open.alarm.federation.due');
    story.send('federation.informed');
    expect(story.send('police.arrived').state).toEqual(
      expect.arrayContaining(['open.alarm.federation.told', 'open.alarm.police.told']),
    );
  });
});

describe('the plan', () => {
  test('at high risk it needs a named officer and never holds a mediation', () => {
    const story = registered();
    story.send('risk.scored', scale(['s1']));
    const mediation = { services: [{ service: 'mediation', consent: true }] };
    expect(story.refused('plan.agreed', { ...mediation, declined: offered })).toEqual([
      'officerNamed',
      'noMediationAtHighRisk',
    ]);
    const { effects } = story.send('plan.agreed', visit);
    expect(effects).toContainEqual({ kind: 'assign', assignee: 'officer' });
  });

  test('a consultation in it starts a track with what the conflict check needs, unless one is running', () => {
    const plan = { services: [{ service: 'consultation', consent: true }] };
    const story = registered();
    story.send('risk.scored', scale());
    const { effects } = story.send('plan.agreed', plan);
    const input = { highRisk: false, minor: false, clientAgrees: true };
    expect(effects).toContainEqual({ kind: 'start_track', workflow: 'consultation', input });
    story.send('review.due', {}, timer);
    story.send('risk.scored', scale());
    const tracks = { one: { workflow: 'consultation' } };
    const again = story.send('plan.agreed', plan, { tracks });
    expect(again.effects.map(({ kind }) => kind)).not.toContain('start_track');
  });
});

describe('closing and after', () => {
  test('nothing closes while another track, its deadline, or the alarm is open', () => {
    const story = active();
    expect(story.refused('plan.completed', HANDLED_HERE, { openTracks: 1, openDeadlines: 1 })).toEqual([
      'childrenFinal',
      'siblingDeadlinesSettled',
    ]);
    expect(story.refused('plan.completed', { ground: 'self_handled' })).toEqual(['closingGroundGiven']);
    const high = active(scale(['s1']));
    expect(high.refused('plan.completed', HANDLED_HERE)).toEqual(['alarmSettled']);
  });

  test('medium risk is followed up three times and then archived', () => {
    const story = active({ ...scale(), injured: true });
    story.send('plan.completed', HANDLED_HERE);
    const rules = [story.context()['followUpRule']];
    for (let made = 1; made < 3; made += 1) {
      story.send('followup.passed', {});
      rules.push(story.context()['followUpRule']);
    }
    expect(rules).toEqual(['H4d7', 'H4d30', 'H4d90']);
    expect(story.send('followup.passed', {}).state).toEqual(['archived']);
  });

  test('the days run from closing, the months from the follow-up before', () => {
    const story = active(scale(['s1']));
    story.send('police.informed', {});
    story.send('federation.informed');
    const closedAt = '2026-01-06T09:00:00.000+08:00';
    story.send('plan.completed', HANDLED_HERE, { at: closedAt });
    const held = '2026-02-05T10:00:00.000+08:00';
    for (const rule of ['H4d3', 'H4d7', 'H4d14', 'H4d30']) {
      expect(story.context()).toMatchObject({ followUpRule: rule, followUpFrom: closedAt });
      story.send('followup.passed', {}, { at: held });
    }
    expect(story.context()).toMatchObject({ followUpRule: 'H4m', followUpFrom: held });
  });

  test('a follow-up that was not made is tried again twice, then the supervisor decides', () => {
    const story = active();
    story.send('plan.completed', HANDLED_HERE);
    for (const missed of [1, 2]) {
      const { effects } = story.send('followup.missed', {}, timer);
      expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'deadline.lapsed' });
      expect(story.context()['followUpsMissed']).toBe(missed);
    }
    expect(story.send('followup.missed', {}, timer).state).toEqual(['closed.unreached']);
    expect(story.send('file.archived', { reason }, supervisor).state).toEqual(['archived']);
  });

  test.each(['followup.failed', 'call.repeated'])('%s reopens the case as a repeated one', (type) => {
    const story = active();
    story.send('plan.completed', HANDLED_HERE);
    const { state, effects, facts } = story.send(type);
    expect(state).toContain('open.work.assessing');
    expect(effects).toContainEqual({ kind: 'reopen_case' });
    expect(facts).toMatchObject({ repeat: 'yes', intake: 'active' });
  });

  test('she may withdraw while the risk is below high', () => {
    expect(active().send('survivor.withdrew', WITHDRAWAL).state).toEqual(['closedWithdrawn']);
    const high = registered();
    high.send('risk.scored', scale(['s1']));
    expect(high.refused('survivor.withdrew', WITHDRAWAL)).toEqual(['riskBelowHigh', 'alarmSettled']);
  });
});
