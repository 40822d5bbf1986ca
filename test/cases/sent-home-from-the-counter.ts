import { expect } from 'vitest';
import { policeCalled, SCENE, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';
import { instantOf, type Stage } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const LETTER = 'warning-letter';
const letterNo = (number: number) => ({
  ...{ letterNo: `公（武）告诫字〔${2023 + number}〕1号`, identities: true, facts: '殴打' },
  ...{ admits: true, victimStatement: true, witness: false, evidence: ['medical'] },
  ...{ lawBasis: ['advl_16'], ban: true, consequence: true },
});
const DELIVERED = {
  ...{ readAloud: true, signed: true, refusalNoted: false, recorded: false },
  ...{ victimCopy: true, orderRightTold: true },
};

async function firstCall(stage: Stage): Promise<void> {
  await welcomed(stage, {
    safeContact: { canTalkNow: true, window: { from: '09:00', to: '11:00' } },
    form: { relation: 'spouse', violenceForms: ['physical'] },
  });
  await policeCalled(stage, { input: { relation: 'spouse', fragile: ['pregnant'] } });
  await stage.tells('police', LETTER, ['scene.reached', SCENE]);
  const spoken = ['offender.educated', { ground: 'trivial' }] as const;
  stage.noted.set('only spoken to', await stage.isRefused('police', LETTER, spoken));
  await stage.tells('manager', LETTER, ['decision.disputed', { kind: 'educated' }]);
}

async function friendCalls(stage: Stage): Promise<void> {
  await policeCalled(stage, {
    input: {
      ...{ relation: 'spouse', reporter: 'kin', priorReports: 1, fragile: ['pregnant'] },
      ...{ comeBy: instantOf('2024-01-13T08:00'), onArrival: '门锁着，先联系报警的朋友' },
    },
  });
  await stage.moveTo('2024-01-13T07:55');
  await stage.tells(
    'police',
    LETTER,
    ['scene.reached', SCENE],
    ['letter.issued', letterNo(1)],
    ['letter.delivered', DELIVERED],
  );
}

async function sentHome(stage: Stage): Promise<void> {
  await stage.opens('manager', ORDER, {
    ...{ relation: 'spouse', basis: 'violence', highRisk: true },
    applicants: [{ id: 'a1', name: '辛若兰' }],
    respondents: [{ id: 'r1', name: '巩世杰' }],
  });
  await stage.opens('manager', 'litigation', { kind: 'divorce', herRole: 'claimant' });
  await stage.tells(
    'manager',
    ORDER,
    ['evidence.added', { kind: 'police_papers', origin: 'applicant' }],
    [
      'application.filed',
      { court: 'applicant_residence', mode: 'written', measures: ['no_violence', 'no_contact'] },
    ],
  );
  stage.noted.set('the hours after filing', await clocksOf(stage, ORDER, 'filingSafety'));
  await stage.tells('manager', ORDER, [
    'supplement.requested',
    { list: '要求补充被申请人本地身份证明', oral: true, papers: ['respondent_identity'] },
  ]);
  stage.noted.set('asked for', await contextOf(stage, ORDER));
  const half = { shelterOffered: false, policeTold: true };
  stage.noted.set('half safe', await stage.isRefused('manager', ORDER, ['safety.arranged', half]));
  await stage.tells('manager', ORDER, [
    'acceptance.refused',
    { written: false, reason: '窗口口头：材料不齐' },
  ]);
}

async function firstSecondThird(stage: Stage): Promise<void> {
  await policeCalled(stage, { input: { relation: 'spouse', priorReports: 5 } });
  await stage.tells('police', LETTER, ['scene.reached', { ...SCENE, publicPlace: true }]);
  stage.noted.set('a third letter', await stage.isRefused('police', LETTER, ['letter.issued', letterNo(2)]));
  const settled = { agreedAlone: true, rightsTold: true };
  stage.noted.set('settled', await stage.isRefused('police', LETTER, ['dispute.mediated', settled]));
  await stage.opens('manager', 'mediation', { body: 'police', free: true });
  await stage.tells('manager', 'mediation', [
    'mediation.recorded',
    { by: 'police', madeAt: instantOf('2025-04-15T21:00'), agreed: true, grounds: ['repeated'], waives: [] },
  ]);
}

export const realCase: RealCase = {
  title: {
    zh: '递交保护令申请被要求补材料，当晚遭重伤',
    en: 'Sent home from the counter for papers, and nearly killed that night',
  },
  publication: {
    publisher: '央视新闻、新京报',
    title: '两年遭家暴十六次案报道',
    item: '2024年6月、2025年9月',
  },
  shift:
    'Two years on: 2022-01-13 is 2024-01-13, 2023-04-24 is 2025-04-24, 2025-09 is 2027-09. So the first letters stand ' +
    'before the opinion of 2024-12-06, as in the source, and the night at the court after it.',
  story: [
    {
      at: '2023-06-10T20:00',
      line: 'Pregnant, she calls the police; they only speak to him',
      plays: firstCall,
    },
    {
      at: '2024-01-13T03:00',
      line: 'Eight months pregnant, locked in: a friend asks the police to be there by eight; a letter',
      plays: friendCalls,
    },
    {
      at: '2024-09-01T10:00',
      line: 'Federation, committee, the mayor’s line, the police again: family matters, talked over',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', [
          'ticket.linked',
          { channel: 'ticket_12345', ticketNo: '12345-20240901-77', answerBy: '2024-09-08' },
        ]);
        await stage.opens('manager', 'mediation', { body: 'village', free: true });
        await stage.tells('manager', 'mediation', [
          'mediation.recorded',
          {
            by: 'village',
            madeAt: instantOf('2024-08-30T10:00'),
            agreed: true,
            grounds: ['repeated'],
            waives: [],
          },
        ]);
        await stage.tells('operator', 'intake', ['ticket.answered', { ticket: 't1', safely: true }]);
      },
    },
    {
      at: '2025-04-15T22:00',
      line: 'Scalded in a restaurant; the police are called, a divorce is agreed on',
      plays: firstSecondThird,
    },
    {
      at: '2025-04-24T10:00',
      plays: (stage) =>
        stage.tells(
          'operator',
          'intake',
          scaleOf(['q1', 'q2', 'q3', 'q6', 'q8', 'q9'], { injured: true, realDanger: true }),
          ['police.informed'],
          ['federation.informed'],
        ),
    },
    {
      at: '2025-04-24T15:00',
      line: 'She hands in her application and a claim; the counter wants papers about him',
      plays: sentHome,
    },
    {
      at: '2025-04-24T22:00',
      line: 'That night he drags her to a hotel and beats her nearly to death',
      plays: (stage) => stage.tells('operator', 'intake', ['danger.declared', { injured: true }]),
    },
    {
      at: '2025-04-25T06:00',
      line: 'She cries to people in the street and is brought to a hospital',
      plays: (stage) => stage.tells('operator', 'intake', ['police.arrived'], ['federation.informed']),
    },
    {
      at: '2025-04-26T10:00',
      line: 'He is arrested',
      plays: async (stage) => {
        await stage.tells('police', LETTER, ['crime.filed']);
        await stage.entrusts('manager', 'criminal', 'police');
        await stage.tells(
          'police',
          'criminal',
          ['case.filed'],
          ['restraint.imposed', { kind: 'detention', from: instantOf('2025-04-26T09:00') }],
        );
      },
    },
    {
      at: '2026-01-15T10:00',
      line: 'Prosecuted for injury and maltreatment',
      plays: (stage) =>
        stage.tells(
          'police',
          'criminal',
          ['prosecution.referred'],
          ['prosecution.started', { kind: 'public' }],
        ),
    },
    {
      at: '2026-05-31T10:00',
      line: 'The divorce is heard and granted in one day; a policewoman and a counsellor sit by her',
      plays: (stage) =>
        stage.tells(
          'manager',
          'litigation',
          ['suit.filed', { filedAt: instantOf('2026-05-31T08:00') }],
          ['suit.docketed'],
          ['hearing.scheduled', { at: instantOf('2026-05-31T10:30'), mode: 'in_person' }],
          ['hearing.secured', { arrangements: ['bailiffs', 'companion', 'leaves_first'] }],
          ['judgment.given', { outcome: 'divorce_granted', servedAt: instantOf('2026-05-31T10:00') }],
        ),
    },
    {
      at: '2027-09-15T10:00',
      line: 'On appeal eleven years, and 379,000 yuan',
      plays: (stage) =>
        stage.tells(
          'police',
          'criminal',
          ['judgment.given', { verdict: 'convicted' }],
          ['judgment.effective'],
          [
            'restraint.imposed',
            {
              kind: 'imprisonment',
              from: instantOf('2027-09-15T09:00'),
              plannedEnd: instantOf('2036-04-25T09:00'),
            },
          ],
          ['relief.granted', { kind: 'incidental_suit', amountFen: 37_900_000 }],
        ),
    },
  ],
  expects: [
    {
      says: 'Filed is not accepted: a state and clocks of its own, in hours at high risk, and the court is asked',
      check: async (stage) => {
        expect(stage.noted.get('the hours after filing')).toMatchObject([
          { rule: 'H21', startedAt: expect.stringContaining('2025-04-24T15:0') },
        ]);
        expect((await clocksOf(stage, ORDER)).map(({ name }) => name)).toEqual(
          expect.arrayContaining(['acceptance', 'courtContact', 'supplement', 'supplementSafety', 'safety']),
        );
        const [safety] = await clocksOf(stage, ORDER, 'safety');
        expect([safety?.rule, safety?.outcome]).toEqual(['H21', 'lapsed']);
        expect(safety?.safeDue.slice(0, 13)).toBe('2025-04-24T17');
      },
    },
    {
      says: 'Sent home by word of mouth is a refusal, kept with its evidence; the law asks for no papers about him',
      check: async (stage) => {
        expect(await stateOf(stage, ORDER)).toEqual(['unaccepted.refusedAcceptance']);
        expect(stage.noted.get('asked for')).toMatchObject({ groundless: true, evidence: ['police_papers'] });
        const refused = (await eventsOf(stage, { track: ORDER })).find(
          ({ type }) => type === 'acceptance.refused',
        );
        expect(refused?.payload).toMatchObject({ written: false });
        await stage.tells('manager', ORDER, ['complaint.made', { to: 'procuratorate' }]);
      },
    },
    {
      says: 'After letters no third call is settled or answered with a letter: he must be punished',
      check: (stage) => {
        expect(stage.noted.get('a third letter')).toContain('notToBePunished');
        expect(stage.noted.get('settled')).toEqual(['mediable']);
      },
    },
    {
      says: 'She was pregnant: a letter was due from the first call, and a word with him was no answer',
      check: async (stage) => {
        expect(stage.noted.get('only spoken to')).toContain('letterNotDue');
        expect(await contextOf(stage, `${LETTER}#1`)).toMatchObject({
          fragile: ['pregnant'],
          shortcuts: ['educated'],
        });
      },
    },
    {
      says: 'The scale makes it high; on the day of filing shelter and police are both owed, never one of them',
      check: async (stage) => {
        expect((await stage.facts()).risk).toBe('high');
        expect(stage.noted.get('half safe')).toEqual(['payload_invalid']);
        expect(await noticesOf(stage, 'order.unaccepted')).not.toEqual([]);
        expect(await clocksOf(stage, 'intake', 'policeAlarm')).not.toEqual([]);
      },
    },
    {
      says: 'A friend called and named a time: the police are waited for until then, inside her safe hours',
      check: async (stage) => {
        const [arrival] = await clocksOf(stage, `${LETTER}#2`, 'arrival');
        expect(arrival?.startedAt).toBe(instantOf('2024-01-13T08:00'));
        expect(arrival?.outcome).toBe('met');
        expect(await contextOf(stage, `${LETTER}#2`)).toMatchObject({ reporter: 'kin' });
        expect(await contextOf(stage, 'intake')).toMatchObject({ window: { from: '09:00', to: '11:00' } });
      },
    },
    {
      says: 'The ticket of the mayor’s line joins her case, with the time limit printed on it',
      check: async (stage) => {
        const [ticket] = await clocksOf(stage, 'intake', 'tickets');
        expect(ticket).toMatchObject({
          item: 't1',
          rule: 'H29',
          safeDue: '2024-09-08T24:00',
          outcome: 'met',
        });
        expect(JSON.stringify(await eventsOf(stage))).not.toContain('12345-20240901-77');
      },
    },
    {
      says: 'Calls before the opinion on letters have no seventy-two hours; those after it have',
      check: async (stage) => {
        expect(await clocksOf(stage, `${LETTER}#1`, 'decision')).toEqual([]);
        expect(await clocksOf(stage, `${LETTER}#2`, 'decision')).toEqual([]);
        expect(await clocksOf(stage, `${LETTER}#3`, 'decision')).toMatchObject([{ rule: 'P2' }]);
      },
    },
  ],
};
