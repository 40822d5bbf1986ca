import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { toInstant } from '#src/base/instant.ts';
import { StartRefused } from '#src/base/start-refused.ts';

const SQLITE_BUSY = 5;

// One that was told to stop a moment ago is given the time to end; a restart need not be timed by hand.
const PATIENCE_MS = 3_000;
const LOOK_EVERY_MS = 50;

/**
 * Takes a data folder for this process, or throws `StartRefused` naming who has it. Disposing frees it.
 *
 * What holds is a lock of the operating system on `haolin.lock.db` (SQLite asks for it portably), which ends
 * with the process however it ends: no stale lock to recognise, no race between two who recognise it, no mix-up
 * when a process id is used again. `haolin.lock` beside it is for people: process id and start time of the holder.
 */
export async function lockFolder(folder: string, patienceMs = PATIENCE_MS): Promise<Disposable> {
  const textPath = join(folder, 'haolin.lock');
  const lock = openLock(folder);
  const endMs = performance.now() + patienceMs;
  try {
    while (!takeLock(lock)) {
      if (performance.now() > endMs) throw inUse(folder, textPath);
      await sleep(LOOK_EVERY_MS);
    }
    writeHolder(textPath);
  } catch (error) {
    lock.close();
    throw error instanceof StartRefused ? error : refusal(folder, error);
  }
  return {
    [Symbol.dispose]() {
      // The database stays: removing a file that others may be about to lock would let two of them in.
      rmSync(textPath, { force: true });
      lock.close();
    },
  };
}

function takeLock(lock: DatabaseSync): boolean {
  try {
    // Without a change SQLite would be content with a file it may only read, and lock nothing.
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE; PRAGMA user_version = 1');
    return true;
  } catch (error) {
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return false;
    throw error;
  }
}

function inUse(folder: string, textPath: string): StartRefused {
  return new StartRefused(
    `The data folder ${folder} is in use by ${describeHolder(textPath)}. ` +
      'Stop that one first, or give this one another folder with DATA_DIR.',
  );
}

function writeHolder(textPath: string): void {
  const startedAt = toInstant(performance.timeOrigin);
  writeFileSync(textPath, `${JSON.stringify({ pid: process.pid, startedAt })}\n`);
}

function openLock(folder: string): DatabaseSync {
  try {
    return new DatabaseSync(join(folder, 'haolin.lock.db'), { timeout: 0 });
  } catch (error) {
    throw refusal(folder, error);
  }
}

function refusal(folder: string, cause: unknown): StartRefused {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new StartRefused(
    `The data folder ${folder} cannot be locked (${why}). ` +
      'It must be on a local disk and writable by this user; choose another with DATA_DIR.',
    { cause },
  );
}

function describeHolder(textPath: string): string {
  try {
    const { pid, startedAt } = JSON.parse(readFileSync(textPath, 'utf8'));
    return `process ${pid}, started ${startedAt}`;
  } catch {
    // The holder writes its name just after it has the lock; for that instant it has none.
    return 'another process';
  }
}
