import { expect } from 'vitest';
import {
  formOf,
  grantOf,
  orderAsked,
  planOf,
  policeCalled,
  SCENE,
  scaleOf,
  servedOn,
} from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf } from '#test/stage/records.ts';
import type { Told } from '#test/stage/stage.ts';

const ORDER = 'protection-order';
const LETTER = 'warning-letter';
const at = (time: string) => `${time}:00.000+08:00`;
const handed = (to: string): Told => [
  'minor.handed',
  { to, verifiedBy: 'police', notTheAbuser: true, signed: true, handedAt: at('2025-04-26T10:00') },
];
const graded = (guardian: string, grade: string): Told => [
  'guardian.assessed',
  { guardian, grade, from: at('2025-04-22T08:00') },
];

export const realCase: RealCase = {
  title: {
    zh: '夜里被赶出家门的女孩，立案当天签发',
    en: 'Put out of the house at night, protected the day it was filed',
  },
  publication: {
    publisher: '最高人民法院',
    title: '人民法院反家庭暴力典型案例（第二批）（2023-11）',
    item: '案例四',
  },
  shift:
    'Four years on: April 2021 is April 2025. The source gives the month; the chain of one day is kept as one day.',
  story: [
    {
      at: '2025-04-21T22:30',
      line: 'A girl of thirteen is put out of the house at night and turns to her teacher',
      plays: async (stage) => {
        await stage.opensCase('school', {
          ...{ channel: 'mandatory_report', caller: { relation: 'school' } },
          ...{ safeContact: { canTalkNow: true }, survivor: { minor: true } },
        });
        await stage.tells('school', 'intake', ['call.answered'], ['safety.confirmed']);
      },
    },
    {
      at: '2025-04-21T22:40',
      line: 'The teacher reports to the police and tells the women’s federation of the community',
      plays: async (stage) => {
        const form = formOf({ relation: 'parent', minor: true, history: { earlierViolence: true } });
        const filed = { receiptNo: '回执5', to: '派出所', madeAt: at('2025-04-21T22:40') };
        await stage.tells('school', 'intake', ['caller.registered', form], ['report.filed', filed]);
        await stage.answers('village', await stage.offers('school', 'village'));
      },
    },
    {
      at: '2025-04-22T08:00',
      line: 'The community tells the centre against domestic violence of the district',
      plays: async (stage) => {
        await stage.answers('manager', await stage.offers('school', 'manager', { kind: 'transfer' }));
        const scored = scaleOf(['q3'], { selfHarmed: true });
        await stage.tells('operator', 'intake', scored, ['police.informed'], ['federation.informed']);
        stage.noted.set('mediation', await stage.isRefused('manager', 'intake', planOf(stage, 'mediation')));
        await stage.tells('manager', 'intake', planOf(stage, 'shelter', 'police'));
      },
    },
    {
      at: '2025-04-22T09:00',
      line: 'Social worker, federation and teacher go with her to give her statement',
      plays: (stage) => stage.tells('village', 'referral#1', ['progress.noted', { text: '陪同做笔录' }]),
    },
    {
      at: '2025-04-22T11:00',
      line: 'The injuries are slight; the police give the father a warning letter',
      plays: async (stage) => {
        await policeCalled(stage, {
          input: { relation: 'parent_child', reporter: 'unit', fragile: ['minor'] },
        });
        await stage.tells('police', LETTER, ['scene.reached', SCENE], ['appraisal.commissioned']);
        const talked = ['offender.educated', { ground: 'trivial' }] as const;
        stage.noted.set('no letter', await stage.isRefused('police', LETTER, talked));
        await stage.tells(
          'police',
          LETTER,
          [
            'letter.issued',
            {
              ...{
                letterNo: '告诫字4号',
                identities: true,
                facts: '殴打、罚跪',
                admits: true,
                victimStatement: true,
              },
              ...{ witness: true, evidence: ['appraisal'], lawBasis: ['mpl'], ban: true, consequence: true },
            },
          ],
          [
            'letter.delivered',
            {
              ...{ readAloud: true, signed: true, refusalNoted: false, recorded: false },
              ...{ victimCopy: true, orderRightTold: true },
            },
          ],
        );
      },
    },
    {
      at: '2025-04-22T13:00',
      line: 'She is taken in at the rescue point of the community',
      plays: async (stage) => {
        await stage.entrusts('manager', 'shelter', 'shelter');
        const kept = { apart: true, staffOfHerSex: true, free: true, mayLeave: true };
        const admittedAt = at('2025-04-22T13:00');
        await stage.tells('shelter', 'shelter', [
          'stay.admitted',
          { site: 'QH07', zone: 'children', admittedAt, ...kept },
        ]);
      },
    },
    {
      at: '2025-04-22T14:00',
      line: 'Her mother applies for her',
      plays: async (stage) => {
        await orderAsked(stage, {
          input: {
            relation: 'parent_child',
            applicants: [{ id: 'a1', minor: true }],
            evidence: ['police_papers'],
          },
          filing: { proxy: { kind: 'guardian', reason: 'no_capacity' } },
          urgent: true,
        });
      },
    },
    {
      at: '2025-04-22T17:00',
      line: 'Granted the same day: four bans, among them one on being near her school',
      plays: async (stage) => {
        const units = [
          { id: 'station', kind: 'police_station', district: 'own' },
          { id: 'committee', kind: 'committee', district: 'own' },
          { id: 'school', kind: 'school', district: 'own' },
        ];
        const codes = ['no_violence', 'no_harassment', 'no_contact'];
        const measures = codes.map((code, index) => ({ id: `m${index + 1}`, code }));
        const away = { id: 'm4', code: 'keep_away', place: 'school' };
        await stage.tells('court', ORDER, grantOf('2025-04-22', [...measures, away], { units }));
        await stage.tells('court', ORDER, ...servedOn(['a1', 'r1', 'station', 'committee', 'school']));
      },
    },
    {
      at: '2025-04-26T10:00',
      line: 'The father is taught how to bring up a child, and writes down what he did wrong',
      plays: async (stage) => {
        await stage.opens('manager', 'placement', { basis: 'mandatory_report', child: 'minor' });
        await stage.tells('manager', 'placement', graded('father', 'suspect'));
        stage.noted.set(
          'handed while only he is known',
          await stage.isRefused('shelter', 'shelter', handed('mother')),
        );
        const [type, payload] = handed('father');
        const lie = { ...payload, notTheAbuser: false };
        stage.noted.set('handed to him', await stage.isRefused('shelter', 'shelter', [type, lie]));
        await stage.tells('manager', 'placement', graded('mother', 'protective'));
        await stage.tells('shelter', 'shelter', handed('mother'));
        const order = { guardian: 'father', sessions: 1, until: at('2025-06-30T18:00') };
        await stage.tells('court', 'placement', ['guidance.ordered', order], ['guidance.attended']);
        await stage.tells('court', 'placement', ['guidance.completed']);
      },
    },
  ],
  expects: [
    {
      says: 'School, police, federation, centre, shelter, court: each hop is signed by who sends and by who takes',
      check: async (stage) => {
        const events = await eventsOf(stage);
        const offered = events.filter(
          ({ type, workflow }) => type === 'track.opened' && workflow === 'referral',
        );
        const accepted = events.filter(({ type }) => type === 'handoff.accepted');
        expect(new Set(accepted.map(({ track }) => track))).toEqual(
          new Set(offered.map(({ track }) => track)),
        );
        const takers = accepted.map(({ actor }) => actor.agency);
        for (const who of ['village', 'manager', 'police', 'shelter', 'court'] as const)
          expect(takers).toContain(stage.person(who).agency);
      },
    },
    {
      says: 'A child: a letter is generally due; it is proof for the order, and opens the shelter',
      check: async (stage) => {
        expect(stage.noted.get('no letter')).toEqual(expect.arrayContaining(['letterNotDue']));
        expect(await contextOf(stage, ORDER)).toMatchObject({ evidence: ['police_papers'] });
        expect((await eventsOf(stage, { track: 'shelter' })).map(({ type }) => type)).toContain(
          'stay.admitted',
        );
      },
    },
    {
      says: 'The appraisal is commissioned within a day of acceptance',
      check: async (stage) => {
        expect(await clocksOf(stage, LETTER, 'appraisal')).toMatchObject([{ rule: 'P16', outcome: 'met' }]);
      },
    },
    {
      says: 'She goes from the shelter to the mother, who was looked at, and not to the father',
      check: (stage) => {
        expect(stage.noted.get('handed while only he is known')).toContain('guardianNotDoubted');
        expect(stage.noted.get('handed to him')).toEqual(['payload_invalid']);
      },
    },
    {
      says: 'A child who harms herself: high, and nobody mediates',
      check: async (stage) => {
        expect(stage.noted.get('mediation')).toContain('noMediationAtHighRisk');
        expect(await contextOf(stage, 'intake')).toMatchObject({ risk: 'high', minor: true });
      },
    },
  ],
};
