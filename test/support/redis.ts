import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '#db/embedded-postmaster.ts';
import { waitUntil } from '#db/embedded-process.ts';

/** A real Redis with the durability the product asks for. */
export type TestRedis = AsyncDisposable & {
  readonly url: string;
  readonly port: number;
  /** Ends it as a power cut would end the process. */
  readonly kill: () => Promise<void>;
  /** Starts it again after `kill`: same port, same files. */
  readonly restart: () => Promise<void>;
};

const isInstalled = spawnSync('redis-server', ['--version'], { timeout: 10_000 }).status === 0;

/** May a suite count on Redis? Where everything is required it may: without Redis it then fails, as it should. */
export function hasRedis(): boolean {
  return isInstalled || process.env['HAOLIN_REQUIRE_ALL'] === '1';
}

/** Starts a Redis on a free port, in a folder of its own that disposing removes. */
export async function startRedis(): Promise<TestRedis> {
  if (!isInstalled)
    throw new Error('redis-server is not installed (Debian/Ubuntu: apt-get install redis-server)');
  const folder = await mkdtemp(join(tmpdir(), 'haolin-redis-'));
  const port = await findFreePort();
  let server = await launch(folder, port);
  const killAtExit = () => server.kill('SIGKILL');
  process.once('exit', killAtExit);
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill: () => end(server),
    restart: async () => {
      server = await launch(folder, port);
    },
    [Symbol.asyncDispose]: async () => {
      await end(server);
      process.off('exit', killAtExit);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function launch(folder: string, port: number): Promise<ChildProcess> {
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
  await once(server, 'spawn');
  if (await waitUntil(() => server.exitCode !== null || answers(port), { timeoutMs: 10_000 })) {
    if (server.exitCode === null) return server;
  }
  await end(server);
  throw new Error(`redis-server did not start on port ${port}`);
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    socket.write('PING\r\n');
    const [answer] = await once(socket, 'data');
    // While it reads its files it answers -LOADING.
    return String(answer).startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGKILL');
  await exited;
}
