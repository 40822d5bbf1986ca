import { setTimeout as delay } from 'node:timers/promises';
import type { Pool } from '#db/connect.ts';
import { addMs, type Instant } from '#src/base/instant.ts';
import { readNow } from '#src/store/clock.ts';
import { countDue, readNextDue } from '#src/store/due.ts';
import { moveClockTo } from '#src/store/product-clock.ts';
import { createFailureDelays } from './failure-delays.ts';
import type { JobDeps } from './job-deps.ts';
import { settleDue } from './settle-due.ts';

/** Any number nobody else uses: the lock of whoever moves the clock. */
const MOVER_LOCK = 4_210_714;
const STEPS_LIMIT = 5_000;
/** A second mover waits so long for the first. */
const TURN_TIMEOUT_MS = 60_000;
/** What another worker holds, or what failed once, is waited for so long at each step. */
const STEP_TIMEOUT_MS = 30_000;
const POLL_MS = 20;

/**
 * Moves the demo clock `durationMs` ahead and answers the new time, when every deadline and reminder due by then has
 * been dealt with. Time does not jump: it stops at each moment at which something is due, until nothing is left to
 * do there, so that what happens on the way (a lapse that starts another deadline) happens in its order. One mover
 * at a time; a second waits. Throws when something due cannot be done, or after 5,000 stops; the clock then stays
 * where it had got to.
 */
export async function advanceClock(deps: JobDeps, durationMs: number): Promise<Instant> {
  if (!(durationMs >= 0)) throw new RangeError('the clock only moves forward');
  await using _turn = await takeTurn(deps.pool);
  const target = addMs(await readNow(deps.db), durationMs);
  await settleEverything(deps);
  for (let step = 0; step < STEPS_LIMIT; step += 1) {
    const next = await readNextDue(deps.pool);
    if (next === null || next > target) {
      await moveClockTo(deps.pool, target);
      await settleEverything(deps);
      return readNow(deps.db);
    }
    await moveClockTo(deps.pool, next);
    await settleEverything(deps);
  }
  throw new Error(`more than ${STEPS_LIMIT} moments were due on the way; advance in smaller steps`);
}

async function settleEverything(deps: JobDeps): Promise<void> {
  const delays = createFailureDelays();
  const deadline = performance.now() + STEP_TIMEOUT_MS;
  for (;;) {
    await settleDue(deps, delays);
    const leftCount = await countDue(deps.pool);
    if (leftCount === 0) return;
    if (performance.now() > deadline) throw new Error(`${leftCount} items due now cannot be settled`);
    await delay(POLL_MS);
  }
}

/** Disposing ends the turn. The connection goes with it: a lock that outlived its mover would stop all others. */
async function takeTurn(pool: Pool): Promise<AsyncDisposable> {
  const client = await pool.connect();
  const deadline = performance.now() + TURN_TIMEOUT_MS;
  try {
    for (;;) {
      const result = await client.query('select pg_try_advisory_lock($1) as taken', [MOVER_LOCK]);
      if ((result.rows[0] as { taken: boolean }).taken) {
        return { [Symbol.asyncDispose]: async () => client.release(true) };
      }
      if (performance.now() > deadline)
        throw new Error('somebody else has been moving the clock for a minute');
      await delay(POLL_MS);
    }
  } catch (error) {
    client.release(true);
    throw error;
  }
}
