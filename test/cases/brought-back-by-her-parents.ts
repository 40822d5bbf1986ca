import { expect } from 'vitest';
import { planOf, policeCalled, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';

export const realCase: RealCase = {
  title: {
    zh: '成年女儿被父母限制自由，谎报绑架带回，失联',
    en: 'A grown daughter is locked up; her parents report a kidnapping, and she is lost',
  },
  publication: {
    publisher: '北京为平妇女权益机构',
    title: '反家暴法实施七周年监测报告·案例分析篇',
    item: '公民部分',
  },
  shift: 'Six years on: 2019-05-05 is 2025-05-05, and 2019-05-30 is 2025-05-30.',
  story: [
    {
      at: '2025-02-10T10:00',
      line: 'Lured home she may not go out, her telephone is watched; a friend calls for her',
      plays: async (stage) => {
        await welcomed(stage, {
          channel: 'third_party',
          caller: { relation: 'friend' },
          form: {
            relation: 'parent',
            victim: { ageGroup: 'from_18_to_59' },
            violenceForms: ['psychological'],
          },
        });
        await stage.tells(
          'operator',
          'intake',
          ['danger.declared', { injured: false }],
          ['police.arrived'],
          ['federation.informed'],
          scaleOf(['q3', 'q7', 'q9', 'q2', 'q1', 'q8'], { realDanger: true }),
        );
        await stage.tells('manager', 'intake', planOf(stage, 'police', 'counselling'));
      },
    },
    {
      at: '2025-05-05T20:00',
      line: 'She gets away; they report a kidnapping, and the police bring her back the same day',
      plays: async (stage) => {
        await stage.tells('manager', 'intake', [
          'inquiry.received',
          { kind: 'kidnap_report', through: 'police' },
        ]);
        await stage.entrusts('manager', 'adverse', 'police');
        const answer = ['inquiry.answered', { answer: 'safe_own_will' }] as const;
        stage.noted.set('answered unseen', await stage.isRefused('police', 'adverse', answer));
      },
    },
    {
      at: '2025-05-10T10:00',
      line: 'Volunteers ask a federation for help and are sent away',
      plays: async (stage) => {
        const handoff = await stage.offers('manager', 'otherManager', { purpose: '请协助会见本人' });
        await stage.answers('otherManager', handoff, 'decline');
      },
    },
    {
      at: '2025-05-12T10:00',
      line: 'The station lets nobody in with her and does not pass on the power of attorney',
      plays: async (stage) => {
        await stage.opens('manager', 'consultation', {
          ...{ respondentName: '钟家夫妇', highRisk: true, clientAgrees: true },
        });
        const { id: lawyer } = stage.person('lawyer');
        await stage.tells('manager', 'consultation', ['lawyer.assigned', { lawyer }]);
        await stage.tells(
          'lawyer',
          'consultation',
          ['conflict.cleared'],
          ['offer.accepted'],
          ['client.unreachable', { why: 'kept_away' }],
        );
        await stage.tells('police', 'adverse', ['access.refused']);
      },
    },
    {
      at: '2025-05-30T10:00',
      line: 'A rescue in the garage fails; the parents are admonished, and nobody reaches her any more',
      plays: async (stage) => {
        await policeCalled(stage, {
          input: { relation: 'parent_child', reporter: 'other', priorReports: 1 },
        });
        await stage.tells('police', 'warning-letter', ['report.accepted', { receipt: true, injured: false }]);
        await stage.tells('manager', 'warning-letter', ['decision.disputed', { kind: 'educated' }]);
        await stage.tells(
          'operator',
          'intake',
          ['call.unanswered'],
          ['call.unanswered'],
          ['call.unanswered'],
        );
        stage.noted.set('police', await contextOf(stage, 'intake'));
        const given = { reason: 'no_trace' };
        stage.noted.set(
          'given up',
          await stage.isRefused('supervisor', 'intake', ['contact.abandoned', given]),
        );
        await stage.tells('supervisor', 'intake', ['welfare.requested', { alone: true }]);
      },
    },
  ],
  expects: [
    {
      says: 'What he reports against her is on record, and nobody answers before she was seen alone',
      check: async (stage) => {
        expect(stage.noted.get('answered unseen')).toEqual(['seenAlone']);
        expect(await contextOf(stage, 'adverse')).toMatchObject({ kind: 'kidnap_report', seen: 'unseen' });
        expect(await clocksOf(stage, 'adverse', 'seenAlone')).toMatchObject([
          { rule: 'H55', outcome: 'lapsed' },
        ]);
        expect((await stage.facts()).location).toBe('locked');
      },
    },
    {
      says: 'Lost after three calls at high risk: the police are told at once and asked to see her alone',
      check: async (stage) => {
        expect(stage.noted.get('police')).toMatchObject({ policeAlarm: 'due' });
        expect(stage.noted.get('given up')).toContain('riskBelowHigh');
        expect(await stateOf(stage, 'intake')).toContain('open.work.lostContact.welfareCheck');
        const asked = (await eventsOf(stage, { track: 'intake' })).at(-1);
        expect([asked?.type, asked?.payload]).toEqual(['welfare.requested', { alone: true }]);
      },
    },
    {
      says: 'A grown daughter locked up by her parents is domestic violence, and confinement is punished as such',
      check: async (stage) => {
        expect(await contextOf(stage, 'warning-letter')).toMatchObject({ relation: 'parent_child' });
        expect(await contextOf(stage, 'intake')).toMatchObject({ minor: false });
        await stage.tells('police', 'warning-letter', ['case.punished']);
        await stage.entrusts('manager', 'enforcement', 'police');
        await stage.tells(
          'police',
          'enforcement',
          ['case.opened', { ground: 'confinement' }],
          ['punishment.decided', { kind: 'detention', ground: 'confinement', days: 10 }],
        );
        expect((await stage.facts()).punished).toBe('yes');
      },
    },
    {
      says: 'A lawyer who cannot see her client says so; the matter waits, and others have to go there',
      check: async (stage) => {
        expect(await stateOf(stage, 'consultation')).toEqual(['counsel.unreachable']);
        expect(await clocksOf(stage, 'consultation', 'clientContact')).toMatchObject([{ rule: 'H13' }]);
        expect(await noticesOf(stage, 'wish.doubtful')).not.toEqual([]);
      },
    },
  ],
};
