import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbeddedPostgres } from '#db/embedded.ts';
import { isGone, waitUntil } from '#db/embedded-process.ts';
import { ask, openFolder, readServerPid } from '#test/support/embedded-process.ts';

const quiet = { log: () => undefined, durable: false };

describe('the built-in Postgres', () => {
  it('runs durably in a deep folder with spaces and Chinese characters, keeps its data, and stops', async () => {
    await using folder = await openFolder('好邻 个案', 'a'.repeat(100));
    const options = { dataDir: folder.dataDir, log: () => undefined };
    {
      await using postgres = await openEmbeddedPostgres(options);
      await ask(postgres.url, "create table note as select '王芳' as name");
      for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums']) {
        expect(await ask(postgres.url, `show ${setting}`), setting).toBe('on');
      }
      expect(await ask(postgres.url, 'show timezone')).toBe('Asia/Shanghai');
      expect(await ask(postgres.url, 'show listen_addresses')).toBe('127.0.0.1');
    }
    await using postgres = await openEmbeddedPostgres(options);
    expect(await ask(postgres.url, 'select name from note')).toBe('王芳');
    expect(await ask(postgres.adminUrl, "select cardinality(show_trgm('王芳'))")).toBeGreaterThan(0);
  });

  it('asks for its password and gives the product no special rights', async () => {
    await using folder = await openFolder();
    await using postgres = await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet });
    const wrong = new URL(postgres.url);
    wrong.password = 'guessed';
    await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
    await expect(ask(postgres.url, "copy (select 1) to program 'cat'")).rejects.toThrow('permission denied');
  });

  it('writes nothing to its log that a statement, a parameter or an error holds', async () => {
    await using folder = await openFolder();
    await using postgres = await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet });
    await ask(postgres.url, "create table phone as select '13800138000' as number");
    await ask(postgres.url, 'create unique index on phone (number)');
    for (const statement of [
      "insert into phone values ('13800138000')",
      "select '13800138000'::uuid",
      "select nothing from phone where number = '13800138000'",
      "do $$ begin raise warning '13800138000'; raise exception '13800138000'; end $$",
    ]) {
      await expect(ask(postgres.url, statement)).rejects.toThrow();
    }
    const log = await readFile(join(folder.dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('13800138000');
  });

  it('begins again after a first start that was cut off, and removes what that left', async () => {
    await using folder = await openFolder();
    const home = join(folder.dataDir, 'postgres');
    await (await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet }))[Symbol.asyncDispose]();
    await rename(join(home, 'cluster'), join(home, 'unfinished.0a1b2c3d'));
    await using postgres = await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet });
    expect(await ask(postgres.url, 'select 1')).toBe(1);
    expect((await readdir(home)).sort()).toEqual(['cluster', 'credentials.json']);
  });

  it('comes back by itself, at the same address, when its server is killed', async () => {
    await using folder = await openFolder();
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    await using postgres = await openEmbeddedPostgres({ dataDir: folder.dataDir, log, durable: false });
    process.kill(readServerPid(folder.dataDir), 'SIGKILL');
    const answers = () => ask(postgres.url, 'select 1').then(Boolean, () => false);
    await waitUntil(() => lines.length > 0, { timeoutMs: 10_000 });
    expect(await waitUntil(answers, { timeoutMs: 10_000 })).toBe(true);
    expect(lines).toEqual(['Postgres ended unexpectedly and is started again.']);
  });

  it('gives up on a server that does not stay up, and says so once', async () => {
    await using folder = await openFolder();
    const losses: Error[] = [];
    const onLost = (error: Error) => losses.push(error);
    await using postgres = await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet, onLost });
    for (let death = 1; death <= 4; death += 1) {
      const answers = () => ask(postgres.url, 'select 1').then(Boolean, () => false);
      expect(await waitUntil(answers, { timeoutMs: 10_000 }), `before death ${death}`).toBe(true);
      const pid = readServerPid(folder.dataDir);
      process.kill(pid, 'SIGKILL');
      await waitUntil(() => isGone(pid), { timeoutMs: 10_000 });
    }
    expect(await waitUntil(() => losses.length > 0, { timeoutMs: 10_000 })).toBe(true);
    expect(losses.map(({ message }) => message)).toEqual([expect.stringContaining('does not stay up')]);
  });
});
