import { posix } from 'node:path';
import { codeOf } from './code-only.ts';
import { codeIn, type SourceFile, type Violation } from './source-tree.ts';

const NO_NOUN = /(^|[/.-])(utils?|helpers?|common|managers?|misc|stuff|shared)([/.-]|$)/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;
// Names that readers and tools look for as they are.
const GIVEN_NAMES =
  /^(README|CONTRIBUTING|CHANGELOG|DECISIONS|SECURITY|LICENSE|Dockerfile|messages\.zh-CN\.ts)(\.md)?$/;
const CONFIGURATION = ['vitest.config.ts', 'web/vite.config.ts', 'test/support/global-setup.ts'];
const README_LINES = 20;
// An index is as long as what it lists.
const INDEXES = ['docs/workflows/README.md'];
const LINES = 250;
const TEST_LINES = 400;
const COLUMNS = 145;
// How far above its pause the head of a polling loop stands at most.
const LOOP_LINES = 4;

/** Words that speak of the makers, their machines or their plans rather than of the product. */
const BANNED: readonly { readonly pattern: RegExp; readonly why: string }[] = [
  { pattern: /\b(TODO|FIXME|XXX|HACK)\b/, why: 'is a promise to do it later' },
  { pattern: /(?<![\w.])\/(?:work|home|Users|root)\/\w/, why: "is a path of somebody's machine" },
  { pattern: /\b[Ii]ssue #?\d+|\(#\d+\)|\bPR #?\d+/, why: 'numbers a ticket nobody here can open' },
  { pattern: /\bregistry\.[a-z-]+\.[a-z]|\bnpm-?(?:proxy|mirror)\b/i, why: 'names a package registry' },
  {
    pattern: /\b(?:language model|chat ?bot|sub-?agent|co-authored-by)\b/i,
    why: 'speaks of how it was made',
  },
];

/** Files whose name does not say one noun, in small letters and dashes. */
export function findBadNames(tree: readonly SourceFile[]): Violation[] {
  return tree.flatMap(({ path }) => {
    if (NO_NOUN.test(path)) return [{ path, problem: 'has a name that fits anything' }];
    const parts = path.split('/').filter((part) => !GIVEN_NAMES.test(part));
    const isKebab = parts.every((part) =>
      part
        .replace(/^[._]/, '')
        .split('.')
        .every((word) => KEBAB.test(word)),
    );
    return isKebab ? [] : [{ path, problem: 'has a name that is not in small letters and dashes' }];
  });
}

/** Default exports, files that pass on the exports of others, and `any`. */
export function findBadExports(tree: readonly SourceFile[]): Violation[] {
  const looked = codeIn(tree).filter(({ path }) => !isAboutIt(path));
  return looked.flatMap((file) => {
    const { path } = file;
    const code = codeOf(file.text);
    const passesOn = /^export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;]*?\bfrom\b/m.test(code);
    return [
      ...(passesOn ? [{ path, problem: 'passes on what another file exports' }] : []),
      ...(/^export default\b|\bas default\b/m.test(code) && !CONFIGURATION.includes(path)
        ? [{ path, problem: 'has a default export' }]
        : []),
      ...(/\bas any\b|<any>|[:|&(,]\s*any\b(?!\s*\()/.test(code) && !path.endsWith('.mjs')
        ? [{ path, problem: 'uses any' }]
        : []),
      ...(/@ts-(?:ignore|nocheck)/.test(file.text) ? [{ path, problem: 'silences the compiler' }] : []),
    ];
  });
}

/** Files and lines that are too long to read. */
export function findOversize(tree: readonly SourceFile[]): Violation[] {
  return codeIn(tree).flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n');
    const limit = path.startsWith('test/') ? TEST_LINES : LINES;
    const isLong = lines.length > limit;
    // Code is folded by the formatter, and texts must not be; that leaves comments.
    const wide = lines.findIndex((line) => line.length > COLUMNS && /^\s*(?:\/\/|\/?\*)/.test(line));
    return [
      ...(isLong ? [{ path, problem: `has ${lines.length} lines of ${limit}` }] : []),
      ...(wide >= 0 ? [{ path, problem: `line ${wide + 1} is wider than ${COLUMNS}` }] : []),
    ];
  });
}

/** Tests that do not run, or keep the others from running. */
export function findSleepingTests(tree: readonly SourceFile[]): Violation[] {
  return codeIn(tree).flatMap(({ path, text }) =>
    /\b(?:it|test|describe)(?:\.\w+)*\.(?:skip|only|todo)\b|\b(?:xit|xdescribe|fit)\(/.test(codeOf(text))
      ? [{ path, problem: 'has a test that is skipped, planned or favoured' }]
      : [],
  );
}

/** Folders without a README, and READMEs that are no page but a book. */
export function findUnexplainedFolders(tree: readonly SourceFile[]): Violation[] {
  const folders = new Set(tree.map(({ path }) => posix.dirname(path)));
  const parents = [...folders].flatMap((folder) => ancestorsOf(folder));
  return [...new Set([...folders, ...parents])].sort().flatMap((folder) => {
    if (folder === '.' || isExplained(folder, tree)) return [];
    const path = `${folder}/README.md`;
    const readme = tree.find((file) => file.path === path);
    if (readme === undefined) return [{ path, problem: 'is missing: what belongs here, what does not?' }];
    if (INDEXES.includes(path)) return [];
    const lines = readme.text.trimEnd().split('\n').length;
    return lines > README_LINES || lines < 3 ? [{ path, problem: `has ${lines} lines; ten are right` }] : [];
  });
}

/** Words that have no place in the product. The list of them is the one place where they may stand. */
export function findBannedWords(tree: readonly SourceFile[]): Violation[] {
  return tree
    .filter(({ path }) => !isAboutIt(path) && path !== 'package-lock.json')
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) =>
        BANNED.filter(({ pattern }) => pattern.test(line)).map(({ pattern, why }) => ({
          path,
          problem: `line ${index + 1}: "${pattern.exec(line)?.[0]}" ${why}`,
        })),
      ),
    );
}

/** Tests that wait for time to pass. A pause within a loop that looks for something is no such wait. */
export function findSleeps(tree: readonly SourceFile[]): Violation[] {
  return codeIn(tree)
    .filter(({ path }) => path.endsWith('.test.ts'))
    .flatMap(({ path, text }) => {
      const lines = codeOf(text).split('\n');
      return lines.flatMap((line, index) => {
        const isLoop = lines
          .slice(Math.max(0, index - LOOP_LINES), index + 1)
          .some((near) => /\bwhile \(/.test(near));
        if (isLoop || !/\bawait (?:sleep|delay|setTimeout)\(/.test(line)) return [];
        return [{ path, problem: `line ${index + 1} sleeps: wait for a condition, or move the clock` }];
      });
    });
}

/** Tool folders; folders of tests that mirror src; `x/` beside an `x.ts`, which are the parts of that. */
function isExplained(folder: string, tree: readonly SourceFile[]): boolean {
  const parts = folder.split('/');
  const isMirror = parts[0] === 'test' && parts.length > 2;
  // What lies in a built page's public folder is served as it is, and a README with it.
  if (folder.startsWith('web/public')) return true;
  return isMirror || folder.startsWith('.') || tree.some(({ path }) => path === `${folder}.ts`);
}

function ancestorsOf(folder: string): string[] {
  const parts = folder.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}

function isAboutIt(path: string): boolean {
  return path === 'test/house/tidy.ts' || path === 'test/house/tidy.test.ts';
}
