import type { Db } from '#db/connect.ts';

/** The track a deadline belongs to; null when there is no such deadline. */
export async function findDeadline(db: Db, deadlineId: string): Promise<{ trackId: string } | null> {
  const row = await db
    .selectFrom('deadlines')
    .select('track_id as trackId')
    .where('deadline_id', '=', deadlineId)
    .executeTakeFirst();
  return row ?? null;
}
