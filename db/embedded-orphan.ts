import { spawnSync } from 'node:child_process';
import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '#src/base/start-refused.ts';
import { isGone, isNumberTaken, waitUntil } from './embedded-process.ts';

// A fast shutdown writes out what is in memory; an immediate one leaves that to the next start.
const SHUTDOWN: readonly { signal: NodeJS.Signals; timeoutMs: number }[] = [
  { signal: 'SIGINT', timeoutMs: 20_000 },
  { signal: 'SIGQUIT', timeoutMs: 5_000 },
  { signal: 'SIGKILL', timeoutMs: 5_000 },
];

/**
 * Stops the server that outlived the process which started it (that one was killed), and clears away what says
 * that one runs when none does. The caller holds the folder's lock, so the server found has no owner any more.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid');
  const pid = await readPid(pidFile);
  if (pid === null) return;
  if (!isGone(pid) && (await isServerOf(pid, cluster))) {
    log(`Stopping the Postgres that an earlier process left running (process ${pid}).`);
    await stopServer(pid);
  }
  // The number may be another process's by now, or a zombie's that its parent never collects: Postgres would refuse to
  // start until that one ends. Children of a killed server it recognises by its shared memory, without this file.
  if (isNumberTaken(pid)) await rm(pidFile, { force: true });
}

/** Asks a server to stop, each time less politely. */
export async function stopServer(pid: number): Promise<void> {
  for (const { signal, timeoutMs } of SHUTDOWN) {
    sendSignal(pid, signal);
    if (await waitUntil(() => isGone(pid), { timeoutMs })) return;
  }
  throw new StartRefused(`Postgres (process ${pid}) cannot be stopped. End it by hand, then start again.`);
}

/** Signals a process that may have ended meanwhile. */
export function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function readPid(pidFile: string): Promise<number | null> {
  const text = await readFile(pidFile, 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : null;
}

/** Is the process the server of this cluster? Its working directory is the cluster. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === 'linux') {
    return (await readlink(`/proc/${pid}/cwd`).catch(() => null)) === cluster;
  }
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], {
    encoding: 'utf8',
    timeout: 5_000,
  });
  return stdout.includes(cluster);
}
