import { expect, it, test } from 'vitest';
import { unexcused } from './exceptions.ts';
import { findChance, findClockReads, findEnvironmentReads, findImpureNames } from './purity.ts';
import { codeIn, readTree, under } from './source-tree.ts';

const tree = readTree();

test('only the configuration reads the environment', () => {
  expect(unexcused('environment', findEnvironmentReads(tree))).toEqual([]);
});

test('only the one converter uses Date', () => {
  expect(unexcused('time', findClockReads(tree))).toEqual([]);
});

test('nothing is left to Math.random', () => {
  expect(findChance(tree)).toEqual([]);
});

test('workflows, rules, calendar and access only compute', () => {
  expect(codeIn(under(tree, 'workflows')).length).toBeGreaterThan(5);
  expect(codeIn(under(tree, 'src/calendar')).length).toBeGreaterThan(5);
  expect(findImpureNames(tree)).toEqual([]);
});

it.each([
  ['src/engine/plant.ts', "const port = process.env['PORT'];"],
  ['db/plant.ts', 'const { env } = process;'],
  ['src/main-plant.ts', 'start(process.env);'],
])('a planted read of the environment is found: %s, %s', (path, text) => {
  expect(findEnvironmentReads([{ path, text }])).toHaveLength(1);
});

it.each([
  ['src/engine/plant.ts', 'const now = Date.now();'],
  ['src/store/plant.ts', 'const now = new Date();'],
  ['workflows/plant.ts', 'const text = `at ${new Date().toISOString()}`;'],
])('a planted use of Date is found: %s, %s', (path, text) => {
  expect(findClockReads([{ path, text }])).toHaveLength(1);
});

test('a planted throw of dice is found', () => {
  expect(findChance([{ path: 'workflows/plant.ts', text: 'const lot = Math.random();' }])).toHaveLength(1);
});

it.each(['setTimeout(lapse, 10);', "await fetch('http://peer');", 'const id = crypto.randomUUID();'])(
  'a planted deed in a workflow is found: %s',
  (text) => {
    expect(findImpureNames([{ path: 'workflows/plant.ts', text }])).toHaveLength(1);
  },
);

test('words in comments and texts are no deeds', () => {
  const text = "/** Never new Date() here. */\nconst title = 'fetch'; // process.env\n";
  const plant = [{ path: 'workflows/plant.ts', text }];
  expect([...findImpureNames(plant), ...findClockReads(plant), ...findEnvironmentReads(plant)]).toEqual([]);
});
