import { depsOf } from '#test/integration/jobs/job-deps.ts';
import { epochMsOf, type Instant } from '#src/base/instant.ts';
import { advanceClock } from '#src/jobs/advance-clock.ts';
import { readProductNow, readRealNowMs } from '#src/store/product-clock.ts';
import type { TestEngine } from '#test/support/test-engine.ts';

/** While a story is told the clock goes on; what happens within these minutes happens at the same time. */
const SAME_TIME_MS = 10 * 60_000;

/** Sets the product's clock to any moment, earlier ones included: only in a database in which nothing happened yet. */
export async function setClock({ connection, deps }: TestEngine, moment: Instant): Promise<void> {
  const offsetMs = Math.round(epochMsOf(moment) - (await readRealNowMs(deps.pool)));
  await connection.db.updateTable('clock_offset').set({ offset_ms: offsetMs }).execute();
}

/** Moves it on to a moment, over everything that is due on the way, in its order. */
export async function advanceTo({ connection, engine, deps }: TestEngine, moment: Instant): Promise<void> {
  const aheadMs = epochMsOf(moment) - epochMsOf(await readProductNow(deps.pool));
  if (aheadMs < -SAME_TIME_MS) throw new Error(`the story goes back in time to ${moment}`);
  const jobs = depsOf(connection, engine);
  await advanceClock(jobs.deps, Math.max(aheadMs, 0));
}
