import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefused } from '#src/base/start-refused.ts';
import type { Binaries } from './embedded-binaries.ts';
import type { ServerLog } from './embedded-log.ts';
import { stopOrphan } from './embedded-orphan.ts';
import type { ClusterPlace } from './embedded-place.ts';
import { waitUntil } from './embedded-process.ts';
import { serverArguments } from './embedded-settings.ts';

/** The main process of a server that accepts connections. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  readonly exited: Promise<void>;
  readonly hasExited: () => boolean;
};

export type Launch = {
  readonly place: ClusterPlace;
  readonly binaries: Binaries;
  readonly durable: boolean;
  readonly serverLog: ServerLog;
  readonly log: (line: string) => void;
  /** Absent: any free port. */
  readonly port?: number;
};

// After a crash the log of changes is replayed first: a gigabyte of it takes about a minute on a slow disk.
const READY_TIMEOUT_MS = 180_000;
// Children of a killed server leave within a second or so; until then a new one refuses the cluster.
// A hundred times a tenth of a second, and what each attempt takes: a quarter of a minute.
const ATTEMPTS = 100;
const PAUSE_MS = 100;

/**
 * Starts a server and waits until it accepts connections. What stands in the way and goes away is dealt with: a port
 * taken meanwhile, a server that a killed process left (or had just started), children of a killed server. Throws
 * `StartRefused` with the server's own words.
 */
export async function launch(options: Launch): Promise<Postmaster> {
  for (let attempts = 1; ; attempts += 1) {
    const outcome = await attempt(options, options.port ?? (await findFreePort()));
    if (typeof outcome !== 'string') return outcome;
    const isHopeful =
      attempts < ATTEMPTS && /could not bind|already exists|shared memory block/.test(outcome);
    if (!isHopeful) {
      throw new StartRefused(
        `Postgres did not start: ${lastWords(outcome)} (more in ${options.serverLog.path})`,
      );
    }
    if (outcome.includes('already exists')) await stopOrphan(options.place.cluster, options.log);
    await sleep(PAUSE_MS);
  }
}

/** One try: the server, or what it wrote before it gave up. */
async function attempt(options: Launch, port: number): Promise<Postmaster | string> {
  const { place, serverLog } = options;
  const sizeBefore = await serverLog.sizeBytes();
  const child = await spawnServer(options, port);
  const exited = once(child, 'exit').then(() => undefined);
  const hasExited = () => child.exitCode !== null || child.signalCode !== null;
  const isDone = async () => hasExited() || (await isReady(place.cluster, child.pid));
  if (!(await waitUntil(isDone, { timeoutMs: READY_TIMEOUT_MS, stepMs: 5 }))) {
    child.kill('SIGQUIT');
    throw new StartRefused(
      `Postgres was not ready after ${READY_TIMEOUT_MS / 1000} s; see ${serverLog.path}.`,
    );
  }
  if (hasExited() || child.pid === undefined) return serverLog.readFrom(sizeBefore);
  return { pid: child.pid, port, exited, hasExited };
}

async function spawnServer(options: Launch, port: number): Promise<ChildProcess> {
  const { place, binaries, durable, serverLog } = options;
  await using logFile = await serverLog.open();
  const child = spawn(binaries.postgres, serverArguments({ cluster: place.cluster, port, durable }), {
    ...place.user,
    cwd: place.home,
    // A group of its own: Ctrl-C must reach us only, who stop it after the last request was answered.
    detached: true,
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', logFile.fd, logFile.fd],
  });
  // Disposing, not a running server, is what keeps this process alive or lets it go.
  child.unref();
  await once(child, 'spawn');
  return child;
}

/** The server writes `ready` into the eighth line of its pid file once it accepts connections. */
async function isReady(cluster: string, pid: number | undefined): Promise<boolean> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

/** A port nobody listens on at this moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server has no port');
  return address.port;
}

function lastWords(log: string): string {
  const lines = log.trim().split('\n');
  return lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? 'it wrote nothing';
}
