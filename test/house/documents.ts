import { posix } from 'node:path';
import { codeIn, type SourceFile, under, type Violation } from './source-tree.ts';

const LINK = /\]\((?!https?:|#|mailto:)([^)#\s]+)(?:#[^)]*)?\)|<img[^>]*\bsrc="([^":]+)"/g;
const COMMAND = /`npm run (?:-s |--silent )?([\w:-]+)/g;
// A fault point is used where the code says `fault('name')`.
const FAULT_CALL = /\bfault\(\s*'(\w+)'/g;

/** Settings that no document for readers mentions. */
export function findUnknownSettings(names: readonly string[], documents: readonly SourceFile[]): Violation[] {
  return names
    .filter((name) => !documents.some(({ text }) => text.includes(`\`${name}\``)))
    .map((name) => ({ path: documents[0]?.path ?? 'README.md', problem: `does not explain ${name}` }));
}

/** Links within the repository that lead nowhere. */
export function findDeadLinks(tree: readonly SourceFile[]): Violation[] {
  const paths = new Set(tree.map(({ path }) => path));
  const folders = new Set(tree.map(({ path }) => posix.dirname(path)));
  return markdownIn(tree).flatMap(({ path, text }) =>
    [...text.matchAll(LINK)].flatMap(([, link, image]) => {
      const target = posix.join(posix.dirname(path), link ?? image ?? '').replace(/\/$/, '');
      return paths.has(target) || folders.has(target) ? [] : [{ path, problem: `links to ${target}` }];
    }),
  );
}

/** `npm run …` in a document for a script that package.json does not have. */
export function findUnknownCommands(scripts: readonly string[], tree: readonly SourceFile[]): Violation[] {
  return markdownIn(tree).flatMap(({ path, text }) =>
    [...text.matchAll(COMMAND)]
      .filter(([, name = '']) => !scripts.includes(name))
      .map(([, name]) => ({ path, problem: `names npm run ${name}, which is not there` })),
  );
}

/** Named fault points that no code passes: a test that stops there would stop nowhere. */
export function findUnusedFaultPoints(names: readonly string[], tree: readonly SourceFile[]): Violation[] {
  const passed = new Set(
    codeIn(under(tree, 'src')).flatMap(({ text }) => [...text.matchAll(FAULT_CALL)].map(([, name]) => name)),
  );
  return names
    .filter((name) => !passed.has(name))
    .map((name) => ({ path: 'src/engine/fault-points.ts', problem: `${name} is passed nowhere` }));
}

/** The documents of the repository. */
export function markdownIn(tree: readonly SourceFile[]): SourceFile[] {
  return tree.filter(({ path }) => path.endsWith('.md'));
}
