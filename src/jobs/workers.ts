import { type Job, Worker } from 'bullmq';
import { StartRefused } from '#src/base/start-refused.ts';
import { isUuid } from '#src/base/ids.ts';
import { measureSkewMs, SKEW_LIMIT_MS } from './clock-skew.ts';
import type { JobDeps } from './job-deps.ts';
import { causeOf } from './job-log.ts';
import { keepOpen, type KeptOpen } from './kept-open.ts';
import { type Closable, closeWithin } from './close-within.ts';
import { isQueueGone, prepareQueue, type QueuePlace, type Reach, reachToWork } from './queue-place.ts';
import { QUEUE_NAMES, QUEUES, type QueueName } from './queues.ts';
import { withinTime } from './within-time.ts';

/** The workers of this process, one for each queue. */
export type Workers = AsyncDisposable & {
  /** Are they taking jobs? When not, the sweeper works alone. */
  readonly isWorking: () => boolean;
};

export type WorkersOptions = JobDeps & {
  readonly place: QueuePlace;
  /**
   * When the queue is not there at the start: `throw`, so that a supervisor starts the process again, or `retry`,
   * for a process that has other things to do. Later both try again.
   */
  readonly whenUnavailable: 'throw' | 'retry';
  /** The clock of this host; given in tests. */
  readonly hostNowMs?: () => number;
  /** How often the clocks are compared; default 10 s. */
  readonly watchIntervalMs?: number;
};

/** What we use of a worker, whatever its backend. */
type BellWorker = Pick<Worker, 'waitUntilReady' | 'isRunning'> & Closable;
type OpenWorkers = { readonly workers: readonly BellWorker[]; readonly giveUp: () => void };

/** Jobs of one queue at once in this process. A message holds two connections while it is sent: see the pool. */
const CONCURRENCY = 3;
const OPEN_TIMEOUT_MS = 10_000;
const CLOSE_TIMEOUT_MS = 20_000;
const WATCH_INTERVAL_MS = 10_000;

/**
 * Starts the workers. Throws `StartRefused` when this host's clock is more than 2 s from the database's, and with
 * `whenUnavailable: 'throw'` when the queue does not answer within 10 s. A clock that goes wrong later stops them
 * until it is right again. Closing waits at most 20 s for jobs in hand.
 */
export async function startWorkers(options: WorkersOptions): Promise<Workers> {
  const kept = keepOpen<OpenWorkers>({
    open: async (signal) => {
      await refuseSkew(options);
      await prepareQueue(options.place);
      const onError = (error: unknown) => {
        if (isQueueGone(error)) kept.reopen();
      };
      return openWorkers(options, { onError, signal });
    },
    close: closeWorkers,
    log: options.log,
    failureCode: 'workers_not_open',
  });
  if (options.whenUnavailable === 'throw') await orGiveUp(kept);
  const watch = setInterval(
    () => void watchOver(options, kept),
    options.watchIntervalMs ?? WATCH_INTERVAL_MS,
  );
  watch.unref();
  return {
    isWorking: () => kept.current() !== null,
    [Symbol.asyncDispose]: async () => {
      clearInterval(watch);
      await kept[Symbol.asyncDispose]();
    },
  };
}

async function orGiveUp(kept: KeptOpen<object>): Promise<void> {
  try {
    await kept.firstAttempt;
  } catch (error) {
    await kept[Symbol.asyncDispose]();
    throw error;
  }
}

type Opening = { readonly onError: (error: unknown) => void; readonly signal: AbortSignal };

async function openWorkers(options: WorkersOptions, { onError, signal }: Opening): Promise<OpenWorkers> {
  const reach = reachToWork(options.place);
  const workers = QUEUE_NAMES.map((name) => {
    const worker = openWorker(name, options, reach);
    worker.on('error', (error) => {
      options.log.warn(
        { code: 'worker_error', queue: name, cause: causeOf(error) },
        'A worker met an error.',
      );
      onError(error);
    });
    return worker;
  });
  const opened = { workers, giveUp: reach.giveUp };
  try {
    // Without this a worker whose first connection failed would look healthy and never take a job.
    const ready = Promise.all(workers.map((worker) => worker.waitUntilReady()));
    await withinTime(ready, OPEN_TIMEOUT_MS, signal);
    return opened;
  } catch (error) {
    reach.giveUp();
    // They have no jobs in hand; waiting for that would be waiting for the connection that did not come.
    await Promise.all(workers.map((worker) => closeWithin(worker, CLOSE_TIMEOUT_MS, { isForced: true })));
    throw error;
  }
}

function openWorker(name: QueueName, options: WorkersOptions, reach: Reach) {
  const settings = {
    ...reach.options,
    concurrency: CONCURRENCY,
    // A job is harmless to repeat; with the default of 1 two killed workers would fail it for good.
    maxStalledCount: 1_000,
    // Longer than any job may take; one that takes longer is repeated, harmlessly. The timer that renews locks would
    // outlive a worker whose Redis does not answer when it is closed.
    lockDuration: 30_000,
    skipLockRenewal: true,
    stalledInterval: 15_000,
    // After a lost connection; the default of 15 s would be felt.
    runRetryDelay: 1_000,
  };
  return new Worker(name, (job) => answer(name, options, job), settings, reach.factory);
}

/** Returns nothing and never fails: BullMQ would store what it is told, and the ledger keeps the count of failures. */
async function answer(name: QueueName, deps: JobDeps, job: Job): Promise<void> {
  const { id } = job.data as { id?: unknown };
  if (typeof id !== 'string' || !isUuid(id)) return;
  try {
    await QUEUES[name].handle(deps, id);
  } catch (error) {
    deps.metrics.failures.inc({ work: name });
    deps.log.warn(
      { code: 'job_failed', queue: name, rowId: id, cause: causeOf(error) },
      'Left to the sweeper.',
    );
  }
}

async function closeWorkers({ workers, giveUp }: OpenWorkers): Promise<void> {
  giveUp();
  // A job that does not end in time is cut off: its row stays due.
  await Promise.all(workers.map((worker) => closeWithin(worker, CLOSE_TIMEOUT_MS)));
}

async function refuseSkew({ pool, metrics, hostNowMs = Date.now }: WorkersOptions): Promise<void> {
  const skewMs = await measureSkewMs(pool, hostNowMs);
  metrics.clockSkew.set(skewMs / 1000);
  if (skewMs <= SKEW_LIMIT_MS) return;
  throw new StartRefused(
    `The clock of this machine is ${Math.round(skewMs / 1000)} s from the database's (2 s are allowed): set it right, for example with NTP. Until then no worker takes jobs.`,
  );
}

async function watchOver(options: WorkersOptions, kept: KeptOpen<OpenWorkers>): Promise<void> {
  const opened = kept.current();
  if (opened === null) return;
  try {
    await refuseSkew(options);
    if (!opened.workers.every((worker) => worker.isRunning())) kept.reopen();
  } catch (error) {
    // A database that is away is not a wrong clock; the workers notice that themselves.
    if (!(error instanceof StartRefused)) return;
    options.log.error({ code: 'clock_skewed' }, error.message);
    kept.reopen();
  }
}
