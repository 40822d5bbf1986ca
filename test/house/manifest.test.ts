import { expect, test } from 'vitest';
import {
  findMisplaced,
  findRanges,
  findUndeclared,
  findUnexplained,
  findUnusedPackages,
  type Manifest,
} from './manifest.ts';
import { readTree } from './source-tree.ts';

// The checks themselves hold imports of packages that do not exist: their plants.
const tree = readTree().filter(({ path }) => !path.startsWith('test/house/'));
const textOf = (path: string) => tree.find((file) => file.path === path)?.text ?? '';
const manifest = JSON.parse(textOf('package.json')) as Manifest;

const PLANTED: Manifest = {
  dependencies: { kept: '1.2.3', idle: '1.0.0', ranged: '^2.0.0' },
  devDependencies: { '@types/node': '24.0.0', tool: '1.0.0' },
};
const USERS = [
  { path: 'src/a.ts', text: "import { kept } from 'kept/part';\nimport { tool } from 'tool';\n" },
  { path: 'src/b.ts', text: "import '@stranger/thing/part';\nimport { ranged } from 'ranged';\n" },
];

test('every version is exact', () => {
  expect(Object.keys(manifest.dependencies ?? {}).length).toBeGreaterThan(10);
  expect(findRanges(manifest)).toEqual([]);
});

test('every package is used, and every used package is asked for', () => {
  expect(findUnusedPackages(manifest, tree)).toEqual([]);
  expect(findUndeclared(manifest, tree)).toEqual([]);
});

test('what the product needs at run time is no tool', () => {
  expect(findMisplaced(manifest, tree)).toEqual([]);
});

test('DECISIONS.md says of every package why it is there', () => {
  expect(findUnexplained(manifest, textOf('DECISIONS.md'))).toEqual([]);
});

test('a planted range, idle package, stranger, misplaced tool and silence are found', () => {
  expect(findRanges(PLANTED).map(({ problem }) => problem)).toEqual([
    'ranged has no exact version but ^2.0.0',
  ]);
  expect(findUnusedPackages(PLANTED, USERS)).toHaveLength(1);
  expect(findUndeclared(PLANTED, USERS)).toEqual([
    { path: 'package.json', problem: '@stranger/thing is imported and not declared' },
  ]);
  expect(findMisplaced(PLANTED, USERS).map(({ problem }) => problem.split(' ')[0])).toEqual([
    'tool',
    '@stranger/thing',
  ]);
  expect(findUnexplained(PLANTED, '`kept` `idle` `ranged` `@types/node`')).toEqual([
    { path: 'DECISIONS.md', problem: 'does not say why tool is there' },
  ]);
});
