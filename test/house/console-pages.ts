import type { SourceFile, Violation } from './source-tree.ts';

const PATTERN = /\bpath: '([^']*)'|\bindex: (true)/g;

/** Addresses of the console that the table of its pages (scripts/shots/pages.ts) does not know. */
export function findUnseenRoutes(
  tree: readonly SourceFile[],
  known: readonly (string | null)[],
): Violation[] {
  return routesIn(tree)
    .filter(({ pattern }) => !known.includes(pattern))
    .map(({ path, pattern }) => ({ path, problem: `${pattern} is missing in scripts/shots/pages.ts` }));
}

/** Addresses the table knows and the console does not. */
export function findStaleRoutes(tree: readonly SourceFile[], known: readonly (string | null)[]): Violation[] {
  const patterns: (string | null)[] = routesIn(tree).map(({ pattern }) => pattern);
  return known
    .filter((pattern) => pattern !== null && !patterns.includes(pattern))
    .map((pattern) => ({ path: 'scripts/shots/pages.ts', problem: `there is no route ${pattern}` }));
}

function routesIn(tree: readonly SourceFile[]): { path: string; pattern: string }[] {
  return tree
    .filter(({ path }) => /^web\/[\w-]+\/routes\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(PATTERN)].map(([, pattern, index]) => ({
        path,
        pattern: index === undefined ? (pattern ?? '') : '/',
      })),
    );
}
