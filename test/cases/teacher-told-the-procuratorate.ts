import { expect } from 'vitest';
import { grantOf, planOf, policeCalled, SCENE, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const CALL = 'warning-letter';
const FOUND_AT = '2025-03-17T09:00';

export const realCase: RealCase = {
  title: {
    zh: '检察官陪同报案，妇联代为申请',
    en: 'A teacher told the procuratorate, which went with the girl to the police',
  },
  publication: {
    publisher: '上海市金山区人民检察院',
    title: '检察官陪同报案、妇联代为申请人身安全保护令',
    item: '三月十七日',
  },
  shift: 'The source says 17 March of “this year”: 2025.',
  story: [
    {
      at: '2025-03-17T11:00',
      line: 'A teacher reports to the procuratorate that a girl of nine is beaten over her homework',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'procuratorate_notice', caller: { relation: 'school' }, survivor: { minor: true } },
          form: {
            ...{ victim: { ageGroup: 'under_14' }, relation: 'parent', abuserIsGuardian: true },
            harmFoundAt: instantOf(FOUND_AT),
          },
        });
        await stage.tells('operator', 'intake', ['report.passed', { to: 'procuratorate' }]);
      },
    },
    {
      at: '2025-03-17T14:00',
      line: 'A prosecutor goes to the police with girl and teacher',
      plays: (stage) =>
        stage.tells('operator', 'intake', [
          'report.filed',
          {
            ...{ receiptNo: '受案0317', to: '某派出所', through: 'procuratorate' },
            madeAt: instantOf('2025-03-17T14:00'),
          },
        ]),
    },
    {
      at: '2025-03-18T09:30',
      line: 'The federation of the district applies for her',
      plays: async (stage) => {
        await stage.tells(
          'operator',
          'intake',
          scaleOf(['q3'], {
            override: { to: 'high', reason: '唯一监护人即施暴人，孩子仍在家' },
          }),
        );
        await stage.tells('operator', 'intake', ['police.informed'], ['federation.informed']);
        const plan = planOf(stage, 'counselling', 'other');
        await stage.tells('manager', 'intake', [
          'plan.agreed',
          { ...plan[1], declined: ['protection-order', 'shelter'] },
        ]);
        await stage.tells('manager', 'placement', [
          'guardian.assessed',
          { guardian: 'mother', grade: 'suspect', from: instantOf(FOUND_AT) },
        ]);
        await stage.tells('supervisor', 'placement', [
          'child.watched',
          { childHeard: true, watchArranged: true },
        ]);
        await stage.opens('manager', ORDER, {
          ...{ relation: 'parent_child', basis: 'violence' },
          applicants: [{ id: 'a1', name: '怡宁', minor: true }],
          respondents: [{ id: 'r1', name: '怡母甲' }],
        });
        await stage.tells('manager', ORDER, [
          'application.filed',
          {
            ...{ court: 'applicant_residence', mode: 'written', measures: ['no_violence'] },
            proxy: { kind: 'federation', reason: 'no_capacity' },
          },
        ]);
        await stage.entrusts('manager', ORDER, 'court');
        await stage.tells('court', ORDER, ['application.accepted', { urgent: true }]);
      },
    },
    {
      at: '2025-03-18T16:00',
      line: 'Granted',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          grantOf('2025-03-18', [{ id: 'm1', code: 'no_violence' }]),
          ...servedOn(['a1', 'r1', 'station', 'committee']),
        ),
    },
    {
      at: '2025-03-19T10:00',
      line: 'The police admonish the mother',
      plays: async (stage) => {
        await policeCalled(stage, {
          by: 'manager',
          input: { relation: 'parent_child', reporter: 'unit', fragile: ['minor'] },
        });
        await stage.tells(
          'police',
          CALL,
          ['scene.reached', SCENE],
          [
            'offender.educated',
            { ground: 'light_forgiven', forgivenAlone: true, whyNoLetter: '已有保护令约束' },
          ],
        );
      },
    },
    {
      at: '2025-03-19T11:00',
      line: 'Help is agreed on: counselling, guidance in bringing up a child',
      plays: async (stage) => {
        await stage.answers('school', await stage.offers('manager', 'school', { purpose: '心理辅导' }));
        await stage.tells('manager', 'placement', [
          'guidance.ordered',
          { guardian: 'mother', overseer: 'education', sessions: 4, until: instantOf('2025-06-19T11:00') },
        ]);
      },
    },
    {
      at: '2025-03-20T10:00',
      line: 'Officers of the procuratorate, as grid workers of a special kind, watch over the order',
      plays: async (stage) => {
        await stage.opens('manager', 'visit', { purpose: 'order', highRisk: true });
        await stage.entrusts('manager', 'visit', 'procurator');
        await stage.tells('procurator', 'visit', [
          'team.assigned',
          {
            ...{ lead: stage.person('procurator').id, safetyChecked: true },
            others: [{ unit: 'procuratorate', count: 1 }],
          },
        ]);
        await stage.tells('procurator', ORDER, [
          'visit.made',
          { unit: 'committee', manner: 'in_person', seenApart: true, keptOrder: true },
        ]);
      },
    },
  ],
  expects: [
    {
      says: 'A report that reached the procuratorate first counts from when the teacher saw it, and is met at the police',
      check: async (stage) => {
        expect(await clocksOf(stage, 'intake', 'mandatoryReport')).toMatchObject([
          { rule: 'R2p', startedAt: `${FOUND_AT}:00.000+08:00`, safeDue: '2025-03-17T09:15' },
        ]);
        const filed = (await eventsOf(stage, { track: 'intake' })).find(
          ({ type }) => type === 'report.filed',
        );
        expect(filed?.payload).toMatchObject({ through: 'procuratorate' });
      },
    },
    {
      says: 'The federation applies for a child who cannot',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({ proxy: 'federation' });
      },
    },
    {
      says: 'The police may still admonish beside an order in force: the one takes nothing from the other',
      check: async (stage) => {
        expect(await stateOf(stage, CALL)).toEqual(['educated']);
        expect(await stage.facts()).toMatchObject({ protectionOrder: 'in_force', policeHistory: 'educated' });
      },
    },
    {
      says: 'The only guardian is the one who is bound, and the child stays at home: somebody comes every third day',
      check: async (stage) => {
        expect(await stateOf(stage, 'placement')).toContain('open.place.watched');
        expect(await clocksOf(stage, 'placement', 'homeWatch')).not.toEqual([]);
        const visits = (await clocksOf(stage, ORDER, 'visits')).filter(({ outcome }) => outcome === 'open');
        expect(visits).toMatchObject([{ rule: 'C13phigh', safeDue: '2025-03-23T24:00' }]);
      },
    },
  ],
};
