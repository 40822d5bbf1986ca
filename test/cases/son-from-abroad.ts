import { expect } from 'vitest';
import { grantOf, orderAsked, policeCalled, SCENE, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';
const LETTER = 'warning-letter';

export const realCase: RealCase = {
  title: {
    zh: '外籍儿子砸门要房，父亲获保护令，期满平安',
    en: 'A son from abroad wants the flat; the order ends and the old man is safe',
  },
  publication: {
    publisher: '北京日报系、中国青年网',
    title: '首个保护令已到期 老人安全良好',
    item: '北京东城',
  },
  shift: 'Ten years on: 2016-03-10 is 2026-03-10, and the end in September 2016 is in September 2026.',
  story: [
    {
      at: '2026-02-10T23:30',
      line: 'Four or five times he breaks doors and windows and shouts at night',
      plays: async (stage) => {
        await welcomed(stage, {
          form: { relation: 'child', victim: { ageGroup: 'from_70' }, violenceForms: ['psychological'] },
        });
        await policeCalled(stage, {
          input: { relation: 'parent_child', priorReports: 4, fragile: ['elder', 'over_70'] },
        });
        await stage.tells('police', LETTER, ['scene.reached', { ...SCENE, injured: false }]);
      },
    },
    {
      at: '2026-02-20T10:00',
      line: 'The police mediate; the son refuses on the telephone',
      plays: async (stage) => {
        await stage.opens('manager', 'mediation', { body: 'police', dispute: '房产纠纷', free: true });
        await stage.tells(
          'manager',
          'mediation',
          ['party.refused', { party: 'respondent', ground: 'refuses' }],
          ['rights.told', { ways: ['protection_order', 'police'], spokenAlone: true }],
        );
        await stage.tells('manager', LETTER, ['decision.disputed', { kind: 'mediated' }]);
      },
    },
    {
      at: '2026-03-10T09:30',
      line: 'On the tenth day of the law the father applies for an order',
      plays: (stage) =>
        orderAsked(stage, {
          input: { relation: 'parent_child', basis: 'violence' },
          filing: { measures: ['no_violence', 'no_harassment', 'keep_away'] },
        }),
    },
    {
      at: '2026-03-11T10:00',
      line: 'The judges go to the station twice for the records of the calls and of his visits there',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          ['evidence.added', { kind: 'police_records', origin: 'court', about: '110接警记录' }],
          ['evidence.added', { kind: 'reports_to_bodies', origin: 'court', about: '接待记录' }],
          ['evidence.added', { kind: 'other', origin: 'applicant', about: '砸坏的门窗照片、维修单据' }],
        ),
    },
    {
      at: '2026-03-12T10:00',
      line: 'The order is made',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          grantOf('2026-03-12', [
            { id: 'm1', code: 'no_violence' },
            { id: 'm2', code: 'no_harassment' },
          ]),
          ['document.served', { to: 'r1', method: 'left_behind', place: 'temporary', witnessed: true }],
          ...servedOn(['a1', 'station', 'committee']),
        ),
    },
    {
      at: '2026-09-13T10:00',
      line: 'It ends; he has been safe all the time',
      plays: async (stage) => {
        stage.noted.set('state at the end', await stateOf(stage, ORDER));
        const closing = { renewalOffered: true };
        stage.noted.set(
          'closed too early',
          await stage.isRefused('manager', ORDER, ['order.closed', closing]),
        );
        await stage.tells(
          'manager',
          ORDER,
          ['feedback.returned', { signed: true, units: ['committee'] }],
          ['risk.reviewed'],
          ['order.closed', closing],
        );
      },
    },
  ],
  expects: [
    {
      says: 'A respondent from abroad is served where he stays for the time being, or abroad',
      check: async (stage) => {
        const served = (await eventsOf(stage, { track: ORDER })).find(
          ({ type, payload }) => type === 'document.served' && payload['to'] === 'r1',
        );
        expect(served?.payload).toMatchObject({ place: 'temporary', method: 'left_behind' });
        await orderAsked(stage);
        await stage.tells('court', ORDER, grantOf('2026-09-13', [{ id: 'm1', code: 'no_violence' }]), [
          'document.served',
          { to: 'r1', method: 'abroad', place: 'abroad' },
        ]);
        expect((await contextOf(stage, ORDER))['toServe']).not.toContainEqual(
          expect.objectContaining({ id: 'r1' }),
        );
      },
    },
    {
      says: 'A clear no on the telephone ends the mediation, and the old man hears what else there is',
      check: async (stage) => {
        expect(await stateOf(stage, 'mediation')).toEqual(['refused']);
        expect(await clocksOf(stage, 'mediation', 'rights')).toMatchObject([{ outcome: 'met' }]);
      },
    },
    {
      says: 'At the end the visit sheets go to the court and the risk is judged before anybody closes the file',
      check: async (stage) => {
        expect(stage.noted.get('state at the end')).toEqual(['expired.handing']);
        expect(stage.noted.get('closed too early')).toEqual(['papersBack']);
        expect(await clocksOf(stage, `${ORDER}#1`, 'feedback')).toMatchObject([{ outcome: 'met' }]);
        expect(await clocksOf(stage, `${ORDER}#1`, 'review')).toMatchObject([{ outcome: 'met' }]);
        expect(await stateOf(stage, `${ORDER}#1`)).toEqual(['ended']);
      },
    },
    {
      says: 'What he broke is evidence of violence at home: for the order, and for a warning letter',
      check: async (stage) => {
        expect((await contextOf(stage, `${ORDER}#1`))['evidence']).toEqual([
          'other',
          'police_records',
          'reports_to_bodies',
        ]);
        await policeCalled(stage, { input: { relation: 'parent_child' } });
        await stage.tells('police', LETTER, ['scene.reached', { ...SCENE, injured: false }]);
        const issued = {
          ...{ letterNo: '公（东）告诫字〔2026〕7号', identities: true, facts: '砸门毁窗' },
          ...{ admits: false, victimStatement: true, witness: false, evidence: ['damage'] },
          ...{ lawBasis: ['advl_16'], ban: true, consequence: true },
        };
        await stage.tells('police', LETTER, ['letter.issued', issued]);
        expect(await stateOf(stage, LETTER)).toEqual(['issued']);
      },
    },
  ],
};
