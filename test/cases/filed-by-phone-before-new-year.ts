import { expect } from 'vitest';
import { grantOf, ORDER_UNITS, planOf, policeCalled, SCENE, scaleOf, welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, stateOf } from '#test/stage/records.ts';
import type { Told } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const served = (to: string, more: object = {}): Told => [
  'document.served',
  { to, method: 'electronic', consented: true, addressHidden: true, ...more },
];

export const realCase: RealCase = {
  title: {
    zh: '律师手机在线申请，春节假期前一日签发送达',
    en: 'Filed by telephone at nine at night, granted and served the day before New Year',
  },
  publication: { publisher: '最高人民法院', title: '中国反家暴十大典型案例（2023-06）', item: '案例6' },
  shift:
    '738 days on, so that the order is made on the last working day before the Spring Festival: 2023-01-20 is 2025-01-27.',
  story: [
    {
      at: '2024-12-29T10:00',
      line: 'She has sued for divorce; mediation before the suit begins',
      plays: async (stage) => {
        await welcomed(stage, { form: { relation: 'spouse', abuser: { name: '戚长河' } } });
        await stage.tells('operator', 'intake', scaleOf([]), planOf(stage, 'consultation'));
        await stage.opens('manager', 'mediation', { body: 'court', free: true });
        await stage.entrusts('manager', 'mediation', 'court');
      },
    },
    {
      at: '2025-01-20T23:00',
      line: 'At night he breaks her lock, insults and threatens; she calls the police',
      plays: async (stage) => {
        await policeCalled(stage, { input: {} });
        await stage.tells('police', 'warning-letter#1', ['scene.reached', { ...SCENE, injured: false }]);
        await stage.tells('court', 'mediation', ['violence.occurred', { kind: 'threat' }]);
        stage.noted.set('mediation', await stateOf(stage, 'mediation'));
        const opened = await stage.isRefused('court', 'mediation', ['session.opened']);
        stage.noted.set('another session', opened);
      },
    },
    {
      at: '2025-01-23T15:00',
      line: 'He comes to her mother’s home; the mother calls the police',
      plays: async (stage) => {
        await policeCalled(stage, { input: { reporter: 'kin', priorReports: 1 } });
        await stage.tells('police', 'warning-letter#2', ['scene.reached', { ...SCENE, injured: false }]);
      },
    },
    {
      at: '2025-01-26T16:00',
      line: 'She talks to her lawyer',
      plays: async (stage) => {
        await stage.tells('manager', 'consultation', [
          'lawyer.assigned',
          { lawyer: stage.person('lawyer').id },
        ]);
        await stage.tells('lawyer', 'consultation', ['conflict.cleared'], ['offer.accepted']);
        await stage.tells('lawyer', 'consultation', ['session.held', { minutes: 60, channel: 'in_person' }]);
      },
    },
    {
      at: '2025-01-26T21:00',
      line: 'At nine in the evening the lawyer applies by telephone, online',
      plays: async (stage) => {
        const parties = {
          applicants: [{ id: 'a1' }],
          respondents: [{ id: 'r1' }],
          protectedPersons: [{ id: 'p1' }],
        };
        await stage.opens('lawyer', ORDER, { relation: 'spouse', basis: 'danger', ...parties });
        const filing = { court: 'applicant_residence', mode: 'online', urgencyAsked: true };
        await stage.tells('lawyer', ORDER, [
          'application.filed',
          { ...filing, measures: ['no_violence', 'no_contact'] },
        ]);
        await stage.entrusts('manager', ORDER, 'court');
      },
    },
    {
      at: '2025-01-27T09:00',
      line: 'Accepted through the green channel',
      plays: (stage) => stage.tells('court', ORDER, ['application.accepted', { urgent: true }]),
    },
    {
      at: '2025-01-27T14:00',
      line: 'The court looks up calls and records online and grants it, for her mother too',
      plays: (stage) =>
        stage.tells(
          'court',
          ORDER,
          ['evidence.added', { kind: 'police_records' }],
          grantOf(
            '2025-01-27',
            [
              { id: 'm1', code: 'no_violence' },
              { id: 'm2', code: 'no_contact' },
            ],
            { units: [...ORDER_UNITS, { id: 'federation', kind: 'federation', district: 'own' }] },
          ),
        ),
    },
    {
      at: '2025-01-27T16:00',
      line: 'Served online on both; police and federation sign at once',
      plays: async (stage) => {
        const unasked = served('r1', { consented: false });
        stage.noted.set('without his consent', await stage.isRefused('court', ORDER, unasked));
        const all = ['a1', 'r1', 'station', 'committee', 'federation'];
        await stage.tells('court', ORDER, ...all.map((to) => served(to)));
      },
    },
  ],
  expects: [
    {
      says: 'Urgent: twenty-four hours from acceptance, which no New Year’s Eve moves',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'decision')).toMatchObject([
          { rule: 'C3', safeDue: '2025-01-28T09:00', legalDue: '2025-01-28T10:00', outcome: 'met' },
        ]);
      },
    },
    {
      says: 'Service within twenty-four hours of making, on the first day of the holiday too: all had it the same day',
      check: async (stage) => {
        const clocks = await clocksOf(stage, ORDER, 'service');
        expect(new Set(clocks.map(({ rule, safeDue, outcome }) => `${rule} ${safeDue} ${outcome}`))).toEqual(
          new Set(['C4 2025-01-28T14:00 met']),
        );
        expect(clocks).toHaveLength(5);
      },
    },
    {
      says: 'Six months from the day it was made, to 24:00',
      check: async (stage) => {
        expect(await clocksOf(stage, ORDER, 'validity')).toMatchObject([
          { rule: 'C5', legalDue: '2025-07-27T24:00', outcome: 'open' },
        ]);
      },
    },
    {
      says: 'Violence while it is mediated stops the mediation at once',
      check: (stage) => {
        expect(stage.noted.get('mediation')).toEqual(['stopped']);
        expect(stage.noted.get('another session')).toEqual(['event_not_in_state']);
      },
    },
    {
      says: 'A lawyer files online, she is the applicant',
      check: async (stage) => {
        const filed = (await eventsOf(stage, { track: ORDER })).find(
          ({ type }) => type === 'application.filed',
        );
        expect(filed?.actor).toMatchObject({ role: 'lawyer', id: stage.person('lawyer').id });
        expect(filed?.payload).toMatchObject({ mode: 'online' });
        expect(await contextOf(stage, ORDER)).toMatchObject({ proxy: null, applicants: [{ id: 'a1' }] });
      },
    },
    {
      says: 'Electronic service needs the consent of whoever is served',
      check: (stage) => {
        expect(stage.noted.get('without his consent')).toEqual(['servedLawfully']);
      },
    },
    {
      says: 'What the police know of his past stays with them: here is the kind of the paper and not the paper',
      check: async (stage) => {
        const added = (await eventsOf(stage, { track: ORDER })).find(({ type }) => type === 'evidence.added');
        expect(added?.payload).toEqual({ kind: 'police_records' });
        const view = await stage.world.engine.viewTrack(stage.person('lawyer'), await stage.track(ORDER));
        expect(JSON.stringify(view.revealed)).not.toContain('前科');
      },
    },
  ],
};
