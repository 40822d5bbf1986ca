import { expect } from 'vitest';
import { welcomed } from '#test/stage/moves.ts';
import type { RealCase } from '#test/stage/real-case.ts';
import { clocksOf, contextOf, noticesOf, stateOf } from '#test/stage/records.ts';
import { instantOf, type Stage } from '#test/stage/stage.ts';

const CONDITIONS = { apart: true, staffOfHerSex: true, free: true, mayLeave: true } as const;
const COMES = ['2025-01-10T22:00', '2025-02-21T22:00', '2025-04-11T22:00', '2025-06-06T22:00'] as const;
const LEAVES = ['2025-01-14T10:00', '2025-02-26T10:00', '2025-04-15T10:00', '2025-06-11T10:00'] as const;

async function comes(stage: Stage, stay: number): Promise<void> {
  await stage.opens('operator', 'shelter', {
    ...{ source: 'police', resident: 'adult', minors: 0, previousStays: stay },
  });
  await stage.entrusts('operator', 'shelter', 'shelter');
  await stage.tells('shelter', 'shelter', [
    'stay.admitted',
    { site: 'JN01', zone: 'women', admittedAt: instantOf(COMES[stay] ?? ''), ...CONDITIONS },
  ]);
}

async function leaves(stage: Stage, stay: number): Promise<void> {
  const asked = { written: true, destination: 'back_to_him' };
  stage.noted.set(
    `asked before him, stay ${stay}`,
    await stage.isRefused('shelter', 'shelter', ['leave.requested', asked]),
  );
  await stage.tells('shelter', 'shelter', ['leave.requested', { ...asked, spokenAlone: true }]);
  await stage.tells('shelter', 'shelter', [
    'stay.ended',
    { leftAt: instantOf(LEAVES[stay] ?? ''), minors: 'none' },
  ]);
}

const followedUp = (stage: Stage) => stage.tells('shelter', 'shelter', ['visit.made', { spokenAlone: true }]);

export const realCase: RealCase = {
  title: { zh: '半年四次入住庇护所', en: 'Four times in half a year, and never one too many' },
  publication: { publisher: '齐鲁晚报', title: '济南反家暴庇护所一年', item: '2017年3月' },
  shift:
    'Nine years on: the first half of 2016 is that of 2025. The source gives no days; each return is inferred.',
  story: [
    {
      at: COMES[0],
      line: 'She comes to the shelter for the first of four times',
      plays: async (stage) => {
        await welcomed(stage, {
          ...{ channel: 'police_notice', caller: { relation: 'police' } },
          form: { relation: 'spouse' },
        });
        await comes(stage, 0);
      },
    },
    {
      at: LEAVES[0],
      line: 'Each time she goes back home with him (inferred)',
      plays: (stage) => leaves(stage, 0),
    },
    { at: '2025-01-17T09:00', plays: followedUp },
    { at: '2025-01-21T09:00', plays: followedUp },
    { at: COMES[1], plays: (stage) => comes(stage, 1) },
    { at: LEAVES[1], plays: (stage) => leaves(stage, 1) },
    { at: '2025-03-01T09:00', plays: followedUp },
    { at: '2025-03-05T09:00', plays: followedUp },
    { at: COMES[2], plays: (stage) => comes(stage, 2) },
    { at: LEAVES[2], plays: (stage) => leaves(stage, 2) },
    { at: '2025-04-18T09:00', plays: followedUp },
    { at: '2025-04-22T09:00', plays: followedUp },
    { at: COMES[3], plays: (stage) => comes(stage, 3) },
    { at: LEAVES[3], plays: (stage) => leaves(stage, 3) },
  ],
  expects: [
    {
      says: 'Each stay is one of its own, from the second on it is a repeat, and how often she came turns nobody away',
      check: async (stage) => {
        expect(await contextOf(stage, 'shelter#4')).toMatchObject({ stays: 4 });
        expect((await stage.facts()).repeat).toBe('yes');
        for (const number of [1, 2, 3]) {
          expect(await stateOf(stage, `shelter#${number}`)).toEqual(['closed']);
        }
      },
    },
    {
      says: 'Going back to him is a destination like any other, and she is looked after on the third and the seventh day',
      check: async (stage) => {
        expect(await noticesOf(stage, 'wish.doubtful')).not.toEqual([]);
        const first = await clocksOf(stage, 'shelter#1', 'followUp');
        expect(first.map(({ rule, safeDue, outcome }) => [rule, safeDue, outcome])).toEqual([
          ['H53', '2025-01-17T24:00', 'met'],
          ['H53b', '2025-01-21T24:00', 'met'],
        ]);
        expect(await clocksOf(stage, 'shelter#4', 'followUp')).toMatchObject([
          { rule: 'H53', safeDue: '2025-06-14T24:00', outcome: 'open' },
        ]);
      },
    },
    {
      says: 'She asks in writing and is asked alone whether somebody presses her, or she does not leave on that paper',
      check: (stage) => {
        expect(stage.noted.get('asked before him, stay 0')).toEqual(['payload_invalid']);
      },
    },
  ],
};
