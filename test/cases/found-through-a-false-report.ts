import { expect } from 'vitest';
import { policeCalled, SCENE } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, eventsOf, noticesOf, stateOf, workflowsOf } from '#test/stage/records.ts';
import { instantOf } from '#test/stage/stage.ts';

const CONDITIONS = { apart: true, staffOfHerSex: true, free: true, mayLeave: true } as const;

export const realCase: RealCase = {
  title: {
    zh: '加害人虚假报案找到庇护所',
    en: 'He reported a madwoman and a kidnapped child, and was told where she was',
  },
  publication: { publisher: '法律媒体（记者采写）', title: '逃离爱人的情人节', item: '朝阳区救助站' },
  shift: 'Nine years and two days on, a Sunday as it was: 2016-02-14 is 2025-02-16.',
  story: [
    {
      at: '2025-02-16T15:00',
      line: 'On a Sunday she stands at the door with a small boy; nobody receives on days of rest',
      plays: async (stage) => {
        await stage.opensCase('operator', {
          ...{ channel: 'visit', caller: { relation: 'self' } },
          safeContact: { canTalkNow: true },
        });
        stage.noted.set('first contact', await clocksOf(stage, 'intake', 'firstContact'));
        await stage.tells(
          'operator',
          'intake',
          ['call.answered'],
          ['danger.declared', { childrenPresent: true }],
        );
        stage.noted.set('alarm on a Sunday', await clocksOf(stage, 'intake', 'policeAlarm'));
      },
    },
    {
      at: '2025-02-16T15:30',
      line: 'Whoever is on duty tells her to call the police, who come',
      plays: async (stage) => {
        await stage.tells('operator', 'intake', ['police.arrived'], ['federation.informed']);
        await policeCalled(stage, { by: 'operator', input: {} });
        await stage.tells('police', 'warning-letter', ['scene.reached', SCENE]);
      },
    },
    {
      at: '2025-02-16T20:00',
      line: 'She is taken into the rescue station with the boy',
      plays: async (stage) => {
        await stage.opens('operator', 'shelter', {
          ...{ source: 'police', resident: 'adult', minors: 2, previousStays: 0 },
        });
        await stage.entrusts('operator', 'shelter', 'shelter');
        await stage.tells('shelter', 'shelter', [
          'stay.admitted',
          { site: 'CY01', zone: 'women', admittedAt: instantOf('2025-02-16T20:00'), ...CONDITIONS },
        ]);
      },
    },
    {
      at: '2025-02-17T00:00',
      line: 'Four hours later he stands there: he had reported a madwoman who took his child, and was told',
      plays: async (stage) => {
        await stage.tells('police', 'shelter', [
          'inquiry.received',
          { kind: 'illness_claim', through: 'police' },
        ]);
        await stage.tells('shelter', 'shelter', ['site.found', { present: true, policeCalled: true }]);
        stage.noted.set('after he came', await stage.facts());
        stage.noted.set('kept at the same site', [
          await stage.isRefused('shelter', 'shelter', ['resident.relocated', { site: 'CY01' }]),
          await stateOf(stage, 'shelter'),
        ]);
        stage.noted.set(
          'answered before she was asked',
          await stage.isRefused('operator', 'adverse', ['inquiry.answered', { answer: 'safe_own_will' }]),
        );
      },
    },
    {
      at: '2025-02-17T10:00',
      line: 'He comes again with the girl; in the standoff the boy goes with him for now, the girl stays',
      plays: async (stage) => {
        const handed = {
          ...{ to: 'father', verifiedBy: 'police', signed: true },
          handedAt: instantOf('2025-02-17T10:00'),
        };
        stage.noted.set('handed to him', [
          await stage.isRefused('shelter', 'shelter', ['minor.handed', { ...handed, notTheAbuser: false }]),
        ]);
        await stage.tells('shelter', 'shelter', [
          'minor.taken',
          { by: 'respondent', policeCalled: true, herWish: false },
        ]);
        stage.noted.set(
          'taken home as an adult',
          await stage.isRefused('shelter', 'shelter', [
            'stay.ended',
            { leftAt: instantOf('2025-02-17T10:00'), minors: 'with_her' },
          ]),
        );
        await stage.tells('shelter', 'shelter', ['resident.relocated', { site: 'CY02' }]);
      },
    },
    {
      at: '2025-02-17T14:00',
      line: 'The federation of the district and a lawyer come to the station',
      plays: async (stage) => {
        await stage.tells(
          'operator',
          'adverse',
          ['person.seen', { alone: true, wish: 'stay_hidden' }],
          ['agencies.told', { policeTold: true }],
        );
        await stage.opens('manager', 'consultation', { respondentName: '戚某人', clientAgrees: true });
        await stage.tells('manager', 'consultation', [
          'lawyer.assigned',
          { lawyer: stage.person('lawyer').id },
        ]);
      },
    },
  ],
  expects: [
    {
      says: 'Using the police against her is an inquiry of its own: the place is locked, the police mark their records',
      check: async (stage) => {
        expect(stage.noted.get('after he came')).toMatchObject({ location: 'locked', inquiry: 'open' });
        expect(stage.noted.get('answered before she was asked')).toEqual(['seenAlone']);
        const told = (await eventsOf(stage, { track: 'adverse' })).find(
          ({ type }) => type === 'agencies.told',
        );
        expect(told?.payload).toEqual({ policeTold: true });
      },
    },
    {
      says: 'Found is moved: refusing him at the door is not enough',
      check: async (stage) => {
        expect(stage.noted.get('kept at the same site')).toEqual([
          ['anotherSite'],
          expect.arrayContaining(['housed.life.relocating']),
        ]);
        expect(await clocksOf(stage, 'shelter', 'relocation')).toMatchObject([{ rule: 'H52' }]);
        expect(await contextOf(stage, 'shelter')).toMatchObject({ site: 'CY02' });
      },
    },
    {
      says: 'A child goes only to a verified guardian who is not the abuser; one that was taken is looked for, she stays',
      check: async (stage) => {
        expect(stage.noted.get('handed to him')).toEqual([['payload_invalid']]);
        expect(await contextOf(stage, 'shelter')).toMatchObject({ minors: 1 });
        expect(await workflowsOf(stage)).toContain('placement');
        expect((await stage.facts()).placement).toBe('needed');
        expect(await noticesOf(stage, 'police.report_due')).not.toEqual([]);
        expect((await stage.facts()).shelter).toBe('housed');
      },
    },
    {
      says: 'On a Sunday the clocks of an emergency run as on any day',
      check: (stage) => {
        expect(stage.noted.get('first contact')).toMatchObject([
          { rule: 'H0', safeDue: expect.stringMatching(/^2025-02-16T/) },
        ]);
        expect(stage.noted.get('alarm on a Sunday')).toMatchObject([
          { rule: 'R7p', safeDue: '2025-02-16T15:15' },
        ]);
      },
    },
    {
      says: 'She is free to come and go, and nobody fetches her: without her own asking no stay ends',
      check: (stage) => {
        expect(stage.noted.get('taken home as an adult')).toEqual(['wayIsFree']);
      },
    },
  ],
};
