import { listDueLapses } from '#src/store/due.ts';
import type { FailureDelays } from './failure-delays.ts';
import type { JobDeps } from './job-deps.ts';
import { causeOf } from './job-log.ts';

const BATCH_LIMIT = 100;

/**
 * Lets up to a batch of deadlines lapse whose legal end has come, oldest first, and says how many did. One
 * that fails waits for longer and longer and does not hold up the others; it is never given up on.
 */
export async function lapseDueDeadlines(deps: JobDeps, delays: FailureDelays): Promise<number> {
  const due = await listDueLapses(deps.pool, { except: delays.waiting(), limit: BATCH_LIMIT });
  let settledCount = 0;
  for (const id of due) {
    if (await lapse(deps, delays, id)) settledCount += 1;
  }
  return settledCount;
}

async function lapse({ engine, metrics, log }: JobDeps, delays: FailureDelays, id: string): Promise<boolean> {
  try {
    // Somebody else (another worker, or the event that met it) may have been first; that is as good.
    const outcome = await engine.lapseDeadline(id);
    delays.succeeded(id);
    if (outcome === 'lapsed') metrics.deadlinesLapsed.inc();
    return outcome === 'lapsed';
  } catch (error) {
    delays.failed(id);
    metrics.failures.inc({ work: 'lapses' });
    log.error(
      { code: 'lapse_failed', deadlineId: id, cause: causeOf(error) },
      'A deadline could not lapse yet.',
    );
    return false;
  }
}
