import { expect } from 'vitest';
import { grantOf, orderAsked, policeCalled, SCENE, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, stateOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const UNITS = [
  { id: 'station', kind: 'police_station', district: 'own' },
  { id: 'committee', kind: 'committee', district: 'own' },
  { id: 'school', kind: 'school', district: 'own', covers: 'school' },
];
const MEASURES = ['no_violence', 'no_harassment', 'no_stalking', 'no_contact'].map((code, index) => ({
  id: `m${index + 1}`,
  code,
}));

export const realCase: RealCase = {
  title: {
    zh: '校服带血，学校报警，母亲代为申请并变更抚养',
    en: 'Blood on a school shirt: the school reports, the mother applies',
  },
  publication: {
    publisher: '北京为平妇女权益机构',
    title: '反家暴法实施七周年监测报告·案例分析篇',
    item: '学校部分',
  },
  shift: 'Five years on: 2020-09-19 is 2025-09-19.',
  story: [
    {
      at: '2025-09-19T09:00',
      line: 'A teacher sees the blood; the school calls the police, the federation and the mother',
      plays: async (stage) => {
        await welcomed(stage, {
          channel: 'mandatory_report',
          caller: { relation: 'school' },
          form: {
            relation: 'parent',
            minor: true,
            violenceForms: ['physical'],
            injury: { victimInjured: true },
          },
        });
        await stage.tells('operator', 'intake', [
          'report.filed',
          { receiptNo: '中公受〔2025〕119号', to: '中山市公安局', madeAt: instantOf('2025-09-19T08:50') },
        ]);
        await stage.tells('operator', 'intake', scaleOf(['q3'], { injured: true }));
      },
    },
    {
      at: '2025-09-20T10:00',
      line: 'The police give the father a warning letter',
      plays: async (stage) => {
        await policeCalled(stage, {
          input: { relation: 'parent_child', reporter: 'unit', fragile: ['minor', 'under_14'] },
        });
        await stage.tells(
          'police',
          'warning-letter',
          ['scene.reached', SCENE],
          [
            'letter.issued',
            {
              ...{ letterNo: '公（中）告诫字〔2025〕3号', identities: true, facts: '殴打未成年子女' },
              ...{ admits: true, victimStatement: true, witness: true, evidence: ['traces'] },
              ...{ lawBasis: ['advl_16', 'mpl'], ban: true, consequence: true },
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
      },
    },
    {
      at: '2025-09-26T10:00',
      line: 'The mother applies for the boy; an order: no violence, no harassing, following or meeting',
      plays: async (stage) => {
        await orderAsked(stage, {
          input: {
            relation: 'parent_child',
            basis: 'violence',
            applicants: [{ id: 'a1', minor: true }],
          },
          filing: {
            measures: ['no_violence', 'no_contact'],
            proxy: { kind: 'guardian', reason: 'no_capacity' },
          },
        });
        const pay = { id: 'pay', code: 'pay', payee: 'a1', amountYuan: 1500, payBy: 'handed' };
        const handed = grantOf('2025-09-26', [...MEASURES, pay], { units: UNITS });
        stage.noted.set('paid by hand', await stage.isRefused('court', ORDER, handed));
        await stage.tells('court', ORDER, grantOf('2025-09-26', MEASURES, { units: UNITS }));
        await stage.tells('court', ORDER, ...servedOn(['a1', 'r1', 'station', 'committee', 'school']));
      },
    },
    {
      at: '2025-09-27T09:00',
      plays: (stage) => stage.tells('manager', ORDER, ['pickup.checked', { unit: 'school', barred: true }]),
    },
    {
      at: '2025-10-20T10:00',
      line: 'In court they settle that the boy lives with his mother',
      plays: async (stage) => {
        await stage.opens('manager', 'litigation', { kind: 'custody', herRole: 'claimant' });
        await stage.tells(
          'manager',
          'litigation',
          ['suit.filed', { filedAt: instantOf('2025-10-20T09:00') }],
          ['suit.docketed'],
        );
        const settled = { outcome: 'settled', servedAt: instantOf('2025-10-20T09:50') };
        const handed = ['judgment.given', { ...settled, payBy: 'handed' }] as const;
        stage.noted.set('maintenance by hand', await stage.isRefused('manager', 'litigation', handed));
        await stage.tells('manager', 'litigation', ['judgment.given', { ...settled, payBy: 'court' }]);
      },
    },
  ],
  expects: [
    {
      says: 'What has to be reported about a child was reported the same day',
      check: async (stage) => {
        expect(await clocksOf(stage, 'intake', 'mandatoryReport')).toMatchObject([
          { rule: 'R2p', outcome: 'met' },
        ]);
        expect(await clocksOf(stage, 'intake', 'policeFeedback')).toMatchObject([{ rule: 'R3' }]);
      },
    },
    {
      says: 'He pays for the boy and may not meet him: by a way that tells nobody where they live',
      check: async (stage) => {
        expect(stage.noted.get('paid by hand')).toEqual(['paymentHidden']);
        expect(stage.noted.get('maintenance by hand')).toEqual(['paymentHidden']);
        expect(await stateOf(stage, 'litigation')).toContain('open.suit.over');
      },
    },
    {
      says: 'The school is among those served, and checks who may fetch the boy',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({ toServe: [], pickups: [] });
        const [pickup] = await clocksOf(stage, ORDER, 'pickups');
        expect(pickup).toMatchObject({ item: 'school', rule: 'H24', outcome: 'met' });
      },
    },
  ],
};
