import type { Db } from '#db/connect.ts';
import { type Title, title } from '#src/base/title.ts';

export type AgencyEntry = {
  readonly id: string;
  readonly code: string;
  readonly kind: string;
  readonly name: Title;
  /** The agency it is a unit of. */
  readonly parent: string | null;
};

/** Agencies by id, at most `limit`. */
export async function listAgencies(db: Db, query: { after?: string; limit: number }): Promise<AgencyEntry[]> {
  const rows = await db
    .selectFrom('agencies')
    .selectAll()
    .$if(query.after !== undefined, (q) => q.where('agency_id', '>', query.after ?? ''))
    .orderBy('agency_id')
    .limit(query.limit)
    .execute();
  return rows.map((row) => ({
    id: row.agency_id,
    code: row.code,
    kind: row.kind,
    name: title(row.name_zh, row.name_en),
    parent: row.parent_id,
  }));
}

/** What kind of agency has this id; null: none has. */
export async function findAgencyKind(db: Db, agencyId: string): Promise<string | null> {
  const row = await db
    .selectFrom('agencies')
    .select('kind')
    .where('agency_id', '=', agencyId)
    .executeTakeFirst();
  return row?.kind ?? null;
}
