import { expect } from 'vitest';
import {
  grantOf,
  orderAsked,
  planOf,
  policeCalled,
  SCENE,
  scaleOf,
  servedOn,
  welcomed,
} from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';
const LETTER = 'warning-letter';

export const realCase: RealCase = {
  title: {
    zh: '以跳楼、喝农药相要挟，认定为精神暴力',
    en: 'He threatens to jump and to drink poison before her office',
  },
  publication: {
    publisher: '最高人民法院',
    title: '人民法院反家庭暴力典型案例（第一批）',
    item: '案例三',
  },
  shift: 'The source gives no dates; the story is put into March 2025 with ordinary days between its lines.',
  story: [
    {
      at: '2025-03-03T09:00',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', violenceForms: ['psychological'] } });
        await stage.tells('operator', 'intake', scaleOf(['q5', 'q9']), planOf(stage, 'police'));
      },
    },
    {
      at: '2025-03-05T15:00',
      line: 'Again and again he threatens to jump, or to drink pesticide in front of her workplace',
      plays: (stage) =>
        stage.tells(
          'operator',
          'intake',
          ['incident.reported', { what: '以跳楼、喝农药相要挟', places: ['workplace', 'home'] }],
          scaleOf(['q5', 'q9']),
        ),
    },
    {
      at: '2025-03-05T17:00',
      line: 'She called the police many times; each time both were talked to, and nothing came of it',
      plays: async (stage) => {
        await policeCalled(stage, { input: { relation: 'spouse', priorReports: 3 } });
        await stage.tells('police', LETTER, ['scene.reached', { ...SCENE, injured: false }]);
        const mediated = { agreedAlone: true, rightsTold: true };
        stage.noted.set('settled', await stage.isRefused('police', LETTER, ['dispute.mediated', mediated]));
        await stage.tells(
          'manager',
          LETTER,
          ['decision.disputed', { kind: 'mediated' }],
          ['decision.disputed', { kind: 'nothing' }],
        );
      },
    },
    {
      at: '2025-03-10T10:00',
      line: 'An order: no violence, no harassing or following',
      plays: async (stage) => {
        const measures = ['no_violence', 'no_harassment', 'no_stalking', 'keep_away'];
        await orderAsked(stage, { filing: { measures } });
        await stage.tells(
          'court',
          ORDER,
          grantOf('2025-03-10', [
            { id: 'm1', code: 'no_violence' },
            { id: 'm2', code: 'no_harassment' },
            { id: 'm3', code: 'no_stalking' },
            { id: 'm4', code: 'keep_away', place: 'workplace', radiusMeters: 200 },
          ]),
          ...servedOn(['a1', 'r1', 'station', 'committee']),
        );
      },
    },
  ],
  expects: [
    {
      says: 'His threats of suicide are the fifth item of the scale',
      check: async (stage) => {
        const scored = (await eventsOf(stage, { track: 'intake' })).filter(
          ({ type }) => type === 'risk.scored',
        );
        for (const { payload } of scored) expect(payload['answers']).toMatchObject({ q5: 'yes' });
      },
    },
    {
      says: 'Her workplace is on record as a place he came to, and an order can keep him away from it',
      check: async (stage) => {
        expect(await contextOf(stage, 'intake')).toMatchObject({ places: ['home', 'workplace'] });
        const measures = (await contextOf(stage, ORDER))['measures'] as object[];
        expect(measures).toContainEqual(expect.objectContaining({ code: 'keep_away', place: 'workplace' }));
      },
    },
    {
      says: 'A talk with both is no answer of the police: the seventy-two hours run out, and it shows',
      check: async (stage) => {
        expect(stage.noted.get('settled')).toEqual(['mediable']);
        const [decision] = await clocksOf(stage, LETTER, 'decision');
        expect(decision).toMatchObject({ rule: 'P2', outcome: 'lapsed' });
        expect(decision?.safeDue.slice(0, 10)).toBe('2025-03-08');
        expect((await stateOf(stage, LETTER))[0]).toContain('deciding.');
        expect((await contextOf(stage, LETTER))['shortcuts']).toEqual(['mediated', 'nothing']);
        expect(await noticesOf(stage, 'deadline.escalated')).not.toEqual([]);
      },
    },
  ],
};
