import { expect } from 'vitest';
import { grantOf, orderAsked, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';
import type { Stage, Told } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const SUIT = 'litigation';
const ALL = ['a1', 'r1', 'station', 'committee'];
const at = (time: string) => `${time}:00.000+08:00`;
const failed = (why: string): Told => ['service.failed', { why, recorded: true }];
const beaten: Told = ['incident.reported', { what: '再次被打' }];

/** Obstruction of the court, not a breach of its order: another article, another ceiling. */
async function obstructed(stage: Stage): Promise<void> {
  const input = {
    basis: 'obstruction',
    respondent: 'r1',
    source: 'court',
    acts: ['threat', 'insult'],
    orderInForce: false,
  };
  await stage.opens('court', 'enforcement', input);
  await stage.tells(
    'court',
    'enforcement',
    ['sanction.decided', { approved: true, days: 15 }],
    ['detention.began', { endsAt: at('2026-08-09T10:00'), papersHanded: true }],
    ['family.told'],
  );
  await stage.opens('court', 'enforcement', input);
  const dear = (fineYuan: number): Told => ['sanction.decided', { approved: true, fineYuan }];
  stage.noted.set('above the ceiling', await stage.isRefused('court', 'enforcement#2', dear(100_001)));
  await stage.tells('court', 'enforcement#2', dear(50_000));
}

export const realCase: RealCase = {
  title: {
    zh: '变更保护令、妨害送达被司法拘留',
    en: 'An order widened; papers thrown back at the court that served them',
  },
  publication: { publisher: '最高人民法院', title: '中国反家暴十大典型案例（2023-06）', item: '案例10' },
  shift:
    'Eight years on: 2018-04-27 is 2026-04-27, before the May holiday as it was; 2018-10-18 is 2026-10-18.',
  story: [
    {
      at: '2026-02-07T20:00',
      line: 'Beaten; the police came, the hospital wrote it down',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', injury: { victimInjured: true } } });
        await stage.tells('operator', 'intake', scaleOf(['q3'], { injured: true }));
      },
    },
    { at: '2026-04-21T20:00', line: 'Beaten', plays: (stage) => stage.tells('operator', 'intake', beaten) },
    { at: '2026-04-25T20:00', line: 'Beaten', plays: (stage) => stage.tells('operator', 'intake', beaten) },
    {
      at: '2026-04-27T10:00',
      line: 'She applies for an order',
      plays: (stage) => orderAsked(stage),
    },
    {
      at: '2026-05-02T16:00',
      line: 'Beaten again that day; the court forbids beating, threatening and insulting',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', beaten);
        await stage.tells(
          'court',
          ORDER,
          grantOf('2026-05-02', [{ id: 'm1', code: 'no_violence' }]),
          ...servedOn(ALL),
        );
      },
    },
    {
      at: '2026-06-08T09:30',
      line: 'She sues for divorce',
      plays: async (stage) => {
        await stage.opens('manager', SUIT, { kind: 'divorce', herRole: 'claimant' });
        await stage.tells('manager', SUIT, ['suit.filed', { filedAt: at('2026-06-08T09:00') }]);
        await stage.entrusts('manager', SUIT, 'court');
        await stage.tells('court', SUIT, ['suit.docketed']);
      },
    },
    {
      at: '2026-07-23T10:00',
      line: 'Two clerks serve him: threatened, the papers thrown back at them',
      plays: (stage) => stage.tells('court', SUIT, failed('refused'), failed('threatened')),
    },
    {
      at: '2026-07-25T09:00',
      line: 'Five try again for almost an hour, in vain; he is taken to the court',
      plays: (stage) => stage.tells('court', SUIT, failed('threatened')),
    },
    {
      at: '2026-07-25T15:00',
      line: 'Fifteen days of detention, approved by its president',
      plays: obstructed,
    },
    {
      at: '2026-10-18T10:00',
      line: 'She asks the court to vary the order',
      plays: (stage) => stage.tells('court', ORDER, ['variation.requested', { by: 'applicant' }]),
    },
    {
      at: '2026-10-19T15:00',
      line: 'Varied: the three children are protected, he may not harass, follow or meet them',
      plays: async (stage) => {
        stage.noted.set('served before', await clocksOf(stage, ORDER, 'service'));
        const codes = ['no_violence', 'no_harassment', 'no_stalking', 'no_contact'];
        const measures = codes.map((code, index) => ({ id: `m${index + 1}`, code }));
        await stage.tells('court', ORDER, [
          'order.varied',
          {
            madeOn: '2026-10-19',
            measures,
            protectedPersons: [
              { id: 'c1', minor: true },
              { id: 'c2', minor: true },
              { id: 'c3', minor: true },
            ],
          },
        ]);
        stage.noted.set('to serve again', await stateOf(stage, ORDER));
        await stage.tells('court', ORDER, ...servedOn(ALL));
      },
    },
    {
      at: '2026-12-07T10:00',
      line: 'Divorced, the children are hers; heard in separate rooms, she leaves first',
      plays: async (stage) => {
        const hearing = { at: at('2026-12-08T09:00'), mode: 'separated' };
        await stage.tells('court', SUIT, ['hearing.scheduled', hearing]);
        await stage.tells('court', SUIT, [
          'hearing.secured',
          { arrangements: ['remote', 'leaves_first', 'companion'] },
        ]);
      },
    },
    {
      at: '2026-12-08T16:00',
      line: 'On the day of the judgment the court writes to station and committee to be watchful',
      plays: async (stage) => {
        const given = { outcome: 'divorce_granted', servedAt: at('2026-12-08T15:00') };
        await stage.tells('court', SUIT, ['hearing.held', { mode: 'separated' }], ['judgment.given', given]);
        for (const to of ['police', 'village'] as const)
          await stage.answers(to, await stage.offers('court', to, { kind: 'notice', purpose: '防范函' }));
      },
    },
  ],
  expects: [
    {
      says: 'Accepted on 27 April: 72 hours end on the 30th, and no holiday moves them; 2 May was too late',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'decision')).toMatchObject([
          { rule: 'C2', safeDue: '2026-04-30T10:00', legalDue: '2026-04-30T11:00', outcome: 'met_late' },
        ]);
        const view = await stage.isRefused('court', ORDER, ['application.accepted', { urgent: false }]);
        expect(view).toEqual(['event_not_in_state']);
      },
    },
    {
      says: 'The order ends on 2 November; asking on 18 October was in time, and a variation lengthens nothing',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'validity')).toMatchObject([
          { rule: 'C5', legalDue: '2026-11-02T24:00', outcome: 'lapsed' },
        ]);
        const { protectedPersons } = (await contextOf(stage, ORDER)) as { protectedPersons: object[] };
        expect(protectedPersons).toHaveLength(3);
      },
    },
    {
      says: 'After the variation everybody is served anew, within twenty-four hours',
      check: async (stage) => {
        expect(stage.noted.get('to serve again')).toContain('inForce.service.ruling.unserved');
        const before = stage.noted.get('served before') as unknown[];
        const after = (await clocksOf(stage, ORDER, 'service')).slice(before.length);
        expect(after.map(({ item }) => item)).toEqual(['a1', 'committee', 'r1', 'station']);
        expect(new Set(after.map(({ rule, outcome }) => `${rule} ${outcome}`))).toEqual(new Set(['C4 met']));
      },
    },
    {
      says: 'He was detained for obstructing the court, not for breaking its order: other articles, other ceilings',
      check: async (stage) => {
        expect(await contextOf(stage, 'enforcement#1')).toMatchObject({
          basis: 'obstruction',
          detentionDays: 15,
        });
        expect(stage.noted.get('above the ceiling')).toEqual(['withinFineCeiling']);
        expect(await contextOf(stage, 'enforcement#2')).toMatchObject({ fineYuan: 50_000 });
      },
    },
    {
      says: 'Papers refused, thrown back, with threats: written down as what it is, with the recording',
      check: async (stage) => {
        const tries = (await eventsOf(stage, { track: SUIT })).filter(
          ({ type }) => type === 'service.failed',
        );
        expect(tries.map(({ payload }) => payload)).toEqual([
          { why: 'refused', recorded: true },
          { why: 'threatened', recorded: true },
          { why: 'threatened', recorded: true },
        ]);
        expect(await noticesOf(stage, 'danger.foreseen')).not.toEqual([]);
      },
    },
    {
      says: 'The court’s letter to station and committee is a notice: they sign for it and own nothing by it',
      check: async (stage) => {
        const signed = (await eventsOf(stage)).filter(({ type }) => type === 'handoff.accepted').slice(-2);
        expect(signed.map(({ actor }) => actor.agency)).toEqual([
          stage.person('police').agency,
          stage.person('village').agency,
        ]);
        expect(await stateOf(stage, 'referral')).toEqual(['acknowledged']);
      },
    },
  ],
};
