import { expect } from 'vitest';
import { formOf, grantOf, orderAsked, scaleOf } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';

export const realCase: RealCase = {
  title: {
    zh: '被父亲关在家中的十六岁女孩本人申请',
    en: 'Kept at home from school, a girl of sixteen applies herself',
  },
  publication: {
    publisher: '最高人民法院',
    title: '人民法院反家庭暴力典型案例（第二批）（2023-11）',
    item: '案例六',
  },
  shift: 'Three years on: the summer of 2022 is that of 2025. Six hours are six hours.',
  story: [
    {
      at: '2025-11-03T09:00',
      line: 'Since the summer her father has kept her at home to study alone, and lets her not go to school',
      plays: async (stage) => {
        await stage.opensCase('operator', {
          ...{ channel: 'third_party', caller: { relation: 'relative' }, survivor: { minor: true } },
          safeContact: { canTalkNow: true },
          incident: { since: '2025-07', what: '留家中自学，不让到校' },
        });
        await stage.tells('operator', 'intake', ['call.answered'], ['safety.confirmed']);
      },
    },
    {
      at: '2025-11-03T09:20',
      line: 'Her grandmother, who has talked to him in vain, asks the federation for help',
      plays: async (stage) => {
        const form = formOf({
          relation: 'parent',
          minor: true,
          violenceForms: ['physical', 'psychological'],
        });
        const filed = { receiptNo: '回执9', to: '派出所', madeAt: '2025-11-03T09:20:00.000+08:00' };
        await stage.tells('operator', 'intake', ['caller.registered', form]);
        stage.noted.set('report', await clocksOf(stage, 'intake', 'mandatoryReport'));
        await stage.tells(
          'operator',
          'intake',
          ['report.filed', filed],
          scaleOf(['q3'], { realDanger: true }),
        );
      },
    },
    {
      at: '2025-11-04T14:00',
      line: 'Federation, court, police, community and education bureau go there together and secure the proof',
      plays: async (stage) => {
        await stage.opens('manager', 'visit', { purpose: 'joint' });
        const others = ['court', 'police', 'village', 'education'].map((unit) => ({ unit, count: 1 }));
        const team = { lead: stage.person('manager').id, second: stage.person('supervisor').id, others };
        await stage.tells('manager', 'visit', ['team.assigned', { ...team, safetyChecked: true }]);
      },
    },
    {
      at: '2025-11-04T16:00',
      line: 'The girl herself applies',
      plays: (stage) =>
        orderAsked(stage, {
          ...{ urgent: true, filing: { mode: 'oral', measures: ['no_violence', 'schooling', 'other'] } },
          input: { relation: 'parent_child', livesTogether: true, applicants: [{ id: 'a1', minor: true }] },
        }),
    },
    {
      at: '2025-11-04T21:30',
      line: 'Within six hours: no violence, no locking up or ill-treating, she may go to school',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          grantOf('2025-11-04', [
            { id: 'm1', code: 'no_violence' },
            { id: 'm2', code: 'other', note: '禁止限制人身自由、虐待' },
            { id: 'm3', code: 'schooling', dueOn: '2025-11-10' },
          ]),
        ),
    },
  ],
  expects: [
    {
      says: 'At sixteen she applies herself; nobody has to stand in for her',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({ proxy: null, applicants: [{ minor: true }] });
        const [decision] = await clocksOf(stage, ORDER, 'decision');
        expect(decision).toMatchObject({ rule: 'C3', outcome: 'met' });
      },
    },
    {
      says: 'The grandmother calls, the girl is the survivor: danger and report are hers all the same',
      check: async (stage) => {
        expect(await contextOf(stage, 'intake')).toMatchObject({ callerRelation: 'relative', minor: true });
        expect(stage.noted.get('report')).toMatchObject([{ rule: 'R2p' }]);
        const view = await stage.world.engine.viewTrack(
          stage.person('operator'),
          await stage.track('intake'),
        );
        expect(view.events.find(({ type }) => type === 'danger.declared')).toMatchObject({ allowed: true });
      },
    },
    {
      says: 'The court went along before and decides now: what it was each time is on record',
      check: async (stage) => {
        const team = (await eventsOf(stage, { track: 'visit' })).find(({ type }) => type === 'team.assigned');
        expect(team?.payload['others']).toContainEqual({ unit: 'court', count: 1 });
        const ruling = (await eventsOf(stage, { track: ORDER })).find(({ type }) => type === 'order.granted');
        expect(ruling?.actor).toMatchObject({ role: 'court_liaison', agency: stage.person('court').agency });
      },
    },
    {
      says: 'One visit joins several agencies',
      check: async (stage) => {
        const team = (await eventsOf(stage, { track: 'visit' })).find(({ type }) => type === 'team.assigned');
        const others = (team?.payload['others'] ?? []) as { unit: string }[];
        const units = others.map(({ unit }) => unit);
        expect(units).toEqual(['court', 'police', 'village', 'education']);
      },
    },
  ],
};
