import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '#src/base/start-refused.ts';
import { isMasterKey } from './environment.ts';

/**
 * The 32 bytes under which every case's key is wrapped: those of the configuration, otherwise those of
 * `DATA_DIR/master.key`, which is made on the first run. Who loses them loses every sealed field for ever, so a
 * file that is there but unusable is never replaced.
 */
export async function readMasterKey(config: {
  readonly masterKey: string | null;
  readonly dataDir: string;
}): Promise<Uint8Array> {
  if (config.masterKey !== null) return Buffer.from(config.masterKey, 'base64');
  const path = join(config.dataDir, 'master.key');
  const text = (await readKeyFile(path)) ?? (await makeKeyFile(config.dataDir, path));
  if (isMasterKey(text)) return Buffer.from(text, 'base64');
  throw new StartRefused(
    `${path} does not hold a master key (32 bytes in base64). Restore it from the backup.`,
  );
}

async function readKeyFile(path: string): Promise<string | null> {
  try {
    const { mode } = await stat(path);
    if ((mode & 0o077) !== 0 && process.platform !== 'win32') {
      throw new StartRefused(
        `${path} may be read by other users of this machine: close it (chmod 600 '${path}').`,
      );
    }
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (error instanceof StartRefused) throw error;
    throw new StartRefused(`${path} cannot be read (${(error as Error).message}).`, { cause: error });
  }
}

/** Appears whole or not at all; of two processes that make it at once, both use the first one's. */
async function makeKeyFile(dataDir: string, path: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  const unfinished = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await using file = await open(unfinished, 'wx', 0o600);
    await file.writeFile(`${randomBytes(32).toString('base64')}\n`);
    await file.sync();
    await link(unfinished, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
    // The name must be as durable as what will be sealed with the key.
    await using folder = await open(dataDir, 'r');
    await folder.sync();
  } catch (error) {
    throw new StartRefused(`${path} cannot be written (${(error as Error).message}).`, { cause: error });
  } finally {
    await rm(unfinished, { force: true });
  }
  return (await readFile(path, 'utf8')).trim();
}
