import type { Db } from '#db/connect.ts';

export type DoorEntry = {
  /** Null: nobody we know. */
  readonly personId: string | null;
  /** Method and route, such as `POST /api/session`: never an address with values in it. */
  readonly action: string;
  readonly isAllowed: boolean;
  /** `ok`, or the error code of the refusal. */
  readonly code: string;
};

/**
 * Records who came in or was refused at the door (login, logout, forged requests); what happens on cases is recorded
 * with the case. Awaited before the answer goes out: no audit, no answer.
 */
export async function recordAudit(db: Db, entry: DoorEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      person_id: entry.personId,
      action: entry.action,
      case_id: null,
      track_id: null,
      is_allowed: entry.isAllowed,
      code: entry.code,
    })
    .execute();
}
