import { expect } from 'vitest';
import { ruleInForce } from '#src/base/rules.ts';
import { grantOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const INPUT = {
  relation: 'spouse',
  basis: 'violence',
  applicants: [{ id: 'a1', name: '龚小满' }],
  respondents: [{ id: 'r1', name: '冉德昌' }],
  protectedPersons: [{ id: 'p1' }],
};
const FILED = { court: 'applicant_residence', mode: 'written', measures: ['no_violence', 'keep_away'] };
const PROXY = { kind: 'disabled_federation', reason: 'disability', wishRecorded: true } as const;
const UNITS = [
  { id: 'station', kind: 'police_station', district: 'other', covers: 'his_work' },
  { id: 'committee', kind: 'committee', district: 'own', covers: 'her_home' },
  { id: 'dpf', kind: 'disabled_federation', district: 'own' },
];

export const realCase: RealCase = {
  title: {
    zh: '残联代智力残疾人申请，当日签发，单位二百米内禁入',
    en: 'A disabled persons’ federation applies for her; made and served the same day',
  },
  publication: {
    publisher: '最高人民法院、中国残疾人联合会（北京为平监测报告转载）',
    title: '残疾人权益保护典型案例',
    item: '残联部分',
  },
  shift:
    'Nothing is moved: in 2018 the list of those who may apply for another did not name this federation.',
  story: [
    {
      at: '2018-07-10T10:00',
      line: 'She asks the federation for the disabled for help, and calls the police more than once',
      plays: async (stage) => {
        await welcomed(stage, {
          channel: 'ngo',
          caller: { relation: 'disabled_federation' },
          form: { relation: 'spouse', capacity: 'limited', violenceForms: ['physical', 'economic'] },
        });
      },
    },
    {
      at: '2018-07-18T10:00',
      line: 'She sues for divorce',
      plays: async (stage) => {
        await stage.opens('manager', 'litigation', { kind: 'divorce', herRole: 'claimant' });
        await stage.tells('manager', 'litigation', [
          'suit.filed',
          { filedAt: instantOf('2018-07-18T10:00') },
        ]);
      },
    },
    {
      at: '2018-07-25T10:00',
      line: 'Court and federation visit her together and judge the danger',
      plays: async (stage) => {
        await stage.opens('manager', 'visit', { purpose: 'joint' });
        await stage.tells(
          'manager',
          'visit',
          [
            'team.assigned',
            {
              lead: stage.person('manager').id,
              others: [
                { unit: 'court', count: 1 },
                { unit: 'disabled', count: 1 },
              ],
              safetyChecked: true,
            },
          ],
          ['household.visited', { visitedAt: instantOf('2018-07-25T10:00'), seenAlone: true }],
        );
      },
    },
    {
      at: '2018-08-08T09:00',
      line: 'The federation applies for her; the court lets it',
      plays: async (stage) => {
        await stage.opens('manager', ORDER, INPUT);
        await stage.entrusts('manager', ORDER, 'disabledFederation');
        stage.noted.set(
          'not on the list',
          await stage.isRefused('disabledFederation', ORDER, [
            'application.filed',
            { ...FILED, proxy: PROXY },
          ]),
        );
        await stage.tells('disabledFederation', ORDER, [
          'application.filed',
          { ...FILED, proxy: { ...PROXY, courtAgreed: true } },
        ]);
      },
    },
    {
      at: '2018-08-08T11:00',
      line: 'The order: no violence against her and her kin, two hundred metres from her workplace',
      plays: (stage) =>
        stage.tells(
          'manager',
          ORDER,
          ['application.accepted', { urgent: true }],
          grantOf(
            '2018-08-08',
            [
              { id: 'm1', code: 'no_violence' },
              { id: 'm2', code: 'keep_away', place: 'workplace', radiusMeters: 200, placeAnnex: '某福利厂' },
            ],
            { units: UNITS },
          ),
        ),
    },
    {
      at: '2018-08-08T16:00',
      line: 'On the same day it is brought to the committee and to the station of his workplace',
      plays: (stage) =>
        stage.tells('manager', ORDER, ...servedOn(['a1', 'r1', 'station', 'committee', 'dpf'])),
    },
  ],
  expects: [
    {
      says: 'In 2018 it was not on the list and the court made way; since August 2022 it is',
      check: async (stage) => {
        expect(stage.noted.get('not on the list')).toEqual(['proxyFits']);
        expect(await contextOf(stage, ORDER)).toMatchObject({ proxy: 'disabled_federation' });
        await stage.moveTo('2022-08-01T10:00');
        await stage.opens('manager', ORDER, INPUT);
        await stage.entrusts('manager', ORDER, 'disabledFederation');
        await stage.tells('disabledFederation', ORDER, ['application.filed', { ...FILED, proxy: PROXY }]);
        expect(await contextOf(stage, ORDER)).toMatchObject({ proxy: 'disabled_federation' });
      },
    },
    {
      says: 'Served within 24 hours on all; the station is that of his workplace, and units are as many as it takes',
      check: async (stage) => {
        const served = (await eventsOf(stage, { track: `${ORDER}#1` })).filter(
          ({ type }) => type === 'document.served',
        );
        expect(served).toHaveLength(5);
        for (const { occurredAt } of served) expect(occurredAt.slice(0, 10)).toBe('2018-08-08');
        expect(await contextOf(stage, `${ORDER}#1`)).toMatchObject({ toServe: [] });
        // The twenty-four hours are law since March 2022: in 2018 no clock ran, and the court was in time all the same.
        expect(await clocksOf(stage, `${ORDER}#1`, 'service')).toEqual([]);
        expect([ruleInForce('C4', '2018-08-08'), ruleInForce('C4', '2022-03-03') === null]).toEqual([
          null,
          false,
        ]);
        expect((await contextOf(stage, `${ORDER}#1`))['units']).toContainEqual({
          ...{ id: 'station', kind: 'police_station', district: 'other', covers: 'his_work' },
        });
      },
    },
    {
      says: 'A measure has its radius and its place',
      check: async (stage) => {
        expect((await contextOf(stage, `${ORDER}#1`))['measures']).toContainEqual(
          expect.objectContaining({ code: 'keep_away', radiusMeters: 200, place: 'workplace' }),
        );
        const [made] = (await eventsOf(stage, { track: `${ORDER}#1` })).filter(
          ({ type }) => type === 'order.granted',
        );
        expect(JSON.stringify(made?.payload)).not.toContain('福利厂');
      },
    },
    {
      says: 'The federation for the disabled is an actor of its own: it tells us, applies and assists',
      check: async (stage) => {
        const { agency } = stage.person('disabledFederation');
        const filed = (await eventsOf(stage, { track: `${ORDER}#1` })).find(
          ({ type }) => type === 'application.filed',
        );
        expect(filed?.actor.agency).toBe(agency);
        expect(await contextOf(stage, 'intake')).toMatchObject({ callerRelation: 'disabled_federation' });
      },
    },
  ],
};
