import { setTimeout as delay } from 'node:timers/promises';
import { StartRefused } from '#src/base/start-refused.ts';
import { causeOf, type JobLog } from './job-log.ts';

/** Something that can be opened, may break, and is then opened anew. */
export type KeptOpen<T> = AsyncDisposable & {
  /** Null while it is not open. */
  readonly current: () => T | null;
  /** How the first attempt to open it went; the later ones only show in `current`. */
  readonly firstAttempt: Promise<void>;
  /** Closes what is open now; it is opened again after a pause. */
  readonly reopen: () => void;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

export type KeepOpenOptions<T> = {
  /** Must end by itself, soon after the signal at the latest: with something open, or an error and nothing left. */
  readonly open: (signal: AbortSignal) => Promise<T>;
  readonly close: (opened: T) => Promise<void>;
  readonly log: JobLog;
  /** The code of the log line when opening fails. */
  readonly failureCode: string;
};

/**
 * Opens something in the background and keeps it open: after a failure it tries again in ½, 1, 2 … at most 15 s, for
 * ever. BullMQ remembers a first connection that failed and never tries again itself, so a fresh object each time.
 */
export function keepOpen<T extends object>(options: KeepOpenOptions<T>): KeptOpen<T> {
  const stopping = new AbortController();
  let current: T | null = null;
  let broken = Promise.withResolvers<void>();
  const firstAttempt = Promise.withResolvers<void>();
  firstAttempt.promise.catch(() => undefined);
  const stopped = new Promise<void>((resolve) => {
    stopping.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  const running = runForever();

  async function runForever(): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!stopping.signal.aborted) {
      broken = Promise.withResolvers<void>();
      try {
        current = await options.open(stopping.signal);
        firstAttempt.resolve();
        pauseMs = FIRST_PAUSE_MS;
        await Promise.race([broken.promise, stopped]);
      } catch (error) {
        firstAttempt.reject(error);
        const message =
          error instanceof StartRefused ? error.message : 'The queue is not there; trying again.';
        options.log.warn({ code: options.failureCode, cause: causeOf(error) }, message);
      }
      await closeCurrent();
      await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  async function closeCurrent(): Promise<void> {
    const opened = current;
    current = null;
    if (opened !== null) await options.close(opened).catch(() => undefined);
  }

  return {
    current: () => current,
    firstAttempt: firstAttempt.promise,
    reopen: () => broken.resolve(),
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await running;
    },
  };
}
