import { expect } from 'vitest';
import { grantOf, servedOn, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf } from '#test/stage/records.ts';
import { instantOf, type Stage } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const beaten = (what: string) => (stage: Stage) =>
  stage.tells('operator', 'intake', ['incident.reported', { what }]);

export const realCase: RealCase = {
  title: { zh: '母子共同申请，刑满释放后施暴', en: 'Mother and son ask together; he came out of prison' },
  publication: {
    publisher: '南方都市报（珠海市香洲区人民法院）',
    title: '父亲多次打孩子被发禁令',
    item: '2016年',
  },
  shift: 'Nine years on: 2016-03-30 is 2025-03-30. When he came out of prison is not said; a month before.',
  story: [
    {
      at: '2025-02-28T10:00',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', violenceForms: ['physical'] } });
        await stage.opens('manager', 'criminal', {
          ...{
            suspect: 'abuser',
            offence: 'other',
            source: 'other',
            reportedAt: instantOf('2025-02-28T10:00'),
          },
        });
        await stage.tells('manager', 'criminal', [
          'restraint.imposed',
          {
            ...{ kind: 'imprisonment', from: instantOf('2025-02-28T10:00') },
            plannedEnd: instantOf('2025-03-02T10:00'),
          },
        ]);
      },
    },
    {
      at: '2025-03-02T10:10',
      plays: async (stage) => void stage.noted.set('out of prison', await stage.facts()),
    },
    { at: '2025-03-30T20:00', line: 'He beats his wife and their boy of ten', plays: beaten('殴打母子') },
    { at: '2025-04-30T20:00', line: 'Again', plays: beaten('再次殴打') },
    { at: '2025-05-01T20:00', line: 'And the next day', plays: beaten('再次殴打') },
    { at: '2025-05-12T20:00', line: 'And again', plays: beaten('再次殴打') },
    {
      at: '2025-05-14T09:30',
      line: 'Mother and son apply together, with a paper of the committee and photographs',
      plays: async (stage) => {
        await stage.opens('manager', ORDER, {
          ...{ relation: 'spouse', basis: 'violence' },
          applicants: [
            { id: 'a1', name: '乔燕来' },
            { id: 'a2', name: '乔小舟', minor: true },
          ],
          respondents: [{ id: 'r1', name: '明刚' }],
        });
        await stage.tells(
          'manager',
          ORDER,
          ['evidence.added', { kind: 'reports_to_bodies' }],
          ['evidence.added', { kind: 'recordings' }],
          [
            'application.filed',
            {
              ...{ court: 'applicant_residence', mode: 'written' },
              measures: ['no_violence', 'no_harassment', 'no_contact'],
            },
          ],
        );
        await stage.entrusts('manager', ORDER, 'court');
        await stage.tells('court', ORDER, ['application.accepted', { urgent: true }]);
      },
    },
    {
      at: '2025-05-15T09:00',
      line: 'Granted: he neither harasses nor meets the child',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          grantOf('2025-05-15', [
            { id: 'm1', code: 'no_harassment' },
            { id: 'm2', code: 'no_contact' },
          ]),
          ...servedOn(['a1', 'a2', 'r1', 'station', 'committee']),
        ),
    },
  ],
  expects: [
    {
      says: 'Two applicants in one application, each served; four incidents make it repeated',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({
          applicants: [
            { id: 'a1', minor: false },
            { id: 'a2', minor: true },
          ],
          toServe: [],
        });
        const incidents = (await eventsOf(stage, { track: 'intake' })).filter(
          ({ type }) => type === 'incident.reported',
        );
        expect(incidents).toHaveLength(4);
        expect((await stage.facts()).repeat).toBe('yes');
      },
    },
    {
      says: 'When he comes out of prison she is told, and the risk is looked at anew',
      check: async (stage) => {
        expect(stage.noted.get('out of prison')).toMatchObject({ custody: 'none', dangerPoint: 'due' });
        expect(await clocksOf(stage, 'criminal', 'releaseTold')).not.toEqual([]);
        expect(await noticesOf(stage, 'release.upcoming')).not.toEqual([]);
      },
    },
    {
      says: 'A paper of the committee is evidence: a record of having asked a body for help',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({
          evidence: ['recordings', 'reports_to_bodies'],
        });
      },
    },
  ],
};
