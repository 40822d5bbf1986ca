import { expect } from 'vitest';
import { welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, stateOf } from '#test/stage/records.ts';

const DUTY = 'duty-failure';
const SEEN_AT = '2025-09-08T15:00:00.000+08:00';

export const realCase: RealCase = {
  title: {
    zh: '医疗机构应报未报被处罚',
    en: 'Two clinics saw what had been done to a child and told nobody',
  },
  publication: { publisher: '法治日报', title: '医疗机构未履行强制报告义务被罚', item: '2025年12月' },
  shift: 'Nothing is moved: 2025. The source gives no days.',
  story: [
    {
      at: '2025-09-20T09:00',
      line: 'A child with injuries that were hardly an accident was treated, and nothing was reported',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'procuratorate_notice', caller: { relation: 'procuratorate' } },
          survivor: { minor: true },
          form: { harmFoundAt: SEEN_AT, minor: true },
        });
        await stage.tells('operator', 'intake', [
          'report.filed',
          { receiptNo: '受案0920', to: '某派出所', madeAt: '2025-09-20T09:05:00.000+08:00' },
        ]);
        await stage.tells('operator', 'intake', ['feedback.received', { answer: 'not_filed' }]);
        const failed = { unit: 'medical', failure: 'unreported', ground: 'suspected', noticedAt: SEEN_AT };
        await stage.opens('manager', DUTY, failed);
        await stage.opens('manager', DUTY, failed);
        for (const number of [1, 2]) {
          await stage.tells('manager', `${DUTY}#${number}`, [
            'lead.reported',
            { to: 'health', receivedAt: '2025-09-20T09:00:00.000+08:00' },
          ]);
        }
      },
    },
    {
      at: '2025-10-15T10:00',
      line: 'The health bureau warns and fines both',
      plays: async (stage) => {
        for (const number of [1, 2]) {
          await stage.tells(
            'manager',
            `${DUTY}#${number}`,
            ['answer.received'],
            ['result.recorded', { kind: 'warning', against: 'unit' }],
            ['result.recorded', { kind: 'fine', against: 'unit' }],
            ['lead.closed', { toldReporter: true }],
          );
        }
      },
    },
  ],
  expects: [
    {
      says: 'The lead goes to the bureau in charge of that trade, which is neither police nor procuratorate',
      check: async (stage) => {
        for (const number of [1, 2]) {
          expect(await contextOf(stage, `${DUTY}#${number}`)).toMatchObject({
            to: 'health',
            results: [{ kind: 'warning' }, { kind: 'fine' }],
          });
          expect(await stateOf(stage, `${DUTY}#${number}`)).toEqual(['closed']);
          expect(await clocksOf(stage, `${DUTY}#${number}`, 'answer')).toMatchObject([
            { rule: 'J1', outcome: 'met' },
          ]);
        }
      },
    },
    {
      says: 'A suspicion is enough: the duty counts from when it arose and does not depend on what the police find',
      check: async (stage) => {
        const [report] = await clocksOf(stage, 'intake', 'mandatoryReport');
        expect(report?.startedAt).toBe(SEEN_AT);
        expect(await contextOf(stage, `${DUTY}#1`)).toMatchObject({
          ground: 'suspected',
          noticedAt: SEEN_AT,
        });
        expect((await stage.facts()).mandatoryReport).toBe('reported');
      },
    },
  ],
};
