import { expect } from 'vitest';
import { grantOf, planOf, policeCalled, SCENE, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';
import type { Stage, Told } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const FREE_AT = '2025-05-18T12:00';

async function detained(stage: Stage): Promise<void> {
  await stage.tells('police', 'warning-letter', ['case.punished']);
  await stage.entrusts('manager', 'enforcement', 'police');
  await stage.tells(
    'police',
    'enforcement',
    ['scene.reached'],
    ['scene.secured', { separated: true }],
    ['case.opened', { ground: 'beating' }],
    [
      'punishment.decided',
      {
        ...{ kind: 'detention_fine', ground: 'beating', fineYuan: 500, days: 10 },
      },
    ],
  );
}

export const realCase: RealCase = {
  title: {
    zh: '被申请人拘留期间申请，缺席听证后签发保护令',
    en: 'Asked for while he sits in detention, granted in his absence',
  },
  publication: { publisher: '最高人民法院', title: '人身安全保护令十大典型案例', item: '案例一' },
  shift: 'Eight years on: 2017-05-05 is 2025-05-05, and 2017-05-17 is 2025-05-17.',
  story: [
    {
      at: '2025-05-05T20:00',
      line: 'Beaten with fists and feet in a struggle, she calls the police at once',
      plays: async (stage) => {
        await welcomed(stage, {
          channel: 'police_notice',
          caller: { relation: 'police' },
          form: { relation: 'spouse', violenceForms: ['physical'], injury: { victimInjured: true } },
        });
        await policeCalled(stage, { input: { relation: 'spouse' } });
        await stage.tells('police', 'warning-letter', ['scene.reached', SCENE]);
      },
    },
    {
      at: '2025-05-05T22:00',
      plays: (stage) =>
        stage.tells('operator', 'intake', scaleOf(['q3'], { injured: true }), planOf(stage, 'police')),
    },
    {
      at: '2025-05-06T17:00',
      line: 'The police decide on ten days of detention and a fine of 500 yuan',
      plays: detained,
    },
    {
      // On 17 May he was still held: ten days from the 6th would have been over.
      at: '2025-05-08T12:00',
      plays: async (stage) => {
        stage.noted.set('custody before he was taken in', (await stage.facts()).custody);
        const end = { endsAt: `${FREE_AT}:00.000+08:00` };
        const early: Told = ['custody.entered', end, '2025-05-06T18:00'];
        stage.noted.set('too long from the decision', await stage.isRefused('police', 'enforcement', early));
        await stage.tells('police', 'enforcement', ['custody.entered', end]);
      },
    },
    {
      at: '2025-05-12T10:00',
      line: 'He and his parents let it be known that they will come for her when he is out',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', [
          'incident.reported',
          { what: '扬言期满后上门报复', others: ['his_parents'] },
        ]);
        await stage.tells('operator', 'intake', scaleOf(['q1', 'q3', 'q7', 'q8'], { realDanger: true }));
        await stage.tells('manager', 'intake', planOf(stage, 'police'));
      },
    },
    {
      at: '2025-05-17T09:00',
      line: 'She applies for an order: no violence, no harassing, following or meeting her and her parents',
      plays: async (stage) => {
        await stage.opens('manager', ORDER, {
          relation: 'spouse',
          basis: 'violence',
          applicants: [{ id: 'a1', name: '岳青禾' }],
          respondents: [{ id: 'r1', name: '常大川' }],
          protectedPersons: [{ id: 'p1' }, { id: 'p2' }],
        });
        stage.noted.set('custody at filing', (await stage.facts()).custody);
        await stage.tells('manager', ORDER, [
          'application.filed',
          {
            ...{ court: 'applicant_residence', mode: 'written', urgencyAsked: true },
            measures: ['no_violence', 'no_harassment', 'no_stalking', 'no_contact'],
          },
        ]);
        await stage.entrusts('manager', ORDER, 'court');
        await stage.tells('court', ORDER, ['application.accepted', { urgent: true }]);
        await stage.tells('manager', 'enforcement', ['survivor.warned', { by: 'police', safeContact: true }]);
      },
    },
    {
      at: '2025-05-17T10:30',
      line: 'The court speaks with her and looks into her safety',
      plays: (stage) => stage.tells('court', ORDER, ['evidence.added', { kind: 'statements' }]),
    },
    {
      at: '2025-05-17T15:00',
      line: 'He is in the detention house: heard in his absence, granted',
      plays: async (stage) => {
        await stage.tells(
          'court',
          ORDER,
          ['hearing.held', { attendance: 'respondent_absent', online: false }],
          grantOf('2025-05-17', [
            { id: 'm1', code: 'no_violence' },
            { id: 'm2', code: 'no_harassment' },
            { id: 'm3', code: 'no_stalking' },
            { id: 'm4', code: 'no_contact' },
          ]),
          ['document.served', { to: 'r1', method: 'custody', place: 'custody', addressHidden: true }],
          ...servedOn(['a1', 'station', 'committee']),
        );
        stage.noted.set('custody at service', (await stage.facts()).custody);
      },
    },
    {
      at: '2025-05-18T12:10',
      plays: async (stage) => {
        stage.noted.set('facts when he is free', await stage.facts());
      },
    },
  ],
  expects: [
    {
      says: 'An order can be asked for, accepted and granted while he is detained; his absence is no bar',
      check: async (stage) => {
        expect(stage.noted.get('custody at filing')).toBe('held');
        expect(stage.noted.get('custody at service')).toBe('held');
        expect(await contextOf(stage, ORDER)).toMatchObject({ hearings: 1 });
        expect((await stage.facts()).protectionOrder).toBe('in_force');
      },
    },
    {
      says: 'His detention begins when he is taken in, which need not be the day it was decided',
      check: async (stage) => {
        expect(stage.noted.get('custody before he was taken in')).toBe('none');
        expect(stage.noted.get('too long from the decision')).toEqual(['withinPoliceDays']);
        const [end] = await clocksOf(stage, 'enforcement', 'policeEnd');
        expect(end).toMatchObject({ safeDue: FREE_AT, outcome: 'lapsed' });
      },
    },
    {
      says: 'He is served in the place where he is held, through it or by the court',
      check: async (stage) => {
        const served = (await eventsOf(stage, { track: ORDER })).filter(
          ({ type }) => type === 'document.served',
        );
        expect(served[0]?.payload).toMatchObject({ to: 'r1', method: 'custody', place: 'custody' });
        expect(await stateOf(stage, ORDER)).toContain('inForce.service.ruling.active');
      },
    },
    {
      says: 'A day before he is free she is told and the risk is to be judged anew; his parents are on record',
      check: async (stage) => {
        expect(await clocksOf(stage, 'enforcement', 'policeWarning')).toMatchObject([
          { safeDue: '2025-05-17T12:00', outcome: 'met' },
        ]);
        expect(stage.noted.get('facts when he is free')).toMatchObject({
          custody: 'none',
          dangerPoint: 'due',
        });
        expect(await noticesOf(stage, 'danger.foreseen')).not.toEqual([]);
        expect(await contextOf(stage, 'intake')).toMatchObject({ others: ['his_parents'] });
      },
    },
    {
      says: 'Her parents are protected too: at least three people',
      check: async (stage) => {
        const { applicants, protectedPersons } = (await contextOf(stage, ORDER)) as Record<string, unknown[]>;
        expect((applicants?.length ?? 0) + (protectedPersons?.length ?? 0)).toBeGreaterThanOrEqual(3);
      },
    },
  ],
};
