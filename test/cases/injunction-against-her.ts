import { expect } from 'vitest';
import { orderAsked, planOf, policeCalled, SCENE, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import type { Stage, Told } from '#test/stage/stage.ts';

const LETTER = 'warning-letter';
const INJUNCTION = 'litigation#1';
const CUSTODY = 'litigation#2';
const at = (time: string) => `${time}:00.000+08:00`;

const ISSUED: Told = [
  'letter.issued',
  {
    ...{ letterNo: '告诫字1号', identities: true, facts: '殴打、威胁', admits: false, victimStatement: true },
    ...{ witness: false, evidence: ['medical'], lawBasis: ['advl_16'], ban: true, consequence: true },
  },
];
const DELIVERED: Told = [
  'letter.delivered',
  {
    ...{ readAloud: true, signed: true, refusalNoted: false, recorded: false },
    ...{ victimCopy: true, orderRightTold: true },
  },
];
const CLEAN: Told = [
  'visit.made',
  { finding: 'clean', victimApart: true, offenderSeen: true, withCommittee: true },
];

/** Three quarterly visits after the first find nothing, and the case is closed. */
async function closed(stage: Stage): Promise<void> {
  await stage.tells('police', LETTER, CLEAN);
  await stage.tells('police', 'referral', ['result.written', { text: '三次查访未发现再犯' }]);
  // The result was due after thirty days; what asked for it is over now that it is here.
  await stage.tells('manager', 'supervision', ['duty.performed']);
  const handled = { ground: 'self_handled', satisfied: true, planClear: true };
  await stage.tells('operator', 'intake', scaleOf([]));
  await stage.tells('manager', 'intake', planOf(stage, 'counselling'), ['plan.completed', handled]);
}

export const realCase: RealCase = {
  title: { zh: '施暴方申请禁令约束受害方', en: 'Who beat her has an injunction made against her' },
  publication: { publisher: '最高人民法院', title: '2025年中国反家庭暴力典型案例', item: '案例8' },
  shift:
    'Three years on: June 2022 is June 2025, August 2024 is August 2027, a year whose holidays nobody knows yet.',
  story: [
    {
      at: '2025-06-16T10:00',
      line: 'Pregnant, and after the birth, she turns to police and federation again and again',
      plays: async (stage) => {
        await welcomed(stage, {
          channel: 'visit',
          form: { relation: 'spouse', violenceForms: ['physical'] },
        });
        await stage.tells(
          'operator',
          'intake',
          ['circumstances.changed', { kind: 'pregnant' }],
          scaleOf(['q3']),
        );
        await stage.tells('manager', 'intake', planOf(stage, 'counselling'));
      },
    },
    {
      at: '2025-09-15T20:00',
      line: 'The police give him a warning letter',
      plays: async (stage) => {
        await policeCalled(stage, { input: { fragile: ['pregnant'] } });
        await stage.tells('police', LETTER, ['scene.reached', SCENE]);
        const educated = ['offender.educated', { ground: 'trivial' }] as const;
        stage.noted.set('a family quarrel', await stage.isRefused('police', LETTER, educated));
        await stage.tells('police', LETTER, ISSUED, DELIVERED);
        for (const body of ['committee', 'federation', 'governance'])
          await stage.tells('police', LETTER, ['notice.acknowledged', { body }]);
      },
    },
    { at: '2025-09-20T10:00', plays: (stage) => stage.tells('police', LETTER, CLEAN) },
    { at: '2025-12-18T10:00', plays: (stage) => stage.tells('police', LETTER, CLEAN) },
    { at: '2026-03-17T10:00', plays: (stage) => stage.tells('police', LETTER, CLEAN) },
    {
      at: '2026-04-13T10:00',
      line: 'Divorced by agreement; the daughter is to live with him for the time being',
      plays: (stage) => stage.tells('operator', 'intake', ['circumstances.changed', { kind: 'divorced' }]),
    },
    {
      at: '2026-06-08T10:00',
      line: 'She hands the daughter over',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['circumstances.changed', { kind: 'child_moved' }]);
        await closed(stage);
        stage.noted.set('closed', await stateOf(stage, 'intake'));
      },
    },
    {
      at: '2026-12-07T10:00',
      line: 'On a visit she finds the child neglected and takes her away',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['call.repeated']);
        stage.noted.set('facts when opened again', await stage.facts());
        await stage.tells(
          'operator',
          'intake',
          ['circumstances.changed', { kind: 'child_moved' }],
          scaleOf(['q3']),
        );
        await stage.tells('manager', 'intake', planOf(stage, 'counselling'));
      },
    },
    {
      at: '2027-08-09T10:00',
      line: 'At his request the court forbids her to interfere with his guardianship',
      plays: async (stage) => {
        stage.noted.set('her standing before', await standing(stage));
        await stage.opens('manager', 'litigation', { kind: 'personality_right', herRole: 'respondent' });
        await stage.entrusts('manager', INJUNCTION, 'court');
        const receivedAt = at('2027-08-09T10:00');
        await stage.tells('court', INJUNCTION, ['claim.received', { receivedAt }]);
        await stage.tells('court', INJUNCTION, [
          'judgment.given',
          { outcome: 'granted', servedAt: receivedAt },
        ]);
        stage.noted.set('her standing after', await standing(stage));
      },
    },
    {
      at: '2027-10-18T10:00',
      line: 'The court takes the files of police, hospital and federation: the child lives with her',
      plays: async (stage) => {
        await stage.opens('manager', 'litigation', { kind: 'custody', herRole: 'claimant' });
        await stage.tells('manager', CUSTODY, ['suit.filed', { filedAt: at('2027-10-18T09:00') }]);
        await stage.entrusts('manager', CUSTODY, 'court');
        const { items } = await stage.world.engine.viewTimeline(stage.person('court'), stage.caseId(), {
          limit: 200,
        });
        stage.noted.set(
          'what the court reads',
          items.map(({ type }) => type),
        );
        await stage.tells('court', CUSTODY, ['suit.docketed']);
        const servedAt = at('2027-10-18T10:00');
        await stage.tells('court', CUSTODY, ['judgment.given', { outcome: 'granted', servedAt }]);
      },
    },
    { at: '2027-10-18T11:00', plays: (stage) => orderAsked(stage) },
  ],
  expects: [
    {
      says: 'Pregnant: a warning letter is generally due; that it is a quarrel of husband and wife is no answer',
      check: (stage) => {
        expect(stage.noted.get('a family quarrel')).toContain('letterNotDue');
      },
    },
    {
      says: 'He can be the applicant of another instrument and she the one it binds; her rights here stay what they were',
      check: async (stage) => {
        expect(stage.noted.get('her standing after')).toEqual(stage.noted.get('her standing before'));
        expect(await contextOf(stage, INJUNCTION)).toMatchObject({
          herRole: 'respondent',
          outcome: 'granted',
        });
        expect((await stateOf(stage, 'protection-order'))[0]).toBe('deciding');
      },
    },
    {
      says: 'What the federation wrote down can be taken by the court as proof: whole, in order, unaltered',
      check: async (stage) => {
        const read = stage.noted.get('what the court reads') as string[];
        expect(read).toEqual(
          expect.arrayContaining(['caller.registered', 'letter.delivered', 'case.opened']),
        );
        expect((await eventsOf(stage)).map(({ seq }) => seq)).toEqual(
          (await eventsOf(stage)).map((_, index) => index + 1),
        );
      },
    },
    {
      says: 'Closed and opened again over the years, the case still knows the old letter',
      check: (stage) => {
        expect(stage.noted.get('closed')).toEqual(['closed.followUp']);
        expect(stage.noted.get('facts when opened again')).toMatchObject({
          policeHistory: 'warned',
          repeat: 'yes',
        });
      },
    },
  ],
};

/** What she is to this platform: the survivor of this case, whatever papers are made against her elsewhere. */
async function standing(stage: Stage): Promise<unknown> {
  const { risk, repeat, criminal, punished, survivor } = await stage.facts();
  return { risk, repeat, criminal, punished, survivor };
}
