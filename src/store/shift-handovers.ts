import { sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Person } from '#src/base/actor.ts';
import type { Instant } from '#src/base/instant.ts';
import type { ShiftKind } from './list-shift.ts';
import { visibleTo } from './visible-cases.ts';

/** A colleague, as everybody with a login may know one. */
export type Colleague = { readonly id: string; readonly name: string };

/** What was handed over: ids only. */
export type HandedItem = {
  readonly kind: ShiftKind;
  readonly caseId: string;
  readonly trackId: string | null;
  readonly deadlineId: string | null;
};

export type Handover = {
  readonly id: string;
  readonly from: Colleague;
  readonly to: Colleague | null;
  readonly handedAt: Instant;
  /** Clocks due before it were on the list. */
  readonly until: Instant;
  readonly acknowledgeBy: Instant;
  readonly acknowledgedAt: Instant | null;
  readonly acknowledgedBy: Colleague | null;
  /** Nobody took it in time; it stays so when somebody takes it later. */
  readonly isLate: boolean;
  readonly itemCount: number;
};

export type NewHandover = {
  readonly id: string;
  readonly agency: string;
  readonly fromId: string;
  readonly toId: string | null;
  readonly handedAt: Instant;
  readonly until: Instant;
  readonly acknowledgeBy: Instant;
  readonly items: readonly HandedItem[];
  readonly itemCount: number;
};

/** How a command is answered should it be sent again. */
export type Remembered = {
  readonly personId: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly status: number;
  readonly body: Buffer;
};

/** Handovers of one agency, newest first, at most `limit`. */
export async function listHandovers(
  db: Db,
  agency: string,
  query: { after?: { handedAt: Instant; id: string } | undefined; limit: number },
): Promise<Handover[]> {
  const { after } = query;
  const { rows } = await sql<Handover>`
    ${selectHandovers(agency)}
    and (${after === undefined}::boolean
      or (handed_at, handover_id) < (${after?.handedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by handed_at desc, handover_id desc limit ${query.limit}`.execute(db);
  return rows;
}

/** One handover of an agency; null: absent, or another agency's. */
export async function findHandover(db: Db, agency: string, id: string): Promise<Handover | null> {
  const { rows } = await sql<Handover>`${selectHandovers(agency)} and handover_id = ${id}`.execute(db);
  return rows[0] ?? null;
}

/** What was handed over, as far as the reader sees the cases now; at most as many as were stored. */
export async function findHandedItems(
  db: Db,
  reader: Person,
  handoverId: string,
): Promise<(HandedItem & { readonly caseNumber: string })[]> {
  const { rows } = await sql<HandedItem & { readonly caseNumber: string }>`
    select item.kind, cases.case_id as "caseId", cases.number as "caseNumber", item."trackId", item."deadlineId"
    from shift_handovers
    cross join lateral jsonb_array_elements(items) with ordinality as handed(value, place)
    cross join lateral jsonb_to_record(handed.value) as item(kind text, "caseId" uuid, "trackId" uuid,
      "deadlineId" uuid)
    join cases on cases.case_id = item."caseId"
    where handover_id = ${handoverId} and agency_id = ${reader.agency} and ${visibleTo(reader, 'cases')}
    order by handed.place`.execute(db);
  return rows;
}

/** A colleague of the same agency who has a login; null: there is none of this id. */
export async function findColleague(db: Db, agency: string, id: string): Promise<Colleague | null> {
  const row = await db
    .selectFrom('people')
    .select(['person_id as id', 'name'])
    .where('person_id', '=', id)
    .where('agency_id', '=', agency)
    .where('is_active', '=', true)
    .executeTakeFirst();
  return row ?? null;
}

/** Writes a handover, its line in the audit and the answer; false: the key was used meanwhile, nothing was written. */
export async function insertHandover(db: Db, handover: NewHandover, answer: Remembered): Promise<boolean> {
  const { id, agency, fromId, toId, handedAt, until, acknowledgeBy, items, itemCount } = handover;
  const result = await sql`
    with ${remembered(answer)}, ${audited('shift.handed_over')}
    insert into shift_handovers (handover_id, agency_id, from_id, to_id, handed_at, until_at, acknowledge_by, items,
      item_count)
    select ${id}::uuid, ${agency}::uuid, ${fromId}::uuid, ${toId}::uuid, ${handedAt}::timestamptz,
      ${until}::timestamptz, ${acknowledgeBy}::timestamptz, ${JSON.stringify(items)}::jsonb, ${itemCount}::integer
    from remembered`.execute(db);
  return result.numAffectedRows === 1n;
}

/** Writes who took it and when, unless somebody has already; false: somebody has, or the key was used meanwhile. */
export async function acknowledgeHandover(
  db: Db,
  mark: { readonly id: string; readonly by: string; readonly at: Instant },
  answer: Remembered,
): Promise<boolean> {
  const result = await sql`
    with target as (
      select handover_id from shift_handovers where handover_id = ${mark.id} and acknowledged_at is null for update
    ), ${remembered(answer, sql`and exists (select 1 from target)`)}, ${audited('shift.acknowledged')}
    update shift_handovers set acknowledged_at = ${mark.at}::timestamptz, acknowledged_id = ${mark.by}
    from remembered, target where shift_handovers.handover_id = target.handover_id`.execute(db);
  return result.numAffectedRows === 1n;
}

function remembered({ personId, key, fingerprint, status, body }: Remembered, condition = sql``) {
  return sql`remembered as (
    insert into idempotency_keys (person_id, key, fingerprint, rights_epoch, status, body)
    select person_id, ${key}, decode(${fingerprint}, 'hex'), rights_epoch, ${status}, ${body}
    from people where person_id = ${personId} ${condition}
    on conflict do nothing
    returning person_id)`;
}

function audited(action: string) {
  return sql`audited as (
    insert into audit (person_id, action, is_allowed, code) select person_id, ${action}, true, 'ok' from remembered)`;
}

function selectHandovers(agency: string) {
  return sql`
    select handover_id as id, jsonb_build_object('id', giver.person_id, 'name', giver.name) as "from",
      case when taker.person_id is not null
        then jsonb_build_object('id', taker.person_id, 'name', taker.name) end as "to",
      handed_at as "handedAt", until_at as until, acknowledge_by as "acknowledgeBy",
      acknowledged_at as "acknowledgedAt",
      case when receiver.person_id is not null
        then jsonb_build_object('id', receiver.person_id, 'name', receiver.name) end as "acknowledgedBy",
      coalesce(acknowledged_at, haolin_now()) > acknowledge_by as "isLate", item_count as "itemCount"
    from shift_handovers
    join people giver on giver.person_id = from_id
    left join people taker on taker.person_id = to_id
    left join people receiver on receiver.person_id = acknowledged_id
    where shift_handovers.agency_id = ${agency}::uuid`;
}
