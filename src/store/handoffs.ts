import type { Db } from '#db/connect.ts';
import type { HandoffKind } from '#db/schema.ts';
import type { Instant } from '#src/base/instant.ts';

export type StoredHandoff = {
  readonly id: string;
  readonly caseId: string;
  readonly trackId: string;
  readonly kind: HandoffKind;
  readonly from: string;
  readonly to: string;
  readonly expiresAt: Instant;
  readonly offeredAt: Instant;
};

/** One handoff by its id; null when there is none. What became of it is the state of its track. */
export async function findHandoff(db: Db, handoffId: string): Promise<StoredHandoff | null> {
  const row = await db
    .selectFrom('handoffs')
    .selectAll()
    .where('handoff_id', '=', handoffId)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.handoff_id,
    caseId: row.case_id,
    trackId: row.track_id,
    kind: row.kind,
    from: row.from_agency_id,
    to: row.to_agency_id,
    expiresAt: row.expires_at,
    offeredAt: row.offered_at,
  };
}
