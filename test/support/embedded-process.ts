import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { stopOrphan } from '#db/embedded-orphan.ts';
import { findClosedFolder } from '#db/embedded-system.ts';

/** What `embedded-child.ts` said, and the process. */
export type EmbeddedProcess = {
  readonly child: ChildProcess;
  readonly url?: string;
  readonly refused?: string;
  readonly lines?: readonly string[];
  /** The next thing it says. */
  readonly nextAnswer: () => Promise<Record<string, unknown>>;
};

const CHILD = resolve(import.meta.dirname, 'embedded-child.ts');

/** Starts another process with the built-in Postgres and waits for its first answer. */
export async function startEmbedded(
  dataDir: string,
  user: { uid: number; gid: number } | null = null,
): Promise<EmbeddedProcess> {
  const child = spawn(process.execPath, [CHILD, dataDir], {
    ...user,
    // A group of its own, so that a test can interrupt it as a terminal does.
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextAnswer = async () => JSON.parse((await lines.next()).value ?? '{}');
  return { child, nextAnswer, ...(await nextAnswer()) };
}

/** Waits until a child has ended; gives its exit code, null when a signal ended it. */
export async function untilEnded(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}

// A temporary folder in a place of root's own would change what the tests look at: where the server's files lie.
const isClosed = process.getuid?.() === 0 && (await findClosedFolder(tmpdir(), { uid: 1, gid: 1 })) !== null;
const TEMPORARY = isClosed ? '/tmp' : tmpdir();

/** A folder that is removed when disposed, after a server left in it was stopped. Others may pass, not look. */
export async function openFolder(
  ...inside: string[]
): Promise<AsyncDisposable & { path: string; dataDir: string }> {
  const path = await mkdtemp(join(TEMPORARY, 'haolin-folder-'));
  await chmod(path, 0o711);
  const dataDir = join(path, ...inside, 'data');
  return {
    path,
    dataDir,
    [Symbol.asyncDispose]: async () => {
      await stopOrphan(join(dataDir, 'postgres/cluster'), () => undefined);
      // Behind a link where root's server could not reach the folder.
      const home = await realpath(join(dataDir, 'postgres')).catch(() => path);
      await rm(home, { recursive: true, force: true });
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** The first column of the first row. */
export async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query({ text: statement, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

/** The process id of the server of a data folder. */
export function readServerPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8'), 10);
}
