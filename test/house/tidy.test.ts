import { describe, expect, it } from 'vitest';
import { unexcused } from './exceptions.ts';
import { codeIn, readTree, type SourceFile, type Violation } from './source-tree.ts';
import {
  findBadExports,
  findBadNames,
  findBannedWords,
  findOversize,
  findSleepingTests,
  findSleeps,
  findUnexplainedFolders,
} from './tidy.ts';

type Check = (tree: readonly SourceFile[]) => Violation[];

const CHECKS: readonly [name: string, check: Check, plants: readonly SourceFile[]][] = [
  [
    'a file is named for one noun, in small letters and dashes',
    findBadNames,
    [
      { path: 'src/engine/utils.ts', text: '' },
      { path: 'src/http/case-helpers.ts', text: '' },
      { path: 'src/common/ids.ts', text: '' },
      { path: 'src/engine/queueManager.ts', text: '' },
      { path: 'src/jobs/sweeper_job.ts', text: '' },
    ],
  ],
  [
    'every file exports its own, by name and with a type',
    findBadExports,
    [
      { path: 'src/http/app.ts', text: 'export default function app() {}' },
      { path: 'src/engine/index.ts', text: "export * from './engine.ts';" },
      { path: 'src/engine/all.ts', text: "export {\n  a,\n  b,\n} from './engine.ts';" },
      { path: 'src/engine/any.ts', text: 'const row = rows[0] as any;' },
      { path: 'src/engine/any.ts', text: 'function take(row: any, limit: number) {}' },
      { path: 'src/engine/mute.ts', text: '// @ts-ignore\nbroken();' },
    ],
  ],
  [
    'a file can be read in one sitting',
    findOversize,
    [
      { path: 'src/engine/long.ts', text: 'a();\n'.repeat(251) },
      { path: 'test/unit/long.test.ts', text: 'a();\n'.repeat(401) },
      { path: 'src/engine/wide.ts', text: `// ${'and then '.repeat(30)}` },
    ],
  ],
  [
    'every test runs',
    findSleepingTests,
    [
      { path: 'test/unit/a.test.ts', text: "it.skip('is not ready', () => {});" },
      { path: 'test/unit/a.test.ts', text: "describe.only('mine', () => {});" },
      { path: 'test/unit/a.test.ts', text: "test.concurrent.skip('x', () => {});" },
    ],
  ],
  [
    'no test waits for time to pass',
    findSleeps,
    [{ path: 'test/unit/a.test.ts', text: "import { it } from 'vitest';\nawait sleep(100);" }],
  ],
  [
    'no word speaks of the makers, their machines or their plans',
    findBannedWords,
    [
      { path: 'src/engine/a.ts', text: '// TODO: retries' },
      { path: 'scripts/a.mjs', text: "const root = '/home/me/haolin';" },
      { path: 'docs/a.md', text: 'As asked in issue 42.' },
      { path: '.npmrc', text: 'registry=https://registry.example.org' },
      { path: 'README.md', text: 'Written by a language model.' },
    ],
  ],
  [
    'every folder says what belongs in it, in some ten lines',
    findUnexplainedFolders,
    [
      { path: 'src/engine/a.ts', text: '' },
      { path: 'src/README.md', text: 'line\n'.repeat(40) },
    ],
  ],
];

const tree = readTree();

describe.each(CHECKS)('%s', (_name, check, plants) => {
  it('in the whole repository', () => {
    expect(codeIn(tree).length).toBeGreaterThan(150);
    const violations = check(tree);
    expect(check === findBannedWords ? unexcused('words', violations) : violations).toEqual([]);
  });

  it.each(plants)('a planted violation is found: $path', (plant) => {
    expect(check([plant])).not.toEqual([]);
  });
});
