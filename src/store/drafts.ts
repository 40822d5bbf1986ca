import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import { addMs, type Instant } from '#src/base/instant.ts';

/** A draft without its words. */
export type ListedDraft = {
  readonly id: string;
  readonly kind: string;
  readonly subject: string | null;
  readonly version: number;
  readonly savedAt: Instant;
};

/** `saveKey`: the idempotency key it was last saved with. */
export type StoredDraft = ListedDraft & { readonly saveKey: string; readonly sealed: Buffer };

export type DraftKey = { readonly personId: string; readonly id: string };

/** What a save writes. */
export type DraftSave = DraftKey & Pick<StoredDraft, 'kind' | 'subject' | 'saveKey' | 'sealed'>;

// More than a day of calls that were all cut off.
const DRAFTS_LIMIT = 50;

const LIFE_MS = 24 * 3_600_000;
const NOW = sql<Instant>`date_trunc('milliseconds', haolin_now())`;
const IS_ALIVE = sql<boolean>`saved_at > haolin_now() - ${LIFE_MS} * interval '1 millisecond'`;

/** When a draft saved then ceases to be served: 24 hours later. */
export function draftExpiry(savedAt: Instant): Instant {
  return addMs(savedAt, LIFE_MS);
}

/** A person's own living drafts, last saved first, at most `limit`. */
export async function listDrafts(
  db: Db,
  personId: string,
  query: { after: { savedAt: Instant; id: string } | null; limit: number },
): Promise<ListedDraft[]> {
  const { after } = query;
  return db
    .selectFrom('drafts')
    .select(['draft_id as id', 'kind', 'subject_id as subject', 'version', 'saved_at as savedAt'])
    .where('person_id', '=', personId)
    .where(IS_ALIVE)
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(saved_at, draft_id) < (${after?.savedAt}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('saved_at', 'desc')
    .orderBy('draft_id', 'desc')
    .limit(query.limit)
    .execute();
}

/** A person's own draft; null: absent, or older than a day. */
export async function readDraft(db: Db, { personId, id }: DraftKey): Promise<StoredDraft | null> {
  const row = await db
    .selectFrom('drafts')
    .select(['draft_id as id', 'kind', 'subject_id as subject', 'version', 'saved_at as savedAt'])
    .select(['save_key as saveKey', 'sealed'])
    .where('person_id', '=', personId)
    .where('draft_id', '=', id)
    .where(IS_ALIVE)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Writes a new draft, and tells why when it does not: `taken` when there is a living one of this person and id, `full`
 * when she has as many as may be. Her drafts that are past their day go on the way.
 */
export async function insertDraft(db: Db, save: DraftSave): Promise<ListedDraft | 'taken' | 'full'> {
  const { personId, id, kind, subject, saveKey, sealed } = save;
  return db.transaction().execute(async (trx) => {
    // One after the other for one person: two new ones at once could both be the fiftieth.
    await sql`select pg_advisory_xact_lock(hashtextextended('draft|' || ${personId}, 0))`.execute(trx);
    await trx
      .deleteFrom('drafts')
      .where('person_id', '=', personId)
      .where(sql<boolean>`not ${IS_ALIVE}`)
      .execute();
    const own = await trx.selectFrom('drafts').select('draft_id').where('person_id', '=', personId).execute();
    if (own.some((row) => row.draft_id === id)) return 'taken';
    if (own.length >= DRAFTS_LIMIT) return 'full';
    return trx
      .insertInto('drafts')
      .values({
        ...{ person_id: personId, draft_id: id, kind, subject_id: subject, save_key: saveKey, sealed },
        ...{ version: 1, saved_at: NOW },
      })
      .returning(['draft_id as id', 'kind', 'subject_id as subject', 'version', 'saved_at as savedAt'])
      .executeTakeFirstOrThrow();
  });
}

/** Saves over a living draft that still has this version; null when there is none such. */
export async function updateDraft(db: Db, save: DraftSave, version: number): Promise<ListedDraft | null> {
  const { personId, id, kind, subject, saveKey, sealed } = save;
  const row = await db
    .updateTable('drafts')
    .set({ kind, subject_id: subject, save_key: saveKey, sealed, saved_at: NOW, version: version + 1 })
    .where('person_id', '=', personId)
    .where('draft_id', '=', id)
    .where('version', '=', version)
    .where(IS_ALIVE)
    .returning(['draft_id as id', 'kind', 'subject_id as subject', 'version', 'saved_at as savedAt'])
    .executeTakeFirst();
  return row ?? null;
}

/** Afterwards the person has no such draft, whether she had one or not. */
export async function deleteDraft(db: Db, { personId, id }: DraftKey): Promise<void> {
  await db.deleteFrom('drafts').where('person_id', '=', personId).where('draft_id', '=', id).execute();
}
