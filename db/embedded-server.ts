import { join } from 'node:path';
import { StartRefused } from '#src/base/start-refused.ts';
import type { Binaries } from './embedded-binaries.ts';
import { openServerLog, type ServerLog } from './embedded-log.ts';
import { sendSignal, stopServer } from './embedded-orphan.ts';
import type { ClusterPlace } from './embedded-place.ts';
import { launch, type Postmaster } from './embedded-postmaster.ts';

export type ServerOptions = {
  readonly place: ClusterPlace;
  readonly binaries: Binaries;
  readonly durable: boolean;
  readonly log: (line: string) => void;
  readonly onLost?: (error: Error) => void;
};

export type RunningServer = AsyncDisposable & { readonly port: number };

const RESTART_LIMIT = 3;
const RESTART_WINDOW_MS = 600_000;

/**
 * Starts the server and keeps it up: if it dies (the system took its memory), it is started again on the same
 * port, three times within ten minutes at most, and the pool's clients find it again. When this process ends
 * without disposing (an uncaught error), the server is at least told to stop.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  using undo = new DisposableStack();
  const serverLog = undo.use(openServerLog(join(options.place.dataDir, 'postgres.log')));
  const server = new Server(options, serverLog, await launch({ ...options, serverLog }));
  undo.move();
  return { port: server.port, [Symbol.asyncDispose]: () => server.stop() };
}

class Server {
  readonly port: number;
  readonly #options: ServerOptions;
  readonly #serverLog: ServerLog;
  readonly #onProcessExit = () => sendSignal(this.#postmaster.pid, 'SIGINT');
  #postmaster: Postmaster;
  #restarting: Promise<void> | null = null;
  #isStopping = false;
  #restartTimesMs: number[] = [];

  constructor(options: ServerOptions, serverLog: ServerLog, postmaster: Postmaster) {
    this.port = postmaster.port;
    this.#options = options;
    this.#serverLog = serverLog;
    this.#postmaster = postmaster;
    process.on('exit', this.#onProcessExit);
    this.#watch();
  }

  /** Fast shutdown: sessions are ended, what is in memory is written; after 20 s the hard way. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await this.#restarting;
    // Signalled only while it is our child: afterwards the number may be another's.
    if (!this.#postmaster.hasExited()) await stopServer(this.#postmaster.pid);
    process.off('exit', this.#onProcessExit);
    this.#serverLog[Symbol.dispose]();
  }

  #watch(): void {
    void this.#postmaster.exited.then(() => {
      if (!this.#isStopping) this.#restarting = this.#restart().finally(() => (this.#restarting = null));
    });
  }

  async #restart(): Promise<void> {
    const nowMs = performance.now();
    this.#restartTimesMs = this.#restartTimesMs.filter((atMs) => atMs > nowMs - RESTART_WINDOW_MS);
    if (this.#restartTimesMs.length >= RESTART_LIMIT) return this.#giveUp();
    this.#restartTimesMs.push(nowMs);
    this.#options.log('Postgres ended unexpectedly and is started again.');
    try {
      this.#postmaster = await launch({ ...this.#options, serverLog: this.#serverLog, port: this.port });
      this.#watch();
    } catch (error) {
      this.#giveUp(error);
    }
  }

  #giveUp(cause?: unknown): void {
    const error = new StartRefused(
      `Postgres ended unexpectedly and does not stay up. Its last words are in ${this.#serverLog.path}.`,
      { cause },
    );
    this.#options.log(error.message);
    this.#options.onLost?.(error);
  }
}
