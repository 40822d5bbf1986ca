import { expect } from 'vitest';
import { ruleOf } from '#src/base/rules.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { computeDue } from '#src/calendar/compute-due.ts';
import { grantOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, remindersOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';

export const realCase: RealCase = {
  title: { zh: '双方到庭听证，次日签发', en: 'Heard face to face the day after she asked' },
  publication: { publisher: '昆明信息港', title: '昆明首份人身安全保护令', item: '2016年4月' },
  shift:
    'Ten years on: 2016-03-15 is 2026-03-15, 2016-04-06 is 2026-04-06. The order ends in the same holiday.',
  story: [
    {
      at: '2026-03-15T19:00',
      line: 'Beaten over a bowl and a pair of chopsticks: glasses broken, the corner of an eye cut',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', injury: { victimInjured: true } } });
        await stage.tells('operator', 'intake', ['incident.reported', { what: '眼角划伤，鉴定为轻微伤' }]);
      },
    },
    {
      at: '2026-03-28T10:00',
      line: 'Back at her parents with the child, he comes to the door again and again',
      plays: (stage) =>
        stage.tells('operator', 'intake', ['incident.reported', { what: '多次到父母家滋扰' }]),
    },
    {
      at: '2026-04-05T16:00',
      line: 'She sues for divorce and applies for an order',
      plays: async (stage) => {
        await stage.opens('manager', 'litigation', { kind: 'divorce', herRole: 'claimant' });
        await stage.tells('manager', 'litigation', [
          'suit.filed',
          { filedAt: '2026-04-05T16:00:00.000+08:00' },
        ]);
        await stage.opens('manager', ORDER, {
          ...{ relation: 'spouse', basis: 'violence', movedOut: true },
          applicants: [{ id: 'a1', name: '祁晚晴' }],
          respondents: [{ id: 'r1', name: '邱大山' }],
          protectedPersons: [{ id: 'p1' }],
        });
        await stage.tells('manager', ORDER, [
          'application.filed',
          { court: 'applicant_residence', mode: 'written', measures: ['no_violence', 'no_harassment'] },
        ]);
        await stage.entrusts('manager', ORDER, 'court');
        await stage.tells('court', ORDER, ['application.accepted', { urgent: true }]);
      },
    },
    {
      at: '2026-04-06T09:30',
      line: 'Heard in court: her lawyer shows photographs and the opinion, he says that she fell',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          ['evidence.added', { kind: 'recordings' }],
          ['evidence.added', { kind: 'appraisal' }],
          ['hearing.held', { attendance: 'both', online: false, stance: 'denies' }],
        ),
    },
    {
      at: '2026-04-06T15:00',
      line: 'Granted the same day: no violence, no harassing, following or threatening of her and hers',
      plays: async (stage) => {
        await stage.tells(
          'court',
          ORDER,
          grantOf('2026-04-06', [
            { id: 'm1', code: 'no_violence' },
            { id: 'm2', code: 'no_harassment' },
            { id: 'm3', code: 'no_stalking' },
          ]),
          ...servedOn(['a1', 'r1', 'station', 'committee']),
        );
      },
    },
  ],
  expects: [
    {
      says: 'Urgent: decided within twenty-four hours of acceptance',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'decision')).toMatchObject([{ rule: 'C3', outcome: 'met' }]);
      },
    },
    {
      says: 'Both came and were heard face to face',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({
          hearings: 1,
          evidence: ['appraisal', 'recordings'],
        });
      },
    },
    {
      says: 'It ends on 6 October at 24:00, in the middle of the National Day holiday, and no day later',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'validity')).toMatchObject([
          { rule: 'C5', safeDue: '2026-10-06T24:00', legalDue: '2026-10-06T24:00', outcome: 'open' },
        ]);
      },
    },
    {
      says: 'An extension is asked for by the last working day before it; a year nobody published is said to be unknown',
      check: async (stage) => {
        const reminders = await remindersOf(stage, ORDER, 'extension');
        expect(reminders.map(({ at }) => at.slice(0, 10))).toContain('2026-09-30');
        expect(await clocksOf(stage, ORDER, 'extension')).toMatchObject([{ isProvisional: false }]);
        const unknown = { calendar: CHINA_CALENDAR, onUnknownYear: 'refuse' } as const;
        expect(computeDue(ruleOf('C5'), '2029-04-06', unknown).legalDue).toBe('2029-10-06T24:00');
        expect(() => computeDue(ruleOf('C7'), '2029-10-01', unknown)).toThrow();
      },
    },
  ],
};
