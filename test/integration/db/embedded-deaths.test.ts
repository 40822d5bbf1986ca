import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openEmbeddedPostgres } from '#db/embedded.ts';
import { isGone, waitUntil } from '#db/embedded-process.ts';
import {
  ask,
  type EmbeddedProcess,
  openFolder,
  readServerPid,
  startEmbedded,
  untilEnded,
} from '#test/support/embedded-process.ts';

const quiet = { log: () => undefined, durable: false };

describe('two processes on one data folder', () => {
  it('started at the same instant: one gets it, the other is told who has it', async () => {
    await using folder = await openFolder();
    const both = await Promise.all([startEmbedded(folder.dataDir), startEmbedded(folder.dataDir)]);
    const [winner, loser] = both.sort((a, b) => Number(b.url !== undefined) - Number(a.url !== undefined));
    expect(loser.refused).toContain(`The data folder ${folder.dataDir} is in use by`);
    expect(await ask(urlOf(winner), 'select 1')).toBe(1);
    winner.child.kill('SIGTERM');
    expect(await untilEnded(winner.child)).toBe(0);
  });

  it('the second names the first and leaves it alone', async () => {
    await using folder = await openFolder();
    await using first = await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet });
    const serverPid = readServerPid(folder.dataDir);
    const second = await startEmbedded(folder.dataDir);
    expect(second.refused).toMatch(
      new RegExp(
        `in use by process ${process.pid}, started \\d{4}-\\d\\d-\\d\\dT.*\\. Stop that one first, .*DATA_DIR`,
      ),
    );
    expect(await ask(first.url, 'select 1')).toBe(1);
    expect(readServerPid(folder.dataDir)).toBe(serverPid);
  });
});

describe('a process with the built-in Postgres that ends', () => {
  it('by SIGKILL: the next one stops the server left behind and has every committed row', async () => {
    await using folder = await openFolder();
    const killed = await startEmbedded(folder.dataDir);
    await ask(urlOf(killed), 'create table note as select 42 as number');
    const orphan = readServerPid(folder.dataDir);
    killed.child.kill('SIGKILL');
    await untilEnded(killed.child);
    expect(isGone(orphan)).toBe(false);
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    await using next = await openEmbeddedPostgres({ dataDir: folder.dataDir, log, durable: false });
    expect(lines).toEqual([
      `Stopping the Postgres that an earlier process left running (process ${orphan}).`,
    ]);
    expect(isGone(orphan)).toBe(true);
    expect(await ask(next.url, 'select number from note')).toBe(42);
  });

  it('with its server, both by SIGKILL: the next one starts as usual', async () => {
    await using folder = await openFolder();
    const killed = await startEmbedded(folder.dataDir);
    killed.child.kill('SIGKILL');
    process.kill(readServerPid(folder.dataDir), 'SIGKILL');
    await untilEnded(killed.child);
    await using next = await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet });
    expect(await ask(next.url, 'select 1')).toBe(1);
  });

  it('by an error nobody catches: its server stops too', async () => {
    await using folder = await openFolder();
    const failing = await startEmbedded(folder.dataDir);
    const serverPid = readServerPid(folder.dataDir);
    failing.child.stdin?.write('now\n');
    expect(await untilEnded(failing.child)).not.toBe(0);
    expect(await waitUntil(() => isGone(serverPid), { timeoutMs: 10_000 })).toBe(true);
  });

  it('by Ctrl-C, which its whole group gets: its server still answers until it is stopped', async () => {
    await using folder = await openFolder();
    const interrupted = await startEmbedded(folder.dataDir);
    const serverPid = readServerPid(folder.dataDir);
    process.kill(-(interrupted.child.pid ?? 0), 'SIGINT');
    expect(await interrupted.nextAnswer()).toEqual({ answered: 1 });
    expect(await untilEnded(interrupted.child)).toBe(0);
    expect(isGone(serverPid)).toBe(true);
  });

  it('long ago, its server’s number being another process’s by now: that one is not touched', async () => {
    await using folder = await openFolder();
    await (await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet }))[Symbol.asyncDispose]();
    const cluster = join(folder.dataDir, 'postgres/cluster');
    await writeFile(
      join(cluster, 'postmaster.pid'),
      `${process.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n`,
    );
    await using next = await openEmbeddedPostgres({ dataDir: folder.dataDir, ...quiet });
    expect(await ask(next.url, 'select 1')).toBe(1);
    expect(await readFile(join(cluster, 'postmaster.pid'), 'utf8')).not.toContain('1700000000');
  });
});

function urlOf({ url, refused }: EmbeddedProcess): string {
  if (url === undefined) throw new Error(refused ?? 'it said nothing');
  return url;
}
