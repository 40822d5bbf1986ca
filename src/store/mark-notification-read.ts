import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Instant } from '#src/base/instant.ts';
import type { ListedNotification } from './list-notifications.ts';
import { findSeenAnswer, type SeenAnswer } from './seen-answer.ts';

/** What marking a notification starts from. */
export type NotificationRead = {
  readonly now: Instant;
  readonly seen: SeenAnswer | null;
  /** Null: absent, or another person's. */
  readonly notification: ListedNotification | null;
};

export type ReadMark = {
  readonly personId: string;
  readonly notificationId: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly readAt: Instant;
  readonly body: Buffer;
};

/** Reads a person's own notification, the time, and what the key was answered before. */
export async function readOwnNotification(
  db: Db,
  ids: { personId: string; notificationId: string; key: string },
): Promise<NotificationRead> {
  const { rows } = await sql<{ now: Instant }>`select haolin_now() as now`.execute(db);
  const seen = await findSeenAnswer(db, ids.personId, ids.key);
  const notification = await db
    .selectFrom('notifications')
    .select(['notification_id as id', 'serial', 'kind', 'case_id as caseId', 'deadline_id as deadlineId'])
    .select(['at', 'read_at as readAt'])
    .where('notification_id', '=', ids.notificationId)
    .where('person_id', '=', ids.personId)
    .executeTakeFirst();
  const [row] = rows;
  if (row === undefined) throw new Error('the database told no time');
  return { now: row.now, seen, notification: notification ?? null };
}

/** Marks it and keeps the answer, in one statement; false: the key was used meanwhile, nothing was written. */
export async function markNotificationRead(db: Db, mark: ReadMark): Promise<boolean> {
  const result = await sql`
    with remembered as (
      insert into idempotency_keys (person_id, key, fingerprint, rights_epoch, status, body)
      select person_id, ${mark.key}, decode(${mark.fingerprint}, 'hex'), rights_epoch, 200, ${mark.body}
      from people where person_id = ${mark.personId}
      on conflict do nothing
      returning person_id)
    update notifications set read_at = coalesce(read_at, ${mark.readAt}::timestamptz)
    from remembered
    where notification_id = ${mark.notificationId} and notifications.person_id = remembered.person_id`.execute(
    db,
  );
  return result.numAffectedRows === 1n;
}
