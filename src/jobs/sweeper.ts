import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '#src/base/instant.ts';
import { readBacklog, readNextDueInMs } from '#src/store/due.ts';
import { advanceClock } from './advance-clock.ts';
import { createFailureDelays } from './failure-delays.ts';
import type { JobDeps } from './job-deps.ts';
import { causeOf } from './job-log.ts';
import { type Settled, settleDue } from './settle-due.ts';

/** What guarantees the promise: whatever the queue does, what is due is found here. */
export type Sweeper = AsyncDisposable & {
  /** Begins to sweep by itself: at every interval, and at the very moment the next thing falls due. */
  readonly start: () => void;
  /** One pass over everything due now. Throws when the database is away. */
  readonly sweep: () => Promise<Settled>;
  /** Moves the demo clock; see `advance-clock.ts`. */
  readonly sweepUntilIdle: (advanceMs: number) => Promise<Instant>;
};

const INTERVAL_MS = 5_000;
/** Below this a moment counts as now; it keeps a burst of moments from becoming a burst of sweeps. */
const SHORTEST_PAUSE_MS = 5;
/** Later than this is late for everybody, and said so. */
const LATE_SECONDS = 30;
/** A sweep is at most 5,000 rows of each kind; what is not done by then is left to the next process. */
const CLOSE_TIMEOUT_MS = 20_000;

/** `intervalMs` (default 5 s) bounds how late anything can be when nothing else works. */
export function createSweeper(
  deps: JobDeps,
  { intervalMs = INTERVAL_MS }: { intervalMs?: number } = {},
): Sweeper {
  const delays = createFailureDelays();
  const stopping = new AbortController();
  let running: Promise<void> | null = null;
  const sweep = async () => {
    const settled = await settleDue(deps, delays);
    await watch(deps);
    return settled;
  };
  return {
    start: () => {
      running ??= sweepForever({ deps, sweep, intervalMs, signal: stopping.signal });
    },
    sweep,
    sweepUntilIdle: (advanceMs) => advanceClock(deps, advanceMs),
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await Promise.race([running, delay(CLOSE_TIMEOUT_MS, undefined, { ref: false })]);
    },
  };
}

type Round = {
  readonly deps: JobDeps;
  readonly sweep: () => Promise<Settled>;
  readonly intervalMs: number;
  readonly signal: AbortSignal;
};

async function sweepForever({ deps, sweep, intervalMs, signal }: Round): Promise<void> {
  while (!signal.aborted) {
    let pauseMs = intervalMs;
    try {
      await sweep();
      pauseMs = await pauseBefore(deps, intervalMs);
    } catch (error) {
      deps.metrics.failures.inc({ work: 'sweep' });
      deps.log.error(
        { code: 'sweep_failed', cause: causeOf(error) },
        'A sweep failed; the next one follows.',
      );
    }
    await delay(pauseMs, undefined, { signal }).catch(() => undefined);
  }
}

async function pauseBefore({ pool }: JobDeps, intervalMs: number): Promise<number> {
  const nextMs = (await readNextDueInMs(pool)) ?? intervalMs;
  return Math.min(Math.max(nextMs, SHORTEST_PAUSE_MS), intervalMs);
}

async function watch({ pool, metrics, log }: JobDeps): Promise<void> {
  const backlog = await readBacklog(pool);
  metrics.oldestReminder.set(backlog.oldestReminderSeconds);
  metrics.oldestLapse.set(backlog.oldestLapseSeconds);
  metrics.oldestMessage.set(backlog.oldestMessageSeconds);
  metrics.parked.set(backlog.parkedCount);
  const lateSeconds = Math.round(Math.max(backlog.oldestReminderSeconds, backlog.oldestLapseSeconds));
  if (lateSeconds <= LATE_SECONDS) return;
  log.error({ code: 'reminders_late', lateSeconds }, 'What fell due is not done: look for what holds it up.');
}
