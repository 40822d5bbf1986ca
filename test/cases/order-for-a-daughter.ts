import { expect } from 'vitest';
import { grantOf, orderAsked, policeCalled, SCENE, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';
import type { Told } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const EDUCATED: Told = ['offender.educated', { ground: 'trivial' }];
const reported = (receiptNo: string, madeAt: string): Told => [
  'report.filed',
  { receiptNo, to: '派出所', madeAt: `${madeAt}:00.000+08:00` },
];

export const realCase: RealCase = {
  title: {
    zh: '随父生活的女孩两次被打，母亲代为申请',
    en: 'A girl beaten by the father she lives with; her mother applies',
  },
  publication: { publisher: '最高人民法院', title: '2025年中国反家庭暴力典型案例', item: '案例6' },
  shift: 'Two years on: March 2023 is March 2025, December 2024 is December 2026.',
  story: [
    {
      at: '2025-03-11T19:00',
      line: 'Her father hits her mouth with a slipper until it bleeds; her mother goes to the police with her',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'police_notice', caller: { relation: 'relative' }, survivor: { minor: true } },
          form: {
            relation: 'parent',
            minor: true,
            violenceForms: ['physical'],
            injury: { victimInjured: true },
          },
        });
        stage.noted.set('owed at first', await clocksOf(stage, 'intake', 'mandatoryReport'));
        await stage.tells(
          'operator',
          'intake',
          reported('回执1', '2025-03-11T19:00'),
          scaleOf([], { injured: true }),
        );
        await policeCalled(stage, {
          input: { relation: 'parent_child', reporter: 'kin', fragile: ['minor'] },
        });
        await stage.tells('police', 'warning-letter', ['scene.reached', SCENE]);
        const [type, payload] = EDUCATED;
        await stage.tells('police', 'warning-letter', [type, { ...payload, whyNoLetter: '首次，当场制止' }]);
      },
    },
    {
      at: '2026-09-08T20:00',
      line: 'He beats her with a belt; reported again, injuries examined',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['incident.reported', { what: '皮带抽打多处' }]);
        await stage.tells('operator', 'intake', scaleOf([]));
        stage.noted.set('level of the second', (await contextOf(stage, 'intake'))['risk']);
        const input = { relation: 'parent_child', reporter: 'kin', fragile: ['minor'], priorReports: 1 };
        await policeCalled(stage, { input });
        await stage.tells('police', 'warning-letter', ['scene.reached', SCENE], ['appraisal.commissioned']);
        const refused = await stage.isRefused('police', 'warning-letter', EDUCATED);
        stage.noted.set('only talked to, the second time', refused);
      },
    },
    {
      at: '2026-10-12T10:00',
      line: 'A heavy depression with psychotic signs is found; she leaves school for treatment',
      plays: async (stage) => {
        const required = { subject: 'minor', guardianSuspected: true };
        await stage.tells('operator', 'intake', ['incident.reported', { what: '确诊重度抑郁，休学治疗' }]);
        await stage.tells('operator', 'intake', ['report.required', required]);
        stage.noted.set('owed again', await clocksOf(stage, 'intake', 'mandatoryReport'));
        await stage.tells('operator', 'intake', reported('回执2', '2026-10-12T10:00'));
      },
    },
    {
      at: '2026-11-09T09:30',
      line: 'Her mother applies for her',
      plays: (stage) =>
        orderAsked(stage, {
          input: {
            ...{ relation: 'parent_child', livesTogether: true },
            applicants: [{ id: 'a1', minor: true }],
          },
          filing: { proxy: { kind: 'guardian', reason: 'no_capacity' } },
        }),
    },
    {
      at: '2026-11-10T15:00',
      line: 'Her father may not use violence against her',
      plays: (stage) =>
        stage.tells('court', ORDER, grantOf('2026-11-10', [{ id: 'm1', code: 'no_violence' }])),
    },
    {
      at: '2026-12-07T09:00',
      line: 'The mother sues for custody; the court has the family looked into and counselled',
      plays: async (stage) => {
        await stage.opens('manager', 'litigation', { kind: 'custody', herRole: 'claimant' });
        const filedAt = '2026-12-07T09:00:00.000+08:00';
        await stage.tells('manager', 'litigation', ['suit.filed', { filedAt }], ['suit.docketed']);
        await stage.tells('manager', 'litigation', ['progress.noted', { text: '家事调查、心理咨询' }]);
      },
    },
  ],
  expects: [
    {
      says: 'The second time it is at least medium, and talking to him is not enough',
      check: (stage) => {
        expect(stage.noted.get('level of the second')).toBe('medium');
        expect(stage.noted.get('only talked to, the second time')).toContain('lightAndFirst');
      },
    },
    {
      says: 'Whoever is bound to report and learns of a child does it at once, the psychiatric hospital too',
      check: async (stage) => {
        expect(stage.noted.get('owed at first')).toMatchObject([{ rule: 'R2p', outcome: 'open' }]);
        expect((stage.noted.get('owed again') as { rule: string }[]).map(({ rule }) => rule)).toEqual([
          'R2p',
          'R2p',
        ]);
        const outcomes = (await clocksOf(stage, 'intake', 'mandatoryReport')).map(({ outcome }) => outcome);
        expect(outcomes).toEqual(['met', 'met']);
      },
    },
    {
      says: 'He lives with her and cares for her: a ban on violence alone parts nobody, and the engine says so',
      check: async (stage) => {
        expect((await noticesOf(stage, 'order.thin')).map(({ to }) => to)).toEqual(
          expect.arrayContaining(['manager', 'supervisor']),
        );
        expect(await stateOf(stage, 'placement')).toContain('open.place.unplaced');
      },
    },
    {
      says: 'The mother, with whom she does not live, applies for her',
      check: async (stage) => {
        const filed = (await eventsOf(stage, { track: ORDER })).find(
          ({ type }) => type === 'application.filed',
        );
        expect(filed?.payload['proxy']).toEqual({ kind: 'guardian', reason: 'no_capacity' });
        expect((await stage.facts()).protectionOrder).toBe('in_force');
      },
    },
  ],
};
