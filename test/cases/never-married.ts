import { expect } from 'vitest';
import { grantOf, servedOn, welcomed, orderAsked } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { contextOf, eventsOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';

export const realCase: RealCase = {
  title: { zh: '同居未登记，限制交往', en: 'Never married, and kept from everybody she knows' },
  publication: { publisher: '盐城市中级人民法院', title: '反家暴典型案例（2021-03-01）', item: '案例三' },
  shift: 'Eight years on: 2017 is 2025. The source gives no days; that the order was made is inferred.',
  story: [
    {
      at: '2025-03-10T10:00',
      line: 'They met and live together',
      plays: (stage) =>
        welcomed(stage, {
          form: { relation: 'partner', violenceForms: ['physical', 'psychological'] },
        }).then(() => undefined),
    },
    {
      at: '2025-03-10T10:30',
      line: 'He beats her and keeps her from seeing anybody',
      plays: (stage) =>
        stage.tells('operator', 'intake', ['incident.reported', { what: '殴打，限制正常交往' }]),
    },
    {
      at: '2025-03-12T09:00',
      line: 'She applies for an order',
      plays: (stage) =>
        orderAsked(stage, {
          input: { relation: 'cohabiting' },
          filing: { measures: ['no_violence', 'no_harassment', 'other'] },
        }),
    },
    {
      at: '2025-03-13T15:00',
      line: 'Granted (inferred)',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          grantOf('2025-03-13', [
            { id: 'm1', code: 'no_violence' },
            { id: 'm2', code: 'other', note: '不得限制其与他人正常交往' },
          ]),
          ...servedOn(['a1', 'r1', 'station', 'committee']),
        ),
    },
  ],
  expects: [
    {
      says: 'Living together unmarried is enough to be protected',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({ relation: 'cohabiting' });
        expect((await stage.facts()).protectionOrder).toBe('in_force');
      },
    },
    {
      says: 'Being kept from people can be forbidden as another measure, said in words of its own',
      check: async (stage) => {
        const { measures } = (await contextOf(stage, ORDER)) as { measures: { code: string }[] };
        expect(measures.map(({ code }) => code)).toEqual(['no_violence', 'other']);
        const granted = (await eventsOf(stage, { track: ORDER })).find(
          ({ type }) => type === 'order.granted',
        );
        expect(granted?.payload['measures']).toMatchObject([{}, { note: { sealed: expect.any(String) } }]);
      },
    },
  ],
};
