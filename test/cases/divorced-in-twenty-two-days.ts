import { expect } from 'vitest';
import { ruleInForce } from '#src/base/rules.ts';
import { policeCalled, SCENE, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import { instantOf, type Stage } from '#test/stage/stage.ts';

const LETTER = 'warning-letter';
const ISSUED = {
  ...{ letterNo: '公（甬）告诫字〔2024〕12号', identities: true, facts: '殴打' },
  ...{ admits: true, victimStatement: true, witness: false, evidence: ['medical'] },
  ...{ lawBasis: ['advl_16'], ban: true, consequence: true },
};
const DELIVERED = {
  ...{ readAloud: true, signed: true, refusalNoted: false, recorded: false },
  ...{ victimCopy: true, orderRightTold: true },
};

async function warned(stage: Stage): Promise<void> {
  await welcomed(stage, { form: { relation: 'spouse', history: { earlierViolence: true } } });
  await policeCalled(stage, { input: { relation: 'spouse' } });
  await stage.tells(
    'police',
    LETTER,
    ['scene.reached', SCENE],
    ['letter.issued', ISSUED],
    ['letter.delivered', DELIVERED],
  );
}

async function asksForAid(stage: Stage): Promise<void> {
  await stage.opens('manager', 'consultation', { respondentName: '骆建业', clientAgrees: true });
  await stage.tells('manager', 'consultation', ['lawyer.assigned', { lawyer: stage.person('lawyer').id }]);
  await stage.tells(
    'lawyer',
    'consultation',
    ['conflict.cleared'],
    ['offer.accepted'],
    ['representation.needed'],
    ['aid.applied', { receivedAt: instantOf('2025-08-01T09:40'), voucher: 'warning_letter' }],
  );
}

export const realCase: RealCase = {
  title: {
    zh: '从申请法律援助到判离二十二天',
    en: 'From legal aid to a divorce in twenty-two days',
  },
  publication: {
    publisher: '北京为平妇女权益机构',
    title: '反家暴法实施七周年监测报告·案例分析篇',
    item: '法律援助部分',
  },
  shift:
    'Four years on: August 2021 is August 2025. The letter of 2020 stands in December 2024, after the opinion on letters.',
  story: [
    { at: '2024-12-20T20:00', line: 'The police give him a letter of warning', plays: warned },
    {
      at: '2025-08-01T09:50',
      line: 'Beaten into hospital again she flees, and asks the legal aid centre for help',
      plays: async (stage) => {
        await stage.tells('police', LETTER, ['offender.repeated']);
        await policeCalled(stage, { input: { relation: 'spouse', priorReports: 3 } });
        await stage.tells('police', LETTER, ['scene.reached', SCENE]);
        stage.noted.set(
          'a second letter',
          await stage.isRefused('police', LETTER, ['letter.issued', ISSUED]),
        );
        await stage.tells('police', LETTER, ['case.punished']);
        await asksForAid(stage);
        const means = { reason: 'means' };
        stage.noted.set('means', await stage.isRefused('manager', 'consultation', ['aid.refused', means]));
      },
    },
    {
      at: '2025-08-08T10:00',
      line: 'Granted, and a lawyer assigned',
      plays: (stage) =>
        stage.tells(
          'manager',
          'consultation',
          ['aid.granted'],
          ['aid.assigned', { lawyer: stage.person('lawyer').id }],
        ),
    },
    {
      at: '2025-08-10T10:00',
      line: 'The lawyer collects the evidence and writes the claim',
      plays: async (stage) => {
        await stage.tells(
          'lawyer',
          'consultation',
          ['client.met'],
          ['progress.reported', { text: '取证、拟诉状' }],
        );
        await stage.opens('manager', 'litigation', { kind: 'divorce', herRole: 'claimant' });
        const filed = { filedAt: instantOf('2025-08-10T10:00') };
        await stage.tells('manager', 'litigation', ['suit.filed', filed]);
        await stage.entrusts('manager', 'litigation', 'court');
        await stage.tells('court', 'litigation', ['suit.docketed']);
      },
    },
    {
      at: '2025-08-12T10:00',
      line: 'The federation writes to the court what it knows',
      plays: async (stage) => {
        await stage.tells('manager', 'litigation', [
          'evidence.added',
          { kind: 'reports_to_bodies', origin: 'unit', about: '妇联情况说明' },
        ]);
        await stage.answers('court', await stage.offers('manager', 'court', { purpose: '出具情况说明' }));
        await stage.tells('court', 'referral', [
          'result.written',
          { text: '已收到情况说明', granted: ['records'] },
        ]);
      },
    },
    {
      at: '2025-08-23T10:00',
      line: 'On the twenty-second day the court grants the divorce',
      plays: (stage) =>
        stage.tells('court', 'litigation', [
          'judgment.given',
          { outcome: 'divorce_granted', servedAt: instantOf('2025-08-23T10:00') },
        ]),
    },
  ],
  expects: [
    {
      says: 'Seven days to decide and three to assign lie within the twenty-two: by the 8th and the 11th of August',
      check: async (stage) => {
        const [decision] = await clocksOf(stage, 'consultation', 'aidDecision');
        expect(decision).toMatchObject({ rule: 'L1', safeDue: '2025-08-08T24:00', outcome: 'met' });
        const [assignment] = await clocksOf(stage, 'consultation', 'aidAssignment');
        expect(assignment).toMatchObject({ rule: 'L2', safeDue: '2025-08-11T24:00', outcome: 'met' });
      },
    },
    {
      says: 'Her letter shows enough, and nobody asks for her means; before 2022 that law was not there',
      check: async (stage) => {
        expect(await contextOf(stage, 'consultation')).toMatchObject({ voucher: 'warning_letter' });
        expect(stage.noted.get('means')).toContain('notForMeans');
        expect(ruleInForce('L1', '2021-08-01')).toBeNull();
        expect(ruleInForce('L1', '2022-01-01')).not.toBeNull();
      },
    },
    {
      says: 'What the federation writes is evidence of the eighth kind',
      check: async (stage) => {
        expect(await contextOf(stage, 'litigation')).toMatchObject({ evidence: ['reports_to_bodies'] });
        const [said] = (await eventsOf(stage, { track: 'litigation' })).filter(
          ({ type }) => type === 'evidence.added',
        );
        expect(said?.payload).toMatchObject({ origin: 'unit' });
        expect(await stateOf(stage, 'referral')).toEqual(['done']);
      },
    },
    {
      says: 'Violence after a letter is punished; a second letter is none of the answers',
      check: async (stage) => {
        expect(stage.noted.get('a second letter')).toContain('notToBePunished');
        expect(await stateOf(stage, `${LETTER}#1`)).toContain('delivered.visits.violated');
        expect(await stateOf(stage, `${LETTER}#2`)).toEqual(['punished']);
      },
    },
  ],
};
