import { expect } from 'vitest';
import { orderAsked, policeCalled, SCENE, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';

const ORDER = 'protection-order';

export const realCase: RealCase = {
  title: { zh: '一次肢体冲突，裁定驳回申请', en: 'One scuffle over a debt: refused' },
  publication: {
    publisher: '兵团焉耆垦区人民法院',
    title: '人身安全保护令不是隔离墙',
    item: '2022年10月',
  },
  shift:
    'Nothing is moved: 2022-08-01, the day of filing, is the day on which the standard of proof changed. Deadlines that ask for a rest day of 2022 are provisional.',
  story: [
    {
      at: '2022-06-16T20:00',
      line: 'A quarrel about a debt comes to blows, and she calls the police',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', history: { earlierViolence: false } } });
        await policeCalled(stage, { by: 'operator', input: {} });
        await stage.tells('police', 'warning-letter', ['scene.reached', { ...SCENE, injured: false }]);
        await stage.tells('operator', 'intake', scaleOf([]));
      },
    },
    {
      at: '2022-07-31T15:00',
      plays: async (stage) => {
        await welcomed(stage, { inCase: 'another' });
        await orderAsked(stage, { inCase: 'another' });
      },
    },
    {
      at: '2022-08-01T10:00',
      line: 'She asks for an order and a divorce on the same day',
      plays: async (stage) => {
        await orderAsked(stage);
        await stage.opens('manager', 'litigation', { kind: 'divorce', herRole: 'claimant' });
        await stage.tells('manager', 'litigation', [
          'suit.filed',
          { filedAt: instantOf('2022-08-01T10:00') },
        ]);
      },
    },
    {
      at: '2022-08-02T10:00',
      line: 'The court fetches the records of the call',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          ['collection.requested', { kind: 'police_records' }],
          ['evidence.added', { kind: 'police_records', origin: 'court' }],
        ),
    },
    {
      at: '2022-08-03T15:00',
      line: 'They show a scuffle on that day, and neither violence nor a danger: refused',
      plays: async (stage) => {
        await stage.tells('court', ORDER, ['order.refused', { reason: 'no_violence_shown' }]);
        stage.noted.set('refused', [await stateOf(stage, ORDER), await stage.facts()]);
      },
    },
    { at: '2022-08-04T09:00', plays: (stage) => stage.tells('manager', ORDER, ['risk.reviewed']) },
    {
      at: '2022-08-05T09:00',
      plays: (stage) => stage.tells('court', ORDER, ['refusal.served']),
    },
    {
      at: '2022-08-06T09:00',
      plays: async (stage) => {
        await stage.tells('manager', ORDER, ['application.renewed']);
        stage.noted.set('again', await contextOf(stage, ORDER));
        stage.noted.set('and the first', await stateOf(stage, `${ORDER}#1`));
        await stage.tells('manager', `${ORDER}#1`, ['application.renewed']);
        stage.noted.set('a third time', await stateOf(stage, `${ORDER}#3`));
      },
    },
  ],
  expects: [
    {
      says: 'Accepted on 1 August 2022 it is judged by what is more likely; a day earlier it would not have been',
      check: async (stage) => {
        expect(await contextOf(stage, `${ORDER}#1`)).toMatchObject({ standard: 'likelihood' });
        expect(await contextOf(stage, `another/${ORDER}`)).toMatchObject({ standard: 'general' });
      },
    },
    {
      says: 'Five days, warned of from the making and ended from the service; meanwhile her safety is looked at anew',
      check: async (stage) => {
        expect(await clocksOf(stage, `${ORDER}#1`, 'refusalReconsideration')).toMatchObject([
          { rule: 'C7', startedAt: expect.stringMatching(/^2022-08-03/), safeDue: '2022-08-08T24:00' },
        ]);
        const [fromService] = await clocksOf(stage, `${ORDER}#1`, 'refusalReconsiderationLegal');
        expect(fromService).toMatchObject({
          rule: 'C7',
          startedAt: expect.stringMatching(/^2022-08-05/),
          isProvisional: true,
        });
        expect(fromService?.legalDue).toBe('2022-08-10T24:00');
        expect(stage.noted.get('refused')).toMatchObject([['refusing.unserved'], { dangerPoint: 'due' }]);
        expect(await clocksOf(stage, `${ORDER}#1`, 'review')).toMatchObject([{ outcome: 'met' }]);
        expect(await noticesOf(stage, 'order.refused')).not.toEqual([]);
      },
    },
    {
      says: 'With something new she asks again whenever she wants, and as often',
      check: (stage) => {
        expect(stage.noted.get('and the first')).toEqual(['refusing.served']);
        expect(stage.noted.get('a third time')).toEqual(['preparing']);
      },
    },
    {
      says: 'Why it was refused and what was fetched is kept, and serves the next application',
      check: async (stage) => {
        expect(await contextOf(stage, `${ORDER}#1`)).toMatchObject({ refusal: 'no_violence_shown' });
        expect(stage.noted.get('again')).toMatchObject({ evidence: ['police_records'], acceptedAt: null });
        const fetched = (await eventsOf(stage, { track: `${ORDER}#1` })).find(
          ({ type }) => type === 'evidence.added',
        );
        expect(fetched?.payload).toEqual({ kind: 'police_records', origin: 'court' });
      },
    },
  ],
};
