import { expect } from 'vitest';
import { planOf, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, noticesOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';

const CONDITIONS = { apart: true, staffOfHerSex: true, free: true, mayLeave: true } as const;

export const realCase: RealCase = {
  title: { zh: '凌晨出逃入住庇护所', en: 'Out at three in the morning, with a phone he had held' },
  publication: { publisher: '人民网', title: '逃离家暴，庇护所能否成为避风港', item: '2021年3月' },
  shift: 'Four years on: 2021 is 2025. The source gives no days; that an NGO sent her is inferred.',
  story: [
    {
      at: '2025-02-20T04:00',
      line: 'Thirteen years of beating and strangling',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'ngo', caller: { relation: 'ngo' } },
          safeContact: { canTalkNow: true, okToText: true, phoneControlled: true },
          form: { relation: 'spouse', violenceForms: ['physical'], history: { earlierViolence: true } },
        });
        stage.noted.set('her phone at first', await contextOf(stage, 'intake'));
        await stage.tells('operator', 'intake', ['incident.reported', { what: '长期殴打、掐颈' }]);
      },
    },
    {
      at: '2025-02-20T04:10',
      line: 'He threatens to kill her if she dares to divorce; after three at night she flees to her sister',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['danger.declared', {}]);
        await stage.tells('operator', 'intake', ['police.arrived'], ['federation.informed']);
        await stage.tells('operator', 'intake', scaleOf(['q1', 's1']));
        const talks = planOf(stage, 'mediation', 'shelter', 'protection-order');
        stage.noted.set('a plan to mediate', await stage.isRefused('manager', 'intake', talks));
        const plan = planOf(stage, 'shelter');
        await stage.tells('manager', 'intake', [
          'plan.agreed',
          { ...plan[1], declined: ['protection-order'] },
        ]);
      },
    },
    {
      at: '2025-02-20T10:00',
      line: 'A social work agency takes her case on',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', [
          'contact.verified',
          { spokenAlone: true, okToText: false, through: 'other' },
        ]);
        await stage.entrusts('operator', 'shelter', 'shelter');
      },
    },
    {
      at: '2025-02-20T14:00',
      line: 'She moves into the shelter: a bed, three meals, and the way to legal aid',
      plays: async (stage) => {
        await stage.tells(
          'shelter',
          'shelter',
          [
            'stay.admitted',
            { site: 'KM01', zone: 'women', admittedAt: instantOf('2025-02-20T14:00'), ...CONDITIONS },
          ],
          ['needs.planned', { services: ['legal', 'counselling'] }],
        );
      },
    },
    {
      at: '2025-02-27T10:00',
      plays: async (stage) => {
        await stage.tells(
          'shelter',
          'shelter',
          ['stay.reviewed', { decision: 'prepares_to_leave' }],
          ['leave.requested', { written: true, spokenAlone: true, destination: 'kin', knownToHim: true }],
        );
        await stage.tells('shelter', 'shelter', ['leave.withdrawn']);
      },
    },
    {
      at: '2025-02-27T12:00',
      plays: async (stage) =>
        void stage.noted.set('a place he knows', await noticesOf(stage, 'wish.doubtful')),
    },
  ],
  expects: [
    {
      says: 'Strangling alone makes it high and lethal; mediation is barred, police and federation are told',
      check: async (stage) => {
        expect(await contextOf(stage, 'intake')).toMatchObject({ risk: 'high', scoreUpper: 1 });
        expect(stage.noted.get('a plan to mediate')).toEqual(
          expect.arrayContaining(['noMediationAtHighRisk']),
        );
        const alarms = [
          ...(await clocksOf(stage, 'intake', 'policeAlarm')),
          ...(await clocksOf(stage, 'intake', 'federationAlarm')),
        ];
        expect(new Set(alarms.map(({ rule, outcome }) => `${rule} ${outcome}`))).toEqual(
          new Set(['R7p met']),
        );
      },
    },
    {
      says: 'A phone he controls is no safe way to her until somebody has made sure, whatever was said about texting',
      check: async (stage) => {
        expect(stage.noted.get('her phone at first')).toMatchObject({
          okToText: false,
          contactDoubtful: true,
        });
        expect(await contextOf(stage, 'intake')).toMatchObject({
          ...{ okToText: false, contactDoubtful: false, contactThrough: 'other' },
        });
      },
    },
    {
      says: 'The stay is looked at before its ten days; a way out to kin whose address he knows raises the alarm',
      check: async (stage) => {
        expect(await clocksOf(stage, 'shelter', 'stayReview')).toMatchObject([{ outcome: 'met' }]);
        expect(await clocksOf(stage, 'shelter', 'stayLimit')).toMatchObject([
          { rule: 'S1', safeDue: '2025-03-02T24:00', legalDue: '2025-03-02T24:00' },
        ]);
        expect(stage.noted.get('a place he knows')).not.toEqual([]);
      },
    },
    {
      says: 'An NGO may be who sends her',
      check: async (stage) => {
        expect(await contextOf(stage, 'intake')).toMatchObject({ channel: 'ngo', callerRelation: 'ngo' });
      },
    },
  ],
};
