import { createServer } from 'node:net';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isGone, waitUntil } from '#db/embedded-process.ts';
import { type Launched, launch } from '#test/support/checkout.ts';
import { openFolder, readServerPid } from '#test/support/embedded-process.ts';

const real = { path: resolve(import.meta.dirname, '../../..') };

// Each starts the whole product, some twice; on a machine with other work that takes its time.
describe('the product, started as npm start starts it', { timeout: 90_000 }, () => {
  it('makes its database, says where it is, answers, and stops in order', async () => {
    await using folder = await openFolder('好邻 data');
    const product = start(folder.dataDir);
    const url = await readUrl(product);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(product.output()).toContain('Demo logins');
    const serverPid = readServerPid(folder.dataDir);
    product.child.kill('SIGTERM');
    expect(await product.ended).toMatchObject({ code: 0, signal: null });
    expect(isGone(serverPid)).toBe(true);
  });

  it('comes back after SIGKILL of all its processes but the database’s, with what it had', async () => {
    await using folder = await openFolder();
    const killed = start(folder.dataDir);
    await readUrl(killed);
    const key = await readFile(join(folder.dataDir, 'master.key'), 'utf8');
    process.kill(await readHolder(folder.dataDir), 'SIGKILL');
    expect(await killed.ended).toMatchObject({ signal: 'SIGKILL' });
    const again = start(folder.dataDir);
    const url = await readUrl(again);
    expect(again.output()).toContain('Stopping the Postgres that an earlier process left running');
    const session = { username: 'operator1', password: 'haolin-demo' };
    const headers = { 'content-type': 'application/json' };
    const login = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify(session),
    });
    expect(login.status).toBe(200);
    expect(await readFile(join(folder.dataDir, 'master.key'), 'utf8')).toBe(key);
    again.child.kill('SIGTERM');
    expect((await again.ended).code).toBe(0);
  });

  it('a second time on the same data folder is refused, and the first goes on', async () => {
    await using folder = await openFolder();
    const first = start(folder.dataDir);
    const url = await readUrl(first);
    const { code, output } = await start(folder.dataDir).ended;
    const holder = await readHolder(folder.dataDir);
    expect(output).toContain(`The data folder ${folder.dataDir} is in use by process ${holder}, started `);
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    first.child.kill('SIGTERM');
    expect((await first.ended).code).toBe(0);
  });

  it('on a port that is taken says so in a sentence, and leaves no database running', async () => {
    await using folder = await openFolder();
    await using taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as { port: number };
    const { code, output } = await start(folder.dataDir, { PORT: String(port) }).ended;
    expect(output).toContain(`Port ${port} on 127.0.0.1 is taken by another program. Set PORT to a free one`);
    expect(output).not.toContain('    at ');
    expect(code).toBe(1);
    await expect(readFile(join(folder.dataDir, 'postgres/cluster/postmaster.pid'))).rejects.toThrow('ENOENT');
  });

  it('with settings that are not usable says all of them, and touches nothing', async () => {
    await using folder = await openFolder();
    const { code, output } = await start(folder.dataDir, { PORT: 'x', HAOLIN_DEMO: 'perhaps' }).ended;
    expect(output.trim().split('\n')).toEqual([
      'These settings are not usable:',
      expect.stringContaining('PORT must be'),
      expect.stringContaining('HAOLIN_DEMO must be'),
    ]);
    expect(code).toBe(1);
    await expect(readFile(join(folder.dataDir, 'haolin.lock.db'))).rejects.toThrow('ENOENT');
  });
});

function start(dataDir: string, env: NodeJS.ProcessEnv = {}): Launched {
  return launch(real, 'start.mjs', [], { env: { PORT: '0', DATA_DIR: dataDir, ...env } });
}

async function readUrl(product: Launched): Promise<string> {
  const find = () => /is ready: (http:\/\/[^/\s]+)/.exec(product.output())?.[1];
  await waitUntil(() => find() !== undefined || product.child.exitCode !== null, { timeoutMs: 40_000 });
  const url = find();
  if (url === undefined) throw new Error(`not ready: ${product.output()}`);
  return url;
}

/** The process that has the data folder: the product, not its launcher. */
async function readHolder(dataDir: string): Promise<number> {
  return JSON.parse(await readFile(join(dataDir, 'haolin.lock'), 'utf8')).pid;
}
