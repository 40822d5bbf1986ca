import { chmod, chown, lstat, mkdir, readlink, realpath, rm, stat, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbeddedPostgres } from '#db/embedded.ts';
import { findClosedFolder } from '#db/embedded-system.ts';
import { ask, openFolder, readServerPid, startEmbedded, untilEnded } from '#test/support/embedded-process.ts';

// The account `daemon`, which every Linux has: neither root nor the one that root gives its server to.
const somebody = { uid: 1, gid: 1 };
const checkout = resolve(import.meta.dirname, '../../..');
const isRoot = process.getuid?.() === 0;
const isOpen = isRoot && (await findClosedFolder(checkout, somebody)) === null;
const quiet = { log: () => undefined, durable: false };

describe.runIf(isRoot)('the built-in Postgres, started by root', () => {
  it('runs as another user, who owns its files alone', async () => {
    await using folder = await openFolder();
    await using _postgres = await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet });
    const { uid } = await stat(`/proc/${readServerPid(folder.dataDir)}`);
    expect(uid).toBe(65_534);
    const home = await stat(join(folder.dataDir, 'postgres'));
    expect([home.uid, home.mode & 0o777]).toEqual([65_534, 0o700]);
  });

  it('runs as the owner of the data folder when that is an ordinary user', async () => {
    await using folder = await openFolder();
    await mkdir(folder.dataDir);
    await chown(folder.dataDir, somebody.uid, somebody.gid);
    await using _postgres = await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet });
    expect((await stat(`/proc/${readServerPid(folder.dataDir)}`)).uid).toBe(somebody.uid);
  });

  it('runs as nobody when the owner of the data folder has no account on this machine', async () => {
    await using folder = await openFolder();
    await mkdir(folder.dataDir, { mode: 0o755 });
    await chown(folder.dataDir, 61_234, 61_234);
    await using _postgres = await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet });
    expect((await stat(`/proc/${readServerPid(folder.dataDir)}`)).uid).toBe(65_534);
  });

  it('keeps its files elsewhere, and says so, when that user cannot reach the data folder', async () => {
    await using folder = await openFolder('closed');
    await using system = await openFolder();
    await mkdir(join(folder.path, 'closed'), { mode: 0o700 });
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const options = { dataDir: folder.dataDir, log, durable: false, systemFolder: system.path };
    {
      await using first = await openEmbeddedPostgres(options);
      await ask(first.url, 'create table note as select 42 as number');
    }
    const home = await readlink(join(folder.dataDir, 'postgres'));
    expect(lines[0]).toBe(
      `Postgres runs as user id 65534, who may not pass ${await realpath(folder.path)}/closed: its files are in ${home}.`,
    );
    expect(home.startsWith(system.path)).toBe(true);
    // Once decided, it stays there, even if the folder is opened later.
    await chmod(join(folder.path, 'closed'), 0o755);
    await using again = await openEmbeddedPostgres(options);
    expect(await ask(again.url, 'select number from note')).toBe(42);
  });

  it('never begins empty where there was data: a folder closed later, or gone, is refused', async () => {
    await using folder = await openFolder('middle');
    const options = { dataDir: folder.dataDir, ...quiet };
    await (await openEmbeddedPostgres(options))[Symbol.asyncDispose]();
    await chmod(join(folder.path, 'middle'), 0o700);
    await expect(openEmbeddedPostgres(options)).rejects.toThrow(
      `who may not pass ${await realpath(folder.path)}/middle`,
    );
    await chmod(join(folder.path, 'middle'), 0o755);
    await rm(join(folder.dataDir, 'postgres'), { recursive: true });
    await symlink('/nowhere/postgres', join(folder.dataDir, 'postgres'));
    await expect(openEmbeddedPostgres(options)).rejects.toThrow('points to a folder that is gone');
    expect((await lstat(join(folder.dataDir, 'postgres'))).isSymbolicLink()).toBe(true);
  });
});

describe.runIf(isOpen)('the built-in Postgres, started by an ordinary user', () => {
  it('runs as that user', async () => {
    await using folder = await openFolder('家');
    const parent = join(folder.path, '家');
    await mkdir(parent);
    await chown(parent, somebody.uid, somebody.gid);
    const started = await startEmbedded(folder.dataDir, somebody);
    expect(started.refused).toBeUndefined();
    expect(await ask(started.url ?? '', 'select 1')).toBe(1);
    expect((await stat(`/proc/${readServerPid(folder.dataDir)}`)).uid).toBe(somebody.uid);
    started.child.kill('SIGTERM');
    expect(await untilEnded(started.child)).toBe(0);
  });

  it('is refused a data folder it may not write, or one of another user, in a sentence', async () => {
    await using folder = await openFolder();
    const unwritable = await startEmbedded(folder.dataDir, somebody);
    expect(unwritable.refused).toMatch(/^The data folder cannot be made \(EACCES.*DATA_DIR\.$/);
    await (await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet }))[Symbol.asyncDispose]();
    const foreign = await startEmbedded(folder.dataDir, somebody);
    expect(foreign.refused).toMatch(/cannot be locked .* writable by this user/);
    await chown(folder.dataDir, somebody.uid, somebody.gid);
    const unlockable = await startEmbedded(folder.dataDir, somebody);
    expect(unlockable.refused).toMatch(/cannot be locked .* writable by this user/);
    await chown(join(folder.dataDir, 'haolin.lock.db'), somebody.uid, somebody.gid);
    const other = await startEmbedded(folder.dataDir, somebody);
    expect(other.refused).toMatch(/belong to user id 65534: start as that user or as root/);
  });
});
