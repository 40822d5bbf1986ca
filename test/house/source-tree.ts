import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** A file of the repository. `path` counts from its root and has slashes. */
export type SourceFile = { readonly path: string; readonly text: string };

/** What a check found: where, and what is wrong there. */
export type Violation = { readonly path: string; readonly problem: string };

export const REPOSITORY = resolve(import.meta.dirname, '../..');

const LEFT_OUT = ['node_modules', '.git', '.data', 'data', 'coverage', 'dist'];
const TEXT = /\.(ts|tsx|mjs|js|json|md|svg|css|html|sql|yml|yaml|sh|txt|npmrc|gitignore|dockerignore)$/;
// Without an extension; whatever else has none is not read.
const BARE_NAMES = ['LICENSE', 'Dockerfile', 'run'];

/** Every text file of the repository, or of a folder of it. A checker takes such a list, so that a test can plant. */
export function readTree(folder = REPOSITORY): SourceFile[] {
  return listFiles(folder, '').map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/** Programs only: what may be imported and what imports. */
export function codeIn(tree: readonly SourceFile[]): SourceFile[] {
  return tree.filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path) && !path.endsWith('.gen.ts'));
}

/** The part of a tree under some folders. */
export function under(tree: readonly SourceFile[], ...folders: readonly string[]): SourceFile[] {
  return tree.filter(({ path }) => folders.some((folder) => path.startsWith(`${folder}/`)));
}

function listFiles(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (LEFT_OUT.includes(entry.name)) return [];
    if (entry.isDirectory()) return listFiles(root, path);
    return entry.isFile() && (TEXT.test(entry.name) || BARE_NAMES.includes(entry.name)) ? [path] : [];
  });
}
