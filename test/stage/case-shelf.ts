import { readdirSync } from 'node:fs';
import type { RealCase } from './real-case.ts';

const FOLDER = new URL('../cases/', import.meta.url);

/** The names of all fixtures, in the order of the alphabet: every file of `test/cases` that is no test. */
export function caseNames(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

export async function loadCase(name: string): Promise<RealCase> {
  const module: unknown = await import(new URL(`${name}.ts`, FOLDER).href);
  return (module as { realCase: RealCase }).realCase;
}

/** One of so many parts of the shelf, so that several test files share the work. */
export async function loadPart(part: number, partCount: number): Promise<[string, RealCase][]> {
  const names = caseNames().filter((_, index) => index % partCount === part);
  return Promise.all(names.map(async (name): Promise<[string, RealCase]> => [name, await loadCase(name)]));
}
