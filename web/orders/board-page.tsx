import { Link, useSearchParams } from 'react-router';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { about } from '#web/words/words.ts';
import { type BoardFilter, filterIn, MAIN_LANES, searchWith } from './board-filter.ts';
import { BoardFilters } from './board-filters.tsx';
import { type Board, type Order, useBoard } from './board-query.ts';
import { LaneTabs } from './lane-tabs.tsx';
import { OrderCard } from './order-card.tsx';
import { byUrgency } from './order-clock.ts';
import './board-page.css';

const WORDS = {
  title: { zh: '保护令看板', en: 'Protection orders' },
  screen: { zh: '大屏', en: 'Big screen' },
  corridor: { zh: '走廊模式', en: 'Corridor' },
  meeting: { zh: '例会打印', en: 'For the meeting' },
  none: {
    zh: '这里还没有保护令。法院收到转来的申请后，会出现在这里。',
    en: 'No orders here yet. An application appears here once it has been handed to the court.',
  },
  noneInLane: { zh: '这一栏没有保护令。', en: 'No order is in this lane.' },
  more: { zh: '还有 {} 件', en: '{} more' },
  next: { zh: '下一页', en: 'Next page' },
};

/** Every order the reader sees, in its lane, the most urgent first. */
export function BoardPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const filter = filterIn(search);
  const board = useBoard(filter);
  return (
    <Page
      title={WORDS.title}
      isWide
      actions={
        <>
          <BoardFilters filter={filter} />
          <Link className="button" to={`/orders/screen${searchWith(filter, { lane: null })}`}>
            {say(WORDS.screen)}
          </Link>
          <Link className="button" to="/orders/corridor">
            {say(WORDS.corridor)}
          </Link>
          <Link className="button" to={`/orders/meeting${searchWith(filter, { lane: null })}`}>
            {say(WORDS.meeting)}
          </Link>
        </>
      }
    >
      <QueryState query={board}>
        {(read) => (
          <>
            <LaneTabs board={read} filter={filter} />
            {filter.lane === undefined ? (
              <Lanes board={read} filter={filter} />
            ) : (
              <OneLane board={read} filter={filter} />
            )}
          </>
        )}
      </QueryState>
    </Page>
  );
}

type Shown = { readonly board: Board; readonly filter: BoardFilter };

function Lanes({ board, filter }: Shown) {
  const lanes = board.lanes.filter(({ lane }) => MAIN_LANES.includes(lane));
  if (board.lanes.every(({ count }) => count === 0)) return <EmptyState words={WORDS.none} />;
  return (
    <div className="lanes">
      {lanes.map((lane) => (
        <Lane key={lane.lane} lane={lane} filter={filter} orders={inLane(board, lane.lane)} />
      ))}
    </div>
  );
}

type LaneProps = {
  readonly lane: Board['lanes'][number];
  readonly orders: readonly Order[];
  readonly filter: BoardFilter;
};

function Lane({ lane: { lane, title, count }, orders, filter }: LaneProps) {
  const say = useSay();
  return (
    <section className={`lane lane-${lane} ${count === 0 ? 'lane-empty' : ''}`} aria-label={say(title)}>
      <h2>
        {say(title)} <span className="lane-count">{count}</span>
      </h2>
      {orders.map((order) => (
        <OrderCard key={order.trackId} order={order} />
      ))}
      {count > orders.length && (
        <Link to={`/orders${searchWith(filter, { lane })}`}>
          {say(about(WORDS.more, count - orders.length))}
        </Link>
      )}
    </section>
  );
}

function OneLane({ board, filter }: Shown) {
  const say = useSay();
  if (board.items.length === 0) return <EmptyState words={WORDS.noneInLane} />;
  return (
    <>
      <div className="lane-alone">
        {byUrgency(board.items).map((order) => (
          <OrderCard key={order.trackId} order={order} />
        ))}
      </div>
      {board.nextCursor !== null && (
        <p>
          <Link className="button" to={`/orders${searchWith(filter, { cursor: board.nextCursor })}`}>
            {say(WORDS.next)}
          </Link>
        </p>
      )}
    </>
  );
}

/** The orders of a lane, the most urgent first. */
export function inLane({ items }: Board, lane: string): readonly Order[] {
  return byUrgency(items.filter((order) => order.lane === lane));
}
