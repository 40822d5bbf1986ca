import { importsOf, targetOf } from './imports.ts';
import { codeOf } from './code-only.ts';
import { codeIn, type SourceFile, type Violation } from './source-tree.ts';

/** Found by what runs them, not by an import: programs, tests, and the folders that are read as a whole. */
const ENTRIES: readonly RegExp[] = [
  /^src\/main-[\w-]+\.ts$/,
  /^scripts\/[\w-]+\.(?:ts|mjs)$/,
  /^(?:web\/vite|vitest)\.config\.ts$/,
  /^web\/main\.tsx$/,
  /\.test\.ts$/,
  /^test\/types\/[\w-]+\.ts$/,
  /^test\/cases\/[\w-]+\.ts$/,
  /^workflows\/[\w-]+\.ts$/,
  /^workflows\/retired\/[\w.-]+\.ts$/,
  /^workflows\/moves\/[\w-]+\.ts$/,
  /^db\/migrations\/[\w-]+\.ts$/,
];

const EXPORT = /^export\s+(?:async\s+)?(?:function\*?|const|let|class|abstract class)\s+([\w$]+)/gm;
const EXPORTED_TYPE = /^export\s+(?:type|interface)\s+([\w$]+)/gm;

/** Files that nothing imports, starts or names. */
export function findDeadFiles(tree: readonly SourceFile[]): Violation[] {
  const used = new Set(
    codeIn(tree).flatMap((file) => importsOf(file).map((i) => targetOf(file.path, i.specifier))),
  );
  return codeIn(tree)
    .filter(({ path }) => !used.has(path) && !isEntry(path) && !isNamed(path, tree))
    .map(({ path }) => ({ path, problem: 'is imported by nobody' }));
}

/** Exports that no other file takes. A type may also be there for the signatures beside it. */
export function findUnusedExports(tree: readonly SourceFile[]): Violation[] {
  const taken = takenNames(tree);
  return codeIn(tree)
    .filter(({ path }) => !isEntry(path))
    .flatMap(({ path, text }) => {
      const names = taken.get(path) ?? new Set();
      const isFree = (name: string) => !names.has(name) && !names.has('*');
      const code = codeOf(text);
      const values = namesIn(EXPORT, text).filter(isFree);
      const types = namesIn(EXPORTED_TYPE, text).filter((name) => isFree(name) && countOf(name, code) < 2);
      return [...values, ...types].map((name) => ({
        path,
        problem: `exports ${name}, which nobody imports`,
      }));
    });
}

/** What of each file is imported anywhere. */
function takenNames(tree: readonly SourceFile[]): Map<string, Set<string>> {
  const taken = new Map<string, Set<string>>();
  for (const file of codeIn(tree)) {
    for (const { specifier, names } of importsOf(file)) {
      const target = targetOf(file.path, specifier);
      if (target === null) continue;
      const known = taken.get(target) ?? new Set();
      for (const name of names) known.add(name);
      taken.set(target, known);
    }
  }
  return taken;
}

function isEntry(path: string): boolean {
  return ENTRIES.some((pattern) => pattern.test(path));
}

/** Programs that tests start, and what the test runner's own configuration names, are named in a text. */
function isNamed(path: string, tree: readonly SourceFile[]): boolean {
  if (!path.startsWith('test/')) return false;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return codeIn(tree).some(
    (file) => file.path !== path && [`/${name}'`, `'${name}'`].some((quoted) => file.text.includes(quoted)),
  );
}

function namesIn(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, name = '']) => name);
}

function countOf(name: string, code: string): number {
  return [...code.matchAll(new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b`, 'g'))].length;
}
