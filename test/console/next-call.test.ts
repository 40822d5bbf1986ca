import { expect, test } from 'vitest';
import { nextCall, weightOf } from '#web/callbacks/next-call.ts';

const waits = (trackId: string, callableNow: 'yes' | 'no' | 'ask') => ({ trackId, callableNow });
const LIST = [waits('a', 'no'), waits('b', 'ask'), waits('c', 'yes'), waits('d', 'yes')];

test.each([
  ['a', 'c'],
  ['c', 'd'],
])('after %s the next is %s: the first on the list who may be called', (done, next) => {
  expect(nextCall(LIST, done)?.trackId).toBe(next);
});

test('where nobody may be called, the first whom somebody can be asked about; else nobody', () => {
  expect(nextCall(LIST.slice(0, 3), 'c')?.trackId).toBe('b');
  expect(nextCall(LIST.slice(0, 1), 'x')).toBe(null);
});

const promised = (triesCount: number, callableNow: 'yes' | 'no' = 'yes') => ({
  purpose: { code: triesCount > 0 ? 'retry' : 'promised', zh: '', en: '' },
  triesCount,
  callableNow,
});

test.each([
  ['reached', 0, 'light'],
  ['unanswered', 0, 'light'],
  ['unanswered', 1, 'light'],
  ['unanswered', 2, 'makes_lost'],
  ['stopped', 0, 'stops_number'],
  ['unsafe', 0, 'opens_again'],
] as const)('%s after %s tries is %s', (kind, tries, weight) => {
  expect(weightOf(promised(tries), { kind })).toBe(weight);
});

test('a call outside her hours is asked about, whatever came of it', () => {
  expect(weightOf(promised(0, 'no'), { kind: 'reached' })).toBe('against_hours');
});
