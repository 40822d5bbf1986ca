import { expect } from 'vitest';
import { grantOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, stateOf } from '#test/stage/records.ts';
import { instantOf, type Stage } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const URGENT = ['application.accepted', { urgent: true }] as const;

async function asked(stage: Stage): Promise<void> {
  await stage.opens('manager', ORDER, {
    ...{ relation: 'former_partner', basis: 'harassment' },
    applicants: [{ id: 'a1', name: '荷露浓', minor: true }],
    respondents: [{ id: 'r1', name: '江满舟' }],
  });
  await stage.tells('manager', ORDER, [
    'application.filed',
    {
      ...{ court: 'applicant_residence', mode: 'online' },
      measures: ['no_harassment', 'no_stalking', 'no_contact', 'no_insult', 'remove_content'],
      proxy: { kind: 'guardian', reason: 'no_capacity' },
    },
  ]);
  await stage.entrusts('manager', ORDER, 'court');
}

export const realCase: RealCase = {
  title: {
    zh: '妇女权益保障法施行首日签发',
    en: 'Asked for before a law was in force, granted on its first morning',
  },
  publication: { publisher: '南方周末', title: '妇女权益保障法施行后首份人身安全保护令', item: '2023年' },
  shift:
    'Nothing is moved: the day on which a law took effect is the point. Deadlines that ask for a rest day of 2023 are provisional.',
  story: [
    {
      at: '2022-12-30T10:00',
      line: 'In 2021 a schoolgirl parted from a grown man',
      plays: async (stage) => {
        await welcomed(stage, {
          survivor: { minor: true },
          form: {
            victim: { ageGroup: 'from_14_to_17' },
            relation: 'ex_partner',
            violenceForms: ['psychological'],
          },
        });
        await stage.tells('operator', 'intake', [
          'report.filed',
          { receiptNo: '受案1230', to: '某派出所', madeAt: instantOf('2022-12-30T10:00') },
        ]);
      },
    },
    {
      at: '2022-12-30T10:30',
      line: 'He puts her pictures, her name and their story on the net',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['incident.reported', { what: '网络散布照片、姓名与隐私' }]);
        await asked(stage);
      },
    },
    {
      at: '2022-12-31T23:59',
      plays: async (stage) =>
        void stage.noted.set(
          'a minute early',
          await stage.isRefused('court', ORDER, [...URGENT, '2022-12-31T23:59']),
        ),
    },
    {
      at: '2023-01-01T07:50',
      line: 'On the morning of New Year’s Day it is taken in and granted before eight',
      plays: async (stage) => {
        await stage.tells('court', ORDER, [...URGENT, '2023-01-01T00:00']);
        await stage.tells(
          'court',
          ORDER,
          grantOf(
            '2023-01-01',
            [
              { id: 'm1', code: 'no_harassment' },
              { id: 'm2', code: 'no_stalking' },
              { id: 'm3', code: 'no_insult' },
              { id: 'm4', code: 'remove_content', dueOn: '2023-01-03' },
            ],
            {
              units: [
                { id: 'station', kind: 'police_station', district: 'own' },
                { id: 'committee', kind: 'committee', district: 'own' },
                { id: 'platform', kind: 'platform', district: 'other' },
              ],
            },
          ),
        );
        const byNet = { to: 'r1', method: 'electronic', addressHidden: true };
        stage.noted.set(
          'served on an account',
          await stage.isRefused('court', ORDER, ['document.served', byNet]),
        );
        await stage.tells(
          'court',
          ORDER,
          ['service.failed', { to: 'r1', why: 'unknown_address', recorded: true }],
          ...servedOn(['a1', 'station', 'committee', 'platform']),
          ['document.served', { ...byNet, consented: true }],
        );
      },
    },
  ],
  expects: [
    {
      says: 'The ground is law from midnight on, and was none a minute before',
      check: async (stage) => {
        expect(stage.noted.get('a minute early')).toEqual(['basisInForce']);
        expect(await contextOf(stage, ORDER)).toMatchObject({ acceptedAt: '2023-01-01T00:00:00.000+08:00' });
      },
    },
    {
      says: 'A holiday and a Sunday: hours run through, service is due the same day, the end is not moved',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'decision')).toMatchObject([
          { rule: 'C3', safeDue: '2023-01-02T00:00', outcome: 'met', isProvisional: false },
        ]);
        const service = await clocksOf(stage, ORDER, 'service');
        expect(new Set(service.map(({ safeDue }) => safeDue.slice(0, 10)))).toEqual(new Set(['2023-01-02']));
        expect(await clocksOf(stage, ORDER, 'validity')).toMatchObject([
          { legalDue: '2023-07-01T24:00', isProvisional: false },
        ]);
        expect(await clocksOf(stage, ORDER, 'reconsideration')).toMatchObject([{ isProvisional: true }]);
      },
    },
    {
      says: 'A minor: the report is owed as well. What was published has to be taken down, and the platform is told',
      check: async (stage) => {
        expect(await clocksOf(stage, 'intake', 'mandatoryReport')).toMatchObject([
          { rule: 'R2p', outcome: 'met' },
        ]);
        expect(await clocksOf(stage, ORDER, 'obligations')).toMatchObject([
          { item: 'm4', safeDue: '2023-01-03T24:00' },
        ]);
        const platform = (await clocksOf(stage, ORDER, 'service')).find(({ item }) => item === 'platform');
        expect(platform).toMatchObject({ outcome: 'met' });
      },
    },
    {
      says: 'Whoever is known by an account only is not served through it unless he agreed; a failed try is on record',
      check: async (stage) => {
        expect(stage.noted.get('served on an account')).toEqual(['servedLawfully']);
        expect(await contextOf(stage, ORDER)).toMatchObject({ serviceFailures: 1 });
        expect(await stateOf(stage, ORDER)).toContain('inForce.service.ruling.active');
      },
    },
  ],
};
