import { expect } from 'vitest';
import { grantOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { contextOf, eventsOf, workflowsOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';

export const realCase: RealCase = {
  title: { zh: '分居未诉离婚，直接申请保护令', en: 'Living apart, not suing for divorce, and protected' },
  publication: { publisher: '盐城市中级人民法院', title: '反家暴典型案例（2021-03-01）', item: '案例一' },
  shift: 'Seven years on: November 2018 is November 2025.',
  story: [
    {
      at: '2025-11-03T10:00',
      line: 'After they separated he comes to her new door, shouts, breaks things and beats her',
      plays: async (stage) => {
        await welcomed(stage, {
          form: { relation: 'spouse', violenceForms: ['physical', 'psychological'] },
        });
        await stage.tells(
          'operator',
          'intake',
          ['circumstances.changed', { kind: 'separated' }],
          ['incident.reported', { what: '上门辱骂、毁物、殴打' }],
        );
      },
    },
    {
      at: '2025-11-06T09:30',
      line: 'Without suing for divorce she applies for an order',
      plays: async (stage) => {
        await stage.opens('manager', ORDER, {
          ...{ relation: 'spouse', basis: 'violence', movedOut: true },
          applicants: [{ id: 'a1', name: '侯听雨' }],
          respondents: [{ id: 'r1', name: '孟长庚' }],
          protectedPersons: [{ id: 'p1' }],
        });
        await stage.tells('manager', ORDER, [
          'application.filed',
          {
            ...{ court: 'place_of_violence', mode: 'written' },
            measures: ['no_violence', 'no_harassment', 'no_stalking', 'no_contact'],
          },
        ]);
        await stage.entrusts('manager', ORDER, 'court');
        await stage.tells('court', ORDER, ['application.accepted', { urgent: false }]);
      },
    },
    {
      at: '2025-11-07T16:00',
      line: 'Granted: no violence; no harassing, following or meeting her and her kin',
      plays: async (stage) => {
        await stage.tells(
          'court',
          ORDER,
          grantOf('2025-11-07', [
            { id: 'm1', code: 'no_violence' },
            { id: 'm2', code: 'no_harassment' },
            { id: 'm3', code: 'no_stalking' },
            { id: 'm4', code: 'no_contact' },
          ]),
        );
        const telling = { to: 'r1', method: 'in_person' };
        stage.noted.set('paper with her address', [
          await stage.isRefused('court', ORDER, ['document.served', telling]),
          await stage.isRefused('court', ORDER, ['document.served', { ...telling, addressHidden: false }]),
        ]);
        await stage.tells('court', ORDER, ...servedOn(['r1', 'a1', 'station', 'committee']));
      },
    },
  ],
  expects: [
    {
      says: 'No divorce suit is needed for an order',
      check: async (stage) => {
        expect(await workflowsOf(stage)).not.toContain('litigation');
        expect((await stage.facts()).protectionOrder).toBe('in_force');
      },
    },
    {
      says: 'A spouse who lives apart is a spouse; that they separated is on record',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({ relation: 'spouse' });
        const changed = (await eventsOf(stage, { track: 'intake' })).find(
          ({ type }) => type === 'circumstances.changed',
        );
        expect(changed?.payload).toMatchObject({ kind: 'separated' });
      },
    },
    {
      says: 'She lives at a new address: no paper that reaches him may tell it',
      check: (stage) => {
        expect(stage.noted.get('paper with her address')).toEqual([['addressHidden'], ['addressHidden']]);
      },
    },
  ],
};
