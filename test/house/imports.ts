import { posix } from 'node:path';
import type { SourceFile } from './source-tree.ts';

/** One import or re-export. */
export type Import = {
  readonly specifier: string;
  /** Gone at run time: `import type`, or nothing but `type` names. */
  readonly isTypeOnly: boolean;
  /** The names taken, as the other file calls them; `*` for all of them. */
  readonly names: readonly string[];
};

// The formatter puts every statement at the start of a line and single quotes around its source, so no parser is needed.
const STATEMENT = /^(?:import|export)\s+(type\s+)?((?:\*|\{|[\w$])[^;'"]*?)\s*\bfrom\s+'([^']+)'/gm;
const FOR_EFFECT = /^import\s+'([^']+)'/gm;
const ON_DEMAND = /\bimport\(\s*'([^']+)'/g;

/** What a file imports. */
export function importsOf({ text }: SourceFile): Import[] {
  const statements = [...text.matchAll(STATEMENT)].map((match) => statementOf(match));
  const effects = [...text.matchAll(FOR_EFFECT)].map(([, specifier = '']) => of(specifier, false, []));
  const onDemand = [...text.matchAll(ON_DEMAND)].map(([, specifier = '']) => of(specifier, false, ['*']));
  return [...statements, ...effects, ...onDemand];
}

/** The path an import leads to within the repository; null for a package or a part of Node. */
export function targetOf(path: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  return specifier.startsWith('#') ? specifier.slice(1) : null;
}

/** The package an import names, `node:…` included; null for a file of the repository. */
export function packageOf(specifier: string): string | null {
  if (/^[.#]/.test(specifier)) return null;
  const [first = '', second = ''] = specifier.split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

function statementOf([, typeWord, clause = '', specifier = '']: RegExpMatchArray): Import {
  const braces = /\{([^}]*)\}/.exec(clause)?.[1];
  const listed = braces?.split(',').map((name) => name.trim()) ?? [];
  const names = listed.filter((name) => name !== '');
  const isAll = braces === undefined && clause.includes('*');
  const hasDefault = /^[\w$]+/.test(clause);
  const areTypes = names.length > 0 && !hasDefault && names.every((name) => name.startsWith('type '));
  const taken = names.map((name) => name.replace(/^type\s+/, '').replace(/\s+as\s+.*$/s, ''));
  return of(specifier, typeWord !== undefined || areTypes, [
    ...(isAll ? ['*'] : []),
    ...(hasDefault ? ['default'] : []),
    ...taken,
  ]);
}

function of(specifier: string, isTypeOnly: boolean, names: readonly string[]): Import {
  return { specifier, isTypeOnly, names };
}
