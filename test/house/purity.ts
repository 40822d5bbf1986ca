import { codeOf } from './code-only.ts';
import { codeIn, type SourceFile, under, type Violation } from './source-tree.ts';

/** Floors that only compute: no clock, no chance, no environment, no timer, nothing that goes out. */
const PURE = ['workflows', 'src/base', 'src/workflow', 'src/calendar', 'src/access'];

const TIME = /\bnew Date\b|\bDate\(|\bDate\.now\b|\bTemporal\.Now\b/;
const CHANCE = /\bMath\s*\.\s*random\b|\bMath\s*\[/;
const ENVIRONMENT = /\bprocess\s*(?:\.|\?\.|\[)\s*'?\s*env\b|\benv\b[^;=]*\}\s*=\s*process\b/;
const IMPURE =
  /\b(?:process|fetch|performance|setTimeout|setInterval|setImmediate|queueMicrotask|crypto|console)\b|\bnew Date\b|\bDate\.now\b/;

/** Who reads the environment. Settings have one place; launchers and tests hand it on. */
export function findEnvironmentReads(tree: readonly SourceFile[]): Violation[] {
  const mayRead = (path: string) =>
    path.startsWith('src/config/') || path.startsWith('test/') || path.endsWith('.mjs');
  return matches(tree, ENVIRONMENT, 'reads the environment: that is for src/config', mayRead);
}

/** Who asks the machine for the time, or makes dates of its own. Product logic has the database's time as `Instant`. */
export function findClockReads(tree: readonly SourceFile[]): Violation[] {
  const mayRead = (path: string) =>
    path === 'src/base/instant.ts' || path.startsWith('test/') || path.endsWith('.mjs');
  return matches(tree, TIME, 'uses Date: times are instants (src/base/instant.ts)', mayRead);
}

/** Who rolls dice; what must be unguessable or unique comes from node:crypto. */
export function findChance(tree: readonly SourceFile[]): Violation[] {
  return matches(tree, CHANCE, 'uses Math.random', () => false);
}

/** What a floor that only computes does beside computing. */
export function findImpureNames(tree: readonly SourceFile[]): Violation[] {
  // The one converter makes dates of given numbers; that is computing.
  return matches(
    under(tree, ...PURE),
    IMPURE,
    'does more than compute',
    (path) => path === 'src/base/instant.ts',
  );
}

function matches(
  tree: readonly SourceFile[],
  pattern: RegExp,
  problem: string,
  isAllowed: (path: string) => boolean,
): Violation[] {
  return codeIn(tree)
    .filter(({ path }) => !isAllowed(path))
    .flatMap(({ path, text }) => {
      const lines = codeOf(text).split('\n');
      return lines.flatMap((line, index) =>
        pattern.test(line) ? [{ path, problem: `${problem} (line ${index + 1})` }] : [],
      );
    });
}
