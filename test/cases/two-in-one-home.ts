import { expect } from 'vitest';
import { orderAsked, policeCalled, SCENE, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';

const CHILD = 'child/intake';
const WITHDRAWAL = { reason: 'own_wish', spokenAlone: true, safetyInfoGiven: true } as const;

export const realCase: RealCase = {
  title: { zh: '一户两名被害人：同居虐待母女', en: 'Mother and daughter abused in one home' },
  publication: { publisher: '最高人民法院', title: '反家庭暴力犯罪等典型案例（2024-11）', item: '案例四' },
  shift: 'Four years on: 2021-01-30 is 2025-01-30.',
  story: [
    {
      at: '2025-01-30T09:00',
      line: 'She has a son with him and is nursing; they live together, he is married to another',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'partner', violenceForms: ['physical'] } });
        await stage.tells('operator', 'intake', ['circumstances.changed', { kind: 'gave_birth' }]);
        await stage.tells('operator', 'intake', scaleOf(['q3']));
      },
    },
    {
      at: '2025-04-10T18:00',
      line: 'For half a year he beats her and her eight-year-old daughter, scratches them, tears their clothes',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ inCase: 'child', caller: { relation: 'relative' }, survivor: { minor: true } },
          form: { relation: 'other_household', minor: true },
        });
        stage.noted.set('report owed for the child', await clocksOf(stage, CHILD, 'mandatoryReport'));
        const madeAt = '2025-04-10T18:00:00.000+08:00';
        await stage.tells('operator', CHILD, ['report.filed', { receiptNo: '回执7', to: '派出所', madeAt }]);
        await stage.tells('operator', CHILD, scaleOf([]));
        const [hers, childs] = [await stage.track('intake'), await stage.track(CHILD)];
        const link = (linkedIntake: string, tie: string) =>
          ['household.linked', { linkedIntake, tie }] as const;
        await stage.tells('operator', 'intake', link(childs, 'child'));
        await stage.tells('operator', CHILD, link(hers, 'parent'));
        stage.noted.set(
          'unseen link',
          await stage.isRefused('operator', CHILD, link(stage.caseId(), 'other')),
        );
        await stage.tells('operator', 'intake', ['incident.reported', { what: '殴打、钥匙划伤' }]);
      },
    },
    {
      at: '2025-07-20T20:00',
      line: 'She calls the police; he is arrested',
      plays: async (stage) => {
        await policeCalled(stage, { input: { relation: 'cohabiting', fragile: ['nursing', 'minor'] } });
        await stage.tells('police', 'warning-letter', ['scene.reached', SCENE], ['crime.filed']);
        await stage.tells('manager', 'criminal', ['case.filed']);
        const from = '2025-07-20T20:00:00.000+08:00';
        await stage.tells('manager', 'criminal', ['restraint.imposed', { kind: 'detention', from }]);
      },
    },
    {
      at: '2025-08-05T10:00',
      line: 'The girl is found depressed, with a post-traumatic disorder',
      plays: (stage) =>
        stage.tells('operator', CHILD, ['incident.reported', { what: '诊断抑郁状态、创伤后应激' }]),
    },
    {
      at: '2026-01-12T10:00',
      line: 'Maltreatment and bigamy: two years and four months',
      plays: (stage) =>
        stage.tells(
          'manager',
          'criminal',
          ['prosecution.referred'],
          ['prosecution.started', { kind: 'public' }],
          ['judgment.given', { verdict: 'convicted' }],
        ),
    },
    {
      at: '2026-01-12T11:00',
      plays: async (stage) => {
        const withdrawal = ['survivor.withdrew', WITHDRAWAL] as const;
        stage.noted.set('withdrawal', await stage.isRefused('operator', CHILD, withdrawal));
        await orderAsked(stage, { input: { relation: 'cohabiting' } });
      },
    },
  ],
  expects: [
    {
      says: 'One event, two survivors: one case each, linked by the household, each hears what happened in the other',
      check: async (stage) => {
        const heard = (await eventsOf(stage, { track: CHILD })).map(({ type }) => type);
        expect(heard).toContain('household.incident');
        const back = (await eventsOf(stage, { track: 'intake' })).map(({ type }) => type);
        expect(back).toContain('household.incident');
        expect(stage.noted.get('unseen link')).toEqual(['payload_invalid']);
      },
    },
    {
      says: 'Maltreatment is prosecuted by the state here, and the child’s part is reported at once',
      check: async (stage) => {
        expect(stage.noted.get('report owed for the child')).toMatchObject([{ rule: 'R2p' }]);
        expect(await clocksOf(stage, CHILD, 'mandatoryReport')).toMatchObject([{ outcome: 'met' }]);
        expect(stage.noted.get('withdrawal')).toEqual(
          expect.arrayContaining(['notMandatory', 'fullCapacity']),
        );
        expect((await stage.facts()).criminal).toBe('convicted');
      },
    },
    {
      says: 'That he was married to somebody else takes no protection from her',
      check: async (stage) => {
        expect(await contextOf(stage, 'protection-order')).toMatchObject({ relation: 'cohabiting' });
        expect((await stateOf(stage, 'protection-order'))[0]).toBe('deciding');
      },
    },
  ],
};
