import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Instant } from '#src/base/instant.ts';

export type ListedNotification = {
  readonly id: string;
  readonly serial: number;
  readonly kind: string;
  readonly caseId: string;
  readonly deadlineId: string | null;
  readonly at: Instant;
  readonly readAt: Instant | null;
};

export type FedNotification = ListedNotification & { readonly personId: string };

/** A person's own notifications, newest first, at most `limit`. */
export async function listNotifications(
  db: Db,
  personId: string,
  query: { before?: number; limit: number },
): Promise<ListedNotification[]> {
  return select(db)
    .where('person_id', '=', personId)
    .$if(query.before !== undefined, (q) => q.where('serial', '<', query.before ?? 0))
    .orderBy('serial', 'desc')
    .limit(query.limit)
    .execute();
}

/** A person's notifications with serials in (`after`, `upTo`], oldest first, at most `limit`. */
export async function listMissedNotifications(
  db: Db,
  personId: string,
  range: { after: number; upTo: number; limit: number },
): Promise<ListedNotification[]> {
  return select(db)
    .where('person_id', '=', personId)
    .where('serial', '>', range.after)
    .where('serial', '<=', range.upTo)
    .orderBy('serial')
    .limit(range.limit)
    .execute();
}

/** Everybody's notifications after a serial, oldest first, at most `limit`: what one poller hands on to streams. */
export async function listFedNotifications(db: Db, after: number, limit: number): Promise<FedNotification[]> {
  return select(db)
    .select('person_id as personId')
    .where('serial', '>', after)
    .orderBy('serial')
    .limit(limit)
    .execute();
}

/** The highest serial there is; 0 when there is none. */
export async function readLastSerial(db: Db): Promise<number> {
  const row = await db
    .selectFrom('notifications')
    .select(sql<number>`coalesce(max(serial), 0)`.as('serial'))
    .executeTakeFirstOrThrow();
  return row.serial;
}

function select(db: Db) {
  return db
    .selectFrom('notifications')
    .select(['notification_id as id', 'serial', 'kind', 'case_id as caseId', 'deadline_id as deadlineId'])
    .select(['at', 'read_at as readAt']);
}
