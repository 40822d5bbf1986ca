import { expect, test } from 'vitest';
import { EXCEPTIONS, unexcused } from './exceptions.ts';

const SECOND = { path: 'src/b.ts', problem: 'reads the time' };
const LIST = [{ rule: 'time', path: 'src/a.ts', reason: 'a lease' }] as const;

test('an exception excuses its file from its rule, and no other file', () => {
  const first = { path: 'src/a.ts', problem: 'reads the time' };
  expect(unexcused('time', [first, SECOND], LIST)).toEqual([SECOND]);
  expect(unexcused('floors', [first], LIST)).toEqual([first]);
});

test('an exception that is not needed any more is a violation itself', () => {
  expect(unexcused('time', [], LIST)).toEqual([
    { path: 'src/a.ts', problem: 'needs no exception from "time" any more' },
  ]);
});

test('every exception says why', () => {
  expect(EXCEPTIONS.filter(({ reason }) => reason.split(' ').length < 4)).toEqual([]);
});
