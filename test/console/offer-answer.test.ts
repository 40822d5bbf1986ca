import { expect, test } from 'vitest';
import { respondentName, stageOf, stepsOf } from '#web/consultations/offer-answer.ts';
import { addressOf, boxOf, sortedOut, type WorkItem } from '#web/work/work-boxes.ts';

test('whoever accepts or declines has said first that there is no conflict; whoever finds one says nothing else', () => {
  const typesOf = (...given: Parameters<typeof stepsOf>) => stepsOf(...given).map(({ type }) => type);
  expect(typesOf('checking', { kind: 'accept' })).toEqual(['conflict.cleared', 'offer.accepted']);
  expect(typesOf('checking', { kind: 'decline', code: 'too_far' })).toEqual([
    'conflict.cleared',
    'offer.declined',
  ]);
  expect(typesOf('offered', { kind: 'accept' })).toEqual(['offer.accepted']);
  expect(stepsOf('checking', { kind: 'conflict', code: 'firm' })).toEqual([
    { type: 'conflict.found', payload: { kind: 'firm' } },
  ]);
});

test('the page follows the state of the track', () => {
  expect(stageOf({ state: ['matching.conflictCheck'] })).toBe('checking');
  expect(stageOf({ state: ['matching.offered'] })).toBe('offered');
  expect(stageOf({ state: ['counsel.engaged.waiting'] })).toBe('over');
});

test('the name of the other side is what was opened for her, and nothing where nothing was', () => {
  const context = { respondentName: { sealed: 'a' } };
  expect(respondentName({ context, revealed: { a: '魏大勇' } })).toBe('魏大勇');
  expect(respondentName({ context, revealed: {} })).toBeNull();
  expect(respondentName({ context: { respondentName: null }, revealed: {} })).toBeNull();
});

test('a lawyer starts from what is hers, everybody else from her agency’s unless she asks for her own', () => {
  expect([boxOf('lawyer', 'agency'), boxOf('operator', null), boxOf('operator', 'mine')]).toEqual([
    'mine',
    'agency',
    'mine',
  ]);
  expect(boxOf('operator', 'everything')).toBe('agency');
});

test('an offer leads to its check, a matter to its page, everything else to its case', () => {
  const item = { workflow: 'consultation', caseId: 'c', trackId: 't' };
  expect(addressOf({ ...item, as: 'asked' })).toBe('/consultations/t/answer');
  expect(addressOf({ ...item, as: 'assignee' })).toBe('/consultations/t');
  expect(addressOf({ ...item, as: 'agency' })).toBe('/cases/c/tracks/t');
  expect(addressOf({ ...item, workflow: 'litigation', as: 'assignee' })).toBe('/cases/c/tracks/t');
  const items = [{ as: 'assignee' }, { as: 'asked' }] as WorkItem[];
  expect(sortedOut(items)).toEqual({ offers: [items[1]], work: [items[0]] });
});
