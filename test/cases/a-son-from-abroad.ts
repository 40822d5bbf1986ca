import { expect } from 'vitest';
import {
  grantOf,
  orderAsked,
  planOf,
  policeCalled,
  SCENE,
  scaleOf,
  servedOn,
  welcomed,
} from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import type { Stage } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const CALL = 'warning-letter';
const LETTER = {
  ...{ letterNo: '公（测）告诫字〔2025〕31号', identities: true, facts: '深夜砸门毁窗', admits: false },
  ...{ victimStatement: true, witness: false, lawBasis: ['advl_16'], ban: true, consequence: true },
} as const;

/** The same nights, had the police weighed what he broke, and had he gone back abroad before he was served. */
async function whatIf(stage: Stage): Promise<void> {
  await welcomed(stage, { inCase: 'another' });
  await policeCalled(stage, { inCase: 'another', input: { relation: 'parent_child', fragile: ['elder'] } });
  const call = `another/${CALL}`;
  await stage.tells('police', call, ['scene.reached', { ...SCENE, injured: false }]);
  const bare: [string, typeof LETTER & { evidence: string[] }] = [
    'letter.issued',
    { ...LETTER, evidence: [] },
  ];
  stage.noted.set('his word against his', await stage.isRefused('police', call, bare));
  await stage.tells('police', call, ['letter.issued', { ...LETTER, evidence: ['damage'] }]);
  stage.noted.set('with what he broke', await stateOf(stage, call));
  await orderAsked(stage, { inCase: 'another', input: { relation: 'parent_child' } });
  const order = `another/${ORDER}`;
  await stage.tells('court', order, grantOf('2025-01-20', [{ id: 'm1', code: 'no_violence' }]));
  await stage.tells('court', order, ...servedOn(['a1', 'station', 'committee']), [
    'document.served',
    { to: 'r1', method: 'abroad', place: 'abroad', addressHidden: true },
  ]);
  stage.noted.set('served abroad', await stateOf(stage, order));
}

export const realCase: RealCase = {
  title: { zh: '首个保护令到期，老人安全', en: 'A son from abroad at his father’s door by night' },
  publication: {
    publisher: '中国青年网',
    title: '首个保护令已到期 老人安全良好（北京东城）',
    item: '2017年1月',
  },
  shift: 'Nine years on: 2016-03-10, the tenth day of the law, is 2025-03-10.',
  story: [
    {
      at: '2025-01-15T23:00',
      line: 'Four or five times by night he smashes door and window and shouts for the house',
      plays: async (stage) => {
        await welcomed(stage, {
          form: {
            relation: 'child',
            victim: { ageGroup: 'from_70' },
            history: { earlierViolence: true },
            violenceForms: ['psychological'],
          },
        });
        await policeCalled(stage, {
          by: 'operator',
          input: { relation: 'parent_child', fragile: ['elder'], priorReports: 4 },
        });
        await stage.tells('police', CALL, ['scene.reached', { ...SCENE, injured: false }]);
      },
    },
    { at: '2025-01-20T10:00', plays: whatIf },
    {
      at: '2025-02-10T10:00',
      line: 'The station treats it as a quarrel to be settled, and he refuses on the telephone',
      plays: async (stage) => {
        await stage.opens('manager', 'mediation', { body: 'police', free: true });
        const agreed = { agreedAlone: true, rightsTold: true };
        stage.noted.set(
          'settled by the police',
          await stage.isRefused('police', CALL, ['dispute.mediated', agreed]),
        );
        await stage.tells('manager', CALL, ['decision.disputed', { kind: 'mediated' }]);
        await stage.tells('manager', 'mediation', [
          'party.refused',
          { party: 'respondent', ground: 'refuses' },
        ]);
        stage.noted.set('after his no', await stateOf(stage, 'mediation'));
        await stage.tells('manager', 'mediation', [
          'rights.told',
          { ways: ['police', 'protection_order', 'legal_aid'], spokenAlone: true },
        ]);
      },
    },
    {
      at: '2025-03-10T09:00',
      line: 'On the tenth day of the law the old man applies',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', scaleOf(['q3', 'q8']), planOf(stage, 'visit'));
        await orderAsked(stage, { input: { relation: 'parent_child' } });
      },
    },
    {
      at: '2025-03-11T10:00',
      line: 'The judge goes twice to the station for its records',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          ['evidence.added', { kind: 'police_records', origin: 'court' }],
          ['evidence.added', { kind: 'reports_to_bodies', origin: 'court' }],
          ['evidence.added', { kind: 'other', origin: 'applicant', about: '被砸坏的门窗' }],
        ),
    },
    {
      at: '2025-03-12T16:00',
      line: 'Granted',
      plays: async (stage) => {
        await stage.tells('court', ORDER, grantOf('2025-03-12', [{ id: 'm1', code: 'no_violence' }]));
        await stage.tells('court', ORDER, ...servedOn(['a1', 'station', 'committee']), [
          'document.served',
          { to: 'r1', method: 'in_person', place: 'temporary', addressHidden: true },
        ]);
      },
    },
    {
      at: '2025-09-13T10:00',
      line: 'It has run out, and he is safe',
      plays: async (stage) => {
        stage.noted.set('on the day after', [await stateOf(stage, ORDER), await stage.facts()]);
        const closing: [string, { renewalOffered: boolean }] = ['order.closed', { renewalOffered: true }];
        stage.noted.set('closed at once', await stage.isRefused('manager', ORDER, closing));
        await stage.tells('court', ORDER, ['feedback.returned', { signed: true, units: ['committee'] }]);
        stage.noted.set('closed without a look', await stage.isRefused('manager', ORDER, closing));
        await stage.tells('manager', ORDER, ['risk.reviewed'], closing);
      },
    },
  ],
  expects: [
    {
      says: 'Whoever lives abroad is served where he stays for the time being, or abroad',
      check: async (stage) => {
        const served = (await eventsOf(stage, { track: ORDER })).filter(
          ({ type }) => type === 'document.served',
        );
        expect(served.at(-1)?.payload).toMatchObject({ to: 'r1', place: 'temporary' });
        expect(stage.noted.get('served abroad')).toContain('inForce.service.ruling.active');
      },
    },
    {
      says: 'His plain no ends the mediation, and the old man is told what else there is',
      check: async (stage) => {
        expect(stage.noted.get('settled by the police')).toEqual(['mediable']);
        expect(stage.noted.get('after his no')).toEqual(['rights.afterRefusal']);
        expect(await stateOf(stage, 'mediation')).toEqual(['refused']);
        expect(await contextOf(stage, CALL)).toMatchObject({ shortcuts: ['mediated'] });
      },
    },
    {
      says: 'At its end the visit sheets go back to the court and the risk is looked at before anybody closes it',
      check: async (stage) => {
        expect(stage.noted.get('on the day after')).toMatchObject([
          ['expired.handing'],
          { protectionOrder: 'none', dangerPoint: 'due' },
        ]);
        expect(await clocksOf(stage, ORDER, 'feedback')).toMatchObject([{ outcome: 'met' }]);
        expect(stage.noted.get('closed at once')).toEqual(['papersBack']);
        expect(stage.noted.get('closed without a look')).toEqual(['papersBack']);
        expect(await stateOf(stage, ORDER)).toEqual(['ended']);
      },
    },
    {
      says: 'What he broke is evidence of violence',
      check: async (stage) => {
        expect(stage.noted.get('his word against his')).toEqual(['factTestMet']);
        expect(stage.noted.get('with what he broke')).toEqual(['issued']);
        expect(await contextOf(stage, ORDER)).toMatchObject({
          evidence: ['other', 'police_records', 'reports_to_bodies'],
        });
      },
    },
  ],
};
