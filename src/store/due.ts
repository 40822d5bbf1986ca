import type { Pool } from '#db/connect.ts';
import type { Instant } from '#src/base/instant.ts';

/** Open deadlines whose legal end has come, oldest first, but those named in `except`. */
export async function listDueLapses(
  pool: Pool,
  { except, limit }: { except: readonly string[]; limit: number },
): Promise<string[]> {
  const result = await pool.query({
    name: 'list-due-lapses',
    text: `select deadline_id from deadlines
      where outcome = 'open' and legal_due_at <= (select haolin_now()) and deadline_id <> all ($1::uuid[])
      order by legal_due_at, deadline_id limit $2`,
    values: [except, limit],
  });
  return result.rows.map((row: { deadline_id: string }) => row.deadline_id);
}

/** Armed reminders whose moment has come, oldest first. */
export async function listDueReminders(pool: Pool, { limit }: { limit: number }): Promise<string[]> {
  const result = await pool.query({
    name: 'list-due-reminders',
    text: `select reminder_id from reminders where state = 'armed' and at <= (select haolin_now())
      order by at, reminder_id limit $1`,
    values: [limit],
  });
  return result.rows.map((row: { reminder_id: string }) => row.reminder_id);
}

/** The next moment at which a reminder or a lapse falls due; null when nothing is waiting. */
export async function readNextDue(pool: Pool): Promise<Instant | null> {
  const result = await pool.query({
    name: 'read-next-due',
    text: `select least(
        (select min(at) from reminders where state = 'armed' and at > (select haolin_now())),
        (select min(legal_due_at) from deadlines where outcome = 'open' and legal_due_at > (select haolin_now()))) as at`,
  });
  return (result.rows[0] as { at: Instant | null }).at;
}

/** How long until the sweeper has something to do that it does not have now; null when nothing is waiting. */
export async function readNextDueInMs(pool: Pool): Promise<number | null> {
  const result = await pool.query({
    name: 'read-next-due-in',
    text: `with now as materialized (select haolin_now() as product, clock_timestamp() as real)
      select (extract(epoch from least(
        (select min(at) from reminders where state = 'armed' and at > (select product from now))
          - (select product from now),
        (select min(legal_due_at) from deadlines where outcome = 'open' and legal_due_at > (select product from now))
          - (select product from now),
        (select min(retry_at) from outbox where handled_at is null and retry_at > (select real from now)
          and retry_at < 'infinity') - (select real from now))) * 1000)::float8 as "inMs"`,
  });
  return (result.rows[0] as { inMs: number | null }).inMs;
}

/** What is overdue, for the watchdog and the metrics. Zero when nothing is. */
export type Backlog = {
  readonly oldestReminderSeconds: number;
  readonly oldestLapseSeconds: number;
  readonly oldestMessageSeconds: number;
  readonly parkedCount: number;
};

/** Reads how far behind we are. A message counts from when it was last put off; a parked one does not. */
export async function readBacklog(pool: Pool): Promise<Backlog> {
  const result = await pool.query({
    name: 'read-backlog',
    text: `select
      ${secondsSince(`select min(at) from reminders where state = 'armed'`, 'haolin_now()')} as "oldestReminderSeconds",
      ${secondsSince(`select min(legal_due_at) from deadlines where outcome = 'open'`, 'haolin_now()')}
        as "oldestLapseSeconds",
      ${secondsSince(`select min(retry_at) from outbox where handled_at is null and retry_at < 'infinity'`, 'clock_timestamp()')}
        as "oldestMessageSeconds",
      (select count(*) from outbox where handled_at is null and retry_at = 'infinity') as "parkedCount"`,
  });
  return result.rows[0] as Backlog;
}

/**
 * How much is due and not done, up to 100 of each kind; rows that another process holds count, and so do messages
 * that will be tried again within two seconds.
 */
export async function countDue(pool: Pool): Promise<number> {
  const result = await pool.query({
    name: 'count-due',
    text: `select (select count(*) from (select 1 from reminders
          where state = 'armed' and at <= (select haolin_now()) limit 100) as owed_reminders)
      + (select count(*) from (select 1 from deadlines where outcome = 'open'
          and legal_due_at <= (select haolin_now()) limit 100) as owed_lapses)
      + (select count(*) from (select 1 from outbox where handled_at is null
          and retry_at <= (select clock_timestamp() + interval '2 seconds') limit 100) as owed_messages) as count`,
  });
  return (result.rows[0] as { count: number }).count;
}

function secondsSince(moment: string, now: string): string {
  return `coalesce(greatest(0, extract(epoch from ${now} - (${moment}))), 0)::float8`;
}
