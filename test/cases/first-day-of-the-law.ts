import { expect } from 'vitest';
import { computeAnswer } from '#src/calendar/compute-answer.ts';
import { CHINA_CALENDAR } from '#src/calendar/china-calendar.ts';
import type { JsonObject } from '#src/base/json.ts';
import { ruleOf } from '#src/base/rules.ts';
import { grantOf, orderAsked, policeCalled, SCENE, scaleOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf } from '#test/stage/records.ts';
import { instantOf, type Stage, type Told } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const TALK = { ground: 'trivial', forgivenAlone: true } as const;
const DETAINED = { kind: 'detention', days: 10 } as const;
const OVER_60 = { ...DETAINED, ground: 'aggravated', aggravation: 'over_60' } as const;
const OVER_70 = { ...DETAINED, ground: 'aggravated', aggravation: 'over_70' } as const;

/** A woman of her age calls the police and he is to be punished: what is refused. */
async function called(stage: Stage, inCase: string, penalties: readonly JsonObject[]): Promise<unknown[]> {
  const [call, act] = [`${inCase}/warning-letter`, `${inCase}/enforcement`];
  await welcomed(stage, { inCase });
  await policeCalled(stage, { inCase, input: { fragile: ['elder'] } });
  await stage.tells('police', call, ['scene.reached', SCENE]);
  const talked = await stage.isRefused('police', call, ['offender.educated', TALK]);
  await stage.tells('police', call, ['case.punished']);
  await stage.entrusts('manager', act, 'police');
  await stage.tells('police', act, ['case.opened', { ground: 'beating' }]);
  const refused: unknown[] = [talked];
  for (const penalty of penalties)
    refused.push(await stage.isRefused('police', act, ['punishment.decided', penalty]));
  return refused;
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
    {
      at: '2016-03-02T10:00',
      plays: async (stage) => {
        const plain = { ...DETAINED, ground: 'beating' };
        stage.noted.set('then', await called(stage, 'then', [plain, OVER_70]));
        await stage.tells('police', 'then/enforcement', ['punishment.decided', OVER_60]);
      },
    },
    {
      at: '2026-03-02T10:00',
      plays: async (stage) => {
        stage.noted.set('today', await called(stage, 'today', [OVER_60, OVER_70]));
        const plain = { ...DETAINED, ground: 'beating' };
        await stage.tells('police', 'today/enforcement', ['punishment.decided', plain]);
      },
    },
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
      says: 'For an older person a letter is generally due; the graver ground begins at seventy, and began at sixty until 2025',
      check: async (stage) => {
        const neither = [['letterNotDue'], ['groundFitsVictim'], ['groundFitsVictim']];
        expect(stage.noted.get('then')).toEqual(neither);
        expect(stage.noted.get('today')).toEqual(neither);
        expect([(await stage.facts('then')).punished, (await stage.facts('today')).punished]).toEqual([
          'yes',
          'yes',
        ]);
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
