import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  highestRisk,
  isLowerRisk,
  RISK_LEVELS,
  RISK_SCALE,
  type RiskAnswer,
  type RiskAnswers,
  type RiskItem,
  scoreRisk,
} from '#src/workflow/risk-scale.ts';

const ITEMS = Object.keys(RISK_SCALE.items) as RiskItem[];
const SPECIALS = Object.keys(RISK_SCALE.specials) as RiskItem[];

function answers(yesCount: number, more: RiskAnswers = {}): RiskAnswers {
  const all = [
    ...ITEMS.map((item, index) => [item, index < yesCount ? 'yes' : 'no']),
    ...SPECIALS.map((item) => [item, 'no']),
  ];
  return { ...Object.fromEntries(all), ...more };
}

describe('the nine items and the two special ones', () => {
  test('there are nine and two', () => {
    expect([ITEMS.length, SPECIALS.length]).toEqual([9, 2]);
  });

  test.each([
    [0, 'low'],
    [3, 'low'],
    [4, 'medium'],
    [5, 'medium'],
    [6, 'high'],
    [9, 'high'],
  ])('%i points are %s', (yesCount, level) => {
    const score = scoreRisk(answers(yesCount));
    expect(score).toEqual({ lower: yesCount, upper: yesCount, lowerLevel: level, upperLevel: level });
  });

  test.each(SPECIALS)('special item %s alone is high and scores nothing', (item) => {
    expect(scoreRisk(answers(0, { [item]: 'yes' }))).toMatchObject({ upper: 0, lowerLevel: 'high' });
  });

  test('what is unknown or was not asked widens the bounds upwards', () => {
    expect(scoreRisk(answers(3, { q9: 'unknown' }))).toEqual({
      lower: 3,
      upper: 4,
      lowerLevel: 'low',
      upperLevel: 'medium',
    });
    expect(scoreRisk({})).toEqual({ lower: 0, upper: 9, lowerLevel: 'low', upperLevel: 'high' });
  });

  test('one more yes never makes anybody safer', () => {
    const answer = fc.constantFrom<RiskAnswer>('yes', 'no', 'unknown');
    const filled = fc.record(Object.fromEntries([...ITEMS, ...SPECIALS].map((item) => [item, answer])));
    fc.assert(
      fc.property(filled, fc.constantFrom(...ITEMS, ...SPECIALS), (given, item) => {
        const before = scoreRisk(given);
        const after = scoreRisk({ ...given, [item]: 'yes' });
        expect(isLowerRisk(after.lowerLevel, before.lowerLevel)).toBe(false);
        expect(isLowerRisk(after.upperLevel, before.upperLevel)).toBe(false);
        expect(isLowerRisk(before.upperLevel, before.lowerLevel)).toBe(false);
      }),
    );
  });
});

test('levels are ordered as they are listed', () => {
  expect(Object.keys(RISK_LEVELS)).toEqual(['low', 'medium', 'high']);
  expect(highestRisk(['low', 'high', 'medium'])).toBe('high');
  expect(highestRisk([])).toBe('low');
  expect(isLowerRisk('low', 'medium')).toBe(true);
  expect(isLowerRisk('medium', 'medium')).toBe(false);
});
