import { expect } from 'vitest';
import { gradedHigh, orderAsked, planOf, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, noticesOf, stateOf } from '#test/stage/records.ts';
import type { Stage } from '#test/stage/stage.ts';

const THREATS = ['q1', 'q2', 'q3', 'q6', 'q7', 'q8'] as const;
const SUIT = 'litigation';

/** The same woman, had she asked for an order, or had somebody proposed to mediate. */
async function whatIf(stage: Stage): Promise<void> {
  await welcomed(stage, { inCase: 'another' });
  await gradedHigh(stage, THREATS, 'another');
  await stage.opens('manager', 'mediation', { body: 'committee', free: true }, 'another');
  const passed = {
    ...{ askedAlone: true, violence: 'light_first', afraid: false, refuses: false },
    ...{ wantsLawfulHandling: false, offence: false, childAtRisk: false },
    ...{ toldOfPolice: true, toldOfWarning: true, womanAmongMediators: true },
  };
  const barred = await stage.isRefused('manager', 'another/mediation', ['screening.passed', passed]);
  stage.noted.set('mediation barred by', barred);
  await orderAsked(stage, { inCase: 'another' });
  stage.noted.set('order', await contextOf(stage, 'another/protection-order'));
}

export const realCase: RealCase = {
  title: { zh: '起诉离婚三日后被杀害', en: 'Killed three days after she filed for divorce' },
  publication: { publisher: '最高人民法院', title: '反家庭暴力犯罪等典型案例（2024-11）', item: '案例一' },
  shift: 'Four years on: 2021-07-07 is 2025-07-07, and the days between are kept.',
  story: [
    {
      at: '2025-01-15T10:00',
      line: 'Beaten again she goes back to her parents and asks for a divorce; he says he will kill',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', history: { earlierViolence: true } } });
        await stage.tells('operator', 'intake', ['circumstances.changed', { kind: 'divorce_demanded' }]);
        await gradedHigh(stage, THREATS);
        const unsafe = planOf(stage, 'counselling');
        const poor = { ...unsafe[1], declined: [] };
        stage.noted.set('plan without order', await stage.isRefused('manager', 'intake', [unsafe[0], poor]));
        await stage.tells('manager', 'intake', unsafe);
      },
    },
    { at: '2025-01-15T12:00', plays: whatIf },
    {
      at: '2025-07-07T09:30',
      line: 'She files for divorce',
      plays: async (stage) => {
        await stage.tells(
          'operator',
          'intake',
          scaleOf(THREATS),
          ['police.informed'],
          ['federation.informed'],
        );
        await stage.opens('manager', SUIT, { kind: 'divorce', herRole: 'claimant' });
        await stage.tells('manager', SUIT, ['suit.filed', { filedAt: '2025-07-07T09:00:00.000+08:00' }]);
        await stage.entrusts('manager', SUIT, 'court');
        await stage.tells('court', SUIT, ['suit.docketed'], ['service.planned', { paper: 'summons' }]);
        stage.noted.set('facts before service', await stage.facts());
      },
    },
    {
      at: '2025-07-08T15:00',
      line: 'He has the summons and threatens to kill her again',
      plays: async (stage) => {
        const servedAt = '2025-07-08T14:30:00.000+08:00';
        const served = { paper: 'summons', addressee: 'respondent', method: 'direct', servedAt };
        await stage.tells('court', SUIT, ['summons.served', served]);
        await stage.tells('operator', 'intake', ['incident.reported', { what: '收到传票后再次扬言杀人' }]);
      },
    },
    {
      at: '2025-07-09T20:00',
      line: 'He lies in wait with a knife and does not meet her',
      plays: (stage) =>
        stage.tells('operator', 'intake', ['circumstances.changed', { kind: 'lying_in_wait' }]),
    },
    {
      at: '2025-07-10T08:00',
      line: 'He waits again, and when she does not withdraw her suit, kills her',
      plays: (stage) => stage.tells('operator', 'intake', ['death.recorded', { who: 'survivor' }]),
    },
  ],
  expects: [
    {
      says: 'Serving the suit on him is a danger that can be foreseen: before it, review, order and safety plan fall due',
      check: async (stage) => {
        expect(stage.noted.get('facts before service')).toMatchObject({ dangerPoint: 'due' });
        const [told] = await noticesOf(stage, 'danger.foreseen');
        expect(String(told?.at) < '2025-07-08T14:30').toBe(true);
        const [review] = await clocksOf(stage, SUIT, 'dangerReview');
        expect(review?.startedAt.slice(0, 10)).toBe('2025-07-07');
        expect(stage.noted.get('plan without order')).toEqual(['safetyOffered']);
      },
    },
    {
      says: 'A threat to kill that she believes, “die together”: high, never mediated, an order is urgent',
      check: async (stage) => {
        expect(await contextOf(stage, 'another/intake')).toMatchObject({ risk: 'high' });
        expect(stage.noted.get('mediation barred by')).toContain('riskBelowHigh');
        expect(stage.noted.get('order')).toMatchObject({ urgencyAsked: true, filingSafetyRule: 'H21' });
      },
    },
    {
      says: 'From the suit to her death are three days: what the court does brings the review at once, no calendar does',
      check: async (stage) => {
        const [review] = await clocksOf(stage, SUIT, 'dangerReview');
        expect(String(review?.safeDue) < '2025-07-09').toBe(true);
        const reviews = await clocksOf(stage, 'intake', 'assessment');
        expect(reviews.some(({ startedAt }) => startedAt.startsWith('2025-07-0'))).toBe(true);
        expect(await stateOf(stage, 'intake')).toEqual(['died']);
      },
    },
  ],
};
