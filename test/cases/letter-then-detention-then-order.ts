import { expect } from 'vitest';
import { grantOf, policeCalled, punishmentOf, SCENE, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, stateOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';
const CALL = 'warning-letter';
const LETTER = {
  ...{ letterNo: '公（测）告诫字〔2025〕7号', identities: true, facts: '殴打致伤', admits: true },
  ...{ victimStatement: true, witness: false, evidence: ['medical'], lawBasis: ['advl_16'] },
  ...{ ban: true, consequence: true },
} as const;
const DELIVERED = {
  ...{ readAloud: true, signed: true, refusalNoted: false, recorded: true },
  ...{ victimCopy: true, orderRightTold: true },
} as const;

export const realCase: RealCase = {
  title: {
    zh: '告诫、拘留后再犯，二十四小时内签发',
    en: 'A letter, three days in detention, and an order within a day',
  },
  publication: {
    publisher: '媒体转载（宝山区人民法院案例）',
    title: '二十四小时签发人身安全保护令',
    item: '2025年',
  },
  shift: 'Nothing is moved: 2025. The source gives the order of things and no days.',
  story: [
    {
      at: '2025-03-03T20:00',
      line: 'In the first months of the marriage he hurts her badly, three times',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', injury: { victimInjured: true } } });
        await stage.tells('operator', 'intake', ['incident.reported', { what: '肋骨骨折' }]);
      },
    },
    {
      at: '2025-03-03T21:00',
      line: 'A warning letter',
      plays: async (stage) => {
        await policeCalled(stage, { input: {} });
        await stage.tells(
          'police',
          CALL,
          ['scene.reached', SCENE],
          ['letter.issued', LETTER],
          ['letter.delivered', DELIVERED],
        );
      },
    },
    {
      at: '2025-04-02T22:00',
      line: 'Again: three days in detention',
      plays: async (stage) => {
        await stage.tells('police', CALL, ['offender.repeated'], ['case.punished']);
        await stage.entrusts('manager', 'enforcement', 'police');
        await stage.tells(
          'police',
          'enforcement',
          ...punishmentOf({ days: 3, endsAt: '2025-04-05T22:00', ground: 'letter' }),
        );
        await stage.tells('operator', 'enforcement', [
          'survivor.warned',
          { by: 'police', safeContact: true },
        ]);
      },
    },
    {
      at: '2025-04-21T10:00',
      line: 'After the third time she applies for an order',
      plays: async (stage) => {
        await stage.opens('manager', ORDER, {
          ...{ relation: 'spouse', basis: 'violence' },
          applicants: [{ id: 'a1', name: '时念慈' }],
          respondents: [{ id: 'r1', name: '裘大勇' }],
          evidence: ['police_papers', 'medical'],
        });
        await stage.tells('manager', ORDER, [
          'application.filed',
          {
            ...{ court: 'applicant_residence', mode: 'written', urgencyAsked: true },
            measures: ['no_violence', 'no_contact', 'keep_away'],
          },
        ]);
        await stage.entrusts('manager', ORDER, 'court');
        await stage.tells('court', ORDER, ['application.accepted', { urgent: true }]);
      },
    },
    {
      at: '2025-04-22T09:00',
      line: 'Granted within twenty-four hours',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          grantOf(
            '2025-04-22',
            [
              { id: 'm1', code: 'no_violence' },
              { id: 'm2', code: 'no_contact' },
              { id: 'm3', code: 'keep_away', place: 'home', radiusMeters: 200 },
            ],
            {
              units: [
                { id: 'station', kind: 'police_station', district: 'own', covers: 'her_home' },
                { id: 'hers', kind: 'committee', district: 'own', covers: 'her_home' },
                { id: 'his', kind: 'committee', district: 'other', covers: 'his_home' },
                { id: 'federation', kind: 'federation', district: 'own' },
              ],
            },
          ),
        ),
    },
    {
      at: '2025-04-22T14:00',
      line: 'Notices to assist: police, federation, and the committee of the village where he is registered',
      plays: (stage) =>
        stage.tells('court', ORDER, ...servedOn(['a1', 'r1', 'station', 'hers', 'his', 'federation'])),
    },
    {
      at: '2025-04-24T10:00',
      line: 'A social worker of the federation advises her to move and to put up a camera',
      plays: async (stage) => {
        await stage.tells('manager', ORDER, [
          'visit.made',
          { unit: 'federation', manner: 'in_person', seenApart: true, keptOrder: true },
        ]);
        await stage.tells('manager', ORDER, ['residence.changed', { who: 'a1', district: 'own' }]);
        await stage.tells('manager', ORDER, ['variation.requested', { by: 'applicant' }]);
        await stage.tells('court', ORDER, [
          'order.varied',
          { madeOn: '2025-04-24', measures: [{ id: 'm1', code: 'no_violence' }] },
        ]);
        stage.noted.set(
          'new ruling with her new address',
          await stage.isRefused('court', ORDER, ['document.served', { to: 'r1', method: 'in_person' }]),
        );
      },
    },
  ],
  expects: [
    {
      says: 'Violence after the letter is punished, and not warned of again',
      check: async (stage) => {
        expect(await stateOf(stage, CALL)).toEqual(['punished']);
        expect(await contextOf(stage, 'enforcement')).toMatchObject({ basis: 'letter', punished: true });
        expect((await stage.facts()).punished).toBe('yes');
      },
    },
    {
      says: 'Urgent: decided within twenty-four hours of acceptance',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'decision')).toMatchObject([{ rule: 'C3', outcome: 'met' }]);
      },
    },
    {
      says: 'The committee of his village is served beside that of her home: each has its own row',
      check: async (stage) => {
        const served = (await clocksOf(stage, ORDER, 'service')).filter(({ outcome }) => outcome === 'met');
        expect(served.map(({ item }) => item)).toEqual(
          expect.arrayContaining(['a1', 'r1', 'station', 'hers', 'his']),
        );
      },
    },
    {
      says: 'Once she has moved no later paper for him may tell where she lives',
      check: async (stage) => {
        expect(stage.noted.get('new ruling with her new address')).toEqual(['addressHidden']);
        expect(await contextOf(stage, ORDER)).toMatchObject({ movedOut: true });
      },
    },
  ],
};
