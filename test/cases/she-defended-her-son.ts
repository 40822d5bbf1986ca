import { expect } from 'vitest';
import { policeCalled, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { contextOf, eventsOf, stateOf, workflowsOf } from '#test/stage/records.ts';

const at = (time: string) => `${time}:00.000+08:00`;

export const realCase: RealCase = {
  title: {
    zh: '受暴妇女正当防卫被判无罪',
    en: 'She stabbed the man who knelt on her son, and was acquitted',
  },
  publication: { publisher: '最高人民法院', title: '中国反家暴十大典型案例（2023-06）', item: '案例4' },
  shift: 'Six years on: 2019-06-05 is 2025-06-05, 2019-07-03 is 2025-07-03.',
  story: [
    {
      at: '2025-07-02T21:00',
      line: 'On 5 June her boy of nine came home from the third operation on his ear',
      plays: async (stage) => {
        await welcomed(stage, {
          form: {
            relation: 'spouse',
            history: { earlierViolence: true },
            rightsTold: false,
            legalAidTold: false,
          },
        });
        const discharged = ['circumstances.changed', { kind: 'discharged' }, '2025-06-05T10:00'] as const;
        await stage.tells('operator', 'intake', discharged, scaleOf(['q3']));
      },
    },
    {
      at: '2025-07-02T22:00',
      line: 'Quarrels over the divorce all evening; her earlier calls to the police and to his mother led to nothing',
      plays: async (stage) => {
        await policeCalled(stage, { input: { priorReports: 1, fragile: ['minor'] } });
        await stage.tells('operator', 'warning-letter', ['report.turnedaway', { said: '家庭纠纷' }]);
        await stage.tells('manager', 'warning-letter', ['decision.disputed', { kind: 'nothing' }]);
      },
    },
    {
      at: '2025-07-03T01:30',
      line: 'At one at night he comes, insults and beats mother and son, and is badly hurt by her knife',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', [
          'danger.declared',
          { injured: true, childrenPresent: true },
        ]);
        await stage.tells('operator', 'intake', ['police.arrived'], ['federation.informed']);
      },
    },
    {
      at: '2025-09-15T10:00',
      line: 'The procuratorate prosecutes her for injury',
      plays: async (stage) => {
        const input = {
          suspect: 'survivor',
          offence: 'injury',
          source: 'police_case',
          reportedAt: at('2025-07-03T02:00'),
        };
        await stage.opens('manager', 'criminal', input);
        const mixed = { apart: false };
        stage.noted.set(
          'one lawyer for both',
          await stage.isRefused('manager', 'criminal', ['defender.arranged', mixed]),
        );
        await stage.tells(
          'manager',
          'criminal',
          ['defender.arranged', { apart: true }],
          ['defence.claimed', { earlierViolence: true }],
          ['case.filed'],
          ['prosecution.referred'],
          ['prosecution.started', { kind: 'public' }],
        );
        const asked = { kind: 'lookup', through: 'kin' };
        await stage.tells('operator', 'intake', ['inquiry.received', asked]);
        stage.noted.set('facts while she is accused', await stage.facts());
      },
    },
    {
      at: '2026-03-16T10:00',
      line: 'It was self-defence: not guilty',
      plays: (stage) => stage.tells('manager', 'criminal', ['judgment.given', { verdict: 'self_defence' }]),
    },
  ],
  expects: [
    {
      says: 'Accused here and survivor there: the proceeding takes nothing from her, and her defender is not her counsel',
      check: async (stage) => {
        expect(stage.noted.get('one lawyer for both')).toEqual(['payload_invalid']);
        expect(stage.noted.get('facts while she is accused')).toMatchObject({
          criminal: 'none',
          custody: 'none',
        });
        expect(await contextOf(stage, 'criminal')).toMatchObject({
          suspect: 'survivor',
          verdict: 'self_defence',
        });
      },
    },
    {
      says: 'That the police did nothing is on record, and who was not told of her rights can be found',
      check: async (stage) => {
        expect((await contextOf(stage, 'warning-letter'))['shortcuts']).toContain('nothing');
        expect(await contextOf(stage, 'intake')).toMatchObject({ rightsTold: false });
        const types = (await eventsOf(stage, { track: 'warning-letter' })).map(({ type }) => type);
        expect(types).toContain('report.turnedaway');
      },
    },
    {
      says: 'He was hurt, and learns no more of where she is than before',
      check: async (stage) => {
        expect(stage.noted.get('facts while she is accused')).toMatchObject({ location: 'locked' });
        expect(await workflowsOf(stage)).toContain('adverse');
        expect((await stateOf(stage, 'adverse')).join()).toContain('open');
      },
    },
  ],
};
