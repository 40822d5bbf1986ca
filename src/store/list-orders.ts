import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#db/connect.ts';
import type { Person } from '#src/base/actor.ts';
import { type Instant, parseInstant } from '#src/base/instant.ts';
import type { BoardClock, BoardEvent, OrderBoard, OwedClock } from '#src/base/order-board.ts';
import { nextClockSql } from './next-clock-sql.ts';
import { laneSql } from './lane-sql.ts';
import { visibleTo } from './visible-cases.ts';

export type ListedOrder = {
  readonly trackId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly workflowVersion: number;
  readonly version: number;
  readonly state: readonly string[];
  readonly context: Readonly<Record<string, unknown>>;
  readonly lane: string | null;
  readonly agency: string;
  readonly ownerAgency: string;
  /** The court that works the track, or one that works another track of the case. */
  readonly court: string | null;
  readonly dueId: string | null;
  readonly sortAt: Instant;
  /** Open ones first, then the newest. */
  readonly clocks: readonly BoardClock[];
  /** Newest first, of the types that were asked for. */
  readonly recorded: readonly BoardEvent[];
  readonly last: { readonly type: string; readonly at: Instant } | null;
  /** The open track in which a breach is answered, the most urgent one. */
  readonly followed: FollowedTrack | null;
};

export type FollowedTrack = {
  readonly trackId: string;
  readonly workflow: string;
  readonly workflowVersion: number;
  readonly state: readonly string[];
  readonly agency: string;
  readonly clock: BoardClock | null;
};

/** Where the deadlines of the board's two workflows run. */
type BoardClocks = { readonly own: readonly OwedClock[]; readonly followed: readonly OwedClock[] };

export type OrdersQuery = {
  readonly clocks: BoardClocks;
  readonly lane?: string;
  /** Who owns the case. */
  readonly agency?: string;
  readonly court?: string;
  /** This one alone. */
  readonly trackId?: string;
  readonly after?: { readonly sortAt: Instant; readonly id: string };
  readonly limit: number;
};

export type OrdersPage = {
  readonly now: Instant;
  /** Of all lanes, whatever lane was asked for. */
  readonly counts: Readonly<Record<string, number>>;
  readonly orders: readonly ListedOrder[];
};

// An order has forty addressees at most; more events of one kind than this no card tells of.
const CLOCKS_LIMIT = 120;
const EVENTS_PER_TYPE_LIMIT = 60;
/** Sorts what has no clock behind everything that has one. */
const NEVER: Instant = '2099-12-31T00:00:00.000+08:00';

/**
 * The tracks of the board's workflow in cases the reader sees, the most urgent first, at most `limit`, and how many each
 * lane has: both out of one reading at one moment.
 */
export async function listOrders(
  db: Db,
  reader: Person,
  board: OrderBoard,
  query: OrdersQuery,
): Promise<OrdersPage> {
  const { rows } = await sql<PageRow>`
    with clock as materialized (select haolin_now() as now),
    seen as materialized (${seenSql(reader, board, query)}),
    page as (${pageSql(query)})
    select (select now from clock) as now,
      (select coalesce(jsonb_object_agg(lane, held), '{}') from
        (select coalesce(lane, '') as lane, count(*) as held from seen group by 1) counted) as counts,
      (select coalesce(jsonb_agg(${orderJson(board, query.clocks)} order by page.sort_at, page.track_id), '[]') from page) as orders`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a statement without its row');
  return { now: row.now, counts: row.counts, orders: row.orders.map(orderOf) };
}

function seenSql(reader: Person, board: OrderBoard, query: OrdersQuery): RawBuilder<unknown> {
  const { agency, court, trackId, clocks } = query;
  const ours = agency === undefined ? sql`true` : sql`cases.owner_agency_id = ${agency}::uuid`;
  const theirs = court === undefined ? sql`true` : sql`courts.agency_id = ${court}::uuid`;
  const one = trackId === undefined ? sql`true` : sql`tracks.track_id = ${trackId}::uuid`;
  return sql`
    select tracks.track_id, tracks.case_id, cases.number, tracks.workflow_version, tracks.version, tracks.state,
      tracks.snapshot -> 'context' as context, tracks.agency_id, cases.owner_agency_id, courts.agency_id as court_id,
      due.deadline_id as due_id, coalesce(due.safe_due_at, ${NEVER}::timestamptz) as sort_at,
      ${laneSql(board.rules, sql`clock.now`)} as lane
    from clock cross join tracks join cases on cases.case_id = tracks.case_id
    left join lateral (${courtSql()}) courts on true
    left join lateral (${nextClockSql('tracks', { ...board, owed: clocks.own })}) due on true
    where tracks.workflow = ${board.workflow}::text and ${visibleTo(reader, 'cases')} and ${ours} and ${theirs} and ${one}`;
}

function courtSql(): RawBuilder<unknown> {
  return sql`select works.agency_id from tracks works join agencies on agencies.agency_id = works.agency_id
    where works.case_id = tracks.case_id and agencies.kind = 'court'
    order by (works.track_id = tracks.track_id) desc, works.track_id limit 1`;
}

function pageSql({ lane, after, limit }: OrdersQuery): RawBuilder<unknown> {
  const inLane = lane === undefined ? sql`true` : sql`lane = ${lane}::text`;
  const beyond =
    after === undefined
      ? sql`true`
      : sql`(sort_at, track_id) > (${after.sortAt}::timestamptz, ${after.id}::uuid)`;
  return sql`select * from seen where ${inLane} and ${beyond} order by sort_at, track_id limit ${limit}::int`;
}

/** One order as JSON, with what only the rows of the page need. */
function orderJson(board: OrderBoard, clocks: BoardClocks): RawBuilder<unknown> {
  return sql`jsonb_build_object('trackId', page.track_id, 'caseId', page.case_id, 'caseNumber', page.number,
    'workflowVersion', page.workflow_version, 'version', page.version, 'state', page.state, 'context', page.context,
    'lane', page.lane, 'agency', page.agency_id, 'ownerAgency', page.owner_agency_id, 'court', page.court_id,
    'dueId', page.due_id, 'sortAt', page.sort_at,
    'clocks', (select coalesce(jsonb_agg(${clockJson('newest')}), '[]') from (
      select * from deadlines where case_id = page.case_id and track_id = page.track_id
      order by (outcome = 'open') desc, started_at desc, safe_due_at limit ${CLOCKS_LIMIT}::int) newest),
    'recorded', (select coalesce(jsonb_agg(jsonb_build_object('type', type, 'occurredAt', occurred_at,
        'payload', body::jsonb -> 'payload') order by seq desc), '[]') from (
      select type, occurred_at, body, seq, row_number() over (partition by type order by seq desc) as nth
      from case_events where case_id = page.case_id and track_id = page.track_id
        and type = any(${[...board.told]}::text[])) told where nth <= ${EVENTS_PER_TYPE_LIMIT}::int),
    'last', (select jsonb_build_object('type', type, 'at', occurred_at) from case_events
      where case_id = page.case_id and track_id = page.track_id order by seq desc limit 1),
    'followed', (${followedSql(board, clocks)}))`;
}

function followedSql(board: OrderBoard, clocks: BoardClocks): RawBuilder<unknown> {
  return sql`select jsonb_build_object('trackId', answers.track_id, 'workflow', answers.workflow,
      'workflowVersion', answers.workflow_version, 'state', answers.state, 'agency', answers.agency_id,
      'clock', (select ${clockJson('own')} from deadlines own where own.deadline_id = due.deadline_id))
    from tracks answers left join lateral (${nextClockSql('answers', { first: [], aside: [], owed: clocks.followed })}) due on true
    where answers.case_id = page.case_id and answers.workflow = ${board.followedBy}::text and not answers.is_final
    order by due.safe_due_at nulls last, answers.track_id limit 1`;
}

function clockJson(alias: string): RawBuilder<unknown> {
  const of = (column: string) => sql.ref(`${alias}.${column}`);
  return sql`jsonb_build_object('id', ${of('deadline_id')}, 'declaration', ${of('declaration')},
    'item', ${of('item')}, 'rule', ${of('rule')}, 'startedAt', ${of('started_at')}, 'safeDue', ${of('safe_due')},
    'legalDue', ${of('legal_due')}, 'safeDueAt', ${of('safe_due_at')}, 'legalDueAt', ${of('legal_due_at')},
    'outcome', ${of('outcome')})`;
}

type PageRow = {
  readonly now: Instant;
  readonly counts: Readonly<Record<string, number>>;
  readonly orders: readonly ListedOrder[];
};

/** Timestamps inside jsonb come in Postgres's spelling. */
function orderOf(row: ListedOrder): ListedOrder {
  const { last, followed } = row;
  return {
    ...row,
    sortAt: canonical(row.sortAt),
    clocks: row.clocks.map(clockOf),
    recorded: row.recorded.map((event) => ({ ...event, occurredAt: canonical(event.occurredAt) })),
    last: last && { ...last, at: canonical(last.at) },
    followed: followed && { ...followed, clock: followed.clock && clockOf(followed.clock) },
  };
}

function clockOf(clock: BoardClock): BoardClock {
  const { startedAt, safeDueAt, legalDueAt } = clock;
  return {
    ...clock,
    startedAt: canonical(startedAt),
    safeDueAt: canonical(safeDueAt),
    legalDueAt: canonical(legalDueAt),
  };
}

function canonical(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error('a timestamp that is none');
  return instant;
}
