import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Facts } from '#src/base/facts.ts';

/** What is kept about reaching the person of one case: codes of the intake, and the sealed part of the opening form. */
export type ContactRow = {
  readonly caseId: string;
  readonly ownerAgency: string;
  readonly wrappedKey: Buffer;
  readonly facts: Facts;
  /** Who handles and who holds each track: whoever may read the sealed part is found by it. */
  readonly tracks: readonly { readonly agency: string; readonly assignee: string | null }[];
  /** The context of the intake; null: the case has none. */
  readonly context: Readonly<Record<string, unknown>> | null;
  /** Null: the form said nothing of it. */
  readonly entryId: string | null;
  readonly entryAuthor: string | null;
  readonly entryClass: string | null;
  readonly sealed: Buffer | null;
};

/** How each of some cases is reached, by the ids of a page that was listed before: as many rows at most. */
export async function findContactRows(db: Db, caseIds: readonly string[]): Promise<ContactRow[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<ContactRow>`
    select cases.case_id as "caseId", owner_agency_id as "ownerAgency", wrapped_key as "wrappedKey", facts,
      held.tracks, intake.context, entry_id as "entryId", author_id as "entryAuthor", class as "entryClass", sealed
    from cases
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('agency', agency_id, 'assignee', assignee_id)), '[]') as tracks
      from tracks where tracks.case_id = cases.case_id) held
    left join lateral (
      select snapshot -> 'context' as context from tracks
      where tracks.case_id = cases.case_id and workflow = 'intake' order by track_id limit 1) intake on true
    left join lateral (
      select entry_id, author_id, class, sealed from vault_entries
      where vault_entries.case_id = cases.case_id and track_id is null and field = 'safeContact'
      order by entry_id limit 1) entry on true
    where cases.case_id = any (${[...caseIds]}::uuid[])`.execute(db);
  return rows;
}
