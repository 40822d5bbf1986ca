import { chmod, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StartRefused } from '#src/base/start-refused.ts';

/** The user under whom the server's processes run; null: the user who runs us. */
export type ServerUser = { readonly uid: number; readonly gid: number };

/** The built-in server was tried on Linux, and its way of starting and stopping is that of Unix. */
export function refuseUnsuitable(platform: NodeJS.Platform): void {
  if (platform !== 'win32') return;
  throw new StartRefused(
    'The built-in Postgres runs on Linux and macOS. On Windows use WSL, or set DATABASE_URL to a Postgres 18 of yours.',
  );
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Has the id an account on this machine? Postgres makes a cluster for no other. */
export async function hasAccount(uid: number): Promise<boolean> {
  const accounts = await readFile('/etc/passwd', 'utf8').catch(() => '');
  return accounts.split('\n').some((line) => line.split(':')[2] === String(uid));
}

/** The first folder on the way to (and including) `folder` that the user may not pass; null when the way is open. */
export async function findClosedFolder(folder: string, user: ServerUser): Promise<string | null> {
  const parent = dirname(folder);
  if (parent !== folder) {
    const closed = await findClosedFolder(parent, user);
    if (closed !== null) return closed;
  }
  const { uid, gid, mode } = await stat(folder);
  // POSIX looks at one class only: an owner without the bit is refused even if others have it.
  const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
  return (mode & bit) === 0 ? folder : null;
}

/** Makes root's folder for what its server's user must reach; a strict umask would close it to that user. */
export async function makeSystemFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true });
  if (made !== undefined) await chmod(folder, 0o755);
}
