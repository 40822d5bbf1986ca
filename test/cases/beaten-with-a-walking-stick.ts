import { expect } from 'vitest';
import { grantOf, planOf, policeCalled, SCENE, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, noticesOf, stateOf } from '#test/stage/records.ts';
import type { Stage } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const HOURS_72 = { urgent: false } as const;

/** What the police would have had to answer, had they been called when the stick came down. */
async function hadThePoliceBeenCalled(stage: Stage): Promise<void> {
  await welcomed(stage, { inCase: 'another' });
  await policeCalled(stage, {
    inCase: 'another',
    input: { relation: 'parent_child', fragile: ['elder', 'over_70'] },
  });
  const call = 'another/warning-letter';
  await stage.tells('police', call, ['scene.reached', SCENE], ['case.punished']);
  const act = 'another/enforcement';
  await stage.entrusts('manager', act, 'police');
  await stage.tells('police', act, ['case.opened', { ground: 'beating' }]);
  const plain = { kind: 'detention', ground: 'beating', days: 10 };
  stage.noted.set('as plain beating', await stage.isRefused('police', act, ['punishment.decided', plain]));
  const grave = { ...plain, ground: 'aggravated', aggravation: 'over_70', days: 15 };
  await stage.tells('police', act, ['punishment.decided', grave]);
}

export const realCase: RealCase = {
  title: {
    zh: '养女虐待九旬老人，责令十五日内迁出',
    en: 'Fifteen days to leave the home of her adoptive father',
  },
  publication: {
    publisher: '北京日报·法治进行时',
    title: '90岁老人被养女虐待，法院签发保护令',
    item: '2025-07-18',
  },
  shift:
    'One year on: the report of 2025-07-18 is 2026-07-18, so that what is said of the age is law; nothing else is dated.',
  story: [
    {
      at: '2026-06-15T10:00',
      line: 'She hits him on the head with his stick and humiliates him',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'child', victim: { ageGroup: 'from_70' } } });
        await stage.tells('operator', 'intake', ['incident.reported', { what: '用拐杖击打头部' }]);
        await stage.tells('operator', 'intake', scaleOf(['q3'], { injured: true }), planOf(stage, ORDER));
      },
    },
    { at: '2026-06-15T14:00', plays: hadThePoliceBeenCalled },
    {
      at: '2026-06-17T09:00',
      line: 'He applies',
      plays: async (stage) => {
        await stage.tells('manager', ORDER, [
          'application.filed',
          {
            ...{ court: 'applicant_residence', mode: 'written' },
            measures: ['no_violence', 'no_harassment', 'move_out', 'keep_away'],
          },
        ]);
        await stage.entrusts('manager', ORDER, 'court');
        await stage.tells('court', ORDER, ['application.accepted', HOURS_72]);
      },
    },
    {
      at: '2026-06-19T16:00',
      line: 'Granted within 72 hours: no violence, no contact, out in fifteen days, 500 metres',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          grantOf('2026-06-19', [
            { id: 'm1', code: 'no_violence' },
            { id: 'm2', code: 'no_contact' },
            { id: 'm3', code: 'move_out', dueOn: '2026-07-04' },
            { id: 'm4', code: 'keep_away', place: 'home', radiusMeters: 500 },
          ]),
        ),
    },
    {
      at: '2026-06-20T09:00',
      line: 'Served, and posted at the door',
      plays: async (stage) => {
        const posted = { to: 'r1', method: 'posted', place: 'home' };
        stage.noted.set('posted with the address', [
          await stage.isRefused('court', ORDER, [
            'document.served',
            { ...posted, witnessed: true, addressHidden: false },
          ]),
          await stage.isRefused('court', ORDER, ['document.served', { ...posted, addressHidden: true }]),
        ]);
        await stage.tells('court', ORDER, ...servedOn(['a1', 'station', 'committee']), [
          'document.served',
          { ...posted, witnessed: true, addressHidden: true },
        ]);
        stage.noted.set('while she may still live there', await contextOf(stage, ORDER));
      },
    },
    {
      at: '2026-06-28T09:00',
      plays: async (stage) => {
        const seen = { respondent: 'r1', measures: ['m4'], acts: ['entering'], source: 'committee' };
        await stage.tells('manager', ORDER, ['violation.reported', seen]);
        stage.noted.set('at home, where she may be', await contextOf(stage, ORDER));
      },
    },
    {
      at: '2026-07-03T09:00',
      plays: async (stage) => {
        await stage.tells('manager', ORDER, ['measure.performed', { measure: 'm3', extent: 'partly' }]);
        stage.noted.set('half gone', await contextOf(stage, ORDER));
        stage.noted.set('clock of what is half done', await clocksOf(stage, ORDER, 'obligations'));
      },
    },
    {
      at: '2026-07-05T09:00',
      plays: async (stage) => void stage.noted.set('after the fifteen days', await stateOf(stage, ORDER)),
    },
    {
      at: '2026-07-17T10:00',
      line: 'Looked in on: she does not show herself, her things are still there',
      plays: (stage) =>
        stage.tells('manager', ORDER, [
          'violation.reported',
          { respondent: 'r1', measures: ['m3'], acts: ['not_moved'], source: 'visit' },
        ]),
    },
  ],
  expects: [
    {
      says: 'A measure with a term of its own has its own deadline; when it has passed, enforcement is suggested',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'obligations')).toMatchObject([
          { item: 'm3', safeDue: '2026-07-04T24:00', outcome: 'lapsed' },
        ]);
        expect(stage.noted.get('after the fifteen days')).toContain('inForce.execution.suggested');
        expect(await clocksOf(stage, ORDER, 'executionChoice')).toHaveLength(1);
        expect(await noticesOf(stage, 'measure.overdue')).not.toEqual([]);
      },
    },
    {
      says: 'Gone herself and her things not: partly kept is a status of its own, and a breach can follow it',
      check: async (stage) => {
        const half = {
          measures: expect.arrayContaining([expect.objectContaining({ id: 'm3', status: 'partly' })]),
        };
        expect(stage.noted.get('half gone')).toMatchObject(half);
        expect(stage.noted.get('clock of what is half done')).toMatchObject([
          { item: 'm3', outcome: 'open' },
        ]);
        const now = {
          measures: expect.arrayContaining([expect.objectContaining({ id: 'm3', status: 'breached' })]),
        };
        expect(await contextOf(stage, ORDER)).toMatchObject(now);
        expect((await stage.facts()).enforcement).toBe('open');
      },
    },
    {
      says: 'Until the day she must be gone she lives there lawfully: the 500 metres begin the day after',
      check: (stage) => {
        const away = (status: string) => ({
          measures: expect.arrayContaining([
            expect.objectContaining({ id: 'm4', radiusMeters: 500, startsOn: '2026-07-05', status }),
          ]),
        });
        expect(stage.noted.get('while she may still live there')).toMatchObject(away('pending'));
        expect(stage.noted.get('at home, where she may be')).toMatchObject(away('pending'));
      },
    },
    {
      says: 'A paper at the door tells nobody where he is, and somebody saw it posted',
      check: (stage) => {
        expect(stage.noted.get('posted with the address')).toEqual([['servedLawfully'], ['servedLawfully']]);
      },
    },
    {
      says: 'Whoever beats somebody of seventy or more is not punished as for any beating',
      check: async (stage) => {
        expect(stage.noted.get('as plain beating')).toEqual(['groundFitsVictim']);
        expect((await stage.facts('another')).punished).toBe('yes');
      },
    },
  ],
};
