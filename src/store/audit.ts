import type { Db } from '#db/connect.ts';

export type AuditEntry = {
  readonly personId: string | null;
  /** Method and route, such as `GET /api/cases/:id`: never an address with values in it. */
  readonly action: string;
  readonly caseId: string | null;
  readonly trackId: string | null;
  readonly isAllowed: boolean;
  /** `ok`, or the error code of the refusal. */
  readonly code: string;
};

/** Writes one line of the audit. It is awaited before the answer goes out: no audit, no answer. */
export async function recordAudit(db: Db, entry: AuditEntry): Promise<void> {
  await db
    .insertInto('audit')
    .values({
      person_id: entry.personId,
      action: entry.action,
      case_id: entry.caseId,
      track_id: entry.trackId,
      is_allowed: entry.isAllowed,
      code: entry.code,
    })
    .execute();
}
