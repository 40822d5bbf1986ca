import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { HandoffKind } from '#db/schema.ts';
import type { Person } from '#src/base/actor.ts';
import type { Instant } from '#src/base/instant.ts';
import { visibleTo } from './visible-cases.ts';

export type ListedHandoff = {
  readonly id: string;
  readonly caseId: string;
  readonly trackId: string;
  readonly kind: HandoffKind;
  readonly from: string;
  readonly to: string;
  readonly state: readonly string[];
  readonly offeredAt: Instant;
  readonly expiresAt: Instant;
  /** Null when the reader does not see the case: who owns it now is then not theirs to know. */
  readonly ownerAgency: string | null;
};

export type HandoffsQuery = {
  readonly box: 'in' | 'out';
  /** Only handoffs whose track is in one of these leaf states. */
  readonly states?: readonly string[];
  /** Leaf states of a handoff that is not yet in the receiver's hands: the in-box does not show it. */
  readonly undeliveredStates: readonly string[];
  readonly after?: { readonly offeredAt: Instant; readonly id: string };
  readonly limit: number;
};

/** Handoffs to (`in`) or from (`out`) the reader's agency, newest first, at most `limit`. */
export async function listHandoffs(db: Db, reader: Person, query: HandoffsQuery): Promise<ListedHandoff[]> {
  const { states, after } = query;
  return db
    .selectFrom('handoffs')
    .innerJoin('tracks', 'tracks.track_id', 'handoffs.track_id')
    .innerJoin('cases', 'cases.case_id', 'handoffs.case_id')
    .select([
      'handoff_id as id',
      'handoffs.case_id as caseId',
      'handoffs.track_id as trackId',
      'kind',
      'tracks.state',
    ])
    .select([
      'from_agency_id as from',
      'to_agency_id as to',
      'offered_at as offeredAt',
      'expires_at as expiresAt',
    ])
    .select(
      sql<string | null>`case when ${visibleTo(reader, 'cases')} then cases.owner_agency_id end`.as(
        'ownerAgency',
      ),
    )
    .$if(query.box === 'out', (q) => q.where('from_agency_id', '=', reader.agency))
    .$if(query.box === 'in', (q) =>
      q
        .where('to_agency_id', '=', reader.agency)
        .where(sql<boolean>`not (tracks.state && ${[...query.undeliveredStates]}::text[])`),
    )
    .$if(states !== undefined, (q) => q.where(sql<boolean>`tracks.state && ${[...(states ?? [])]}::text[]`))
    .$if(after !== undefined, (q) =>
      q.where(
        sql<boolean>`(offered_at, handoff_id) < (${after?.offeredAt}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('offered_at', 'desc')
    .orderBy('handoff_id', 'desc')
    .limit(query.limit)
    .execute();
}
