import { expect } from 'vitest';
import { planOf, policeCalled, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf, workflowsOf } from '#test/stage/records.ts';
import type { Stage } from '#test/stage/stage.ts';

export const realCase: RealCase = {
  title: { zh: '同居关系中的精神虐待致被害人自杀', en: 'Abused with words until she took her life' },
  publication: { publisher: '最高人民法院', title: '2025年中国反家庭暴力典型案例', item: '案例1' },
  shift: 'Six years on: 2019-06-13 is 2025-06-13, and 2020-04-11 is 2026-04-11.',
  story: [
    {
      at: '2025-01-20T19:00',
      line: 'For weeks he has insulted her for hours a day; they live together',
      plays: async (stage) => {
        await welcomed(stage, {
          form: { relation: 'partner', violenceForms: ['psychological'], history: { earlierViolence: true } },
        });
        await stage.tells('operator', 'intake', scaleOf(['q3']), planOf(stage, 'counselling'));
        stage.noted.set('level at first', (await contextOf(stage, 'intake'))['risk']);
      },
    },
    {
      at: '2025-06-13T23:30',
      line: 'After a quarrel she cuts her wrist',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['incident.reported', { what: '争吵后割腕' }]);
        await stage.tells(
          'operator',
          'intake',
          scaleOf(['q3', 'q9'], { selfHarmed: true, suicideRisk: true }),
        );
        stage.noted.set('level after she harmed herself', (await contextOf(stage, 'intake'))['risk']);
        await stage.tells('operator', 'intake', ['police.informed'], ['federation.informed']);
        await stage.tells('manager', 'intake', planOf(stage, 'counselling', 'medical'));
        await stage.tells('manager', 'crisis', ['crisis.contacted', { spokenAlone: true }]);
        await stage.tells('manager', 'crisis', ['crisis.referred', { to: 'psychiatry' }]);
      },
    },
    {
      at: '2025-08-30T04:00',
      line: 'She swallows pills after a quarrel; the hospital says she may die',
      plays: async (stage) => {
        stage.noted.set('nobody is bound to report an adult', (await stage.facts()).mandatoryReport);
        await stage.tells('operator', 'crisis', ['attempt.recorded']);
        await stage.tells('operator', 'intake', ['crisis.declared', { source: 'medical' }]);
      },
    },
    {
      at: '2025-10-09T20:00',
      line: 'Insulted again, she takes pills in a hotel',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['danger.declared', { injured: true }], ['police.arrived']);
        await policeCalled(stage, { input: { relation: 'cohabiting', reporter: 'kin' } });
        stage.noted.set('reminders before', await armed(stage));
      },
    },
    {
      at: '2026-04-11T08:00',
      line: 'She dies of it',
      plays: (stage) => stage.tells('operator', 'intake', ['death.recorded', { who: 'survivor' }]),
    },
    {
      at: '2026-07-11T08:00',
      plays: async (stage) => {
        const after = (await eventsOf(stage)).filter(({ occurredAt }) => occurredAt > '2026-04-11T09');
        stage.noted.set(
          'events in the quarter after',
          after.map(({ type }) => type),
        );
      },
    },
  ],
  expects: [
    {
      says: 'Living together without being married: every protection applies',
      check: async (stage) => {
        expect(await contextOf(stage, 'warning-letter')).toMatchObject({ relation: 'cohabiting' });
        expect((await clocksOf(stage, 'warning-letter')).map(({ rule }) => rule)).toContain('R4p');
      },
    },
    {
      says: 'What she does to herself is not in the scale: it makes the case high at once, with a crisis track',
      check: async (stage) => {
        expect(stage.noted.get('level at first')).toBe('medium');
        expect(stage.noted.get('level after she harmed herself')).toBe('high');
        expect(await workflowsOf(stage)).toContain('crisis');
        expect((await clocksOf(stage, 'crisis', 'firstContact')).length).toBeGreaterThan(1);
        const referred = (await eventsOf(stage, { track: 'crisis' })).map(({ type }) => type);
        expect(referred).toContain('crisis.referred');
      },
    },
    {
      says: 'A hospital is not bound to report an adult; what it told stays on record, and she was told of her rights',
      check: async (stage) => {
        expect(stage.noted.get('nobody is bound to report an adult')).toBe('none');
        const told = (await eventsOf(stage, { track: 'intake' })).find(
          ({ type }) => type === 'crisis.declared',
        );
        expect(told?.payload).toMatchObject({ source: 'medical' });
        expect(await contextOf(stage, 'intake')).toMatchObject({ rightsTold: true });
      },
    },
    {
      says: 'Her death ends every deadline, and nothing is sent any more; the file stays',
      check: async (stage) => {
        expect(await stateOf(stage, 'intake')).toEqual(['died']);
        const rows = await stage.world.connection.db
          .selectFrom('deadlines')
          .select(['declaration', 'outcome'])
          .where('case_id', '=', stage.caseId())
          .where('outcome', '=', 'open')
          .execute();
        expect(rows).toEqual([]);
        expect(await armed(stage)).toBe(0);
        expect(stage.noted.get('reminders before')).toBeGreaterThan(0);
        expect(stage.noted.get('events in the quarter after')).toEqual([]);
      },
    },
  ],
};

/** How many reminders of the case would still be sent. */
async function armed(stage: Stage): Promise<number> {
  const rows = await stage.world.connection.db
    .selectFrom('reminders')
    .select('reminder_id')
    .where('case_id', '=', stage.caseId())
    .where('state', '=', 'armed')
    .execute();
  return rows.length;
}
