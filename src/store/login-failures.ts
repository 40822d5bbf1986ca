import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';

/** How many attempts of a subject count within the window; more are refused until the oldest ones leave it. */
export type AttemptLimit = { readonly subject: string; readonly limitCount: number };

/** The rows that stand for one attempt while it is being checked; they stay if it fails. */
export type Reservation = { readonly subjects: readonly string[]; readonly at: string };

const WINDOW_SECONDS = 900;

/**
 * Counts an attempt before it is checked, under each subject, so that attempts sent at once count each other.
 */
export async function reserveAttempt(db: Db, subjects: readonly string[]): Promise<Reservation> {
  const { rows } = await sql<{ at: string }>`
    with moment as materialized (select clock_timestamp() as at),
    inserted as (
      insert into login_failures (subject, failed_at)
      select subject, moment.at from moment, unnest(${[...subjects]}::text[]) as given(subject))
    select at::text as at from moment`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('the attempt was not counted');
  return { subjects, at: row.at };
}

/** Takes a counted attempt back: it succeeded, or was refused without being checked. */
export async function releaseAttempt(db: Db, reservation: Reservation): Promise<void> {
  await db
    .deleteFrom('login_failures')
    .where('subject', 'in', [...reservation.subjects])
    .where(sql<boolean>`failed_at = ${reservation.at}::timestamptz`)
    .execute();
}

/** How many attempts of one subject count now. */
export async function countAttempts(db: Db, subject: string): Promise<number> {
  const row = await db
    .selectFrom('login_failures')
    .select(sql<number>`count(*)`.as('count'))
    .where('subject', '=', subject)
    .where(sql<boolean>`failed_at > clock_timestamp() - make_interval(secs => ${WINDOW_SECONDS})`)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Seconds until the subject has fewer attempts than its limit again; null: it is within its limit. */
export async function secondsUntilBelow(
  db: Db,
  { subject, limitCount }: AttemptLimit,
): Promise<number | null> {
  const row = await db
    .selectFrom('login_failures')
    .select(
      sql<number>`ceil(extract(epoch from failed_at - clock_timestamp()) + ${WINDOW_SECONDS})::integer`.as(
        'seconds',
      ),
    )
    .where('subject', '=', subject)
    .where(sql<boolean>`failed_at > clock_timestamp() - make_interval(secs => ${WINDOW_SECONDS})`)
    .orderBy('failed_at', 'desc')
    // The attempt being made is counted already: limitCount rows before it are one too many.
    .offset(limitCount)
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : Math.max(1, row.seconds);
}

/** Forgets a subject, and everything that counts for nobody any more. */
export async function forgetAttempts(db: Db, subject: string): Promise<void> {
  await db
    .deleteFrom('login_failures')
    .where((eb) =>
      eb.or([
        eb('subject', '=', subject),
        sql<boolean>`failed_at <= clock_timestamp() - make_interval(secs => ${WINDOW_SECONDS})`,
      ]),
    )
    .execute();
}
