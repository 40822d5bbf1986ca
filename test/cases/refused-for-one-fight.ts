import { expect } from 'vitest';
import { orderAsked, policeCalled, SCENE, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf, workflowsOf } from '#test/stage/records.ts';

const ORDER = 'protection-order';

export const realCase: RealCase = {
  title: { zh: '仅能证明一次肢体冲突，驳回申请', en: 'One fight is shown, and the application is refused' },
  publication: {
    publisher: '兵团焉耆垦区人民法院',
    title: '人身安全保护令不是隔离墙',
    item: '2022年10月',
  },
  shift:
    'Nothing is moved: the day of the application, 2022-08-01, is the day on which the standard of proof changed.',
  story: [
    {
      at: '2022-06-16T20:00',
      line: 'A quarrel over a loan becomes a fight between both; the police are called',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', violenceForms: ['physical'] } });
        await policeCalled(stage, { input: { relation: 'spouse' } });
        await stage.tells('police', 'warning-letter', ['scene.reached', { ...SCENE, injured: false }]);
      },
    },
    {
      at: '2022-08-01T10:00',
      line: 'She applies for an order and sues for divorce on the same day',
      plays: async (stage) => {
        await orderAsked(stage);
        await stage.opens('manager', 'litigation', { kind: 'divorce', herRole: 'claimant' });
        const filedAt = '2022-08-01T10:00:00.000+08:00';
        await stage.tells('manager', 'litigation', ['suit.filed', { filedAt }]);
      },
    },
    {
      at: '2022-08-02T10:00',
      line: 'The court fetches the records of the call',
      plays: (stage) =>
        stage.tells('court', ORDER, [
          'evidence.added',
          { kind: 'police_records', origin: 'court', about: '仅记载当日双方肢体冲突' },
        ]),
    },
    {
      at: '2022-08-03T10:00',
      line: 'Neither violence nor a real danger is shown: refused',
      plays: (stage) => stage.tells('court', ORDER, ['order.refused', { reason: 'no_violence_shown' }]),
    },
    {
      at: '2022-08-05T10:00',
      plays: (stage) => stage.tells('court', ORDER, ['refusal.served']),
    },
    {
      at: '2022-08-06T10:00',
      plays: async (stage) => {
        stage.noted.set('facts after the refusal', await stage.facts());
        await stage.tells('manager', ORDER, ['application.renewed']);
        stage.noted.set('second', await contextOf(stage, `${ORDER}#2`));
      },
    },
  ],
  expects: [
    {
      says: 'The standard of proof is that of the day of acceptance: on that very day, a greater likelihood',
      check: async (stage) => {
        expect(await contextOf(stage, `${ORDER}#1`)).toMatchObject({
          standard: 'likelihood',
          refusal: 'no_violence_shown',
        });
      },
    },
    {
      says: 'She has five days: the safe end counts from making, the legal one from service; her safety is looked at',
      check: async (stage) => {
        const track = `${ORDER}#1`;
        const [safe] = await clocksOf(stage, track, 'refusalReconsideration');
        const [legal] = await clocksOf(stage, track, 'refusalReconsiderationLegal');
        expect([safe?.rule, safe?.safeDue]).toEqual(['C7', '2022-08-08T24:00']);
        expect([legal?.rule, legal?.safeDue]).toEqual(['C7', '2022-08-10T24:00']);
        expect(await clocksOf(stage, track, 'review')).toMatchObject([{ rule: 'H42' }]);
        expect(stage.noted.get('facts after the refusal')).toMatchObject({ dangerPoint: 'due' });
      },
    },
    {
      says: 'With new facts she may ask again at any time, as often as she needs',
      check: async (stage) => {
        await stage.tells('manager', `${ORDER}#1`, ['application.renewed']);
        await stage.opens('manager', ORDER, {
          ...{ relation: 'spouse', basis: 'danger' },
          applicants: [{ id: 'a1' }],
          respondents: [{ id: 'r1' }],
        });
        const orders = (await workflowsOf(stage)).filter((workflow) => workflow === ORDER);
        expect(orders).toHaveLength(4);
        expect(await stateOf(stage, `${ORDER}#4`)).toEqual(['preparing']);
      },
    },
    {
      says: 'Why it was refused and what was collected stays, and serves the next application',
      check: async (stage) => {
        const events = await eventsOf(stage, { track: `${ORDER}#1` });
        expect(events.find(({ type }) => type === 'order.refused')?.payload).toEqual({
          reason: 'no_violence_shown',
        });
        expect(stage.noted.get('second')).toMatchObject({ evidence: ['police_records'] });
      },
    },
  ],
};
