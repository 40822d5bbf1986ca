import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const REAL = resolve(import.meta.dirname, '../..');
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;

/**
 * A checkout with our launchers, a product of the test's own, and a lock file whose only package is the Node of
 * the real checkout, by its path: npm installs it truly, without a network and within a second.
 */
export type Checkout = AsyncDisposable & {
  readonly path: string;
  /** Writes a file of the checkout. */
  readonly write: (file: string, content: string) => Promise<void>;
  /** Writes package.json and its lock; another version makes the installed one outdated. */
  readonly writeLock: (version: string) => Promise<void>;
  /** Runs npm in it. */
  readonly npm: (command: string) => Launched;
};

/** What a launcher wrote (both streams) and how it ended. */
export type Launched = {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null; output: string }>;
};

/** Makes a checkout in a folder whose name holds a space and Chinese characters. */
export async function makeCheckout(): Promise<Checkout> {
  const root = await mkdtemp(join(await realpath(tmpdir()), 'haolin-checkout-'));
  const path = join(root, '好邻 checkout');
  await cp(join(REAL, 'scripts'), join(path, 'scripts'), { recursive: true });
  const write = async (file: string, content: string) => {
    await mkdir(join(path, file, '..'), { recursive: true });
    await writeFile(join(path, file), content);
  };
  const checkout: Checkout = {
    path,
    write,
    writeLock: (version) => writeLock(path, write, version),
    npm: (command) => run(['npm', command], path),
    [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }),
  };
  await checkout.writeLock('1.0.0');
  return checkout;
}

/** Runs a launcher of the checkout. */
export function launch(
  checkout: { readonly path: string },
  script: string,
  args: readonly string[] = [],
  options: { env?: NodeJS.ProcessEnv; nodeArgs?: readonly string[] } = {},
): Launched {
  const command = [
    process.execPath,
    ...(options.nodeArgs ?? []),
    join(checkout.path, 'scripts', script),
    ...args,
  ];
  return run(command, tmpdir(), options.env);
}

function run([program = '', ...args]: string[], cwd: string, env: NodeJS.ProcessEnv = {}): Launched {
  const child = spawn(program, args, {
    cwd,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, output }));
  return { child, output: () => output, ended };
}

/** Makes the Node that runs a launcher say that it is another version. */
export function pretendNode(version: string): string[] {
  const code = `Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`;
  return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

/** As `npm install --package-lock-only` writes it: paths count from the checkout. */
async function writeLock(checkout: string, write: Checkout['write'], version: string): Promise<void> {
  const real = join(REAL, 'node_modules', NODE_PACKAGE);
  const node = relative(checkout, real);
  const dependencies = { [NODE_PACKAGE]: `file:${real}`, settled: 'file:settled' };
  const root = { name: 'checkout', version: '1.0.0', dependencies };
  const { scripts } = JSON.parse(await readFile(join(REAL, 'package.json'), 'utf8'));
  await write('settled/package.json', JSON.stringify({ name: 'settled', version }));
  await write('package.json', JSON.stringify({ ...root, type: 'module', scripts: { start: scripts.start } }));
  const packages = {
    '': root,
    [node]: { version: JSON.parse(await readFile(join(real, 'package.json'), 'utf8')).version },
    [`node_modules/${NODE_PACKAGE}`]: { resolved: node, link: true },
    'node_modules/settled': { resolved: 'settled', link: true },
    settled: { version },
  };
  await write('package-lock.json', JSON.stringify({ ...root, lockfileVersion: 3, requires: true, packages }));
}
