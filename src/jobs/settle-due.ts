import type { FailureDelays } from './failure-delays.ts';
import { fireDueReminders } from './fire-reminders.ts';
import type { JobDeps } from './job-deps.ts';
import { lapseDueDeadlines } from './lapse-deadlines.ts';
import { relayDueMessages } from './relay-messages.ts';

/** How much one pass over the ledger settled. */
export type Settled = {
  readonly reminderCount: number;
  readonly lapseCount: number;
  readonly messageCount: number;
};

/** 50 rounds of three batches of 100: a backlog of 5,000 of each kind per call; the next call takes the rest. */
const ROUNDS_LIMIT = 50;

/**
 * Does what is due now: reminders first (a lapse at the same moment must not overtake them), then lapses, then
 * messages, again and again until a round finds nothing. Safe beside any number of others doing the same.
 */
export async function settleDue(deps: JobDeps, delays: FailureDelays): Promise<Settled> {
  const total = { reminderCount: 0, lapseCount: 0, messageCount: 0 };
  for (let round = 0; round < ROUNDS_LIMIT; round += 1) {
    const reminderCount = await fireDueReminders(deps);
    const lapseCount = await lapseDueDeadlines(deps, delays);
    const messageCount = await relayDueMessages(deps);
    total.reminderCount += reminderCount;
    total.lapseCount += lapseCount;
    total.messageCount += messageCount;
    if (reminderCount + lapseCount + messageCount === 0) break;
  }
  return total;
}
