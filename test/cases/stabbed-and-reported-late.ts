import { expect } from 'vitest';
import { gradedHigh, planOf, policeCalled, welcomed } from '#test/stage/moves.ts';
import { ruleOf } from '#src/base/rules.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { computeDue } from '#src/calendar/compute-due.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, remindersOf, stateOf, workflowsOf } from '#test/stage/records.ts';

const STABBED_AT = '2025-05-09T21:00';
const CALL_INPUT = {
  relation: 'former_partner',
  reporter: 'survivor',
  priorReports: 0,
  fragile: [],
} as const;

export const realCase: RealCase = {
  title: {
    zh: '持刀刺伤三个月后才报警',
    en: 'Stabbed, and reported three months later when he came again',
  },
  publication: { publisher: '最高人民法院', title: '2025年中国反家庭暴力典型案例', item: '案例3' },
  shift:
    'Two years on: 2023-05-09 is 2025-05-09. The month of August is all the source gives for the report: the 11th.',
  story: [
    {
      at: '2025-08-11T10:00',
      line: 'In May he had stabbed her in the left side of the chest; she told nobody',
      plays: (stage) =>
        welcomed(stage, {
          form: {
            relation: 'ex_partner',
            violenceForms: ['physical'],
            incident: { time: `${STABBED_AT}:00.000+08:00`, detail: '店内持刀捅刺左胸' },
            injury: { victimInjured: true },
            history: { earlierViolence: true },
          },
        }).then(() => undefined),
    },
    {
      at: '2025-08-11T10:20',
      line: 'After it they separated',
      plays: (stage) =>
        stage.tells('operator', 'intake', ['incident.reported', { what: '此后分手' }, '2025-05-20T12:00']),
    },
    {
      at: '2025-08-11T10:40',
      line: 'He comes to her shop and threatens her again; she reports the old deed with the new',
      plays: async (stage) => {
        await gradedHigh(stage, ['q1', 'q2', 's2']);
        await stage.tells('manager', 'intake', planOf(stage, 'police'));
        await policeCalled(stage, { input: CALL_INPUT });
        await stage.tells('police', 'warning-letter', ['report.accepted', { receipt: true, injured: true }]);
      },
    },
    {
      at: '2025-08-12T09:00',
      line: 'Prosecuted for attempted homicide; six years',
      plays: (stage) => stage.tells('police', 'warning-letter', ['crime.filed']),
    },
  ],
  expects: [
    {
      says: 'The deed lies three months before the report; every period counts from its own anchor',
      check: async (stage) => {
        const [decision] = await clocksOf(stage, 'warning-letter', 'decision');
        expect(decision).toMatchObject({ rule: 'P2', outcome: 'met' });
        expect(decision?.startedAt.slice(0, 10)).toBe('2025-08-11');
        const told = (await eventsOf(stage, { track: 'intake' })).find(
          ({ type }) => type === 'caller.registered',
        );
        expect(told?.payload['incident']).toMatchObject({ time: `${STABBED_AT}:00.000+08:00` });
        expect(await remindersOf(stage, 'warning-letter', 'decision')).not.toEqual([]);
      },
    },
    {
      says: 'Within six months it could still be punished, but it is a crime, and goes that way',
      check: async (stage) => {
        const barred = computeDue(ruleOf('P15'), STABBED_AT.slice(0, 10), {
          calendar: CHINA_CALENDAR,
          onUnknownYear: 'refuse',
        });
        expect(barred).toMatchObject({ legalDue: '2025-11-09T24:00' });
        expect(await stateOf(stage, 'warning-letter')).toEqual(['criminal']);
        expect(await workflowsOf(stage)).toContain('criminal');
      },
    },
    {
      says: 'A stab at a vital spot makes it high and lethal, whatever the score',
      check: async (stage) => {
        expect(await contextOf(stage, 'intake')).toMatchObject({ risk: 'high', scoreUpper: 2 });
      },
    },
    {
      says: 'The police handle a former partner as domestic violence all the same',
      check: async (stage) => {
        expect(await contextOf(stage, 'warning-letter')).toMatchObject({ relation: 'former_partner' });
      },
    },
  ],
};
