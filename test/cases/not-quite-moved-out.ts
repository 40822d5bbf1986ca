import { expect } from 'vitest';
import { grantOf, orderAsked, policeCalled, SCENE, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, noticesOf, stateOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';
const MEASURES = [
  { id: 'm1', code: 'no_violence' },
  { id: 'm2', code: 'no_harassment' },
  { id: 'm3', code: 'no_stalking' },
  { id: 'm4', code: 'no_contact' },
  { id: 'out', code: 'move_out', dueOn: '2025-06-24' },
  { id: 'away', code: 'keep_away', place: 'home', radiusMeters: 500 },
];

export const realCase: RealCase = {
  title: {
    zh: '九旬老人获保护令，责令养女十五日内迁出，未彻底搬离',
    en: 'Ninety years old: the adopted daughter has to move out, and does not quite',
  },
  publication: {
    publisher: '北京日报·法治进行时',
    title: '90岁老人被养女虐待，法院签发保护令',
    item: '北京朝阳',
  },
  shift:
    'Nothing is moved. The source dates the visit of the reporters before 2025-07-18; the order is put on 9 June.',
  story: [
    {
      at: '2025-06-05T10:00',
      line: 'Beaten on the head with a stick, insulted',
      plays: async (stage) => {
        await welcomed(stage, {
          form: { relation: 'child', victim: { ageGroup: 'from_70' }, violenceForms: ['physical'] },
        });
        await stage.tells(
          'operator',
          'intake',
          ['incident.reported', { what: '拐杖打头', places: ['home'] }],
          scaleOf(['q3', 'q8'], { injured: true }),
        );
      },
    },
    {
      at: '2025-06-06T16:30',
      line: 'The old woman applies',
      plays: (stage) =>
        orderAsked(stage, {
          input: { relation: 'parent_child', basis: 'violence' },
          filing: { measures: ['no_violence', 'no_contact', 'move_out', 'keep_away'] },
        }),
    },
    {
      at: '2025-06-09T10:00',
      line: 'Within 72 hours of acceptance: four measures, one of them to move out within fifteen days',
      plays: (stage) => stage.tells('court', ORDER, grantOf('2025-06-09', MEASURES)),
    },
    {
      at: '2025-06-09T15:00',
      line: 'Served, and posted at the door',
      plays: async (stage) => {
        const open = ['document.served', { to: 'r1', method: 'posted', witnessed: true }] as const;
        stage.noted.set('posted with her address', await stage.isRefused('court', ORDER, open));
        await stage.tells(
          'court',
          ORDER,
          ['document.served', { to: 'r1', method: 'posted', witnessed: true, addressHidden: true }],
          ...servedOn(['a1', 'station', 'committee']),
        );
      },
    },
    {
      at: '2025-06-20T10:00',
      plays: async (stage) => {
        const inTime = { respondent: 'r1', measures: ['away'], acts: ['entering'], source: 'committee' };
        await stage.tells('manager', ORDER, ['violation.reported', inTime]);
        stage.noted.set('while she still lives there', await contextOf(stage, ORDER));
      },
    },
    {
      at: '2025-07-10T10:00',
      line: 'The daughter has not been seen, and her things are still there',
      plays: async (stage) => {
        stage.noted.set('after the date', await stateOf(stage, ORDER));
        await stage.tells(
          'manager',
          ORDER,
          ['measure.performed', { measure: 'out', extent: 'partly' }],
          [
            'violation.reported',
            { respondent: 'r1', measures: ['out'], acts: ['not_moved'], source: 'applicant' },
          ],
          ['execution.requested', { measures: ['out'] }],
        );
      },
    },
  ],
  expects: [
    {
      says: 'To move out has its own date; when it has passed, enforcement is suggested and asked for',
      check: async (stage) => {
        const [out] = await clocksOf(stage, ORDER, 'obligations');
        expect(out).toMatchObject({ item: 'out', safeDue: '2025-06-24T24:00', outcome: 'lapsed' });
        expect(stage.noted.get('after the date')).toContain('inForce.execution.suggested');
        expect(await noticesOf(stage, 'measure.overdue')).not.toEqual([]);
        expect(await stateOf(stage, ORDER)).toContain('inForce.execution.pending');
      },
    },
    {
      says: 'Gone herself and her things still there is partly done, not done, and a breach',
      check: async (stage) => {
        await stage.tells('manager', ORDER, ['measure.performed', { measure: 'out', extent: 'partly' }]);
        const measures = (await contextOf(stage, ORDER))['measures'];
        expect(measures).toContainEqual(expect.objectContaining({ id: 'out', status: 'partly' }));
        expect(await contextOf(stage, ORDER)).toMatchObject({ violations: 2 });
      },
    },
    {
      says: 'While she may still live there the five hundred metres do not bind her; they begin the day after',
      check: async (stage) => {
        const measures = (await contextOf(stage, ORDER))['measures'];
        expect(measures).toContainEqual(expect.objectContaining({ id: 'away', startsOn: '2025-06-25' }));
        const before = stage.noted.get('while she still lives there') as { measures: object[] };
        expect(before.measures).toContainEqual(expect.objectContaining({ id: 'away', status: 'pending' }));
      },
    },
    {
      says: 'What is posted at a door does not say where the applicant lives',
      check: (stage) => {
        expect(stage.noted.get('posted with her address')).toEqual(['servedLawfully']);
      },
    },
    {
      says: 'Beating somebody of seventy or more is the graver offence, and nothing less',
      check: async (stage) => {
        await policeCalled(stage, { input: { relation: 'parent_child', fragile: ['elder', 'over_70'] } });
        await stage.tells('police', 'warning-letter', ['scene.reached', SCENE], ['case.punished']);
        await stage.entrusts('manager', 'enforcement', 'police');
        await stage.tells('police', 'enforcement', ['case.opened', { ground: 'aggravated' }]);
        const lighter = { kind: 'detention', ground: 'beating', days: 5 };
        expect(await stage.isRefused('police', 'enforcement', ['punishment.decided', lighter])).toContain(
          'groundFitsVictim',
        );
        const graver = { kind: 'detention', ground: 'aggravated', aggravation: 'over_70', days: 12 };
        await stage.tells('police', 'enforcement', ['punishment.decided', graver]);
      },
    },
  ],
};
