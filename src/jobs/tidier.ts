import { deleteStale } from '#src/store/delete-stale.ts';
import type { JobDeps } from './job-deps.ts';
import { causeOf } from './job-log.ts';

// Often enough that 5,000 rows a time keep up with a busy district.
const INTERVAL_MS = 10 * 60_000;

/** Every ten minutes removes what nobody can ask for any more. Several processes may do so beside each other. */
export function startTidier({ pool, log }: Pick<JobDeps, 'pool' | 'log'>): Disposable {
  const timer = setInterval(() => {
    deleteStale(pool).catch((error: unknown) => {
      log.warn({ code: 'tidying_failed', cause: causeOf(error) }, 'Stale rows stay until the next time.');
    });
  }, INTERVAL_MS);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
