import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { StartRefused } from '#src/base/start-refused.ts';
import type { Binaries } from './embedded-binaries.ts';
import type { ClusterPlace } from './embedded-place.ts';

/** Passwords of the superuser `postgres` and of `haolin`, drawn when the cluster is made. */
export type Credentials = { readonly admin: string; readonly app: string };

// On a slow disk the first initialisation was never seen above ten seconds; this only ends a hang.
const INITDB_TIMEOUT_MS = 120_000;

/**
 * Makes the cluster. It appears under its name only when it is whole: whatever an interrupted attempt left is
 * removed by the next. Collation is by code point, but characters are those of Unicode: with the plain C locale
 * trigrams of Chinese text would silently be empty.
 */
export async function createCluster(
  place: ClusterPlace,
  binaries: Binaries,
  durable: boolean,
): Promise<void> {
  await removeUnfinished(place);
  const credentials: Credentials = { admin: newPassword(), app: newPassword() };
  await writePrivate(place, credentialsPath(place), JSON.stringify(credentials));
  const passwordFile = join(place.home, 'unfinished.password');
  await writePrivate(place, passwordFile, credentials.admin);
  const unfinished = join(place.home, `unfinished.${randomBytes(4).toString('hex')}`);
  await runInitdb(place, binaries, [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C.UTF-8',
    '--data-checksums',
    ...(durable ? [] : ['--no-sync']),
  ]);
  await rm(passwordFile);
  await rename(unfinished, place.cluster);
}

/** The passwords drawn when the cluster was made. */
export async function readCredentials(place: ClusterPlace): Promise<Credentials> {
  try {
    return JSON.parse(await readFile(credentialsPath(place), 'utf8'));
  } catch (error) {
    throw new StartRefused(
      `The passwords of the built-in Postgres cannot be read from ${credentialsPath(place)}. Restore that file from a backup.`,
      { cause: error },
    );
  }
}

function credentialsPath(place: ClusterPlace): string {
  return join(place.home, 'credentials.json');
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}

async function removeUnfinished(place: ClusterPlace): Promise<void> {
  for (const name of await readdir(place.home)) {
    if (!name.startsWith('unfinished.')) continue;
    // A killed process may have left an initdb that still writes there: it ends soon, for want of its folder. Two
    // seconds of trying; what is left after that, the next start removes.
    const persistence = { recursive: true, force: true, maxRetries: 10, retryDelay: 35 };
    await rm(join(place.home, name), persistence).catch(() => undefined);
  }
}

async function writePrivate(place: ClusterPlace, path: string, content: string): Promise<void> {
  await writeFile(path, `${content}\n`, { mode: 0o600, flush: true });
  if (place.user) await chown(path, place.user.uid, place.user.gid);
}

async function runInitdb(place: ClusterPlace, binaries: Binaries, args: readonly string[]): Promise<void> {
  const initdb = spawn(binaries.initdb, args, {
    ...place.user,
    cwd: place.home,
    // Nothing of ours is handed down: neither secrets nor PG… variables that would change what it does.
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: INITDB_TIMEOUT_MS,
  });
  const exited = new Promise<number | null>((resolve, reject) => {
    initdb.once('error', reject);
    initdb.once('exit', resolve);
  });
  const [code, complaint] = await Promise.all([exited, text(initdb.stderr)]);
  if (code === 0) return;
  throw new StartRefused(`The database could not be made in ${place.home}: ${complaint.trim()}`);
}
