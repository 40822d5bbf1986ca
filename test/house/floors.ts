import { importsOf, packageOf, targetOf } from './imports.ts';
import { codeIn, type SourceFile, type Violation } from './source-tree.ts';

/** A folder: the folders of ours and the packages that its files may import, beside the folder itself. */
type Floor = {
  readonly number: number;
  readonly folders: readonly string[];
  readonly packages: readonly string[] | 'any';
};

const BELOW_ENGINE = [
  'src/base',
  'src/workflow',
  'src/calendar',
  'src/vault',
  'src/access',
  'src/store',
  'db',
];

const BELOW_PAGES = ['web/words', 'web/api', 'web/parts'];
const PAGE_PACKAGES = ['react', 'react-router', '@tanstack'];
/** A kind of work each. They do not know of one another: what two of them need lies below them. */
const PAGE_FOLDERS = [
  ...['calls', 'callbacks', 'cases', 'consultations', 'deadlines', 'handoffs'],
  ...['notices', 'orders', 'rules', 'shift', 'work', 'workflows'],
].map((name) => `web/${name}`);

function pageFloors(): Readonly<Record<string, Floor>> {
  const folders = [...BELOW_PAGES, 'web/forms'];
  return Object.fromEntries(
    PAGE_FOLDERS.map((name) => [name, { number: 4, folders, packages: PAGE_PACKAGES }]),
  );
}

/** An arrow may only point down. Parts of Node are packages here: what is not named is not for this floor. */
export const FLOORS: Readonly<Record<string, Floor>> = {
  'src/base': { number: 0, folders: [], packages: [] },
  'src/workflow': { number: 1, folders: ['src/base'], packages: ['xstate', 'typebox', 'node:crypto'] },
  'src/calendar': { number: 1, folders: ['src/base'], packages: ['temporal-polyfill'] },
  'src/vault': { number: 1, folders: ['src/base'], packages: ['node:crypto', 'node:util'] },
  'src/config': {
    number: 1,
    folders: ['src/base'],
    packages: ['typebox', 'node:crypto', 'node:fs', 'node:path'],
  },
  'src/i18n': { number: 1, folders: ['src/base'], packages: ['typebox'] },
  db: { number: 1, folders: ['src/base'], packages: 'any' },
  workflows: { number: 2, folders: ['src/base', 'src/workflow'], packages: ['xstate', 'typebox'] },
  'src/access': { number: 2, folders: ['src/base', 'src/workflow'], packages: [] },
  'src/store': { number: 2, folders: ['src/base', 'db'], packages: ['kysely', 'pg', 'node:crypto'] },
  'src/notify': {
    number: 2,
    folders: ['src/base', 'src/workflow', 'src/i18n', 'src/store', 'db'],
    packages: [],
  },
  'src/engine': {
    number: 3,
    folders: [...BELOW_ENGINE, 'workflows'],
    packages: ['xstate', 'typebox', 'node:crypto'],
  },
  'src/http': {
    number: 4,
    folders: [...BELOW_ENGINE, 'src/i18n', 'src/engine'],
    packages: ['fastify', '@fastify', 'typebox', 'pino', 'prom-client', 'node:'],
  },
  'src/jobs': {
    number: 4,
    folders: ['src/base', 'src/i18n', 'src/store', 'src/notify', 'src/engine', 'db'],
    packages: ['bullmq', 'ioredis', 'pg', 'pino', 'prom-client', 'node:'],
  },
  src: { number: 5, folders: [...BELOW_ENGINE, 'src', 'workflows'], packages: 'any' },
  scripts: { number: 5, folders: [...BELOW_ENGINE, 'src', 'workflows'], packages: 'any' },
  // A client of the API: what it knows of the product, it is told over HTTP.
  'web/words': { number: 0, folders: [], packages: ['react'] },
  'web/api': { number: 1, folders: ['web/words'], packages: ['react', '@tanstack', 'openapi-fetch'] },
  'web/parts': { number: 2, folders: ['web/words', 'web/api'], packages: ['react', '@tanstack'] },
  'web/forms': { number: 3, folders: BELOW_PAGES, packages: PAGE_PACKAGES },
  ...pageFloors(),
  'web/shell': { number: 5, folders: [...BELOW_PAGES, ...PAGE_FOLDERS], packages: PAGE_PACKAGES },
  web: {
    number: 6,
    folders: ['web/api', 'web/shell', 'web/style'],
    packages: ['react', 'react-dom', '@tanstack', 'vite', '@vitejs'],
  },
  test: {
    number: 6,
    folders: [
      ...BELOW_ENGINE,
      'src',
      'workflows',
      'scripts',
      'web/words',
      'web/parts',
      'web/forms',
      ...PAGE_FOLDERS,
    ],
    packages: 'any',
  },
};

// Driving the built-in server is what most of db/ does; the broker and the web framework are not for it.
const NEVER_IN_DB = ['fastify', 'bullmq', 'ioredis', 'pino', 'xstate', 'typebox'];

/** The floor a file lives on: its folder under src, its top folder otherwise. */
export function floorOf(path: string): string {
  const [top = '', second = '', third] = path.split('/');
  return (top === 'src' || top === 'web') && third !== undefined ? `${top}/${second}` : top;
}

/** Imports that point up, sideways or to a package that is not for this floor. */
export function findWrongArrows(tree: readonly SourceFile[]): Violation[] {
  const programs = codeIn(tree).filter(({ path }) => path.includes('/'));
  return programs.flatMap((file) =>
    importsOf(file).flatMap(({ specifier }) => {
      const problem = problemOf(file.path, specifier);
      return problem === null ? [] : [{ path: file.path, problem }];
    }),
  );
}

function problemOf(path: string, specifier: string): string | null {
  const from = floorOf(path);
  const floor = FLOORS[from];
  if (floor === undefined) return `stands on no floor: name ${from} in test/house/floors.ts`;
  const target = targetOf(path, specifier);
  if (target === null) return packageProblem(from, floor, specifier);
  const to = floorOf(target);
  if (to === from) return styleProblem(specifier);
  if (specifier.startsWith('.')) return `imports ${specifier}: between folders it is #${target}`;
  const isBelow = floor.folders.some(
    (folder) => to === folder || (folder === 'src' && to.startsWith('src/')),
  );
  return isBelow ? null : `imports ${specifier}: ${from} (floor ${floor.number}) may not see ${to}`;
}

function packageProblem(from: string, floor: Floor, specifier: string): string | null {
  const name = packageOf(specifier) ?? '';
  if (from === 'db' && NEVER_IN_DB.includes(name)) return `imports ${specifier}: not for db`;
  if (floor.packages === 'any') return null;
  const isAllowed = floor.packages.some(
    (allowed) =>
      name === allowed || name.startsWith(`${allowed}/`) || (allowed === 'node:' && name.startsWith(allowed)),
  );
  return isAllowed ? null : `imports ${specifier}: ${from} has no use for it`;
}

/** Within a folder of src, db or workflows imports are relative; test and scripts reach across as they like. */
function styleProblem(specifier: string): string | null {
  const isReaching = specifier.startsWith('#') && !/^#(test|scripts|src\/[\w-]+\.ts)/.test(specifier);
  return isReaching ? `imports ${specifier}: within a folder imports are relative` : null;
}
