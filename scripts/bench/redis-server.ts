import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { findFreePort } from '#db/embedded-postmaster.ts';
import { waitUntil } from '#db/embedded-process.ts';

/** Is there a Redis on this machine to measure with? */
export function isRedisInstalled(): boolean {
  return spawnSync('redis-server', ['--version'], { timeout: 10_000 }).status === 0;
}

/** Starts a Redis on a free port with its files in `folder`, as durable as the product asks for. */
export async function startRedis(folder: string): Promise<AsyncDisposable & { readonly url: string }> {
  await mkdir(folder, { recursive: true });
  const port = await findFreePort();
  const settings = {
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    save: '',
    appendonly: 'yes',
    appendfsync: 'always',
    'maxmemory-policy': 'noeviction',
  };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const kill = () => void server.kill('SIGKILL');
  process.once('exit', kill);
  const end = async () => {
    process.off('exit', kill);
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    kill();
    await gone;
  };
  if (!(await waitUntil(() => answers(port), { timeoutMs: 10_000 }))) {
    await end();
    throw new Error('redis-server did not start');
  }
  return { url: `redis://127.0.0.1:${port}`, [Symbol.asyncDispose]: end };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
