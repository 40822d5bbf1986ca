import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { findFreePort } from '#db/embedded-postmaster.ts';

/** The product in a process of its own, ready to serve. Disposing stops it in order. */
export type ProductProcess = AsyncDisposable & {
  readonly baseUrl: string;
  /** From the start of the process until `/readyz` said yes. */
  readonly readyMs: number;
};

export type ProductOptions = {
  /** `npm start`, as a person types it; the program that it ends up running; or the API without the workers. */
  readonly by: 'npm' | 'all' | 'api';
  /** Settings of the product. The port is chosen here. */
  readonly settings: Readonly<Record<string, string>>;
  /** Takes what the product prints, a line per answer included. */
  readonly logFile: string;
};

const ROOT = resolve(import.meta.dirname, '../..');
const END_WITH_PARENT = new URL('../end-with-parent.mjs', import.meta.url).href;
const COMMANDS = {
  npm: ['npm', 'start'],
  all: [process.execPath, '--import', END_WITH_PARENT, 'src/main-all.ts'],
  api: [process.execPath, '--import', END_WITH_PARENT, 'src/main-api.ts'],
} as const;
const READY_TIMEOUT_MS = 90_000;
const STOP_TIMEOUT_MS = 30_000;
const LOOK_EVERY_MS = 10;

/** Starts the whole product (API, workers, sweeper) and waits until it is ready. Throws with its log when it is not. */
export async function startProduct({ by, settings, logFile }: ProductOptions): Promise<ProductProcess> {
  const port = await findFreePort();
  const log = openSync(logFile, 'a');
  const [command, ...args] = COMMANDS[by];
  const begunMs = performance.now();
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...settings, PORT: String(port) },
    stdio: ['ignore', log, log],
    // npm is a script on Windows.
    shell: by === 'npm' && process.platform === 'win32',
  });
  const baseUrl = `http://127.0.0.1:${port}`;
  if (!(await becomesReady(child, baseUrl))) {
    await stop(child);
    throw new Error(`the product did not become ready:\n${(await readFile(logFile, 'utf8')).slice(-2_000)}`);
  }
  const readyMs = performance.now() - begunMs;
  return { baseUrl, readyMs, [Symbol.asyncDispose]: () => stop(child) };
}

async function becomesReady(child: ChildProcess, baseUrl: string): Promise<boolean> {
  const endMs = performance.now() + READY_TIMEOUT_MS;
  while (child.exitCode === null && performance.now() < endMs) {
    if (await isReady(baseUrl)) return true;
    await delay(LOOK_EVERY_MS);
  }
  return false;
}

async function isReady(baseUrl: string): Promise<boolean> {
  try {
    const answer = await fetch(`${baseUrl}/readyz`, { signal: AbortSignal.timeout(2_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await gone;
  clearTimeout(timer);
}
