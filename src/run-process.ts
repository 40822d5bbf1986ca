import { StartRefused } from '#src/base/start-refused.ts';

/** Opens what the process is for; what it leaves on the stack is closed at the end, last opened first. */
type Start = (stack: AsyncDisposableStack) => Promise<void>;

// Requests in hand, jobs in hand, the database's own shutdown; who takes longer is cut off.
const STOP_TIMEOUT_MS = 40_000;

// A Ctrl-C reaches us from the terminal and once more through npm and the launcher: that is one signal, not two.
const ECHO_MS = 1_000;

/**
 * The life of a process: start, wait for SIGTERM or SIGINT, stop in order, exit 0. A second signal
 * more than a second later, or a stop that takes too long, exits 1. A start that makes no sense is one sentence on standard error and exit 1.
 */
export async function runProcess(start: Start): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    let firstMs: number | null = null;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (firstMs !== null && performance.now() - firstMs > ECHO_MS) process.exit(1);
        firstMs ??= performance.now();
        resolve();
      });
    }
  });
  const stack = new AsyncDisposableStack();
  try {
    const starting = start(stack);
    // A signal during the start ends it as soon as the part being opened is there.
    await Promise.race([starting, stopped.then(() => starting)]);
    await stopped;
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    await stack.disposeAsync();
    process.exit(0);
  } catch (error) {
    console.error(explain(error));
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    await stack.disposeAsync().catch(() => undefined);
    process.exit(1);
  }
}

function explain(error: unknown): string {
  if (error instanceof StartRefused) return error.message;
  const { code, address, port } = error as { code?: string; address?: string; port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${address} is taken by another program. Set PORT to a free one, for example: PORT=3100 npm start`;
  }
  if (code === 'EACCES' && port !== undefined)
    return `This user may not listen on port ${port}. Set PORT to one above 1023.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
