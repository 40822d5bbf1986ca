import { expect } from 'vitest';
import { welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, stateOf, workflowsOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';

export const realCase: RealCase = {
  title: { zh: '未成年人写信向法官求助', en: 'A boy of fourteen writes to the judge' },
  publication: {
    publisher: '哈尔滨市中级人民法院（东北网）',
    title: '十四岁孩子写信求助法官',
    item: '2022年11月',
  },
  shift: 'Three years on: 2022 is 2025. The source gives no days.',
  story: [
    {
      at: '2025-10-13T09:00',
      line: 'While his parents appeal their divorce, he writes to the judge that his father beats him',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'child_letter', caller: { relation: 'court' } },
          survivor: { minor: true },
          form: {
            ...{ victim: { ageGroup: 'from_14_to_17' }, relation: 'parent', abuserIsGuardian: true },
            ...{ violenceForms: ['physical'], injury: { victimInjured: true } },
            harmFoundAt: instantOf('2025-10-13T08:50'),
          },
        });
        await stage.tells('operator', 'intake', [
          'report.filed',
          {
            ...{ receiptNo: '受案1013', to: '辖区派出所', through: 'court' },
            madeAt: instantOf('2025-10-13T09:05'),
          },
        ]);
        await stage.opens('manager', 'litigation', { kind: 'custody', herRole: 'respondent' });
        await stage.entrusts('manager', 'litigation', 'court');
        stage.noted.set(
          'the owner',
          (await stage.world.engine.viewCase(stage.person('manager'), stage.caseId())).ownerAgency,
        );
        stage.noted.set(
          'the court closes it',
          await stage.isRefused('court', 'intake', ['plan.completed', { ground: 'self_handled' }]),
        );
      },
    },
    {
      at: '2025-10-14T10:00',
      line: 'The judge asks the village committee and the school, and it is true',
      plays: async (stage) => {
        await stage.opens('manager', 'visit', { purpose: 'joint', highRisk: true });
        await stage.tells('manager', 'visit', [
          'team.assigned',
          { lead: stage.person('manager').id, others: [{ unit: 'court', count: 2 }], safetyChecked: true },
        ]);
        await stage.tells(
          'manager',
          'visit',
          [
            'household.visited',
            { visitedAt: instantOf('2025-10-14T09:30'), seenAlone: true, childrenSeen: true },
          ],
          ['visit.recorded', { newViolence: true, issueCount: 0 }],
        );
      },
    },
    {
      at: '2025-10-16T15:00',
      line: 'The father is taken to compulsory treatment for drink; the mother will not have the boy',
      plays: async (stage) => {
        await stage.opens('manager', 'criminal', {
          ...{ suspect: 'abuser', offence: 'injury', source: 'court_transfer' },
          reportedAt: instantOf('2025-10-13T09:05'),
        });
        await stage.tells('manager', 'criminal', [
          'restraint.imposed',
          {
            ...{ kind: 'compulsory_treatment', from: instantOf('2025-10-16T14:00') },
            plannedEnd: instantOf('2025-12-15T10:00'),
          },
        ]);
        await stage.entrusts('manager', 'placement', 'civil');
        const grade = (guardian: string, how: string) => ({
          guardian,
          grade: how,
          from: instantOf('2025-10-16T15:00'),
        });
        await stage.tells(
          'civil',
          'placement',
          ['guardian.assessed', grade('father', 'suspect')],
          ['guardian.assessed', grade('mother', 'neglectful')],
        );
        const home = {
          kind: 'guardian',
          place: 'HB01',
          guardian: 'mother',
          from: instantOf('2025-10-16T15:00'),
        };
        stage.noted.set(
          'back to the mother',
          await stage.isRefused('civil', 'placement', ['child.placed', home]),
        );
        await stage.tells(
          'civil',
          'placement',
          ['guardianship.assumed', { ground: 'refuses', from: instantOf('2025-10-16T15:00') }],
          ['child.placed', { kind: 'protection_centre', place: 'HB02', from: instantOf('2025-10-16T15:00') }],
        );
      },
    },
    {
      at: '2025-10-17T09:00',
      line: 'The judges go to the house and tell the police station what they found',
      plays: async (stage) => {
        const notice = await stage.offers('court', 'police', {
          ...{ kind: 'notice', purpose: '审理中发现家庭暴力线索，移送处理', basis: '法发〔2015〕4号第7条' },
        });
        await stage.answers('police', notice);
      },
    },
    {
      at: '2025-12-15T11:00',
      plays: async (stage) => void stage.noted.set('when he is out', await stage.facts()),
    },
  ],
  expects: [
    {
      says: 'What the court comes upon goes to the police, with its receipt, and becomes a proceeding of its own',
      check: async (stage) => {
        expect(await workflowsOf(stage)).toContain('criminal');
        expect(await stateOf(stage, 'referral')).toEqual(['acknowledged']);
        expect(await contextOf(stage, 'referral')).toMatchObject({ kind: 'notice' });
      },
    },
    {
      says: 'Neither parent can or will: civil affairs become guardian for the time being, and no way leads back to them',
      check: async (stage) => {
        expect(await stateOf(stage, 'placement')).toEqual(
          expect.arrayContaining(['open.place.placed', 'open.guardianship.temporary']),
        );
        expect(stage.noted.get('back to the mother')).toEqual(['placeIsSafe']);
      },
    },
    {
      says: 'A letter to a court opens one case with one owner; the court works in it and does not close it',
      check: (stage) => {
        expect(stage.noted.get('the owner')).toBe(stage.person('manager').agency);
        expect(stage.noted.get('the court closes it')).toEqual(['role_not_allowed']);
      },
    },
    {
      says: 'The end of a compulsory treatment is a release like any other: it is announced before, and told at once',
      check: async (stage) => {
        expect(await clocksOf(stage, 'criminal', 'releaseWarning')).toMatchObject([
          { safeDue: '2025-12-14T10:00', outcome: 'lapsed' },
        ]);
        expect(await stateOf(stage, 'criminal')).toContain('open.restraint.released');
        expect(stage.noted.get('when he is out')).toMatchObject({ custody: 'none', dangerPoint: 'due' });
      },
    },
  ],
};
