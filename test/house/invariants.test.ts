import { expect, test } from 'vitest';
import { findUnkeptInvariants } from './invariants.ts';
import { readTree } from './source-tree.ts';

const tree = readTree();
const PATH = 'docs/invariants.md';

test('all thirty-one invariants are there once, with tests and plants that are there too', () => {
  expect(findUnkeptInvariants(tree)).toEqual([]);
});

test('a planted gap, double, file, title, kind and missing plant are found', () => {
  const text = tree.find(({ path }) => path === PATH)?.text ?? '';
  const problemsWith = (spoilt: string) =>
    findUnkeptInvariants([...tree.filter(({ path }) => path !== PATH), { path: PATH, text: spoilt }]);
  const row = text.split('\n').find((line) => line.startsWith('| INV-09')) ?? '';
  const spoil = (from: string, to: string) => problemsWith(text.replace(row, row.replaceAll(from, to)));
  expect(problemsWith(text.replace(`${row}\n`, ''))).toHaveLength(1);
  expect(problemsWith(text.replace(row, `${row}\n${row}`))).toHaveLength(1);
  expect(spoil('INV-09 |', 'INV-32 |')).toHaveLength(2);
  expect(spoil('counsel-events.ts', 'fees.ts')).toHaveLength(1);
  expect(spoil('data-promises.ts', 'nowhere.ts')).toHaveLength(1);
  expect(spoil('proper reason”', 'reason or two”')).toHaveLength(2);
  expect(spoil('| data |', '| hope |')).toHaveLength(1);
  const [, , , , , , planted = ''] = row.split('|');
  expect(spoil(planted, ' ')).toHaveLength(1);
  const both = text.split('\n').find((line) => line.startsWith('| INV-08')) ?? '';
  const rule = '“INV-08: whoever was found to be on the other side never has the matter again”';
  const unplanted = both.replace(/“INV-08: a planted[^”]*”/, rule);
  expect(problemsWith(text.replace(both, unplanted))).toHaveLength(1);
});
