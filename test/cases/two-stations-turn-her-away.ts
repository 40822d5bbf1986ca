import { expect } from 'vitest';
import { punishmentOf, policeCalled, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';
const LETTER = 'warning-letter';
const PARTIES = { applicants: [{ id: 'a1' }], respondents: [{ id: 'r1' }] };
const FILED = { court: 'applicant_residence', mode: 'written', measures: ['no_violence'] };

export const realCase: RealCase = {
  title: {
    zh: '恋爱关系中被打，两个派出所未受理，公开后拘留五日',
    en: 'Two stations send her away; after she goes public he is detained',
  },
  publication: {
    publisher: '北京为平妇女权益机构',
    title: '反家暴法实施七周年监测报告·案例分析篇',
    item: '公安部分',
  },
  shift:
    'Nothing is moved: in February 2020 the law did not know an order against a boyfriend, and that is the point.',
  story: [
    {
      at: '2020-02-19T15:00',
      line: 'Beaten and threatened with death, she goes to a station and is talked into leaving',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'partner', violenceForms: ['physical'] } });
        await policeCalled(stage, { input: { relation: 'dating' } });
        await stage.tells('police', LETTER, ['report.turnedaway', { said: '劝其回家' }]);
      },
    },
    {
      at: '2020-02-19T17:00',
      line: 'The next station says that it is not competent, and sends her back',
      plays: (stage) =>
        stage.tells(
          'manager',
          LETTER,
          ['report.renewed'],
          ['report.transferred', { receipt: false }],
          ['report.turnedaway', { said: '让其自行回原派出所' }],
        ),
    },
    {
      at: '2020-02-20T09:30',
      line: 'She comes back with papers of the hospital; her injuries are appraised: slight',
      plays: (stage) =>
        stage.tells(
          'police',
          LETTER,
          ['report.accepted', { receipt: true, injured: true }],
          ['appraisal.commissioned'],
        ),
    },
    {
      at: '2020-02-20T14:00',
      line: 'She objects, and is mediated and blamed all the same',
      plays: async (stage) => {
        await stage.opens('manager', 'mediation', { body: 'police', free: true });
        await stage.tells('manager', 'mediation', [
          'party.refused',
          { party: 'survivor', ground: 'lawful_handling' },
        ]);
        const consent = { party: 'respondent', askedApart: true, freely: true, mayStop: true };
        stage.noted.set(
          'consent after her no',
          await stage.isRefused('manager', 'mediation', ['consent.given', consent]),
        );
        await stage.tells('manager', 'mediation', ['rights.told', { ways: ['police'], spokenAlone: true }]);
        await stage.tells('manager', LETTER, ['decision.disputed', { kind: 'mediated' }]);
      },
    },
    {
      at: '2020-02-26T10:00',
      line: 'She makes the recordings public',
      plays: (stage) =>
        stage.tells('operator', 'intake', [
          'circumstances.changed',
          { kind: 'other', what: '公开录音，引发舆情' },
        ]),
    },
    {
      at: '2020-02-27T10:00',
      line: 'Five days of detention and 200 yuan',
      plays: async (stage) => {
        await stage.tells('police', LETTER, ['case.punished']);
        await stage.entrusts('manager', 'enforcement', 'police');
        const detention = { days: 5, fineYuan: 200, endsAt: '2020-03-03T10:00' };
        await stage.tells('police', 'enforcement', ...punishmentOf(detention));
      },
    },
  ],
  expects: [
    {
      says: 'The wrong unit takes it down and moves it within 24 hours; she is not sent there on her own feet',
      check: async (stage) => {
        const [transfer] = await clocksOf(stage, LETTER, 'transfer');
        expect(transfer).toMatchObject({ rule: 'P1b', safeDue: '2020-02-20T17:00', outcome: 'cancelled' });
        const [receipt] = await clocksOf(stage, LETTER, 'receipt');
        expect(receipt?.startedAt.slice(0, 16)).toBe('2020-02-19T15:00');
      },
    },
    {
      says: 'One clear no, and no mediation begins',
      check: async (stage) => {
        expect(await stateOf(stage, 'mediation')).toEqual(['refused']);
        expect(stage.noted.get('consent after her no')).toEqual(['event_not_in_state']);
      },
    },
    {
      says: 'A girlfriend who never lived with him: an order on that ground is law since 2023, before it is not',
      check: async (stage) => {
        const asks = async (basis: string) => {
          await stage.opens('manager', ORDER, { relation: 'dating', basis, ...PARTIES });
          await stage.tells('manager', ORDER, ['application.filed', FILED]);
        };
        const accepted = ['application.accepted', { urgent: false }] as const;
        await asks('harassment');
        expect(await stage.isRefused('manager', ORDER, accepted)).toEqual(['basisInForce']);
        // Who lived together without being a family was covered from the first day; whether they did, the court says.
        await asks('violence');
        await stage.tells('manager', ORDER, accepted);
        await stage.moveTo('2023-01-01T10:00');
        await asks('harassment');
        await stage.tells('manager', ORDER, accepted);
        expect(await contextOf(stage, ORDER)).toMatchObject({ basis: 'harassment', standard: 'likelihood' });
      },
    },
    {
      says: 'The appraisal was commissioned within its 24 hours',
      check: async (stage) => {
        expect(await clocksOf(stage, LETTER, 'appraisal')).toMatchObject([{ rule: 'P16', outcome: 'met' }]);
      },
    },
    {
      says: 'That nobody took her report down, and she has no receipt, is seen and told',
      check: async (stage) => {
        expect((await contextOf(stage, LETTER))['shortcuts']).toEqual(['mediated', 'no_receipt']);
        expect(await noticesOf(stage, 'handling.disputed')).not.toEqual([]);
        const turned = (await eventsOf(stage, { track: LETTER })).filter(
          ({ type }) => type === 'report.turnedaway',
        );
        expect(turned).toHaveLength(2);
        expect(await clocksOf(stage, LETTER, 'remedy')).toHaveLength(2);
      },
    },
  ],
};
