import { expect } from 'vitest';
import { grantOf, orderAsked, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { contextOf, eventsOf, stateOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';
const RESPONDENTS = [
  { id: 'r1', name: '滕国富' },
  { id: 'r2', name: '鲍春艳' },
];
const MEASURES = [
  { id: 'm1', code: 'no_violence' },
  { id: 'm2', code: 'no_harassment' },
  { id: 'cameras', code: 'remove_devices', dueOn: '2025-11-17', respondents: ['r1', 'r2'] },
];

export const realCase: RealCase = {
  title: {
    zh: '相邻而居的儿子、儿媳，砸墙后申请强制执行保护令',
    en: 'Son and daughter-in-law next door: a wall is broken, enforcement is asked for',
  },
  publication: {
    publisher: '北京市密云区人民法院',
    title: '九旬老人申请强制执行保护令',
    item: '2025年11月',
  },
  shift: 'Nothing is moved; the source was published in November 2025 and dates none of the steps.',
  story: [
    {
      at: '2025-10-20T10:00',
      line: 'Since the house is to be pulled down they threaten her, cut her off, and film her yard',
      plays: async (stage) => {
        await welcomed(stage, {
          caller: { relation: 'relative' },
          form: { relation: 'child', victim: { ageGroup: 'from_70' }, violenceForms: ['psychological'] },
        });
        await stage.tells('operator', 'intake', [
          'incident.reported',
          { what: '威胁恐吓、隔绝邻里、摄像头对着院子', places: ['home'], others: ['his_kin'] },
        ]);
      },
    },
    {
      at: '2025-10-25T10:00',
      line: 'Her daughter finds out and goes to the court with her',
      plays: (stage) =>
        stage.tells('operator', 'intake', [
          'safeperson.named',
          { relation: 'adult_child', name: '滕晚霞', phone: '13900002345', herChoice: true },
        ]),
    },
    {
      at: '2025-11-03T10:00',
      line: 'An order that binds both of them',
      plays: async (stage) => {
        const input = { relation: 'in_law', basis: 'violence', respondents: RESPONDENTS };
        await orderAsked(stage, { input, filing: { measures: ['no_violence', 'remove_devices'] } });
        await stage.tells(
          'court',
          ORDER,
          grantOf('2025-11-03', MEASURES),
          ...servedOn(['a1', 'r1', 'station', 'committee']),
        );
        stage.noted.set('one of two is served', await stateOf(stage, ORDER));
        await stage.tells('court', ORDER, ...servedOn(['r2']));
      },
    },
    {
      at: '2025-11-10T10:00',
      line: 'The son smashes the wall of the yard',
      plays: (stage) =>
        stage.tells('manager', ORDER, [
          'violation.reported',
          { respondent: 'r1', measures: ['m2'], acts: ['damage', 'surveillance'], source: 'applicant' },
        ]),
    },
    {
      at: '2025-11-12T10:00',
      line: 'She asks for the order to be enforced',
      plays: async (stage) => {
        await stage.tells('manager', ORDER, ['execution.requested', { measures: ['cameras'] }]);
        await stage.tells('manager', 'enforcement', ['court.informed', { by: 'applicant' }]);
        await stage.entrusts('manager', 'enforcement', 'court');
        await stage.tells(
          'court',
          'enforcement',
          ['respondent.admonished', { place: 'home', recordMade: true }],
          ['sanction.decided', { approved: true, fineYuan: 800 }],
        );
      },
    },
  ],
  expects: [
    {
      says: 'Two respondents: served, in breach and sanctioned each for himself',
      check: async (stage) => {
        expect(stage.noted.get('one of two is served')).toContain('inForce.service.ruling.unserved');
        expect(await stateOf(stage, ORDER)).toContain('inForce.service.ruling.active');
        expect(await contextOf(stage, 'enforcement')).toMatchObject({ respondent: 'r1', fineYuan: 800 });
        const hers = { respondent: 'r2', measures: ['m2'], acts: ['insult'], source: 'applicant' };
        await stage.tells('manager', ORDER, ['violation.reported', hers]);
        expect(await contextOf(stage, 'enforcement')).toMatchObject({ respondent: 'r2', fineYuan: 0 });
      },
    },
    {
      says: 'Enforcement at her request and a sanction of the court run side by side; neither stands for the other',
      check: async (stage) => {
        expect(await stateOf(stage, ORDER)).toContain('inForce.execution.pending');
        expect(await contextOf(stage, 'enforcement#1')).toMatchObject({ admonished: true, sanctioned: true });
        await stage.tells('court', ORDER, ['execution.answered']);
        expect(await stateOf(stage, 'enforcement#1')).toContain('open.court.reviewing.acted');
      },
    },
    {
      says: 'Whether an in-law next door lives together with her is for the court: nothing here refuses it',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({ relation: 'in_law' });
        expect((await stage.facts()).protectionOrder).toBe('in_force');
      },
    },
    {
      says: 'To take the cameras down is something to be done by a day, and can be enforced as such',
      check: async (stage) => {
        const measures = (await contextOf(stage, ORDER))['measures'];
        expect(measures).toContainEqual(
          expect.objectContaining({ code: 'remove_devices', dueOn: '2025-11-17', respondents: ['r1', 'r2'] }),
        );
        const asked = (await eventsOf(stage, { track: ORDER })).find(
          ({ type }) => type === 'execution.requested',
        );
        expect(asked?.payload).toEqual({ measures: ['cameras'] });
      },
    },
    {
      says: 'Her daughter is the one through whom she is safely reached',
      check: async (stage) => {
        expect(await contextOf(stage, 'intake')).toMatchObject({ safePerson: 'adult_child' });
        const [named] = (await eventsOf(stage, { track: 'intake' })).filter(
          ({ type }) => type === 'safeperson.named',
        );
        expect(JSON.stringify(named?.payload)).not.toContain('13900002345');
      },
    },
  ],
};
