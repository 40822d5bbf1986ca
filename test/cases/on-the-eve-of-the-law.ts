import { expect } from 'vitest';
import { grantOf, policeCalled, SCENE, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf } from '#test/stage/records.ts';
import { latestEnd } from '#workflows/protection-order/validity.ts';

const ORDER = 'protection-order';
const FILED = { court: 'applicant_residence', mode: 'written', measures: ['no_violence'] };

export const realCase: RealCase = {
  title: {
    zh: '反家暴法施行前一日申请，施行当日签发',
    en: 'Filed on the eve of the law, granted on its first day',
  },
  publication: { publisher: '中国妇女报', title: '多地发出人身安全保护令', item: '北京房山' },
  shift: 'Nothing is moved: it was filed on a leap day, one day before the law took effect.',
  story: [
    {
      at: '2015-12-25T10:00',
      line: 'After thirty years of violence she, past sixty, sues for divorce',
      plays: async (stage) => {
        await welcomed(stage, {
          form: {
            relation: 'spouse',
            victim: { ageGroup: 'from_60_to_69' },
            history: { earlierViolence: true },
          },
        });
        await stage.opens('manager', 'litigation', { kind: 'divorce', herRole: 'claimant' });
        const filedAt = '2015-12-25T10:00:00.000+08:00';
        await stage.tells('manager', 'litigation', ['suit.filed', { filedAt }]);
      },
    },
    {
      at: '2016-02-29T10:00',
      line: 'She hands in an application for an order; the law takes effect tomorrow',
      plays: async (stage) => {
        await stage.opens('manager', ORDER, {
          ...{ relation: 'spouse', basis: 'violence' },
          applicants: [{ id: 'a1', name: '孟桂兰' }],
          respondents: [{ id: 'r1', name: '葛得山' }],
        });
        await stage.tells('manager', ORDER, ['application.filed', FILED]);
        await stage.entrusts('manager', ORDER, 'court');
        const today = ['application.accepted', { urgent: false }] as const;
        stage.noted.set('accepted on the eve', await stage.isRefused('court', ORDER, today));
      },
    },
    {
      at: '2016-03-01T10:00',
      line: 'On its first day the court grants the order',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          ['application.accepted', { urgent: false }],
          grantOf('2016-03-01', [{ id: 'm1', code: 'no_violence' }]),
          ...servedOn(['a1', 'r1', 'station', 'committee']),
        ),
    },
  ],
  expects: [
    {
      says: 'Which law there is counts on the day of acceptance, not of filing: the earlier filing is no fault',
      check: async (stage) => {
        expect(stage.noted.get('accepted on the eve')).toEqual(['basisInForce']);
        expect((await stage.facts()).protectionOrder).toBe('in_force');
      },
    },
    {
      says: 'Six months from 1 March end on 1 September; from a leap day they would end on 29 August',
      check: async (stage) => {
        const [validity] = await clocksOf(stage, ORDER, 'validity');
        expect(validity).toMatchObject({ rule: 'C5', safeDue: '2016-09-01T24:00', isProvisional: false });
        expect(await contextOf(stage, ORDER)).toMatchObject({ validTo: '2016-09-01' });
        expect(latestEnd('2016-02-29')).toBe('2016-08-29');
      },
    },
    {
      says: 'For the old a letter is generally due; the graver ground for beating begins at seventy, not at sixty',
      check: async (stage) => {
        await policeCalled(stage, { input: { relation: 'spouse', fragile: ['elder'] } });
        await stage.tells('police', 'warning-letter', ['scene.reached', SCENE]);
        expect(
          await stage.isRefused('police', 'warning-letter', ['offender.educated', { ground: 'trivial' }]),
        ).toContain('letterNotDue');
        await stage.tells('police', 'warning-letter', ['case.punished']);
        await stage.entrusts('manager', 'enforcement', 'police');
        await stage.tells('police', 'enforcement', ['case.opened', { ground: 'beating' }]);
        const graver = { kind: 'detention', ground: 'aggravated', aggravation: 'over_70', days: 12 };
        expect(await stage.isRefused('police', 'enforcement', ['punishment.decided', graver])).toContain(
          'groundFitsVictim',
        );
      },
    },
    {
      says: 'It is a case of this district: its own court has it, as the court of her home',
      check: async (stage) => {
        const view = await stage.world.engine.viewCase(stage.person('court'), stage.caseId());
        const order = view.tracks.find(({ workflow }) => workflow === ORDER);
        expect(order?.agency).toBe(stage.person('court').agency);
      },
    },
  ],
};
