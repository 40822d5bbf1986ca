import type { Db } from '#db/connect.ts';

export type StoredEntry = {
  readonly id: string;
  readonly author: string;
  readonly class: string;
  readonly field: string;
  readonly sealed: Buffer;
};

// An opening form has five parts; a case that gathers more than this in one answer would be read page by page.
const ENTRY_LIMIT = 1000;

/** The sealed parts of the opening form of a case. */
export function findOpeningEntries(db: Db, caseId: string): Promise<StoredEntry[]> {
  return entries(db).where('case_id', '=', caseId).where('track_id', 'is', null).execute();
}

/** The sealed values behind some references of one case; ids of other cases find nothing. */
export function findEntries(db: Db, caseId: string, entryIds: readonly string[]): Promise<StoredEntry[]> {
  if (entryIds.length === 0) return Promise.resolve([]);
  return entries(db).where('case_id', '=', caseId).where('entry_id', 'in', entryIds).execute();
}

function entries(db: Db) {
  return db
    .selectFrom('vault_entries')
    .select(['entry_id as id', 'author_id as author', 'class', 'field', 'sealed'])
    .limit(ENTRY_LIMIT);
}
