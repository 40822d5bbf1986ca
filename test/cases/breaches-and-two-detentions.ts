import { expect } from 'vitest';
import {
  detainedByPolice,
  grantOf,
  orderAsked,
  planOf,
  policeCalled,
  punishmentOf,
  SCENE,
  scaleOf,
  servedOn,
} from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';
import type { Stage, Told } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
/** The act of November, that of 9 to 12 December, and that after the admonition by telephone. */
const [FIRST, SECOND, THIRD] = ['enforcement#2', 'enforcement#3', 'enforcement#4'] as const;
const COURT_FREE = '2025-12-30T10:00:00.000+08:00';

const breach = (acts: readonly string[], source: string, others = false): Told => [
  'violation.reported',
  { respondent: 'r1', measures: ['m1'], acts: [...acts], source, others },
];
const admonished = (place: string): Told => ['respondent.admonished', { place, recordMade: true }];

async function detainedByCourt(stage: Stage): Promise<void> {
  await stage.tells('manager', ORDER, breach(['threat'], 'court'));
  await stage.tells(
    'court',
    THIRD,
    ['sanction.decided', { approved: true, days: 15 }],
    ['detention.began', { endsAt: COURT_FREE, papersHanded: true }],
    ['family.told'],
  );
  const twice: Told = ['sanction.decided', { approved: true, fineYuan: 500 }];
  stage.noted.set('a second sanction for one act', await stage.isRefused('court', THIRD, twice));
  await stage.entrusts('manager', THIRD, 'police');
  await stage.tells('police', THIRD, ['custody.acknowledged']);
  await stage.tells('court', THIRD, ['crime.referred', { acknowledged: true }]);
  stage.noted.set('third act', await contextOf(stage, THIRD));
}

export const realCase: RealCase = {
  title: {
    zh: '令内再犯：行政拘留、训诫、司法拘留、拒执罪',
    en: 'Breach after breach, detained by police and by court',
  },
  publication: { publisher: '最高人民法院', title: '反家庭暴力犯罪等典型案例（2024-11）', item: '案例五' },
  shift: 'Two years on: 2023-08-25 is 2025-08-25, 2023-12-15 is 2025-12-15.',
  story: [
    {
      at: '2025-08-25T19:00',
      line: 'Divorced for years by agreement, they still live under one roof',
      plays: async (stage) => {
        await stage.opensCase('operator', {
          ...{ channel: 'police_notice', caller: { relation: 'police' } },
          safeContact: { canTalkNow: false },
        });
        const still = { kind: 'still_together', what: '协议离婚后仍同住' };
        await stage.tells(
          'operator',
          'intake',
          ['call.answered'],
          ['circumstances.changed', still, '2021-04-29T12:00'],
          ['talk.postponed'],
        );
      },
    },
    {
      at: '2025-08-25T20:00',
      line: 'He beats her again: seven days of detention and a fine of 300 yuan',
      plays: async (stage) => {
        await policeCalled(stage, { input: { relation: 'former_spouse' } });
        await stage.tells('police', 'warning-letter', ['scene.reached', SCENE]);
        await detainedByPolice(stage, { days: 7, fineYuan: 300, endsAt: '2025-09-01T20:00' });
      },
    },
    {
      at: '2025-09-10T14:00',
      line: 'She calls the hotline 12338',
      plays: async (stage) => {
        const form = { rightsTold: true, legalAidTold: true, relation: 'ex_spouse' };
        const refused = ['victim', 'abuser', 'history', 'violenceForms', 'incident', 'injury', 'needs'];
        await stage.tells(
          'operator',
          'intake',
          ['caller.reached'],
          ['caller.registered', { ...form, refused }],
        );
        await stage.tells('operator', 'intake', scaleOf(['q3', 'q8'], { injured: true }));
      },
    },
    {
      at: '2025-09-10T15:00',
      line: 'The federation shows her what to bring: the receipt of her call, the papers of the hospital',
      plays: (stage) => stage.tells('manager', 'intake', planOf(stage, 'police', 'medical')),
    },
    {
      at: '2025-10-12T10:00',
      line: 'She applies in the court’s online room at the federation',
      plays: (stage) =>
        orderAsked(stage, {
          input: { relation: 'former_spouse', protectedPersons: [{ id: 'p1', minor: true }] },
          filing: { mode: 'online' },
        }),
    },
    {
      at: '2025-10-13T10:00',
      line: 'Granted for six months, for her and her daughter',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          grantOf('2025-10-13', [{ id: 'm1', code: 'no_violence' }]),
          ...servedOn(['a1', 'r1', 'station', 'committee']),
        ),
    },
    {
      at: '2025-11-28T19:00',
      line: 'He beats her and a colleague of hers',
      plays: (stage) => stage.tells('manager', ORDER, breach(['violence'], 'applicant', true)),
    },
    {
      at: '2025-11-29T10:00',
      line: 'Ten days of detention and a fine of 500 yuan',
      plays: async (stage) => {
        await stage.entrusts('manager', FIRST, 'police');
        await stage.tells('police', FIRST, ['scene.reached']);
        const answer = { days: 10, fineYuan: 500, endsAt: '2025-12-09T10:00' };
        await stage.tells('police', FIRST, ...punishmentOf(answer));
      },
    },
    {
      at: '2025-12-01T09:00',
      line: 'She tells the federation of new threats; it advises her to report and to keep proof, and tells the court',
      plays: async (stage) => {
        const wish = { wish: 'punish', spokenAlone: true, pressed: false };
        await stage.tells(
          'manager',
          FIRST,
          ['wish.recorded', wish],
          ['court.informed', { by: 'federation' }],
        );
        await stage.tells('police', FIRST, ['court.noticed']);
      },
    },
    {
      at: '2025-12-02T09:00',
      line: 'Community, federation, governance centre and station judge the danger together and guard her home',
      plays: async (stage) => {
        await stage.opens('manager', 'visit', { purpose: 'joint' });
        const others = ['village', 'police'].map((unit) => ({ unit, count: 1 }));
        const team = { lead: stage.person('manager').id, second: stage.person('supervisor').id, others };
        await stage.tells('manager', 'visit', ['team.assigned', { ...team, safetyChecked: true }]);
      },
    },
    {
      at: '2025-12-06T10:00',
      line: 'The court admonishes him; he writes a pledge',
      plays: async (stage) => {
        stage.noted.set('custody when admonished', (await stage.facts()).custody);
        await stage.tells('court', FIRST, admonished('custody'), ['court.concluded']);
        await stage.tells('court', ORDER, ['evidence.added', { kind: 'pledge' }]);
      },
    },
    {
      at: '2025-12-10T21:00',
      line: 'From the 9th to the 12th he sends her pictures of knives and of poison on its way to her',
      plays: async (stage) => {
        stage.noted.set('facts after his release', await stage.facts());
        await stage.tells('manager', ORDER, breach(['threat'], 'applicant'));
      },
    },
    {
      at: '2025-12-12T16:00',
      line: 'The court admonishes him again by telephone; he goes on',
      plays: (stage) =>
        stage.tells('court', SECOND, ['court.informed', { by: 'applicant' }], admonished('phone'), [
          'court.concluded',
        ]),
    },
    {
      at: '2025-12-15T10:00',
      line: 'Fifteen days of judicial detention, and the lead goes to the police',
      plays: detainedByCourt,
    },
    {
      at: '2026-03-10T10:00',
      line: 'Defying a ruling: eight months',
      plays: (stage) =>
        stage.tells(
          'manager',
          'criminal',
          ['case.filed'],
          ['prosecution.referred'],
          ['prosecution.started', { kind: 'public' }],
          ['judgment.given', { verdict: 'convicted' }],
        ),
    },
    {
      at: '2026-04-14T09:00',
      plays: async (stage) => {
        stage.noted.set('the day after the last', await stateOf(stage, ORDER));
      },
    },
  ],
  expects: [
    {
      says: 'The order of 13 October ends on 13 April at 24:00, which no rest day moves',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'validity')).toMatchObject([
          { rule: 'C5', safeDue: '2026-04-13T24:00', legalDue: '2026-04-13T24:00', outcome: 'lapsed' },
        ]);
        expect((stage.noted.get('the day after the last') as string[])[0]).toBe('expired.handing');
      },
    },
    {
      says: 'Filed on the 12th and granted on the 13th: in time',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'decision')).toMatchObject([{ rule: 'C2', outcome: 'met' }]);
      },
    },
    {
      says: 'Ten days from 29 November end on 9 December; she is to be told by the 8th, and the 9th is when it begins',
      check: async (stage) => {
        expect(await clocksOf(stage, FIRST, 'policeWarning')).toMatchObject([
          { safeDue: '2025-12-08T10:00' },
        ]);
        expect(await clocksOf(stage, FIRST, 'policeEnd')).toMatchObject([{ safeDue: '2025-12-09T10:00' }]);
        expect(await noticesOf(stage, 'release.upcoming')).not.toEqual([]);
        expect(stage.noted.get('facts after his release')).toMatchObject({
          custody: 'none',
          dangerPoint: 'due',
        });
      },
    },
    {
      says: 'He can be admonished where he is held',
      check: (stage) => {
        expect(stage.noted.get('custody when admonished')).toBe('held');
      },
    },
    {
      says: 'Each act is answered once: detention in December is for a new act, a second sanction for it is refused',
      check: async (stage) => {
        expect(await contextOf(stage, FIRST)).toMatchObject({ admonished: true, sanctioned: false });
        expect(await contextOf(stage, SECOND)).toMatchObject({ admonished: true, sanctioned: false });
        expect(await contextOf(stage, THIRD)).toMatchObject({ sanctioned: true, detentionDays: 15 });
        expect(stage.noted.get('a second sanction for one act')).toEqual(['oncePerAct']);
      },
    },
    {
      says: 'Whether one detention is set off against the other is for counsel: nothing is deducted',
      check: async (stage) => {
        const [end] = await clocksOf(stage, THIRD, 'courtEnd');
        expect(end).toMatchObject({ safeDue: '2025-12-30T10:00' });
        // They did not overlap: the flag is for the two at once.
        expect(stage.noted.get('third act')).toMatchObject({ detentionDays: 15, doubleRestraint: false });
      },
    },
    {
      says: 'Detention and the lead go together, and the police sign for both',
      check: async (stage) => {
        const types = (await eventsOf(stage, { track: THIRD })).map(({ type }) => type);
        expect(types).toEqual(
          expect.arrayContaining(['detention.began', 'custody.acknowledged', 'crime.referred']),
        );
        expect(await contextOf(stage, 'criminal')).toMatchObject({
          offence: 'defying_order',
          verdict: 'convicted',
        });
      },
    },
    {
      says: 'Divorced and under one roof: the relation is former spouses, with every protection',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({ relation: 'former_spouse' });
      },
    },
    {
      says: 'The colleague is not protected by the order; what was done to him is an offence for the police',
      check: async (stage) => {
        const told = (await eventsOf(stage, { track: ORDER })).find(
          ({ type }) => type === 'violation.reported',
        );
        expect(told?.payload).toMatchObject({ others: true });
        expect(await contextOf(stage, ORDER)).toMatchObject({ protectedPersons: [{ id: 'p1' }] });
        expect(await contextOf(stage, FIRST)).toMatchObject({ police: 'settled', punished: true });
      },
    },
  ],
};
