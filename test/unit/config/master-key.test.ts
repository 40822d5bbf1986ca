import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMasterKey } from '#src/config/master-key.ts';

describe('the master key', () => {
  it('is the one of the configuration when there is one; no file is made', async () => {
    await using folder = await makeFolder();
    const given = Buffer.alloc(32, 7);
    const key = await readMasterKey({ masterKey: given.toString('base64'), dataDir: folder.path });
    expect(Buffer.from(key).equals(given)).toBe(true);
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is otherwise drawn on the first run, into a file for its owner only, and the same ever after', async () => {
    await using folder = await makeFolder();
    const config = { masterKey: null, dataDir: join(folder.path, 'made at need') };
    const first = await readMasterKey(config);
    expect(first).toHaveLength(32);
    expect(await readMasterKey(config)).toEqual(first);
    expect((await stat(join(config.dataDir, 'master.key'))).mode & 0o777).toBe(0o600);
    await using other = await makeFolder();
    expect(await readMasterKey({ masterKey: null, dataDir: other.path })).not.toEqual(first);
  });

  it('is one and the same for processes that start at the same instant', async () => {
    await using folder = await makeFolder();
    const config = { masterKey: null, dataDir: folder.path };
    const keys = await Promise.all(Array.from({ length: 8 }, () => readMasterKey(config)));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(await readdir(folder.path)).toEqual(['master.key']);
  });

  it.each(['', 'short', Buffer.alloc(16).toString('base64')])(
    'is never replaced when its file is damaged (%j)',
    async (content) => {
      await using folder = await makeFolder();
      const path = join(folder.path, 'master.key');
      await writeFile(path, content, { mode: 0o600 });
      await expect(readMasterKey({ masterKey: null, dataDir: folder.path })).rejects.toThrow(
        'Restore it from the backup',
      );
      expect(await readFile(path, 'utf8')).toBe(content);
    },
  );

  it('is refused when other users of the machine may read it', async () => {
    await using folder = await makeFolder();
    const config = { masterKey: null, dataDir: folder.path };
    await readMasterKey(config);
    await chmod(join(folder.path, 'master.key'), 0o640);
    await expect(readMasterKey(config)).rejects.toThrow(`chmod 600 '${join(folder.path, 'master.key')}'`);
  });
});

async function makeFolder(): Promise<AsyncDisposable & { path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'haolin-key-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}
