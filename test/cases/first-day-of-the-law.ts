import { expect } from 'vitest';
import { computeAnswer } from '#src/calendar/compute-answer.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import { ruleOf } from '#src/base/rules.ts';
import { grantOf, orderAsked, policeCalled, SCENE, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf } from '#test/stage/records.ts';
import { instantOf, type Stage, type Told } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const CALL = 'another/warning-letter';
const ACT = 'another/enforcement';
const TALK = { ground: 'trivial', forgivenAlone: true } as const;

/** Ten years on, a woman of the same age calls the police. */
async function today(stage: Stage): Promise<void> {
  await welcomed(stage, { inCase: 'another' });
  await policeCalled(stage, { inCase: 'another', input: { fragile: ['elder'] } });
  await stage.tells('police', CALL, ['scene.reached', SCENE]);
  stage.noted.set('talked to', await stage.isRefused('police', CALL, ['offender.educated', TALK]));
  await stage.tells('police', CALL, ['case.punished']);
  await stage.entrusts('manager', ACT, 'police');
  await stage.tells('police', ACT, ['case.opened', { ground: 'beating' }]);
  const decided = { kind: 'detention', days: 10 };
  const grave = { ...decided, ground: 'aggravated', aggravation: 'over_70' };
  stage.noted.set(
    'as if she were seventy',
    await stage.isRefused('police', ACT, ['punishment.decided', grave]),
  );
  await stage.tells('police', ACT, ['punishment.decided', { ...decided, ground: 'beating' }]);
}

export const realCase: RealCase = {
  title: { zh: '反家庭暴力法施行首日签发', en: 'Filed on a leap day, granted on the first day of the law' },
  publication: { publisher: '中国妇女报', title: '多地发出人身安全保护令', item: '2016-04-11，北京房山' },
  shift:
    'Nothing is moved: the day on which the law took effect is the point, and so is the leap day. What is asked of the law of today is asked in March 2026.',
  story: [
    {
      at: '2015-12-25T10:00',
      line: 'Beaten for more than thirty years, she files for divorce',
      plays: async (stage) => {
        await welcomed(stage, {
          form: {
            ...{ relation: 'spouse', victim: { ageGroup: 'from_60_to_69' } },
            history: { earlierViolence: true },
          },
        });
        await stage.tells('operator', 'intake', scaleOf(['q3']));
        await stage.opens('manager', 'litigation', { kind: 'divorce', herRole: 'claimant' });
        await stage.tells('manager', 'litigation', [
          'suit.filed',
          { filedAt: instantOf('2015-12-25T10:00') },
        ]);
      },
    },
    {
      at: '2016-02-29T10:00',
      line: 'She hands in her application a day before there is a law for it',
      plays: async (stage) => {
        await stage.opens('manager', ORDER, {
          ...{ relation: 'spouse', basis: 'violence' },
          applicants: [{ id: 'a1', name: '辛若兰' }],
          respondents: [{ id: 'r1', name: '敖立夫' }],
        });
        await stage.tells('manager', ORDER, [
          'application.filed',
          { court: 'applicant_residence', mode: 'written', measures: ['no_violence', 'no_harassment'] },
        ]);
        await stage.entrusts('manager', ORDER, 'court');
        const early: Told = ['application.accepted', { urgent: false }];
        stage.noted.set('a day early', await stage.isRefused('court', ORDER, early));
      },
    },
    {
      at: '2016-03-01T09:00',
      line: 'On the first day of the law it is taken in and granted',
      plays: async (stage) => {
        await stage.tells(
          'court',
          ORDER,
          ['application.accepted', { urgent: false }],
          grantOf('2016-03-01', [{ id: 'm1', code: 'no_violence' }]),
          ...servedOn(['a1', 'r1', 'station', 'committee']),
        );
        stage.noted.set('order', await contextOf(stage, ORDER));
        await orderAsked(stage, { input: { previousOrder: await stage.track(ORDER) } });
      },
    },
    { at: '2026-03-02T10:00', plays: today },
  ],
  expects: [
    {
      says: 'Handed in before the law, taken in under it: the day of acceptance decides, not the day of filing',
      check: (stage) => {
        expect(stage.noted.get('a day early')).toEqual(['basisInForce']);
        expect(stage.noted.get('order')).toMatchObject({
          acceptedAt: expect.stringMatching(/^2016-03-01T09/),
          standard: 'general',
        });
      },
    },
    {
      says: 'Six months from 1 March end on 1 September; from a leap day on 29 August, not on the last of the month',
      check: async (stage) => {
        expect(stage.noted.get('order')).toMatchObject({ validTo: '2016-09-01' });
        expect(await clocksOf(stage, `${ORDER}#1`, 'validity')).toMatchObject([
          { rule: 'C5', legalDue: '2016-09-01T24:00', outcome: 'lapsed', isProvisional: false },
        ]);
        const leapDay = computeAnswer(ruleOf('C5'), '2016-02-29T10:00', {
          calendar: CHINA_CALENDAR,
        });
        expect(leapDay).toMatchObject({ legalDue: '2016-08-29T24:00' });
      },
    },
    {
      says: 'For an older person a letter is generally due; the graver ground begins at seventy',
      check: async (stage) => {
        expect(stage.noted.get('talked to')).toEqual(['letterNotDue']);
        expect(stage.noted.get('as if she were seventy')).toEqual(['groundFitsVictim']);
        expect((await stage.facts('another')).punished).toBe('yes');
      },
    },
    {
      says: 'The court of the district where she lives has it',
      check: async (stage) => {
        const events = await eventsOf(stage, { track: `${ORDER}#1` });
        const filed = events.find(({ type }) => type === 'application.filed');
        expect(filed?.payload).toMatchObject({ court: 'applicant_residence' });
        const { tracks } = await stage.world.engine.viewCase(stage.person('court'), stage.caseId());
        const orders = tracks.filter(({ workflow }) => workflow === ORDER);
        expect(new Set(orders.map(({ agency }) => agency))).toEqual(new Set([stage.person('court').agency]));
      },
    },
  ],
};
