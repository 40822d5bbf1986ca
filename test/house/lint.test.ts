import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeIn, REPOSITORY, readTree } from './source-tree.ts';

type Report = {
  readonly number_of_files: number;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly filename: string;
    readonly severity: string;
  }[];
};

const LOADER = 'export async function load(): Promise<number> {\n  return 1;\n}\n';
const LONG_FUNCTION = `export function long(): void {\n${"  String('x');\n".repeat(51)}}\n`;
const BRANCHES = 'if (n === 1) return 1;\n'.repeat(13);

/** What the linter must find, and in which file. */
const PLANTS: readonly [rule: string, path: string, text: string][] = [
  ['no-floating-promises', 'src/floating.ts', "import { load } from './load.ts';\nload();\n"],
  ['no-misused-promises', 'src/misused.ts', "import { load } from './load.ts';\nif (load()) String(1);\n"],
  ['await-thenable', 'src/thenable.ts', 'await 1;\nexport {};\n'],
  [
    'no-cycle',
    'src/circle-a.ts',
    "import { b } from '#src/circle-b.ts';\nexport const a = (): unknown => b;\n",
  ],
  [
    'no-cycle',
    'src/circle-b.ts',
    "import { a } from '#src/circle-a.ts';\nexport const b = (): unknown => a;\n",
  ],
  ['no-default-export', 'src/default.ts', 'export default 1;\n'],
  ['no-barrel-file', 'src/barrel.ts', "export * from './load.ts';\n"],
  ['no-explicit-any', 'src/any.ts', 'export const n: any = 1;\n'],
  ['eqeqeq', 'src/loose.ts', 'export const same = (a: number, b: number) => a == b;\n'],
  [
    'consistent-type-imports',
    'src/types.ts',
    "import { Thing } from './thing.ts';\nexport const n: Thing = 1;\n",
  ],
  ['max-lines', 'src/long.ts', 'String(1);\n'.repeat(251)],
  ['max-lines', 'test/long.ts', 'String(1);\n'.repeat(401)],
  ['max-lines-per-function', 'src/long-function.ts', LONG_FUNCTION],
  ['complexity', 'src/branches.ts', `export function f(n: number): number {\n${BRANCHES}return 0;\n}\n`],
  ['max-params', 'src/params.ts', 'export const f = (a: 1, b: 2, c: 3, d: 4, e: 5) => [a, b, c, d, e];\n'],
  ['filename-case', 'src/camelCase.ts', 'export const n = 1;\n'],
  ['no-restricted-globals', 'workflows/clock.ts', 'export const at = () => new Date();\n'],
  ['no-restricted-globals', 'workflows/env.ts', 'export const env = () => process.pid;\n'],
  ['no-restricted-globals', 'workflows/call.ts', "export const call = async () => fetch('http://peer');\n"],
  ['no-restricted-globals', 'workflows/timer.ts', 'export const wait = () => setTimeout(() => {}, 1);\n'],
  ['no-restricted-imports', 'workflows/ids.ts', "export { randomUUID as draw } from 'node:crypto';\n"],
  ['no-restricted-properties', 'src/dice.ts', 'export const throwDice = () => Math.random();\n'],
  ['no-focused-tests', 'test/only.test.ts', "import { it } from 'vitest';\nit.only('x', () => {});\n"],
  ['no-disabled-tests', 'test/skip.test.ts', "import { it } from 'vitest';\nit.skip('x', () => {});\n"],
];

let folder: string;
let report: Report;

// The whole tree takes some seconds; on a machine with other work, many.
const LINT_TIMEOUT_MS = 180_000;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'haolin-lint-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
    copyFileSync(join(REPOSITORY, name), join(folder, name));
  symlinkSync(join(REPOSITORY, 'node_modules'), join(folder, 'node_modules'));
  plant('src/load.ts', LOADER);
  plant('src/thing.ts', 'export type Thing = number;\n');
  for (const [, path, text] of PLANTS) plant(path, text);
  report = lint(folder);
}, LINT_TIMEOUT_MS);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each(PLANTS)('%s is found in a planted %s', (rule, path) => {
  const rules = report.diagnostics.filter(({ filename }) => filename === path).map(({ code }) => code);
  expect(rules.some((code) => code.endsWith(`(${rule})`))).toBe(true);
});

test('a file without fault is found faultless', () => {
  expect(report.diagnostics.filter(({ filename }) => filename === 'src/load.ts')).toEqual([]);
});

test(
  'the linter looks at every program, and knows no warnings',
  () => {
    expect(report.diagnostics.filter(({ severity }) => severity !== 'error')).toEqual([]);
    expect(readFileSync(join(REPOSITORY, '.oxlintrc.json'), 'utf8')).not.toMatch(/"warn"/);
    const { number_of_files: count } = lint(REPOSITORY);
    expect(count).toBeGreaterThan(150);
    expect(count).toBe(codeIn(readTree()).length);
  },
  LINT_TIMEOUT_MS,
);

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function lint(cwd: string): Report {
  const program = join(REPOSITORY, 'node_modules/oxlint/bin/oxlint');
  const args = [program, '--type-aware', '--format', 'json'];
  // It takes 3 s for the whole repository; the limit only ends a hang.
  const { stdout } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', timeout: 150_000 });
  return JSON.parse(stdout) as Report;
}
