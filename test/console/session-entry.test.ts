import { expect, test } from 'vitest';
import { daysAfter, entryOf, FRESH_ENTRY, problemsOf, stepOf } from '#web/consultations/session-entry.ts';

const NOW_MS = Date.parse('2025-09-30T16:45:30+08:00');
const whole = {
  ...FRESH_ENTRY,
  channel: 'phone',
  advice: 'protection_order',
  nextStep: 'draft',
  nextOn: '2025-10-03',
};

test('a fresh form asks for four things: how, the advice, the next step and its day; when is filled in', () => {
  expect(Object.keys(problemsOf(FRESH_ENTRY, NOW_MS))).toEqual(['channel', 'advice', 'nextStep', 'nextOn']);
  expect(problemsOf(whole, NOW_MS)).toEqual({});
});

test('a session that has not been held yet and no number of minutes are said in words', () => {
  expect(problemsOf({ ...whole, when: '2025-09-30T16:46' }, NOW_MS)).toHaveProperty('when.zh');
  for (const minutes of ['0', '601', '1.5', 'x', '-3'])
    expect(problemsOf({ ...whole, minutes }, NOW_MS)).toHaveProperty('minutes.zh');
  for (const minutes of ['', '1', '600']) expect(problemsOf({ ...whole, minutes }, NOW_MS)).toEqual({});
});

test('what is sent is what was filled in and nothing empty', () => {
  expect(stepOf(whole)).toEqual({
    type: 'session.held',
    payload: { channel: 'phone', advice: 'protection_order', nextStep: 'draft', nextOn: '2025-10-03' },
  });
  expect(stepOf({ ...whole, when: '2025-09-30T16:45' }).occurredAt).toBe('2025-09-30T16:45:00+08:00');
  expect(stepOf({ ...whole, minutes: '30', notes: ' 她同意。 ' }).payload).toMatchObject({
    minutes: 30,
    notes: '她同意。',
  });
});

test('days are counted over the ends of months and years', () => {
  expect([daysAfter('2025-12-31', 1), daysAfter('2026-02-26', 3), daysAfter('2025-09-30', 7)]).toEqual([
    '2026-01-01',
    '2026-03-01',
    '2025-10-07',
  ]);
});

test('what was kept is there again; what is no such form counts as nothing', () => {
  expect(entryOf({ ...whole })).toEqual(whole);
  expect(entryOf({ channel: 7, notes: ['x'], other: 'x' })).toEqual(FRESH_ENTRY);
});
