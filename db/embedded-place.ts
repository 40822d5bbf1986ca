import { createHash } from 'node:crypto';
import { chmod, chown, lstat, mkdir, realpath, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartRefused } from '#src/base/start-refused.ts';
import {
  findClosedFolder,
  hasAccount,
  isRoot,
  makeSystemFolder,
  type ServerUser,
} from './embedded-system.ts';

/** Where a cluster lies and who runs it. */
export type ClusterPlace = {
  readonly dataDir: string;
  /** `DATA_DIR/postgres`, or what that link points to. Owned by the server's user, closed to others. */
  readonly home: string;
  /** The folder Postgres knows as its data directory. */
  readonly cluster: string;
  /** Null: the server runs as we do. */
  readonly user: ServerUser | null;
  /** Where root keeps what the server's user cannot reach. */
  readonly systemFolder: string;
};

// The user `nobody` of Linux.
const NOBODY: ServerUser = { uid: 65534, gid: 65534 };

/** Makes the data folder if needed and gives its real path. */
export async function prepareDataFolder(folder: string): Promise<string> {
  try {
    await mkdir(dirname(folder), { recursive: true });
    const made = await makeFolder(folder, 0o700);
    // Root's server runs as somebody else, who must be able to walk through, though not to look around.
    if (made && isRoot()) await chmod(folder, 0o711);
    return await realpath(folder);
  } catch (error) {
    const why = (error as Error).message;
    throw new StartRefused(`The data folder cannot be made (${why}). Choose another with DATA_DIR.`, {
      cause: error,
    });
  }
}

/**
 * Decides where the cluster of a data folder lies and makes that folder. Postgres refuses to run as root, so root
 * runs it as the folder's owner or as `nobody`; when that user cannot reach the data folder (a checkout under
 * /root), the cluster lies in the system folder and `DATA_DIR/postgres` is a link to it. The link is the memory:
 * a decision once taken is kept, so that a changed permission never makes an empty cluster appear.
 */
export async function placeCluster(
  dataDir: string,
  systemFolder: string,
  log: (line: string) => void,
): Promise<ClusterPlace> {
  const link = join(dataDir, 'postgres');
  const exists = await lstat(link).then(
    () => true,
    () => false,
  );
  const home = exists ? await followLink(link) : await makeHome(dataDir, systemFolder, log);
  const owner = await stat(home);
  const user = isRoot() ? { uid: owner.uid, gid: owner.gid } : null;
  await refuseWrongOwner(home, owner.uid);
  const closed = user && (await findClosedFolder(home, user));
  if (closed !== null) {
    throw new StartRefused(
      `The Postgres files in ${home} belong to user id ${owner.uid}, who may not pass ${closed}. ` +
        `Open it (chmod o+x '${closed}').`,
    );
  }
  return { dataDir, home, cluster: join(home, 'cluster'), user, systemFolder };
}

async function followLink(link: string): Promise<string> {
  try {
    return await realpath(link);
  } catch (error) {
    throw new StartRefused(
      `${link} points to a folder that is gone, and with it the data. Restore it, or remove the link to begin empty.`,
      { cause: error },
    );
  }
}

async function makeHome(dataDir: string, systemFolder: string, log: (line: string) => void): Promise<string> {
  const link = join(dataDir, 'postgres');
  if (!isRoot()) {
    await mkdir(link, { mode: 0o700 });
    return link;
  }
  const { uid, gid } = await stat(dataDir);
  const user = uid !== 0 && (await hasAccount(uid)) ? { uid, gid } : NOBODY;
  const closed = await findClosedFolder(dataDir, user);
  const home = closed === null ? link : await makeSystemHome(dataDir, systemFolder);
  if (closed === null) await mkdir(home);
  await chmod(home, 0o700);
  await chown(home, user.uid, user.gid);
  if (closed === null) return home;
  await symlink(home, link);
  log(`Postgres runs as user id ${user.uid}, who may not pass ${closed}: its files are in ${home}.`);
  return home;
}

/** A new folder named after the data folder. One left by a removed data folder is neither reused nor touched. */
async function makeSystemHome(dataDir: string, systemFolder: string): Promise<string> {
  await makeSystemFolder(systemFolder);
  const name = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  // 1000 data folders removed and made again at one path before somebody has to tidy up.
  for (let turn = 1; turn <= 1000; turn += 1) {
    const home = join(systemFolder, `${name}-${turn}`);
    const made = await makeFolder(home, 0o700);
    if (made) return home;
  }
  throw new StartRefused(
    `${systemFolder} holds 1000 clusters left by ${dataDir}: remove those no longer needed.`,
  );
}

async function refuseWrongOwner(home: string, ownerUid: number): Promise<void> {
  if (isRoot() && ownerUid !== 0) return;
  if (!isRoot() && process.getuid?.() === ownerUid) return;
  throw new StartRefused(
    isRoot()
      ? `The Postgres files in ${home} belong to root, as whom Postgres does not run. Give them to another user (chown -R).`
      : `The Postgres files in ${home} belong to user id ${ownerUid}: start as that user or as root, or choose another DATA_DIR.`,
  );
}

/** False: it was there. */
async function makeFolder(folder: string, mode: number): Promise<boolean> {
  return mkdir(folder, { mode }).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}
