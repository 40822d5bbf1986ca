import { tellOfDueMessages, tellOfMessage } from '#src/notify/tell-of-messages.ts';
import { holdSendMessage, listDueMessages, readOpenTopic, recordFailure } from '#src/store/outbox.ts';
import { warnOfRecipients } from './fire-reminders.ts';
import type { JobDeps } from './job-deps.ts';
import { causeOf } from './job-log.ts';

const BATCH_LIMIT = 100;

/**
 * How long a message waits after each failure; after the last one it is parked, 8 attempts and about 50 minutes
 * after the first. A database that is away counts no failures, so an outage parks nothing.
 */
export const RETRY_DELAYS_MS: readonly number[] = [1_000, 5_000, 15_000, 60_000, 300_000, 900_000, 1_800_000];

/**
 * Handles one message if it is due and nobody has: tells people, or sends its event. Never throws for what is wrong
 * with the message (that is counted on its row), only when the database is away.
 */
export async function relayMessage(deps: JobDeps, messageId: string): Promise<boolean> {
  const topic = await readOpenTopic(deps.pool, messageId);
  if (topic === null) return false;
  try {
    return await (topic === 'notify' ? tell(deps, messageId) : send(deps, messageId));
  } catch (error) {
    await countFailure(deps, messageId, error);
    return false;
  }
}

/** Handles up to a batch of due messages of each topic and says how many. */
export async function relayDueMessages(deps: JobDeps): Promise<number> {
  const toldCount = await tellAll(deps);
  let sentCount = 0;
  for (const id of await listDueMessages(deps.pool, { topic: 'send', limit: BATCH_LIMIT })) {
    if (await relayMessage(deps, id)) sentCount += 1;
  }
  return toldCount + sentCount;
}

async function tellAll(deps: JobDeps): Promise<number> {
  try {
    const handled = await tellOfDueMessages(deps.pool);
    for (const message of handled) {
      deps.metrics.messagesHandled.inc({ topic: 'notify' });
      warnOfRecipients(deps, message.id, message);
    }
    return handled.length;
  } catch (error) {
    deps.log.warn(
      { code: 'messages_failed', cause: causeOf(error) },
      'A batch of messages failed; one by one now.',
    );
  }
  let handledCount = 0;
  for (const id of await listDueMessages(deps.pool, { topic: 'notify', limit: BATCH_LIMIT })) {
    if (await relayMessage(deps, id)) handledCount += 1;
  }
  return handledCount;
}

async function tell(deps: JobDeps, messageId: string): Promise<boolean> {
  const told = await tellOfMessage(deps.pool, messageId);
  if (told === null) return false;
  deps.metrics.messagesHandled.inc({ topic: 'notify' });
  warnOfRecipients(deps, messageId, told);
  return true;
}

async function send({ pool, engine, metrics }: JobDeps, messageId: string): Promise<boolean> {
  const outcome = await holdSendMessage(pool, messageId, async ({ trackId, event }) => {
    if (event === null) throw new TypeError('a message without an event');
    // A crash between these two sends it again, and then the track does not hear it any more.
    await engine.sendAsSystem({ trackId, type: event });
  });
  if (outcome === 'skipped') return false;
  metrics.messagesHandled.inc({ topic: 'send' });
  return true;
}

async function countFailure(
  { pool, metrics, log }: JobDeps,
  messageId: string,
  error: unknown,
): Promise<void> {
  const failure = await recordFailure(pool, messageId, RETRY_DELAYS_MS);
  if (failure === null) return;
  metrics.failures.inc({ work: 'messages' });
  const fields = { messageId, attemptCount: failure.attemptCount, cause: causeOf(error) };
  if (failure.isParked)
    log.error({ code: 'message_parked', ...fields }, 'A message is given up on; look at it.');
  else log.warn({ code: 'message_failed', ...fields }, 'A message failed and will be tried again.');
}
