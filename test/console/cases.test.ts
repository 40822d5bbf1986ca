import { expect, test } from 'vitest';
import { firstTrack, openFormIn } from '#web/cases/case-address.ts';
import { filterIn, withChoice } from '#web/cases/case-filter.ts';
import { HANDOFF_WAYS } from '#web/cases/handoff-ways.ts';
import { stepsOf } from '#web/cases/sort-steps.ts';
import { valueWords } from '#web/cases/vault-words.ts';
import { tellingTitles } from '#web/words/telling-titles.ts';

const ME = { id: 'me', agency: 'mine' };
const running = (id: string, over: object = {}) => ({
  id,
  workflow: 'visit',
  agency: 'theirs',
  assignee: null,
  isFinal: false,
  ...over,
});

test.each([
  ['her own before her agency’s', ['a', 'b'], [{ agency: 'mine' }, { assignee: 'me' }], 'b'],
  [
    'the intake before what was begun from it',
    ['a', 'b'],
    [{ agency: 'mine' }, { agency: 'mine', workflow: 'intake' }],
    'b',
  ],
  ['her agency’s before others', ['a', 'b'], [{}, { agency: 'mine' }], 'b'],
  ['one that runs before one that is done', ['a', 'b'], [{ isFinal: true }, {}], 'b'],
  ['a done one when there is no other', ['a'], [{ isFinal: true }], 'a'],
])('without a track in the address, %s is shown', (_what, ids, overs, expected) => {
  const tracks = ids.map((id, index) => running(id, overs[index]));
  expect(firstTrack(tracks, ME)?.id).toBe(expected);
});

test('a case without tracks shows none', () => {
  expect(firstTrack([], ME)).toBeUndefined();
});

test.each([
  ['', null],
  ['event=order.granted', { kind: 'event', type: 'order.granted' }],
  ['open=visit', { kind: 'opening', workflow: 'visit' }],
  ['handoff=notice', { kind: 'handoff', way: 'notice' }],
])('"?%s" opens what it says', (search, open) => {
  expect(openFormIn(new URLSearchParams(search))).toEqual(open);
});

test('a filter is read from the address, and what is not known there is as if it were absent', () => {
  const search = new URLSearchParams('status=open&risk=lethal&mine=yes');
  expect(filterIn(search)).toEqual({ status: 'open', isMine: true });
  expect(withChoice(search, 'risk', 'high').toString()).toBe('status=open&risk=high&mine=yes');
  expect(withChoice(search, 'status', null).toString()).toBe('risk=lethal&mine=yes');
});

type Track = Parameters<typeof stepsOf>[0];
type Workflow = Parameters<typeof stepsOf>[1];

const event = (type: string, allowed = true) => ({ type, allowed }) as Track['events'][number];
const WORKFLOW = {
  states: [
    { path: 'open', waitsFor: ['a'] },
    { path: 'open.work', waitsFor: [] },
    { path: 'other', waitsFor: ['c'] },
  ],
  deadlines: [
    { id: 'due', metBy: ['b'] },
    { id: 'past', metBy: ['c'] },
  ],
} as unknown as Workflow;
const TRACK = {
  state: ['open.work'],
  deadlines: [
    { declaration: 'due', outcome: 'open' },
    { declaration: 'past', outcome: 'met' },
  ],
  events: [event('a'), event('b'), event('c'), event('d', false)],
} as unknown as Track;

test('a next step is what the state waits for or what settles an open deadline; the rest stands behind it', () => {
  const { next, others, blocked } = stepsOf(TRACK, WORKFLOW);
  expect([next, others, blocked].map((events) => events.map(({ type }) => type))).toEqual([
    ['a', 'b'],
    ['c'],
    ['d'],
  ]);
});

test('where nothing is waited for, or the workflow is not known yet, everything she may record is a next step', () => {
  expect(stepsOf({ ...TRACK, state: ['x'], deadlines: [] }, WORKFLOW).next).toHaveLength(3);
  expect(stepsOf(TRACK, undefined).next).toHaveLength(3);
});

test('of states beside each other the work is said first, and duties that are not owed are not said', () => {
  const words = (zh: string) => ({ zh, en: zh });
  const state = ['open.alarm.police.told', 'open.report.none', 'open.work.active'];
  const titles = ['已报告', '无须报告', '服务中'].map(words);
  expect(tellingTitles({ state, titles }).map(({ zh }) => zh)).toEqual(['服务中', '已报告']);
  expect(tellingTitles({ state: ['a.none'], titles: [words('无')] })).toHaveLength(1);
});

test('values out of the vault are said in words', () => {
  const terms = new Map([['spouse', { zh: '配偶', en: 'Spouse' }]]);
  expect(valueWords('spouse', terms).zh).toBe('配偶');
  expect(valueWords(false, terms).en).toBe('No');
  expect(valueWords({ from: '08:00', to: '18:00' }, terms).zh).toBe('08:00–18:00');
  expect(valueWords(['spouse', 'x'], terms).en).toBe('Spouse, x');
});

test('only a referral rests on her consent, and says so before it is pressed', () => {
  for (const { kind, words, basis } of HANDOFF_WAYS) {
    expect(basis.zh.includes('同意')).toBe(kind === 'referral');
    expect(words.zh).toMatch(kind === 'referral' ? /同意/ : /法定职责/);
  }
});
