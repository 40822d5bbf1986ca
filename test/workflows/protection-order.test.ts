import { describe, expect, test } from 'vitest';
import { deadlinesOf } from '#src/workflow/list-states.ts';
import { FILED, grantOf, ORDER_INPUT, UNITS } from '#test/support/order-moves.ts';
import { OPENED_AT, type Story, tell } from '#test/support/step-with.ts';
import { workflow } from '#workflows/protection-order.ts';

const COURT = { role: 'court_liaison', agency: 'court' } as const;
const TIMER = { role: 'system' } as const;
const sealed = { sealed: 's' };

function filed(more: object = {}, input: object = ORDER_INPUT): Story {
  const story = tell(workflow, input);
  story.send('application.filed', { ...FILED, ...more });
  return story;
}

function deciding(urgent = false, input: object = ORDER_INPUT): Story {
  const story = filed({}, input);
  story.send('application.accepted', { urgent }, COURT);
  return story;
}

function inForce(to = '2026-07-05', input: object = ORDER_INPUT, more: object = {}): Story {
  const story = deciding(false, input);
  story.send('order.granted', grantOf(to, OPENED_AT.slice(0, 10), more), COURT);
  return story;
}

const serve = (to: string, more: object = {}) => ({ to, method: 'in_person', addressHidden: true, ...more });
const isIn = (story: Story, path: string) => story.now().state.includes(path);

describe('before acceptance', () => {
  test('filed is not accepted: no clock of the court runs, those of chasing it do', () => {
    expect(filed().now().state).toEqual(['filed']);
    expect(deadlinesOf(workflow, 'filed').map(({ declaration }) => declaration.rule)).toEqual([
      'C1p',
      'C1pb',
      { context: 'filingSafetyRule' },
    ]);
    expect(filed().context()['acceptedAt']).toBeNull();
  });

  test('asked for papers, turned away or refused, she is in danger tonight and that is said', () => {
    for (const [type, payload] of [
      ['supplement.requested', { list: sealed, oral: true }],
      ['application.turnedaway', { said: sealed }],
      ['acceptance.refused', { written: false, reason: sealed }],
    ] as const) {
      const story = filed();
      const { facts, effects } = story.send(type, payload);
      expect([facts.protectionOrder, facts.dangerPoint]).toEqual(['applied', 'due']);
      expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'order.unaccepted' });
      const arranged = story.send('safety.arranged', { shelterOffered: true, policeTold: true });
      expect(arranged.facts.dangerPoint).toBe('none');
    }
  });

  test('papers are due in a day of ours, or on the day the court printed', () => {
    const ours = filed();
    ours.send('supplement.requested', { list: sealed, oral: true });
    expect(ours.context()).toMatchObject({ supplementRule: 'H20', supplementFrom: OPENED_AT });
    const printed = filed();
    printed.send('supplement.requested', { list: sealed, oral: false, dueOn: '2026-01-09' });
    expect(printed.context()).toMatchObject({
      supplementRule: 'H29',
      supplementFrom: '2026-01-09T00:00:00.000+08:00',
    });
  });

  test('who was turned away files again, or complains; the court may still accept', () => {
    const story = filed();
    story.send('application.turnedaway', { said: sealed });
    story.send('complaint.made', { to: 'procuratorate' });
    story.send('complaint.answered');
    expect(story.send('application.filed', FILED).state).toEqual(['filed']);
  });

  test.each([
    ['2022-07-31T23:00:00.000+08:00', 'disability', ['proxyFits']],
    ['2022-08-01T00:00:00.000+08:00', 'disability', null],
    ['2022-08-01T00:00:00.000+08:00', 'no_capacity', ['proxyFits']],
  ])('at %s a disabled persons’ federation applying for %s', (at, reason, refused) => {
    const proxy = { kind: 'disabled_federation', reason, wishRecorded: true };
    const story = tell(workflow, ORDER_INPUT, { at });
    if (refused === null) story.send('application.filed', { ...FILED, proxy });
    else expect(story.refused('application.filed', { ...FILED, proxy })).toEqual(refused);
    expect(
      tell(workflow, ORDER_INPUT, { at }).send('application.filed', {
        ...FILED,
        proxy: { ...proxy, courtAgreed: true },
      }).state,
    ).toEqual(['filed']);
  });

  test('who stands in for the old, disabled or ill records her wish', () => {
    const proxy = { kind: 'federation', reason: 'old_age' };
    const story = tell(workflow, ORDER_INPUT);
    expect(story.refused('application.filed', { ...FILED, proxy })).toEqual(['wishRecorded']);
  });

  test('a ground that was no law yet on the day of acceptance is refused', () => {
    const story = tell(
      workflow,
      { ...ORDER_INPUT, basis: 'harassment' },
      { at: '2022-12-31T23:59:00.000+08:00' },
    );
    story.send('application.filed', FILED);
    expect(story.refused('application.accepted', { urgent: true }, COURT)).toContain('basisInForce');
    const next = { ...COURT, at: '2023-01-01T00:00:00.000+08:00' };
    expect(story.send('application.accepted', { urgent: true }, next).state).toEqual(['deciding']);
  });

  test('accepted as urgent it is C3, else C2, and found urgent later C3 from acceptance', () => {
    expect(deciding(true).context()['decisionRule']).toBe('C3');
    const story = deciding();
    expect(story.context()).toMatchObject({ decisionRule: 'C2', acceptedAt: OPENED_AT });
    const { entered, exited } = story.send('urgency.found', {}, COURT);
    expect([entered, exited]).toEqual([['deciding'], ['deciding']]);
    expect(story.context()['decisionRule']).toBe('C3');
  });

  test('nobody withdraws before she was asked alone and was under no pressure', () => {
    const story = deciding();
    expect(story.refused('application.withdrawn', {}, COURT)).toEqual(['freeOfPressure']);
    story.send('pressure.checked', { spokenAlone: true, finding: 'suspected' });
    expect(story.refused('application.withdrawn', {}, COURT)).toEqual(['freeOfPressure']);
    story.send('pressure.checked', { spokenAlone: true, finding: 'none' });
    expect(story.send('application.withdrawn', {}, COURT).state).toEqual(['withdrawn']);
  });
});

describe('the order', () => {
  test.each([
    ['2026-07-05', null],
    ['2026-07-06', ['atMostSixMonths']],
    ['2026-01-04', ['atMostSixMonths']],
  ])('made on 5 January, to %s', (to, refused) => {
    const story = deciding();
    if (refused === null)
      expect(story.send('order.granted', grantOf(to), COURT).facts.protectionOrder).toBe('in_force');
    else expect(story.refused('order.granted', grantOf(to), COURT)).toEqual(refused);
  });

  test('six months from 31 August end on the last of February, in months or printed', () => {
    const at = '2025-08-31T10:00:00.000+08:00';
    const story = tell(workflow, ORDER_INPUT, { at });
    story.send('application.filed', FILED);
    story.send('application.accepted', { urgent: false }, COURT);
    expect(story.refused('order.granted', grantOf('2026-03-01', '2025-08-31'), COURT)).toEqual([
      'atMostSixMonths',
    ]);
    const { to: _to, ...unprinted } = grantOf('', '2025-08-31');
    expect(story.refused('order.granted', unprinted, COURT)).toContain('termGiven');
    story.send('order.granted', { ...unprinted, validMonths: 6 }, COURT);
    // Without a printed end the earlier day warns, and the later one is the end.
    expect(story.context()).toMatchObject({
      validTo: '2026-02-28',
      validityRule: 'C5',
      validityFrom: at,
      alertFrom: '2026-02-27T00:00:00.000+08:00',
    });
  });

  test('a shorter order ends on its printed day', () => {
    expect(inForce('2026-02-16').context()).toMatchObject({
      validityRule: 'H29',
      validityFrom: '2026-02-16T00:00:00.000+08:00',
    });
  });

  test('it is made on the day it happened, from that day, with police and committee', () => {
    const story = deciding();
    expect(story.refused('order.granted', grantOf('2026-07-01', '2026-01-04'), COURT)).toContain(
      'madeThatDay',
    );
    expect(
      story.refused('order.granted', grantOf('2026-07-01', '2026-01-05', { from: '2026-01-06' }), COURT),
    ).toEqual(['fromDayMade']);
    const units = [UNITS[0]];
    expect(story.refused('order.granted', grantOf('2026-07-01', '2026-01-05', { units }), COURT)).toEqual([
      'assistSetComplete',
    ]);
  });

  test('it is in force at once and fully served only when the four have it', () => {
    const input = { ...ORDER_INPUT, respondents: [{ id: 'r1' }, { id: 'r2' }] };
    const school = { id: 'school1', kind: 'school', district: 'other' };
    const story = inForce('2026-07-05', input, { units: [...UNITS, school] });
    expect(story.now().facts.protectionOrder).toBe('in_force');
    for (const to of ['a1', 'r1', 'police1', 'village1']) {
      story.send('document.served', serve(to), COURT);
      expect(isIn(story, 'inForce.service.ruling.unserved')).toBe(true);
    }
    story.send('document.served', serve('r2'), COURT);
    expect(isIn(story, 'inForce.service.ruling.active')).toBe(true);
    expect(story.context()['toServe']).toMatchObject([{ id: 'school1', mandatory: false }]);
  });

  test.each([
    [{ method: 'electronic' }, 'servedLawfully'],
    [{ method: 'left_behind' }, 'servedLawfully'],
    [{ method: 'posted', addressHidden: false, witnessed: true }, 'servedLawfully'],
    [{ method: 'public_notice' }, 'servedLawfully'],
    [{ to: 'nobody' }, 'addresseeKnown'],
  ])('service %o is refused', (more, guard) => {
    expect(inForce().refused('document.served', serve('r1', more), COURT)).toContain(guard);
  });

  test('public notice serves after thirty days, not on the thirtieth', () => {
    const story = inForce();
    story.send('notice.published', { to: 'r1' }, COURT);
    const notice = serve('r1', { method: 'public_notice' });
    const on = (at: string) => ({ ...COURT, at });
    expect(story.refused('document.served', notice, on('2026-02-04T23:59:00.000+08:00'))).toContain(
      'servedLawfully',
    );
    story.send('document.served', notice, on('2026-02-05T00:00:00.000+08:00'));
  });

  test('once she has moved, no paper for him may tell where', () => {
    const story = inForce();
    story.send('residence.changed', { who: 'a1', district: 'other' });
    expect(story.refused('document.served', serve('r1', { addressHidden: false }), COURT)).toContain(
      'addressHidden',
    );
    story.send('document.served', serve('a1', { addressHidden: false }), COURT);
  });

  test('each unit that visits is visited by itself, more often at high risk', () => {
    const story = inForce();
    story.send('document.served', serve('village1'), COURT);
    expect(story.context()['visits']).toMatchObject([{ unit: 'village1', rule: 'C13p', from: OPENED_AT }]);
    const visit = { unit: 'village1', manner: 'safe_phone', seenApart: true, keptOrder: true };
    story.send('visit.made', visit);
    expect(story.context()['visits']).toMatchObject([{ rule: 'C13pweek' }]);
    story.send('visit.made', visit, { facts: { risk: 'high' } });
    expect(story.context()['visits']).toMatchObject([{ rule: 'C13phigh' }]);
    story.send('visit.made', visit, { at: '2026-03-01T09:00:00.000+08:00' });
    expect(story.context()['visits']).toMatchObject([{ rule: 'C13pfortnight' }]);
    expect(story.refused('visit.made', { ...visit, unit: 'nobody' })).toEqual(['unitKnown']);
  });

  test('a breach opens a track of its own and ends nothing', () => {
    const story = inForce();
    const before = story.now().state;
    const breach = { respondent: 'r1', measures: ['m1'], acts: ['threat'], source: 'applicant' };
    const { state, effects, facts } = story.send('violation.reported', breach);
    expect(state).toEqual(before);
    expect(facts).toMatchObject({ protectionOrder: 'in_force', breach: 'yes' });
    expect(effects).toContainEqual({
      kind: 'start_track',
      workflow: 'enforcement',
      input: { basis: 'order', respondent: 'r1', source: 'applicant', acts: ['threat'] },
    });
    expect(story.context()['measures']).toMatchObject([{ id: 'm1', status: 'breached' }]);
    expect(story.refused('violation.reported', { ...breach, respondent: 'a1' })).toEqual(['respondentKnown']);
  });
});

describe('measures', () => {
  const measures = [
    { id: 'out', code: 'move_out', dueOn: '2026-01-20', respondents: ['r1'] },
    { id: 'away', code: 'keep_away', startsOn: '2026-01-21', radiusMeters: 500, place: 'home' },
    { id: 'pay', code: 'pay', dueOn: '2026-02-01', payee: 'a1', amountYuan: 3000 },
  ];

  test('each is an obligation with its own date and status', () => {
    const story = inForce('2026-07-05', ORDER_INPUT, { measures });
    expect(story.context()['owed']).toEqual([
      { id: 'out', from: '2026-01-20T00:00:00.000+08:00' },
      { id: 'pay', from: '2026-02-01T00:00:00.000+08:00' },
    ]);
    story.send('measure.performed', { measure: 'pay', extent: 'complied' });
    story.send('measure.performed', { measure: 'out', extent: 'partly' });
    expect(story.context()['owed']).toMatchObject([{ id: 'out' }]);
    const { effects } = story.send('measure.lapsed', {}, { ...TIMER, at: '2026-01-21T00:00:00.000+08:00' });
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'measure.overdue' });
    expect(story.context()['owed']).toEqual([{ id: 'out', from: null }]);
    expect(story.context()['measures']).toMatchObject([
      { status: 'partly' },
      { status: 'pending' },
      { status: 'complied' },
    ]);
  });

  test('a measure that does not bind him yet, or another respondent, is not broken', () => {
    const story = inForce('2026-07-05', ORDER_INPUT, { measures });
    const breach = { respondent: 'r1', measures: ['away', 'out'], acts: ['entering'], source: 'visit' };
    story.send('violation.reported', breach);
    expect(story.context()['measures']).toMatchObject([{ status: 'breached' }, { status: 'pending' }, {}]);
  });
});

describe('changes and the end', () => {
  test('only her side asks; a respondent has reconsideration, which pauses nothing', () => {
    const story = inForce();
    for (const type of ['extension.requested', 'variation.requested', 'revocation.requested']) {
      expect(story.refused(type, { by: 'respondent' })).toContain('byApplicantSide');
    }
    const { entered, exited } = story.send('reconsideration.filed', { by: 'r1' });
    expect([entered, exited]).toEqual([
      ['inForce.reconsideration.pending'],
      ['inForce.reconsideration.open'],
    ]);
    expect(story.now().facts.protectionOrder).toBe('in_force');
  });

  test('an extension is a new ruling: new end, new service, asked for before the last day is over', () => {
    const story = inForce();
    for (const to of ['a1', 'r1', 'police1', 'village1']) story.send('document.served', serve(to), COURT);
    const late = { at: '2026-07-06T00:00:00.000+08:00' };
    expect(story.refused('extension.requested', { by: 'applicant' }, late)).toContain('beforeLapse');
    const lastMinute = '2026-07-05T23:59:00.000+08:00';
    story.send('extension.requested', { by: 'applicant' }, { at: lastMinute });
    const extend = (to: string) => ({ madeOn: '2026-07-05', to });
    const on = { ...COURT, at: lastMinute };
    expect(story.refused('order.extended', extend('2026-07-05'), on)).toContain('extendedByAtMostSix');
    expect(story.refused('order.extended', extend('2027-01-06'), on)).toContain('extendedByAtMostSix');
    const { entered, exited } = story.send('order.extended', extend('2027-01-05'), on);
    expect(entered).toEqual(
      expect.arrayContaining(['inForce.service.ruling.unserved', 'inForce.validity.running']),
    );
    expect(exited).toContain('inForce.validity.running');
    expect(story.context()).toMatchObject({ validTo: '2027-01-05', rulings: 2, asked: [] });
    expect(story.context()['toServe']).toHaveLength(4);
  });

  test('a variation changes the measures and not the end', () => {
    const story = inForce();
    story.send('variation.requested', { by: 'lawyer' });
    const varied = {
      madeOn: '2026-01-05',
      measures: [
        { id: 'm1', code: 'no_violence' },
        { id: 'm2', code: 'no_contact' },
      ],
    };
    story.send('order.varied', varied, COURT);
    expect(story.context()).toMatchObject({ validTo: '2026-07-05', rulings: 2 });
    expect(isIn(story, 'inForce.change.none')).toBe(true);
  });

  test('she may ask for revocation once she was asked alone; those who enforced it are told', () => {
    const story = inForce();
    expect(story.refused('revocation.requested', { by: 'applicant' })).toEqual(['freeOfPressure']);
    story.send('pressure.checked', { spokenAlone: true, finding: 'none' });
    story.send('revocation.requested', { by: 'applicant' });
    expect(story.send('order.revoked', { madeOn: '2026-01-05' }, COURT).state).toEqual(['lifted']);
    for (const to of ['a1', 'r1', 'police1', 'village1']) story.send('document.served', serve(to), COURT);
    expect(story.now().state).toEqual(['revoked']);
  });

  test('at the end of the printed day it is over; what was seen goes back to the court', () => {
    const story = inForce();
    expect(story.send('order.expired', {}, TIMER).state).toEqual(['expired.handing']);
    expect(story.now().facts).toMatchObject({ protectionOrder: 'none', dangerPoint: 'due' });
    expect(story.refused('order.closed', { renewalOffered: true })).toEqual(['papersBack']);
    story.send('feedback.returned', { signed: true, units: ['village1'] });
    story.send('risk.reviewed');
    expect(story.send('application.renewed').effects).toMatchObject([
      { kind: 'start_track', workflow: 'protection-order' },
    ]);
    expect(story.send('order.closed', { renewalOffered: true }).state).toEqual(['ended']);
  });

  test('lapsed while a change is undecided is a state of its own', () => {
    const story = inForce();
    story.send('extension.requested', { by: 'applicant' });
    const { state, effects } = story.send('order.expired', {}, TIMER);
    expect(state).toEqual(['expired.undecided']);
    expect(effects).toContainEqual({ kind: 'notify', to: 'supervisor', notice: 'order.undecided' });
    const extended = { madeOn: '2026-01-05', to: '2026-12-31' };
    expect(story.send('order.extended', extended, COURT).facts.protectionOrder).toBe('in_force');
  });

  test('refused: reconsideration by her from making and from service, and a new application at any time', () => {
    const story = deciding();
    story.send('order.refused', { reason: 'no_violence_shown' }, COURT);
    expect(story.now().facts).toMatchObject({ protectionOrder: 'none', dangerPoint: 'due' });
    expect(story.refused('reconsideration.filed', { by: 'r1' })).toEqual(['byApplicant']);
    story.send('refusal.served', {}, COURT);
    expect(story.send('application.renewed').effects).toMatchObject([{ kind: 'start_track' }]);
    story.send('reconsideration.filed', { by: 'a1' });
    expect(story.send('order.granted', grantOf('2026-07-05'), COURT).facts.protectionOrder).toBe('in_force');
  });
});
