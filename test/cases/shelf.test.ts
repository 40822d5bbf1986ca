import { expect, test } from 'vitest';
import { caseNames, loadCase, loadPart } from '#test/stage/case-shelf.ts';
import { playCase } from '#test/stage/play-case.ts';
import { type Chapter, type Expectation, faultsOf, type RealCase } from '#test/stage/real-case.ts';
import { stateOf } from '#test/stage/records.ts';
import { welcomed } from '#test/stage/moves.ts';

const TINY: RealCase = {
  title: { zh: '来电登记', en: 'A call that is registered' },
  publication: { publisher: '某法院', title: '某案例集', item: '案例一' },
  shift: 'Nothing is moved.',
  story: [
    { at: '2025-06-02T09:00', line: 'She calls', plays: async (stage) => void (await welcomed(stage)) },
  ],
  expects: [
    {
      says: 'It is registered',
      check: async (stage) => expect(await stateOf(stage, 'intake')).toContain('open.work.assessing'),
    },
  ],
};

test('the shelf holds whole cases, all of them in exactly one part', async () => {
  const names = caseNames();
  const cases = await Promise.all(names.map(loadCase));
  const expectations = cases.flatMap(({ expects }) => expects);
  const asserted = expectations.filter((one) => 'check' in one).length;
  console.log(
    `${cases.length} real cases, ${cases.flatMap(({ story }) => story.filter(({ line }) => line)).length} lines`,
  );
  console.log(
    `${expectations.length} expectations, ${asserted} asserted, ${expectations.length - asserted} with a reason why not`,
  );
  expect(cases.flatMap(faultsOf)).toEqual([]);
  const parts = await Promise.all([0, 1, 2, 3].map((part) => loadPart(part, 4)));
  expect(
    parts
      .flat()
      .map(([name]) => name)
      .sort(),
  ).toEqual(names);
  expect(new Set(cases.map(({ title }) => title.en)).size).toBe(cases.length);
});

const named = (expectation: Expectation): Partial<RealCase> => ({ expects: [expectation] });

test.each<[string, Partial<RealCase>]>([
  ['no story', { story: [] }],
  ['a line without words', { story: [{ at: '2025-06-02T09:00', line: ' ', plays: async () => {} }] }],
  ['a story that goes back', { story: [...TINY.story, { at: '2025-06-01T09:00', plays: async () => {} }] }],
  ['no expectation', { expects: [] }],
  ['an expectation without words', named({ says: '', check: () => {} })],
  ['a reason that is none', named({ says: 'Something', notAsserted: 'later' })],
  ['no word on the dates', { shift: '' }],
])('a planted fault is found: %s', (_name, fault) => {
  expect(faultsOf({ ...TINY, ...fault })).not.toEqual([]);
});

test('a true expectation holds; a false one, and a refusal that did not come, are seen to fail', async () => {
  await using stage = await playCase(TINY);
  const asserts = async (says: string, check: () => Promise<void> | void) => ({
    says,
    check: async () => check(),
  });
  const isIn = async (state: string) => expect(await stateOf(stage, 'intake')).toContain(state);
  const truth = await asserts('It is registered', () => isIn('open.work.assessing'));
  const lie = await asserts('It is archived', () => isIn('archived'));
  await truth.check();
  await expect(lie.check()).rejects.toThrow('archived');
  expect(await stage.isRefused('operator', 'intake', ['call.answered'])).toEqual(['event_not_in_state']);
  await expect(stage.isRefused('operator', 'intake', ['danger.declared'])).rejects.toThrow('was not refused');
});

test('a line that leaves no event, and an event the law forbids, stop the story', async () => {
  const silent = { at: '2025-06-03T09:00', line: 'Nothing', plays: async () => {} };
  await expect(playCase({ ...TINY, story: [...TINY.story, silent] })).rejects.toThrow(
    '2025-06-03T09:00 Nothing',
  );
  const forbidden: Chapter = {
    at: '2025-06-03T09:00',
    line: 'Closed before anything was done',
    plays: (stage) => stage.tells('manager', 'intake', ['plan.completed', { ground: 'self_handled' }]),
  };
  await expect(playCase({ ...TINY, story: [...TINY.story, forbidden] })).rejects.toThrow('could not record');
});
