import type pg from 'pg';
import type { Pool } from '#db/connect.ts';

/** A message whose event is to be sent to its own track. */
export type SendMessage = { readonly trackId: string; readonly event: string | null };

// A worker that is frozen in the middle keeps the row locked; Postgres frees it after this time.
const FROZEN_AFTER = '20s';

/**
 * Messages whose time has come, oldest first. `topic` narrows; a message that somebody else holds is among them.
 */
export async function listDueMessages(
  pool: Pool,
  { topic, limit }: { topic: 'notify' | 'send'; limit: number },
): Promise<string[]> {
  const result = await pool.query({
    name: 'list-due-messages',
    text: `select message_id from outbox
      where topic = $1 and handled_at is null and retry_at <= (select clock_timestamp())
      order by retry_at, message_id limit $2`,
    values: [topic, limit],
  });
  return result.rows.map((row: { message_id: string }) => row.message_id);
}

/** The topic of a message that is still to be handled; null when it is handled, or unknown. */
export async function readOpenTopic(pool: Pool, messageId: string): Promise<'notify' | 'send' | null> {
  const result = await pool.query({
    name: 'read-open-topic',
    text: 'select topic from outbox where message_id = $1 and handled_at is null',
    values: [messageId],
  });
  return (result.rows[0] as { topic: 'notify' | 'send' } | undefined)?.topic ?? null;
}

/**
 * Holds a `send` message while `send` runs, then marks it handled; `skipped` when it is not due, handled already,
 * or in somebody else's hands. If `send` throws, the message stays as it was. Uses one connection of the pool for
 * as long as `send` takes, which takes its own: never run as many of these at once as half the pool.
 */
export async function holdSendMessage(
  pool: Pool,
  messageId: string,
  send: (message: SendMessage) => Promise<void>,
): Promise<'handled' | 'skipped'> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    await client.query('begin');
    await client.query(`set local idle_in_transaction_session_timeout = '${FROZEN_AFTER}'`);
    const message = await lockSendMessage(client, messageId);
    if (message !== null) {
      await send(message);
      await client.query('update outbox set handled_at = clock_timestamp() where message_id = $1', [
        messageId,
      ]);
    }
    await client.query('commit');
    isBroken = false;
    return message === null ? 'skipped' : 'handled';
  } finally {
    // A connection that broke off in the middle is closed, which also rolls back.
    client.release(isBroken);
  }
}

/** What became of a message after one more failure. */
export type Failure = { readonly attemptCount: number; readonly isParked: boolean };

/**
 * Counts a failure and puts the next attempt off by the delay for that count; beyond the last delay the message is
 * parked: it is never due again until somebody sets `attempt_count` and `retry_at` back. Null when it was handled.
 */
export async function recordFailure(
  pool: Pool,
  messageId: string,
  retryDelaysMs: readonly number[],
): Promise<Failure | null> {
  const result = await pool.query({
    name: 'record-failure',
    text: `update outbox set attempt_count = attempt_count + 1,
        retry_at = coalesce(clock_timestamp() + ($2::float8[])[attempt_count + 1] * interval '1 millisecond', 'infinity')
      where message_id = $1 and handled_at is null
      returning attempt_count as "attemptCount", retry_at = 'infinity' as "isParked"`,
    values: [messageId, retryDelaysMs],
  });
  return (result.rows[0] as Failure | undefined) ?? null;
}

async function lockSendMessage(client: pg.PoolClient, messageId: string): Promise<SendMessage | null> {
  const result = await client.query(
    `select track_id as "trackId", detail ->> 'event' as event from outbox
     where message_id = $1 and topic = 'send' and handled_at is null and retry_at <= clock_timestamp()
     for update skip locked`,
    [messageId],
  );
  return (result.rows[0] as SendMessage | undefined) ?? null;
}
