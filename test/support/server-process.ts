import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import type { FaultPoint } from '#src/engine/fault-points.ts';

/** A server in a process of its own, which a test may kill. */
export type ServerProcess = AsyncDisposable & {
  readonly url: string;
  /** `kill -9`, and the end of it awaited. */
  readonly kill: () => Promise<void>;
  /** Resolves when the process is gone, by whatever hand. */
  readonly gone: Promise<void>;
};

export type ServerOptions = {
  readonly databaseUrl: string;
  readonly masterKey: string;
  readonly redisUrl?: string;
  /** A free one if not given; the same again for a server that comes back where its clients look for it. */
  readonly port?: number;
  /** The process kills itself the n-th time it comes by this point. */
  readonly fault?: { readonly point: FaultPoint; readonly visit: number };
};

const SCRIPT = resolve(import.meta.dirname, 'server-child.ts');
// A start takes about a second; on a machine that is busy with other tests, several.
const START_TIMEOUT_MS = 60_000;

/** Starts the whole product (API, workers, sweeper) against a database, on a free port. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const { fault, redisUrl, port = 0 } = options;
  const child = spawn(process.execPath, [SCRIPT, fault?.point ?? '', String(fault?.visit ?? 0)], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      LOG_LEVEL: 'fatal',
      DATABASE_URL: options.databaseUrl,
      HAOLIN_MASTER_KEY: options.masterKey,
      HAOLIN_DEMO: 'on',
      ...(redisUrl === undefined ? {} : { REDIS_URL: redisUrl }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = once(child, 'exit').then(() => undefined);
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await gone;
  };
  try {
    const url = await addressOf(child);
    return { url, kill, gone, [Symbol.asyncDispose]: kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** The address the process prints when it is ready. */
async function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let output = '';
    const timer = setTimeout(
      () => failed(new Error(`the server did not start:\n${output}`)),
      START_TIMEOUT_MS,
    );
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const match = /^ready (\S+)$/m.exec(output);
        if (match?.[1] === undefined) return;
        clearTimeout(timer);
        found(match[1]);
      });
    }
    child.once('exit', () => {
      clearTimeout(timer);
      failed(new Error(`the server ended before it was ready:\n${output}`));
    });
  });
}
