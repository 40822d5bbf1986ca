import { expect } from 'vitest';
import { grantOf, orderAsked, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';

const ORDER = 'protection-order';

export const realCase: RealCase = {
  title: { zh: '辱骂监视老人，精神侵害纳入保护令', en: 'Insulted and watched: no injury, and an order' },
  publication: { publisher: '北京法院', title: '守护九旬老人：辱骂监视纳入保护令', item: '2025年' },
  shift: 'Nothing is moved; the source is of 2025 and gives no days. The story is put into September 2025.',
  story: [
    {
      at: '2025-09-01T10:00',
      line: 'Son and daughter-in-law insult and threaten, film the old person, come in and break things',
      plays: async (stage) => {
        await welcomed(stage, {
          form: {
            ...{ relation: 'child', victim: { ageGroup: 'from_70' }, violenceForms: ['psychological'] },
            injury: { victimInjured: false },
          },
        });
        await stage.tells('operator', 'intake', [
          'incident.reported',
          { what: '辱骂威胁、监控监视、擅自闯入', places: ['home'] },
        ]);
        await stage.opens('manager', 'visit', { purpose: 'joint' });
        await stage.entrusts('manager', 'visit', 'village');
        await stage.tells(
          'village',
          'visit',
          [
            'team.assigned',
            {
              lead: stage.person('village').id,
              others: [{ unit: 'federation', count: 1 }],
              safetyChecked: true,
            },
          ],
          ['household.visited', { visitedAt: instantOf('2025-09-01T09:30'), seenAlone: true }],
        );
      },
    },
    {
      at: '2025-09-08T10:00',
      line: 'An order is asked for and made: harm to the mind is a real danger',
      plays: async (stage) => {
        await orderAsked(stage, {
          input: { relation: 'parent_child', basis: 'danger', respondents: [{ id: 'r1' }, { id: 'r2' }] },
          filing: { measures: ['no_insult', 'no_harassment', 'remove_devices'] },
        });
        await stage.tells('village', ORDER, ['evidence.added', { kind: 'recordings', origin: 'visit' }]);
        await stage.tells('manager', ORDER, ['evidence.added', { kind: 'child_words', origin: 'visit' }]);
        await stage.tells(
          'court',
          ORDER,
          grantOf('2025-09-08', [
            { id: 'm1', code: 'no_insult' },
            { id: 'm2', code: 'no_harassment' },
            { id: 'm3', code: 'remove_devices', dueOn: '2025-09-15' },
          ]),
          ...servedOn(['a1', 'r1', 'r2', 'station', 'committee']),
        );
      },
    },
  ],
  expects: [
    {
      says: 'Two are bound, one of them a daughter-in-law',
      check: async (stage) => {
        const served = (await eventsOf(stage, { track: ORDER })).filter(
          ({ type }) => type === 'document.served',
        );
        expect(served.map(({ payload }) => payload['to'])).toEqual([
          'a1',
          'r1',
          'r2',
          'station',
          'committee',
        ]);
        expect(((await contextOf(stage, ORDER))['respondents'] as unknown[]).length).toBe(2);
        await stage.opens('manager', ORDER, {
          ...{ relation: 'in_law', basis: 'danger' },
          applicants: [{ id: 'a1' }],
          respondents: [{ id: 'r2' }],
        });
      },
    },
    {
      says: 'To take the cameras down has a date of its own',
      check: async (stage) => {
        expect(await clocksOf(stage, `${ORDER}#1`, 'obligations')).toMatchObject([
          { item: 'm3', safeDue: '2025-09-15T24:00' },
        ]);
      },
    },
    {
      says: 'Without an injury it holds as well; who cannot leave home is helped with evidence at home',
      check: async (stage) => {
        expect(await contextOf(stage, `${ORDER}#1`)).toMatchObject({
          basis: 'danger',
          evidence: ['child_words', 'recordings'],
        });
        const brought = (await eventsOf(stage, { track: `${ORDER}#1` })).filter(
          ({ type }) => type === 'evidence.added',
        );
        expect(brought.map(({ actor, payload }) => [actor.role, payload['origin']])).toEqual([
          ['community_worker', 'visit'],
          ['case_manager', 'visit'],
        ]);
        expect(stage.refusals).toEqual([]);
      },
    },
  ],
};
