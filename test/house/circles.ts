import { importsOf, targetOf } from './imports.ts';
import { codeIn, type SourceFile, type Violation } from './source-tree.ts';

/** Imports that lead back to where they started. Imports of types alone do not count: they are gone at run time. */
export function findCircles(tree: readonly SourceFile[]): Violation[] {
  const arrows = arrowsOf(tree);
  const cleared = new Set<string>();
  const found: Violation[] = [];
  for (const path of arrows.keys()) walk(path, [], { arrows, cleared, found });
  return found;
}

/** From each file to those it needs at run time. */
export function arrowsOf(tree: readonly SourceFile[]): Map<string, string[]> {
  return new Map(
    codeIn(tree).map((file) => {
      const targets = importsOf(file)
        .filter(({ isTypeOnly }) => !isTypeOnly)
        .flatMap(({ specifier }) => targetOf(file.path, specifier) ?? []);
      return [file.path, targets];
    }),
  );
}

type Walk = {
  readonly arrows: ReadonlyMap<string, readonly string[]>;
  readonly cleared: Set<string>;
  readonly found: Violation[];
};

function walk(path: string, trail: readonly string[], state: Walk): void {
  const start = trail.indexOf(path);
  if (start >= 0) {
    state.found.push({ path, problem: `imports itself: ${[...trail.slice(start), path].join(' → ')}` });
    return;
  }
  if (state.cleared.has(path)) return;
  for (const next of state.arrows.get(path) ?? []) walk(next, [...trail, path], state);
  state.cleared.add(path);
}
