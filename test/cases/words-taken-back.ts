import { expect } from 'vitest';
import { scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';
import type { Told } from '#test/stage/stage.ts';

const at = (time: string) => `${time}:00.000+08:00`;
const interviewed = (number: number): Told => [
  'minor.interviewed',
  { number, recorded: true, adultPresent: true },
];

export const realCase: RealCase = {
  title: {
    zh: '未成年被害人翻供，监护人与嫌疑人利害一致',
    en: 'A child takes back her words; her mother sides with him',
  },
  publication: { publisher: '最高人民法院', title: '2025年中国反家庭暴力典型案例', item: '案例4' },
  shift: 'One year on: May 2024 is May 2025, 2024-05-19 is 2025-05-19, 2024-07-02 is 2025-07-02.',
  story: [
    {
      at: '2025-05-17T20:00',
      line: 'A girl tells her aunt what the man her mother lives with has done to her',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'third_party', survivor: { minor: true } },
          caller: { relation: 'relative', name: '秦小满', phone: '13900000008' },
          form: { relation: 'other_household', minor: true, violenceForms: ['sexual'] },
        });
      },
    },
    {
      at: '2025-05-17T20:30',
      line: 'Uncle and aunt report it',
      plays: async (stage) => {
        const filed = { receiptNo: '回执6', to: '派出所', madeAt: at('2025-05-17T20:30') };
        await stage.tells('operator', 'intake', ['report.filed', filed], scaleOf([], { realDanger: true }));
      },
    },
    {
      at: '2025-05-19T15:00',
      line: 'The police interview her twice',
      plays: async (stage) => {
        const input = { suspect: 'abuser', offence: 'rape', source: 'mandatory_report' };
        await stage.opens('manager', 'criminal', { ...input, reportedAt: at('2025-05-17T20:30') });
        await stage.entrusts('manager', 'criminal', 'police');
        await stage.tells('police', 'criminal', ['case.filed'], interviewed(1));
        await stage.tells('police', 'criminal', interviewed(2));
      },
    },
    {
      at: '2025-07-02T15:00',
      line: 'After a talk with her mother she denies it, the third time she is asked',
      plays: async (stage) => {
        const changed = { by: 'child', pressure: 'guardian_spoke', spokenAlone: false };
        await stage.tells('police', 'criminal', interviewed(3), ['statement.changed', changed]);
        await stage.tells('police', 'intake', ['statement.retracted', { by: 'child', spokenAlone: false }]);
        const gone = { reason: 'own_wish', spokenAlone: true, safetyInfoGiven: true };
        stage.noted.set(
          'withdrawal',
          await stage.isRefused('operator', 'intake', ['survivor.withdrew', gone]),
        );
        await stage.opens('manager', 'placement', { basis: 'mandatory_report', child: 'minor' });
        const mother = { guardian: 'mother', grade: 'interested', from: at('2025-07-02T12:00') };
        await stage.tells('manager', 'placement', ['guardian.assessed', mother]);
        const consent = { guardian: 'mother', for: 'interview' };
        stage.noted.set('consent', await stage.isRefused('manager', 'placement', ['consent.given', consent]));
        const home = { kind: 'guardian', place: 'QH01', guardian: 'mother', from: at('2025-07-02T12:00') };
        stage.noted.set(
          'placed with her',
          await stage.isRefused('manager', 'placement', ['child.placed', home]),
        );
      },
    },
    {
      at: '2025-12-15T10:00',
      line: 'Fifteen years for several crimes; the mother is taught what a guardian owes a child',
      plays: async (stage) => {
        await stage.tells(
          'police',
          'criminal',
          ['prosecution.referred'],
          ['prosecution.started', { kind: 'public' }],
          ['judgment.given', { verdict: 'convicted' }],
        );
        const guidance = { guardian: 'mother', sessions: 6, until: at('2026-06-15T18:00') };
        await stage.tells('manager', 'placement', ['guidance.ordered', guidance]);
      },
    },
  ],
  expects: [
    {
      says: 'Neither the child nor a guardian calls a mandatory report off: the case is not closed as withdrawn',
      check: async (stage) => {
        expect(stage.noted.get('withdrawal')).toEqual(
          expect.arrayContaining(['notMandatory', 'fullCapacity']),
        );
        expect((await stateOf(stage, 'intake')).join()).toContain('open.');
        expect((await stage.facts()).mandatoryReport).toBe('reported');
      },
    },
    {
      says: 'A guardian who sides with the suspect neither consents for the child nor has it',
      check: async (stage) => {
        expect(stage.noted.get('consent')).toEqual(['guardianIsProtective']);
        expect(stage.noted.get('placed with her')).toEqual(['placeIsSafe']);
        expect((await stage.facts()).guardian).toBe('interested');
      },
    },
    {
      says: 'A child is asked once and recorded; asked again, somebody is told',
      check: async (stage) => {
        const interviews = (await eventsOf(stage, { track: 'criminal' })).filter(
          ({ type }) => type === 'minor.interviewed',
        );
        expect(interviews.map(({ payload }) => payload['number'])).toEqual([1, 2, 3]);
        const told = await noticesOf(stage, 'interview.repeated');
        expect(told.filter(({ to }) => to === 'supervisor')).toHaveLength(2);
      },
    },
    {
      says: 'Who reported is sealed: the police of the case read no name and no number',
      check: async (stage) => {
        const view = await stage.world.engine
          .viewCase(stage.person('village'), stage.caseId())
          .catch(() => null);
        expect(view).toBeNull();
        const seen = await stage.world.engine
          .viewCase(stage.person('court'), stage.caseId())
          .catch(() => null);
        expect(seen).toBeNull();
        const log = JSON.stringify(await eventsOf(stage));
        expect(log).not.toContain('秦小满');
        expect(log).not.toContain('13900000008');
        expect(await contextOf(stage, 'intake')).toMatchObject({ callerRelation: 'relative' });
      },
    },
  ],
};
