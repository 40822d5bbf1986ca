import { expect } from 'vitest';
import { grantOf, orderAsked, planOf, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';

export const realCase: RealCase = {
  title: {
    zh: '辱骂、监视九旬老人的儿子儿媳',
    en: 'A son and his wife who shout, watch by camera and walk in',
  },
  publication: {
    publisher: '北京法院（媒体报道）',
    title: '守护九旬老人：辱骂监视纳入保护令',
    item: '2025年',
  },
  shift: 'Nothing is moved: the source is of 2025 and dates neither the application nor the order.',
  story: [
    {
      at: '2025-09-01T10:00',
      line: 'For the sake of a house they shout and threaten, put up cameras, come in and break things',
      plays: async (stage) => {
        await welcomed(stage, {
          form: {
            ...{ relation: 'child', violenceForms: ['psychological'] },
            ...{ victim: { ageGroup: 'from_70' }, injury: { victimInjured: false } },
          },
        });
        await stage.tells('operator', 'intake', ['incident.reported', { what: '装监控、擅自闯入、毁物' }]);
        await stage.tells('operator', 'intake', scaleOf(['q9']), planOf(stage, 'visit'));
      },
    },
    {
      at: '2025-09-02T10:00',
      plays: async (stage) => stage.answers('village', await stage.offers('manager', 'village')),
    },
    {
      at: '2025-09-03T10:00',
      line: 'The old one applies, and the court grants it for the mind that was harmed',
      plays: async (stage) => {
        await orderAsked(stage, {
          input: {
            ...{ relation: 'parent_child', basis: 'violence', applicants: [{ id: 'a1', name: '计晚枫' }] },
            respondents: [
              { id: 'r1', name: '计长林' },
              { id: 'r2', name: '苗小满' },
            ],
          },
          filing: { measures: ['no_violence', 'no_harassment', 'no_insult', 'remove_devices'] },
        });
        await stage.tells('village', ORDER, [
          'evidence.added',
          { kind: 'statements', origin: 'visit', about: '入户记录老人陈述' },
        ]);
        await stage.tells('manager', ORDER, ['evidence.added', { kind: 'recordings', origin: 'visit' }]);
        await stage.tells(
          'court',
          ORDER,
          ['hearing.held', { attendance: 'both', online: false, stance: 'denies' }],
          grantOf('2025-09-03', [
            { id: 'm1', code: 'no_harassment' },
            { id: 'm2', code: 'no_insult' },
            { id: 'm3', code: 'remove_devices', dueOn: '2025-09-10', respondents: ['r1'] },
          ]),
          ...servedOn(['a1', 'r1', 'station', 'committee']),
        );
        stage.noted.set('served on one of two', await stateOf(stage, ORDER));
        await stage.tells('court', ORDER, ...servedOn(['r2']));
      },
    },
    {
      at: '2025-09-11T01:00',
      plays: async (stage) => void stage.noted.set('cameras still there', await stateOf(stage, ORDER)),
    },
  ],
  expects: [
    {
      says: 'Two are bound, the wife of the son among them; it is not served until both have it',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({ respondents: [{ id: 'r1' }, { id: 'r2' }] });
        expect(stage.noted.get('served on one of two')).toContain('inForce.service.ruling.unserved');
        expect(await stateOf(stage, ORDER)).toContain('inForce.service.ruling.active');
        const served = await clocksOf(stage, ORDER, 'service');
        expect(served.filter(({ item }) => item === 'r1' || item === 'r2')).toMatchObject([
          { item: 'r1', outcome: 'met' },
          { item: 'r2', outcome: 'met' },
        ]);
      },
    },
    {
      says: 'Taking the cameras down is a measure with a day of its own; when it has passed, enforcement is suggested',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'obligations')).toMatchObject([
          { item: 'm3', safeDue: '2025-09-10T24:00', outcome: 'lapsed' },
        ]);
        expect(stage.noted.get('cameras still there')).toContain('inForce.execution.suggested');
        expect(await noticesOf(stage, 'measure.overdue')).not.toEqual([]);
      },
    },
    {
      says: 'Nobody was hurt in the body, and it is violence; at the home of the old, others take the evidence',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({
          evidence: ['recordings', 'statements'],
          basis: 'violence',
        });
        const taken = (await eventsOf(stage, { track: ORDER })).filter(
          ({ type }) => type === 'evidence.added',
        );
        expect(taken.map(({ actor }) => actor.role)).toEqual(['community_worker', 'case_manager']);
        expect((await stage.facts()).protectionOrder).toBe('in_force');
      },
    },
  ],
};
