import { expect } from 'vitest';
import { grantOf, orderAsked, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';

const SUIT = 'litigation';
const ORDER = 'protection-order';
const at = (time: string) => `${time}:00.000+08:00`;

export const realCase: RealCase = {
  title: { zh: '抢夺、藏匿子女后上门争夺', en: 'A child snatched, given back, and fought over at the door' },
  publication: {
    publisher: '最高人民法院',
    title: '人民法院反家庭暴力典型案例（第二批）（2023-11）',
    item: '案例一',
  },
  shift: 'Three years on: March 2022 is March 2025, May 2023 is May 2026.',
  story: [
    {
      at: '2025-03-10T10:00',
      line: 'The first court gives the child to the mother; while the appeal may be filed the father takes it',
      plays: async (stage) => {
        await welcomed(stage, { channel: 'visit', form: { relation: 'ex_spouse' } });
        await stage.tells('operator', 'intake', scaleOf([]));
        await stage.opens('manager', SUIT, { kind: 'custody', herRole: 'claimant' });
        await stage.tells('manager', SUIT, ['suit.filed', { filedAt: at('2025-03-10T09:00') }]);
        await stage.entrusts('manager', SUIT, 'court');
        const given = { outcome: 'granted', servedAt: at('2025-03-10T10:00') };
        await stage.tells('court', SUIT, ['suit.docketed'], ['judgment.given', given]);
        await stage.tells('manager', SUIT, ['custody.exchanged', { result: 'snatched' }]);
      },
    },
    {
      at: '2025-09-15T10:00',
      line: 'Upheld on appeal; the court tries to enforce it several times and fails',
      plays: async (stage) => {
        const upheld = { outcome: 'granted', servedAt: at('2025-09-15T09:00') };
        await stage.tells('court', SUIT, ['appeal.filed', { by: 'respondent' }], ['judgment.given', upheld]);
        await stage.tells('court', SUIT, ['judgment.effective', { effectiveAt: at('2025-09-15T10:00') }]);
        await stage.tells('court', SUIT, ['custody.exchanged', { result: 'refused' }]);
        await stage.tells('court', SUIT, ['custody.exchanged', { result: 'refused' }]);
      },
    },
    {
      at: '2026-04-20T10:00',
      line: 'With the help of court and psychologist he gives the child back',
      plays: (stage) => stage.tells('court', SUIT, ['custody.exchanged', { result: 'handed_over' }]),
    },
    {
      at: '2026-05-06T10:00',
      line: 'The child begins therapy',
      plays: async (stage) => stage.answers('hospital', await stage.offers('court', 'hospital')),
    },
    {
      at: '2026-05-18T19:00',
      line: 'He comes for the child, beats the mother, and hurts the child’s face',
      plays: (stage) =>
        stage.tells(
          'operator',
          'intake',
          ['incident.reported', { what: '上门争夺' }],
          scaleOf([], { injured: true }),
        ),
    },
    {
      at: '2026-05-19T09:00',
      line: 'The mother applies for the child',
      plays: (stage) =>
        orderAsked(stage, {
          input: {
            relation: 'parent_child',
            basis: 'child_snatching',
            applicants: [{ id: 'a1', minor: true }],
          },
          filing: {
            measures: ['no_insult', 'keep_away'],
            proxy: { kind: 'guardian', reason: 'no_capacity' },
          },
        }),
    },
    {
      at: '2026-05-20T15:00',
      line: 'No insults or threats by telephone; he keeps away from home, school and work',
      plays: async (stage) => {
        const away = (id: string, place: string) => ({ id, code: 'keep_away', place, radiusMeters: 200 });
        const units = [
          { id: 'station', kind: 'police_station', district: 'own' },
          { id: 'committee', kind: 'committee', district: 'own' },
          { id: 'school', kind: 'school', district: 'own' },
        ];
        const measures = [{ id: 'm1', code: 'no_insult' }, away('m2', 'home'), away('m3', 'school')];
        await stage.tells('court', ORDER, grantOf('2026-05-20', measures, { units }));
        await stage.tells('court', ORDER, ...servedOn(['a1', 'r1', 'station', 'committee', 'school']));
        await stage.tells('manager', ORDER, ['pickup.checked', { unit: 'school', barred: true }]);
      },
    },
  ],
  expects: [
    {
      says: 'A child that saw it and does not live with him may apply',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({
          applicants: [{ id: 'a1', minor: true }],
          livesTogether: false,
        });
        expect((await eventsOf(stage, { track: ORDER })).map(({ type }) => type)).toContain(
          'application.accepted',
        );
      },
    },
    {
      says: 'An order without a ban on violence itself is an order',
      check: async (stage) => {
        const { measures } = (await contextOf(stage, ORDER)) as { measures: { code: string }[] };
        expect(measures.map(({ code }) => code)).toEqual(['no_insult', 'keep_away', 'keep_away']);
        expect(await stateOf(stage, ORDER)).toContain('inForce.service.ruling.active');
      },
    },
    {
      says: 'The school is served with it and looks at who may fetch the child',
      check: async (stage) => {
        const served = await clocksOf(stage, ORDER, 'service');
        expect(served.find(({ item }) => item === 'school')).toMatchObject({ outcome: 'met' });
        const checked = (await clocksOf(stage, ORDER)).filter(({ name }) => name.startsWith('pickup'));
        expect(checked).toMatchObject([{ item: 'school', outcome: 'met' }]);
      },
    },
    {
      says: 'Snatching and hiding a child is a ground of its own',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({ basis: 'child_snatching' });
      },
    },
  ],
};
