import type { Db } from '#db/connect.ts';
import type { Instant } from '#src/base/instant.ts';

export type LogPage = { readonly until?: Instant; readonly beforeSeq?: number; readonly limit: number };

/** The log of a case, newest first, `limit` lines at the most. `until`: what had been recorded by then. */
export async function findLog(
  db: Db,
  caseId: string,
  page: LogPage,
): Promise<{ seq: number; body: string }[]> {
  let query = db.selectFrom('case_events').select(['seq', 'body']).where('case_id', '=', caseId);
  if (page.until !== undefined) query = query.where('recorded_at', '<=', page.until);
  if (page.beforeSeq !== undefined) query = query.where('seq', '<', page.beforeSeq);
  return query.orderBy('seq', 'desc').limit(page.limit).execute();
}
