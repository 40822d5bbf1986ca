import { expect } from 'vitest';
import { planOf, policeCalled, SCENE, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf, workflowsOf } from '#test/stage/records.ts';
import { instantOf, type Stage } from '#test/stage/stage.ts';

const FREE_AT = '2025-02-25T09:00';

async function lockedAway(stage: Stage): Promise<void> {
  await stage.tells('police', 'warning-letter', ['case.punished']);
  await stage.entrusts('manager', 'enforcement', 'police');
  await stage.tells(
    'police',
    'enforcement',
    ['case.opened', { ground: 'beating' }],
    [
      'punishment.decided',
      { kind: 'detention', ground: 'beating', days: 8, endsAt: instantOf('2023-02-24T09:00') },
    ],
    ['treatment.ordered', { kind: 'detoxification', endsAt: instantOf(FREE_AT) }],
  );
}

async function asksForSupport(stage: Stage): Promise<void> {
  await stage.tells('operator', 'intake', ['incident.reported', { what: '释放后又被打' }]);
  await stage.tells('operator', 'intake', scaleOf(['q3', 'q8'], { injured: true, suicideRisk: true }));
  await stage.tells('manager', 'intake', planOf(stage, 'counselling', 'money'));
  await stage.opens('manager', 'litigation', { kind: 'divorce', herRole: 'claimant' });
  await stage.tells('manager', 'litigation', ['support.requested']);
  await stage.entrusts('manager', 'litigation', 'procurator');
}

export const realCase: RealCase = {
  title: {
    zh: '强戒释放后再施暴，检察院支持起诉、司法救助',
    en: 'Out of detoxification he beats her again; the procuratorate supports her suit',
  },
  publication: {
    publisher: '最高人民检察院（北京为平监测报告转载）',
    title: '检察机关贯彻实施民法典典型案例',
    item: '金牛区检察院支持起诉案',
  },
  shift: 'Three years on: 2022-11-02 is 2025-11-02, 2022-12-26 is 2025-12-26, and 2023-03-14 is 2026-03-14.',
  story: [
    {
      at: '2023-02-15T23:00',
      line: 'Beaten after he drank, she goes to the emergency ward',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', history: { earlierViolence: true } } });
        await policeCalled(stage, { input: { relation: 'spouse', priorReports: 2 } });
        await stage.tells('police', 'warning-letter', ['scene.reached', SCENE]);
        await stage.tells(
          'operator',
          'intake',
          scaleOf(['q3', 'q9'], { injured: true }),
          planOf(stage, 'police'),
        );
      },
    },
    {
      at: '2023-02-16T09:00',
      line: 'He is detained, and then sent to compulsory detoxification for two years',
      plays: lockedAway,
    },
    {
      at: '2025-11-02T10:00',
      line: 'She has thought of jumping; she asks the procuratorate to support her suit',
      plays: asksForSupport,
    },
    {
      at: '2025-11-04T10:00',
      line: 'It finds her a lawyer and talks the case over',
      plays: async (stage) => {
        await stage.opens('manager', 'consultation', { respondentName: '祝宏达', clientAgrees: true });
        const { id: lawyer } = stage.person('lawyer');
        await stage.tells('manager', 'consultation', ['lawyer.assigned', { lawyer }]);
        await stage.tells('lawyer', 'consultation', ['conflict.cleared'], ['offer.accepted']);
      },
    },
    {
      at: '2025-11-10T10:00',
      line: 'It asks the police for the records of the calls and of the detoxification',
      plays: async (stage) => {
        const purpose = '协助调查：调取警情、戒毒文书';
        await stage.answers('police', await stage.offers('manager', 'police', { purpose }));
        await stage.tells('police', 'referral', ['result.written', { text: '已提供', granted: ['records'] }]);
      },
    },
    {
      at: '2025-11-20T10:00',
      line: '23,000 yuan of judicial aid, school fees waived, help to find work, counselling',
      plays: async (stage) => {
        await stage.answers(
          'procurator',
          await stage.offers('manager', 'procurator', { purpose: '司法救助' }),
        );
        await stage.tells('procurator', 'referral', [
          'result.written',
          {
            ...{ text: '发放司法救助金并协调帮扶', amountFen: 2_300_000, decisionNo: '检救〔2025〕8号' },
            granted: ['judicial_aid', 'schooling', 'work', 'counselling'],
          },
        ]);
      },
    },
    {
      at: '2025-11-25T10:00',
      line: 'The station looks after her, drug control and the street test him',
      plays: async (stage) => {
        await stage.opens('manager', 'visit', { purpose: 'joint' });
        await stage.entrusts('manager', 'visit', 'police');
        await stage.tells('police', 'visit', [
          'team.assigned',
          {
            lead: stage.person('police').id,
            others: [
              { unit: 'drug_control', count: 1 },
              { unit: 'village', count: 1 },
            ],
            safetyChecked: true,
          },
        ]);
      },
    },
    {
      at: '2025-12-26T10:00',
      line: 'It decides to support the suit',
      plays: async (stage) => {
        await stage.tells('procurator', 'litigation', [
          'support.decided',
          { answer: 'granted', decisionNo: '检支诉〔2025〕3号' },
        ]);
        await stage.tells(
          'manager',
          'litigation',
          ['suit.filed', { filedAt: instantOf('2025-12-26T09:00') }],
          ['suit.docketed'],
        );
      },
    },
    {
      at: '2026-03-14T10:00',
      line: 'Divorced by a settlement in court',
      plays: (stage) =>
        stage.tells('manager', 'litigation', [
          'judgment.given',
          { outcome: 'settled', servedAt: instantOf('2026-03-14T09:30') },
        ]),
    },
  ],
  expects: [
    {
      says: 'No law says how soon it decides: a period of our own runs, is seen, and its lateness too',
      check: async (stage) => {
        const [support] = await clocksOf(stage, 'litigation', 'support');
        expect(support).toMatchObject({ rule: 'H45', safeDue: '2025-12-02T24:00', outcome: 'met_late' });
        expect((await noticesOf(stage, 'deadline.escalated')).length).toBeGreaterThan(0);
      },
    },
    {
      says: 'Out of detoxification is a release like any other: she is told before, or at once, and it is a danger point',
      check: async (stage) => {
        const [end] = await clocksOf(stage, 'enforcement', 'policeEnd').then((clocks) => clocks.slice(-1));
        expect(end).toMatchObject({ safeDue: FREE_AT, outcome: 'lapsed' });
        const [warning] = (await clocksOf(stage, 'enforcement', 'policeWarning')).slice(-1);
        expect(warning?.safeDue).toBe('2025-02-24T09:00');
        expect(await stateOf(stage, 'enforcement')).toContain('open.policeCustody.untold');
        expect(await noticesOf(stage, 'release.unwarned')).not.toEqual([]);
        expect((await stage.facts()).dangerPoint).toBe('due');
      },
    },
    {
      says: 'Support for the suit and judicial aid have their decision, and the aid its amount',
      check: async (stage) => {
        const decided = (await eventsOf(stage, { track: 'litigation' })).find(
          ({ type }) => type === 'support.decided',
        );
        expect(decided?.payload).toMatchObject({
          answer: 'granted',
          decisionNo: { sealed: expect.anything() },
        });
        const helped = (await eventsOf(stage)).find(({ payload }) => payload['amountFen'] !== undefined);
        expect(helped?.payload).toMatchObject({
          amountFen: 2_300_000,
          granted: ['judicial_aid', 'schooling', 'work', 'counselling'],
        });
        expect(helped?.payload['decisionNo']).toBeDefined();
      },
    },
    {
      says: 'Her thoughts of death open a crisis of their own; an order is still put before her, though she did not ask',
      check: async (stage) => {
        expect(await workflowsOf(stage)).toContain('crisis');
        expect((await stage.facts()).crisis).not.toBe('none');
        expect(await contextOf(stage, 'intake')).toMatchObject({ rightsTold: true });
        const review = { level: 'medium', safetyPlanRenewed: true, orderSuggested: true };
        await stage.tells('manager', 'litigation', ['risk.reviewed', review]);
        expect((await stage.facts()).protectionOrder).toBe('none');
      },
    },
  ],
};
