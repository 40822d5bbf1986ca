import { expect } from 'vitest';
import { policeCalled, SCENE } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, stateOf, workflowsOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';
import { CALLER_RELATIONS } from '#workflows/intake/codes.ts';

const CALL = 'warning-letter';
const LETTER = {
  ...{ letterNo: '公（测）告诫字〔2025〕11号', identities: true, facts: '夜间虐待', admits: false },
  ...{ victimStatement: false, witness: false, evidence: ['recordings', 'medical'], lawBasis: ['advl_16'] },
  ...{ ban: true, consequence: true },
} as const;

export const realCase: RealCase = {
  title: {
    zh: '失能老人被住家保姆虐待',
    en: 'An old man who cannot speak, and the carer who sleeps in his room',
  },
  publication: { publisher: '检察机关刊物报道', title: '失能老人被住家保姆虐待案', item: '2024年12月' },
  shift: 'Two years on: 2023-02-06 is 2025-02-06. The source does not say how it ended.',
  story: [
    {
      at: '2025-02-06T09:00',
      line: 'A live-in carer begins to look after a bedridden man of eighty-seven with dementia',
      plays: (stage) =>
        stage
          .opensCase('operator', {
            ...{ channel: 'third_party', caller: { relation: 'relative' } },
            safeContact: { canTalkNow: true, through: 'other' },
            survivor: { capacity: 'none' },
          })
          .then(() => undefined),
    },
    {
      at: '2025-03-20T10:00',
      line: 'Kept awake by his groaning at night, the carer maltreats him',
      plays: async (stage) => {
        await stage.tells(
          'operator',
          'intake',
          ['call.answered'],
          ['safety.confirmed'],
          [
            'caller.registered',
            {
              ...{ relation: 'live_in_carer', capacity: 'none', rightsTold: true, legalAidTold: true },
              ...{ victim: { ageGroup: 'from_70' }, violenceForms: ['physical'] },
              refused: ['abuser', 'history', 'incident', 'injury', 'needs'],
            },
          ],
        );
        await stage.tells('operator', 'intake', [
          'report.filed',
          { receiptNo: '受案0320', to: '某派出所', madeAt: instantOf('2025-03-20T10:00') },
        ]);
        await policeCalled(stage, {
          ...{ by: 'operator', input: { relation: 'carer', reporter: 'kin', fragile: ['elder', 'ill'] } },
        });
        await stage.tells('police', CALL, ['scene.reached', SCENE]);
        stage.noted.set(
          'a letter without a word of his',
          await stage.isRefused('police', CALL, ['letter.issued', LETTER]),
        );
        await stage.tells('police', CALL, ['crime.filed']);
      },
    },
    {
      at: '2025-04-10T10:00',
      line: 'The procuratorate takes it on and speaks with the family and its lawyer',
      plays: async (stage) => {
        await stage.entrusts('operator', 'criminal', 'police');
        await stage.tells('police', 'criminal', ['case.filed'], ['prosecution.referred'], ['rights.told']);
      },
    },
  ],
  expects: [
    {
      says: 'A paid carer who lives there is a relation of its own: the case is taken on first, what the law calls it comes later',
      check: async (stage) => {
        expect(await contextOf(stage, 'intake')).toMatchObject({
          relation: 'live_in_carer',
          registered: true,
        });
        expect(await contextOf(stage, CALL)).toMatchObject({ relation: 'carer' });
      },
    },
    {
      says: 'He has no capacity: a report is owed, by social workers and institutions too; his family is the safe contact',
      check: async (stage) => {
        expect(await clocksOf(stage, 'intake', 'mandatoryReport')).toMatchObject([
          { rule: 'R1p', outcome: 'met' },
        ]);
        expect(Object.keys(CALLER_RELATIONS)).toEqual(expect.arrayContaining(['social_work', 'welfare']));
        expect(await contextOf(stage, 'intake')).toMatchObject({ contactThrough: 'other', capacity: 'none' });
      },
    },
    {
      says: 'He cannot say it himself: a camera and a doctor do not make a letter, but they do make a crime',
      check: async (stage) => {
        expect(stage.noted.get('a letter without a word of his')).toEqual(['factTestMet']);
        expect(await stateOf(stage, CALL)).toEqual(['criminal']);
        expect(await workflowsOf(stage)).toContain('criminal');
        expect((await stage.facts()).criminal).toBe('filed');
      },
    },
  ],
};
