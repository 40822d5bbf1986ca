import { expect } from 'vitest';
import { orderAsked, planOf, policeCalled, SCENE, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';
import type { Told } from '#test/stage/stage.ts';

const LETTER = 'warning-letter';
const SUIT = 'litigation';
const MEDIATED: Told = ['dispute.mediated', { agreedAlone: true, rightsTold: true }];
const heard = (wish: string, ...present: readonly string[]): Told => [
  'child.heard',
  { wish, present: [...present] },
];
const at = (time: string) => `${time}:00.000+08:00`;

export const realCase: RealCase = {
  title: {
    zh: '八次报警、派出所调解，离婚判两子女随母',
    en: 'Eight calls to the police, and a settlement at the station',
  },
  publication: {
    publisher: '最高人民法院',
    title: '人民法院反家庭暴力典型案例（第二批）（2023-11）',
    item: '案例三',
  },
  shift: 'The source gives no dates: the order of its events is kept, in 2025.',
  story: [
    {
      at: '2025-02-10T20:00',
      line: 'She has called the police eight times',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', history: { earlierViolence: true } } });
        await stage.tells('operator', 'intake', scaleOf(['q3']));
        await stage.tells('manager', 'intake', planOf(stage, 'police'));
        await policeCalled(stage, { input: { priorReports: 7 } });
        await stage.tells('police', LETTER, ['scene.reached', SCENE]);
      },
    },
    {
      at: '2025-02-11T10:00',
      line: 'Once the station settled it: he moves out and hurts her no more',
      plays: async (stage) => {
        stage.noted.set('settled by the police', await stage.isRefused('police', LETTER, MEDIATED));
        await stage.tells('manager', LETTER, ['decision.disputed', { kind: 'mediated' }]);
        await stage.opens('manager', 'mediation', { body: 'police', free: true });
        const recorded = {
          ...{ by: 'police', madeAt: at('2025-02-11T09:00'), agreed: true, waives: [] },
          ...{ grounds: ['repeated'], what: '男方搬离，不得再伤害' },
        };
        await stage.tells('manager', 'mediation', ['mediation.recorded', recorded]);
        stage.noted.set('facts', await stage.facts());
      },
    },
    {
      at: '2025-03-03T09:00',
      line: 'She applies for a protection order',
      plays: (stage) => orderAsked(stage),
    },
    {
      at: '2025-06-09T10:00',
      line: 'Divorced; both children live with her, though the boy of nine had said this and that',
      plays: async (stage) => {
        await stage.opens('manager', SUIT, { kind: 'divorce', herRole: 'claimant' });
        await stage.tells('manager', SUIT, ['suit.filed', { filedAt: at('2025-06-09T09:00') }]);
        await stage.entrusts('manager', SUIT, 'court');
        await stage.tells('court', SUIT, ['suit.docketed'], heard('with_him', 'judge', 'respondent'));
        await stage.tells('court', SUIT, heard('with_her', 'judge', 'counsellor'));
        const granted = { outcome: 'divorce_granted', servedAt: at('2025-06-09T10:00') };
        await stage.tells('court', SUIT, ['judgment.given', granted]);
      },
    },
    { at: '2025-06-10T10:00', plays: async () => {} },
  ],
  expects: [
    {
      says: 'Eight calls are many: no settlement by the police, no letter in place of punishment',
      check: async (stage) => {
        expect(stage.noted.get('settled by the police')).toEqual(['mediable']);
        expect(await contextOf(stage, LETTER)).toMatchObject({ priorReports: 7 });
        expect(stage.noted.get('facts')).toMatchObject({ repeat: 'yes' });
        const issued = {
          ...{ letterNo: '告诫字3号', identities: true, facts: '殴打', admits: true, victimStatement: true },
          ...{ witness: false, evidence: [], lawBasis: ['advl_16'], ban: true, consequence: true },
        };
        expect(await stage.isRefused('police', LETTER, ['letter.issued', issued])).toEqual([
          'notToBePunished',
        ]);
      },
    },
    {
      says: 'That they were settled all the same is on record, and flagged as misuse',
      check: async (stage) => {
        expect(stage.noted.get('facts')).toMatchObject({ mediationMisuse: 'flagged' });
        expect(await contextOf(stage, LETTER)).toMatchObject({ shortcuts: ['mediated'] });
        expect(await stateOf(stage, 'mediation')).toEqual(['misuse']);
        expect(await noticesOf(stage, 'mediation.misused')).not.toEqual([]);
      },
    },
    {
      says: 'What the boy wishes is recorded with who was in the room; with his father there it is doubted',
      check: async (stage) => {
        const wishes = (await eventsOf(stage, { track: SUIT })).filter(({ type }) => type === 'child.heard');
        expect(wishes.map(({ payload }) => payload)).toEqual([
          { wish: 'with_him', present: ['judge', 'respondent'] },
          { wish: 'with_her', present: ['judge', 'counsellor'] },
        ]);
        const doubted = await noticesOf(stage, 'wish.doubtful');
        expect(new Set(doubted.map(({ to }) => to))).toEqual(new Set(['manager', 'supervisor']));
      },
    },
  ],
};
