import { expect } from 'vitest';
import { grantOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import type { Stage } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const INPUT = {
  relation: 'spouse',
  basis: 'violence',
  applicants: [{ id: 'a1', name: '姚静秋' }],
  respondents: [{ id: 'r1', name: '贾长河' }],
};
const FILED = { court: 'applicant_residence', mode: 'written', measures: ['no_violence'] };

async function applied(stage: Stage): Promise<void> {
  await welcomed(stage, {
    form: { relation: 'spouse', violenceForms: ['physical'], history: { earlierViolence: true } },
  });
  await stage.opens('manager', ORDER, INPUT);
  await stage.tells(
    'manager',
    ORDER,
    ['evidence.added', { kind: 'recordings', origin: 'applicant', about: '伤照' }],
    ['evidence.added', { kind: 'police_records', origin: 'applicant', about: '报警通话记录' }],
    ['application.filed', FILED],
  );
  await stage.entrusts('manager', ORDER, 'court');
  await stage.tells('court', ORDER, ['application.accepted', { urgent: false }]);
  await stage.tells('manager', ORDER, ['collection.requested', { kind: 'police_records' }]);
}

export const realCase: RealCase = {
  title: {
    zh: '仅有伤照和报警通话记录，被申请人否认，仍签发',
    en: 'Granted on photographs and a call record, though he denies it',
  },
  publication: {
    publisher: '北京为平妇女权益机构',
    title: '反家暴法实施八周年监测报告·案例简析篇',
    item: '法院部分',
  },
  shift: 'Two years on: April 2023 is April 2025. The source gives no days.',
  story: [
    {
      at: '2025-04-10T09:00',
      line: 'She applies with photographs and the record of a call to the police, and nothing else',
      plays: applied,
    },
    {
      at: '2025-04-11T10:00',
      line: 'He denies it: she fell by herself',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          ['evidence.added', { kind: 'statements', origin: 'respondent', about: '称系自行摔伤' }],
          ['evidence.added', { kind: 'police_records', origin: 'court', about: '调取的接警情况' }],
          ['hearing.held', { attendance: 'both', online: false, stance: 'denies' }],
        ),
    },
    {
      at: '2025-04-11T16:00',
      line: 'The court finds it likely and grants the order',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          grantOf('2025-04-11', [{ id: 'm1', code: 'no_violence' }]),
          ...servedOn(['a1', 'r1', 'station', 'committee']),
        ),
    },
  ],
  expects: [
    {
      says: 'Weak evidence, or none yet, never stops an application from being filed',
      check: async (stage) => {
        await welcomed(stage, { inCase: 'another' });
        const track = `another/${ORDER}`;
        await stage.opens('manager', ORDER, INPUT, 'another');
        await stage.tells('manager', track, ['application.filed', FILED]);
        expect(await contextOf(stage, track)).toMatchObject({ evidence: [] });
        expect(await stateOf(stage, track)).toEqual(['filed']);
      },
    },
    {
      says: 'The standard is a greater likelihood; his denial does not stand in the way',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({ standard: 'likelihood', hearings: 1 });
        const held = (await eventsOf(stage, { track: ORDER })).find(({ type }) => type === 'hearing.held');
        expect(held?.payload).toMatchObject({ stance: 'denies' });
        expect((await stage.facts()).protectionOrder).toBe('in_force');
      },
    },
    {
      says: 'A call record is evidence of the third kind, and the court can be asked to fetch the records',
      check: async (stage) => {
        expect((await contextOf(stage, ORDER))['evidence']).toContain('police_records');
        const events = await eventsOf(stage, { track: ORDER });
        expect(events.map(({ type }) => type)).toContain('collection.requested');
        const fetched = events.filter(({ payload }) => payload['origin'] === 'court');
        expect(fetched.map(({ payload }) => payload['kind'])).toEqual(['police_records']);
      },
    },
  ],
};
