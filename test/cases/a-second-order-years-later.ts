import { expect } from 'vitest';
import {
  grantOf,
  orderAsked,
  planOf,
  policeCalled,
  SCENE,
  scaleOf,
  servedOn,
  welcomed,
} from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import type { Told } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const CALL = 'warning-letter';
const NAME = '蒲云笺';
const FOLLOWED: Told = ['followup.passed', { spokenAlone: true }];

export const realCase: RealCase = {
  title: { zh: '第一张期满后，她申请了第二张', en: 'Two quiet years after the first order, a second' },
  publication: {
    publisher: '平安湖州（政法综治）',
    title: '第一张人身安全保护令期满后，她申请了第二张',
    item: '2022年3月',
  },
  shift:
    'Four years on: 2022-03-03 is 2026-03-03. The first order, more than two years before, falls into 2023, which the calendar does not cover.',
  story: [
    {
      at: '2023-12-20T10:00',
      line: 'At the end of the year she is given her first order',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', victim: { name: NAME } } });
        await stage.tells('operator', 'intake', scaleOf([], { injured: true }), planOf(stage, 'counselling'));
        await orderAsked(stage);
        await stage.tells('court', ORDER, grantOf('2023-12-20', [{ id: 'm1', code: 'no_violence' }]));
        await stage.tells('court', ORDER, ...servedOn(['a1', 'r1', 'station', 'committee']));
        await stage.tells('court', 'referral', ['result.written', { text: '已作出保护令并送达' }]);
      },
    },
    {
      at: '2024-06-21T10:00',
      line: 'It runs out in the middle of the next year',
      plays: async (stage) => {
        stage.noted.set('run out', await stateOf(stage, ORDER));
        await stage.tells(
          'manager',
          ORDER,
          ['feedback.returned', { signed: true, units: ['committee'] }],
          ['risk.reviewed'],
          ['order.closed', { renewalOffered: true }],
        );
        await stage.tells('operator', 'intake', scaleOf([], { injured: true }), planOf(stage, 'counselling'));
        const done = { ground: 'self_handled', satisfied: true, planClear: true };
        await stage.tells('manager', 'intake', ['plan.completed', done]);
        stage.noted.set('closed', await stateOf(stage, 'intake'));
      },
    },
    {
      at: '2024-06-28T10:00',
      plays: async (stage) => stage.tells('operator', 'intake', FOLLOWED),
    },
    {
      at: '2024-07-20T10:00',
      plays: async (stage) => stage.tells('operator', 'intake', FOLLOWED),
    },
    {
      at: '2026-02-25T21:00',
      line: 'He hits her in her shop; the camera sees it, and the police only talk to him',
      plays: async (stage) => {
        stage.noted.set('two years on', [
          await stateOf(stage, 'intake'),
          await clocksOf(stage, 'intake', 'followUp'),
        ]);
        const opened = await stage.world.engine.viewTrack(
          stage.person('manager'),
          await stage.track('intake'),
        );
        stage.noted.set('read after two years', Object.values(opened.revealed));
        await stage.tells('operator', 'intake', ['call.repeated']);
        stage.noted.set('reopened', await stateOf(stage, 'intake'));
        await policeCalled(stage, { by: 'operator', input: {} });
        await stage.tells('police', CALL, ['scene.reached', SCENE]);
        const talk = { ground: 'light_forgiven', forgivenAlone: true };
        stage.noted.set('only talked to', await stage.isRefused('police', CALL, ['offender.educated', talk]));
        await stage.tells('operator', CALL, ['decision.disputed', { kind: 'educated' }]);
      },
    },
    {
      at: '2026-03-02T10:00',
      line: 'After a hearing she is given a second order',
      plays: async (stage) => {
        const previousOrder = await stage.track(ORDER);
        await stage.tells(
          'operator',
          'intake',
          scaleOf(['q3'], { injured: true }),
          planOf(stage, 'counselling'),
        );
        await orderAsked(stage, { input: { previousOrder } });
        await stage.tells(
          'court',
          ORDER,
          ['evidence.added', { kind: 'recordings', origin: 'applicant' }],
          ['hearing.held', { attendance: 'both', online: false }],
          grantOf('2026-03-02', [{ id: 'm1', code: 'no_violence' }], {
            units: [
              { id: 'station', kind: 'police_station', district: 'own' },
              { id: 'committee', kind: 'committee', district: 'other', covers: 'her_home' },
            ],
          }),
          ...servedOn(['a1', 'r1', 'station']),
        );
      },
    },
    {
      at: '2026-03-03T09:00',
      line: 'Through the shared courtroom of the next district her committee is told over the net',
      plays: (stage) =>
        stage.tells('court', ORDER, [
          'document.served',
          { to: 'committee', method: 'electronic', consented: true, addressHidden: true },
        ]),
    },
  ],
  expects: [
    {
      says: 'The second is a new application and no extension: a track of its own that names the first',
      check: async (stage) => {
        expect(await contextOf(stage, `${ORDER}#2`)).toMatchObject({
          previousOrder: await stage.track(`${ORDER}#1`),
          rulings: 1,
          validTo: '2026-09-02',
        });
        expect(await stateOf(stage, `${ORDER}#1`)).toEqual(['ended']);
        const all = (await eventsOf(stage)).map(({ type }) => type);
        expect(all.filter((type) => type === 'order.granted')).toHaveLength(2);
        expect(all).not.toContain('order.extended');
      },
    },
    {
      says: 'After the first has run out she is followed up; when it begins again, the closed case is open again',
      check: async (stage) => {
        expect(stage.noted.get('run out')).toEqual(['expired.handing']);
        expect(stage.noted.get('closed')).toEqual(['closed.followUp']);
        expect(stage.noted.get('two years on')).toMatchObject([
          ['closed.unreached'],
          expect.arrayContaining([expect.objectContaining({ outcome: 'met' })]),
        ]);
        expect(stage.noted.get('reopened')).toContain('open.work.assessing');
        expect(await contextOf(stage, 'intake')).toMatchObject({ repeat: true });
        expect(stage.noted.get('only talked to')).toContain('lightAndFirst');
      },
    },
    {
      says: 'Where she lives is another district than the court: its committee is a unit, and is served there',
      check: async (stage) => {
        expect(await contextOf(stage, ORDER)).toMatchObject({
          units: expect.arrayContaining([expect.objectContaining({ id: 'committee', district: 'other' })]),
        });
        const served = await clocksOf(stage, ORDER, 'service');
        expect(served.find(({ item }) => item === 'committee')).toMatchObject({ outcome: 'met' });
        expect(await clocksOf(stage, ORDER, 'visits')).toMatchObject([{ item: 'committee.1', rule: 'C13p' }]);
      },
    },
    {
      says: 'More than two years later the closed case is found, and what was sealed in it can be read',
      check: (stage) => {
        expect(stage.noted.get('read after two years')).toContain(NAME);
      },
    },
  ],
};
