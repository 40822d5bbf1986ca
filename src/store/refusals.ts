import type { Db } from '#db/connect.ts';

export type Refusal = {
  readonly personId: string;
  readonly action: string;
  readonly caseId: string | null;
  readonly trackId: string | null;
  readonly code: string;
};

/** Records that somebody was refused. Committed before the refusal is answered. */
export async function insertRefusal(db: Db, refusal: Refusal): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      person_id: refusal.personId,
      action: refusal.action,
      case_id: refusal.caseId,
      track_id: refusal.trackId,
      is_allowed: false,
      code: refusal.code,
    })
    .execute();
}
