import { expect, test } from 'vitest';
import { unexcused } from './exceptions.ts';
import { codeIn, readTree } from './source-tree.ts';
import { findDeadFiles, findUnusedExports } from './unused.ts';

const tree = readTree();

const USED = {
  path: 'src/engine/used.ts',
  text: 'export const used = 1;\nexport type Rows = string[];\nexport function rows(): Rows { return []; }\n',
};
const USER = {
  path: 'src/main-plant.ts',
  text: "import {\n  rows as allRows,\n  used,\n} from '#src/engine/used.ts';\n",
};

test('every file is imported, started or found by the folder it is in', () => {
  expect(codeIn(tree).length).toBeGreaterThan(150);
  expect(findDeadFiles(tree)).toEqual([]);
});

test('every exported name is imported somewhere', () => {
  expect(unexcused('unused', findUnusedExports(tree))).toEqual([]);
});

test('a planted file that nobody imports is found, and one that is imported is not', () => {
  const dead = { path: 'src/engine/dead.ts', text: 'export const dead = 1;' };
  expect(findDeadFiles([USED, USER, dead])).toEqual([{ path: dead.path, problem: 'is imported by nobody' }]);
});

test('a planted export that nobody imports is found: a function, a constant, a type', () => {
  const text = `${USED.text}export const spare = 2;\nexport async function idle() {}\nexport type Idle = 1;\n`;
  expect(findUnusedExports([{ ...USED, text }, USER]).map(({ problem }) => problem)).toEqual([
    'exports spare, which nobody imports',
    'exports idle, which nobody imports',
    'exports Idle, which nobody imports',
  ]);
  expect(findUnusedExports([USED, USER])).toEqual([]);
});
