import { expect } from 'vitest';
import { grantOf, orderAsked, policeCalled, SCENE, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import type { Stage, Told } from '#test/stage/stage.ts';

const LETTER = 'warning-letter#1';
const CALL = 'warning-letter#2';
const ORDER = 'protection-order';
const EDUCATED: Told = [
  'offender.educated',
  { ground: 'light_forgiven', forgivenAlone: true, whyNoLetter: '口头训诫' },
];

async function letter(stage: Stage): Promise<void> {
  await policeCalled(stage, {
    input: { relation: 'parent_child', reporter: 'federation', fragile: ['minor'] },
  });
  await stage.tells(
    'police',
    LETTER,
    ['scene.reached', SCENE],
    [
      'letter.issued',
      {
        ...{
          letterNo: '告诫字2号',
          identities: true,
          facts: '冻饿、殴打',
          admits: true,
          victimStatement: false,
        },
        ...{ witness: true, evidence: [], lawBasis: ['advl_16', 'mpl'], ban: true, consequence: true },
      },
    ],
    [
      'letter.delivered',
      {
        ...{ readAloud: true, signed: true, refusalNoted: false, recorded: false },
        ...{ victimCopy: true, orderRightTold: true },
      },
    ],
  );
}

export const realCase: RealCase = {
  title: { zh: '告诫后迁居，新居地再受害', en: 'Warned, moved to another city, and beaten again there' },
  publication: {
    publisher: '最高人民法院',
    title: '人民法院反家庭暴力典型案例（第二批）（2023-11）',
    item: '案例二',
  },
  shift: 'Two years on: August 2023 is August 2025.',
  story: [
    {
      at: '2025-08-11T10:00',
      line: 'The federation of the first city and others visit a girl of four whom her mother starves and beats',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'home_visit', caller: { relation: 'village_committee' }, survivor: { minor: true } },
          form: { relation: 'parent', minor: true, violenceForms: ['physical'] },
        });
        const madeAt = '2025-08-11T10:00:00.000+08:00';
        await stage.tells('operator', 'intake', [
          'report.filed',
          { receiptNo: '回执3', to: '派出所', madeAt },
        ]);
        stage.noted.set('report', await clocksOf(stage, 'intake'));
        await stage.tells('operator', 'intake', ['feedback.received', { answer: 'accepted' }], scaleOf([]));
        await stage.opens('manager', 'visit', { purpose: 'joint' });
        const team = {
          lead: stage.person('manager').id,
          second: stage.person('supervisor').id,
          safetyChecked: true,
        };
        await stage.tells('manager', 'visit', ['team.assigned', team]);
      },
    },
    { at: '2025-08-19T10:00', line: 'The police give the mother a warning letter', plays: letter },
    {
      at: '2025-08-25T10:00',
      plays: (stage) =>
        stage.tells('police', LETTER, [
          'visit.made',
          { finding: 'clean', victimApart: true, offenderSeen: true, withCommittee: true },
        ]),
    },
    {
      at: '2025-09-08T10:00',
      line: 'The family moves to the second city',
      plays: async (stage) => {
        await stage.tells('police', LETTER, ['household.moved', { district: 'other' }]);
        await stage.entrusts('police', LETTER, 'otherPolice');
        await stage.tells('otherPolice', LETTER, ['file.received']);
        const transfer = await stage.offers('manager', 'otherManager', { kind: 'transfer' });
        await stage.answers('otherManager', transfer);
        const view = await stage.world.engine.viewTrack(
          stage.person('otherPolice'),
          await stage.track(LETTER),
        );
        stage.noted.set('what the new station sees', view.state);
      },
    },
    {
      at: '2025-09-22T08:30',
      line: 'At the door of the kindergarten a new injury is seen and reported',
      plays: async (stage) => {
        await stage.tells('otherManager', 'intake', ['incident.reported', { what: '晨检发现新伤' }]);
        await stage.tells('otherManager', 'intake', [
          'report.required',
          { subject: 'minor', guardianSuspected: true },
        ]);
        const madeAt = '2025-09-22T08:30:00.000+08:00';
        await stage.tells('otherManager', 'intake', [
          'report.filed',
          { receiptNo: '回执4', to: '派出所', madeAt },
        ]);
      },
    },
    {
      at: '2025-09-22T11:00',
      line: 'The station there only talks to the mother',
      plays: async (stage) => {
        const input = { relation: 'parent_child', reporter: 'unit', priorReports: 1, fragile: ['minor'] };
        await policeCalled(stage, { by: 'otherManager', police: 'otherPolice', input });
        await stage.tells('otherPolice', CALL, ['scene.reached', SCENE]);
        stage.noted.set('only talked to', await stage.isRefused('otherPolice', CALL, EDUCATED));
        await stage.tells('otherManager', CALL, ['decision.disputed', { kind: 'educated' }]);
        await stage.tells('otherPolice', LETTER, ['offender.repeated']);
      },
    },
    {
      at: '2025-10-09T09:00',
      line: 'The federation of the second city applies for the girl',
      plays: (stage) =>
        orderAsked(stage, {
          ...{ by: 'otherManager', court: 'otherCourt' },
          input: { relation: 'parent_child', applicants: [{ id: 'a1', minor: true }] },
          filing: { proxy: { kind: 'federation', reason: 'no_capacity' } },
        }),
    },
    {
      at: '2025-10-10T15:00',
      line: 'No beating, threatening, insulting, freezing or starving; the mother attends lessons and counselling',
      plays: async (stage) => {
        const learn = { id: 'm2', code: 'counselling', sessions: 8, dueOn: '2026-03-31' };
        await stage.tells(
          'otherCourt',
          ORDER,
          grantOf('2025-10-10', [{ id: 'm1', code: 'no_violence' }, learn]),
        );
        const performed = { measure: 'm2', extent: 'complied' };
        stage.noted.set(
          'no proof',
          await stage.isRefused('otherCourt', ORDER, ['measure.performed', performed]),
        );
        const partly = { measure: 'm2', extent: 'partly', sessionsHeld: 2, proof: '签到表' };
        await stage.tells('otherCourt', ORDER, ['measure.performed', partly]);
      },
    },
  ],
  expects: [
    {
      says: 'The file goes with the family: the new station has the old letter',
      check: (stage) => {
        expect(stage.noted.get('what the new station sees')).toContain('delivered.visits.watching.later');
      },
    },
    {
      says: 'Violence after the letter: talking is refused, and a punishment is due',
      check: async (stage) => {
        expect(stage.noted.get('only talked to')).toContain('notToBePunished');
        expect(await clocksOf(stage, LETTER, 'punishment')).toMatchObject([
          { rule: 'H34', outcome: 'lapsed' },
        ]);
        expect(await contextOf(stage, CALL)).toMatchObject({ shortcuts: ['educated'] });
      },
    },
    {
      says: 'The first visit was due in seven days and made before they moved; what comes next is the new station’s',
      check: async (stage) => {
        expect(await clocksOf(stage, LETTER, 'firstVisit')).toMatchObject([
          { rule: 'P7', safeDue: '2025-08-26T24:00', outcome: 'met' },
        ]);
        expect((await clocksOf(stage, LETTER, 'nextVisit')).length).toBe(2);
        const row = await stage.world.engine.viewTrack(
          stage.person('otherPolice'),
          await stage.track(LETTER),
        );
        expect(row.agency).toBe(stage.person('otherPolice').agency);
      },
    },
    {
      says: 'What a kindergarten sees is reported at once; the police answer in three days',
      check: async (stage) => {
        const reports = await clocksOf(stage, 'intake', 'mandatoryReport');
        expect(reports.map(({ rule, outcome }) => [rule, outcome])).toEqual([
          ['R2p', 'met'],
          ['R2p', 'met'],
        ]);
        expect((await clocksOf(stage, 'intake', 'policeFeedback')).at(-1)).toMatchObject({
          ...{ rule: 'R3', safeDue: '2025-09-25T24:00' },
        });
      },
    },
    {
      says: 'The federation where she lives applies for a child of four, who need not say that she wishes it',
      check: async (stage) => {
        const filed = (await eventsOf(stage, { track: ORDER })).find(
          ({ type }) => type === 'application.filed',
        );
        expect(filed?.payload['proxy']).toEqual({ kind: 'federation', reason: 'no_capacity' });
        expect((await stateOf(stage, ORDER)).some((path) => path.startsWith('inForce.'))).toBe(true);
      },
    },
    {
      says: 'What the mother must learn has a number of sessions and a proof',
      check: async (stage) => {
        expect(stage.noted.get('no proof')).toEqual(['sessionsProven']);
        const { measures } = (await contextOf(stage, ORDER)) as { measures: object[] };
        expect(measures[1]).toMatchObject({ code: 'counselling', sessions: 8, status: 'partly' });
      },
    },
  ],
};
