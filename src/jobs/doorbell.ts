import { Queue } from 'bullmq';
import type { Bell } from '#src/engine/engine.ts';
import { causeOf, type JobLog } from './job-log.ts';
import type { JobMetrics } from './job-metrics.ts';
import { keepOpen } from './kept-open.ts';
import { closeWithin, type Closable } from './close-within.ts';
import { isQueueGone, prepareQueue, type QueuePlace, reachToAdd } from './queue-place.ts';
import { QUEUE_NAMES, QUEUES, type QueueName } from './queues.ts';
import { withinTime } from './within-time.ts';

/** Tells the workers to look at once. Everything would be found without it, only some seconds later. */
export type Doorbell = AsyncDisposable & {
  /** Never throws, never takes more than 800 ms; when the queue is not there it returns at once. */
  readonly ring: (bell: Bell) => Promise<void>;
  /** Is the queue there? */
  readonly isOpen: () => boolean;
};

export type DoorbellOptions = QueuePlace & {
  readonly log: JobLog;
  readonly metrics: Pick<JobMetrics, 'bellsDropped'>;
};

const RING_TIMEOUT_MS = 800;
const OPEN_TIMEOUT_MS = 20_000;
const CLOSE_TIMEOUT_MS = 5_000;
/** After a failed ring nobody waits for this long: commands stay quick while the queue is away. */
const QUIET_MS = 1_000;
/** More rings than this at once mean that the queue does not keep up; the sweeper takes the rest. */
const RINGS_LIMIT = 64;
/** Reminders further away are not put into the queue; the sweeper wakes for them. */
const HORIZON_MS = 3_600_000;
/** Delays count whole milliseconds on another clock; a job that comes too early would be of no use. */
const ROUNDING_MS = 2;

/** What we use of a queue, whatever its backend. */
type BellQueue = Pick<Queue, 'waitUntilReady' | 'addBulk'> & Closable;
type Queues = { readonly [N in QueueName]: BellQueue };
type OpenQueues = { readonly queues: Queues; readonly giveUp: () => void };

/** Opens the queue in the background (creating its schema where that is missing) and keeps it open. */
export function createDoorbell({ log, metrics, ...place }: DoorbellOptions): Doorbell {
  const kept = keepOpen<OpenQueues>({
    open: (signal) => {
      const onError = (error: unknown) => {
        if (isQueueGone(error)) kept.reopen();
      };
      return openQueues(place, { onError, signal });
    },
    close: closeQueues,
    log,
    failureCode: 'doorbell_not_open',
  });
  let quietUntil = 0;
  let ringCount = 0;
  return {
    isOpen: () => kept.current() !== null,
    ring: async (bell) => {
      const jobCount = bell.messages.length + bell.reminders.length;
      if (jobCount === 0) return;
      const opened = kept.current();
      if (opened === null || ringCount >= RINGS_LIMIT || performance.now() < quietUntil) {
        metrics.bellsDropped.inc(jobCount);
        return;
      }
      ringCount += 1;
      try {
        await withinTime(addJobs(opened.queues, bell), RING_TIMEOUT_MS);
      } catch (error) {
        quietUntil = performance.now() + QUIET_MS;
        metrics.bellsDropped.inc(jobCount);
        log.warn(
          { code: 'ring_failed', cause: causeOf(error) },
          'The queue took no job; the sweeper will do it.',
        );
        if (isQueueGone(error)) kept.reopen();
      } finally {
        ringCount -= 1;
      }
    },
    [Symbol.asyncDispose]: () => kept[Symbol.asyncDispose](),
  };
}

type Opening = { readonly onError: (error: unknown) => void; readonly signal: AbortSignal };

async function openQueues(place: QueuePlace, { onError, signal }: Opening): Promise<OpenQueues> {
  await prepareQueue(place);
  const { options, factory, giveUp } = reachToAdd(place, RING_TIMEOUT_MS);
  const named = QUEUE_NAMES.map((name): [QueueName, BellQueue] => {
    const queue = new Queue(name, options, factory);
    queue.on('error', onError);
    return [name, queue];
  });
  const opened = { queues: Object.fromEntries(named) as Queues, giveUp };
  try {
    const ready = Promise.all(named.map(([, queue]) => queue.waitUntilReady()));
    await withinTime(ready, OPEN_TIMEOUT_MS, signal);
    return opened;
  } catch (error) {
    await closeQueues(opened);
    throw error;
  }
}

async function closeQueues({ queues, giveUp }: OpenQueues): Promise<void> {
  giveUp();
  await Promise.all(Object.values(queues).map((queue) => closeWithin(queue, CLOSE_TIMEOUT_MS)));
}

async function addJobs(queues: Queues, bell: Bell): Promise<void> {
  const near = bell.reminders.filter(({ delayMs }) => delayMs <= HORIZON_MS);
  const added: Promise<unknown>[] = [];
  if (bell.messages.length > 0) {
    added.push(queues.messages.addBulk(bell.messages.map((id) => jobOf('messages', id, 0))));
  }
  if (near.length > 0) {
    const jobs = near.map(({ id, delayMs }) =>
      jobOf('reminders', id, Math.max(0, Math.ceil(delayMs)) + ROUNDING_MS),
    );
    added.push(queues.reminders.addBulk(jobs));
  }
  await Promise.all(added);
}

/** Ids only: the queue's storage is readable by whoever reads the queue. Nothing is kept of a job that is done. */
function jobOf(queue: QueueName, id: string, delayMs: number) {
  const opts = {
    jobId: QUEUES[queue].jobIdOf(id),
    delay: delayMs,
    removeOnComplete: true,
    removeOnFail: 100,
  };
  return { name: queue, data: { id }, opts };
}
