import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useNowMs } from '#web/api/clock.ts';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { localMinuteOf } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import { filterIn, MAIN_LANES, searchWith } from './board-filter.ts';
import { inLane } from './board-page.tsx';
import { type Board, type Order, useBoard } from './board-query.ts';
import { DataAge } from './data-age.tsx';
import { OrderHolder, OrderMarks } from './order-card.tsx';
import { clockOf } from './order-clock.ts';
import { TimeLeft } from './time-left.tsx';
import { useRowsThatFit } from './rows-that-fit.ts';
import './screen-page.css';

const WORDS = {
  title: { zh: '保护令看板', en: 'Protection orders' },
  back: { zh: '退出大屏', en: 'Leave the big screen' },
  more: { zh: '另有 {} 件', en: '{} more' },
};

const READ_EVERY_MS = 15_000;
const ROOMY_COUNT = 2;

/** The board on a wall: large, complete within the screen, without a name, reading itself again. */
export function ScreenPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const filter = filterIn(search);
  const board = useBoard(filter, READ_EVERY_MS);
  const nowMs = useNowMs();
  useNothingToHide();
  return (
    <Page
      title={WORDS.title}
      isWide
      actions={
        <>
          {board.data !== undefined && <DataAge board={board.data} isLost={board.error !== null} />}
          {nowMs !== null && <time className="screen-now">{localMinuteOf(nowMs).replace('T', ' ')}</time>}
          <Link className="button" to={`/orders${searchWith(filter, {})}`}>
            {say(WORDS.back)}
          </Link>
        </>
      }
    >
      {board.data === undefined ? (
        <QueryState query={board}>{() => null}</QueryState>
      ) : (
        <Wall board={board.data} />
      )}
    </Page>
  );
}

function Wall({ board }: { readonly board: Board }) {
  const rows = useRowsThatFit();
  const lanes = board.lanes.filter(({ lane }) => MAIN_LANES.includes(lane));
  // While every lane is short the cards take the room there is.
  const isRoomy = lanes.every(({ count }) => count <= ROOMY_COUNT);
  return (
    <div className={`screen-lanes ${isRoomy ? 'screen-roomy' : ''}`}>
      {lanes.map((lane) => (
        <ScreenLane key={lane.lane} lane={lane} orders={inLane(board, lane.lane)} rows={rows} />
      ))}
    </div>
  );
}

type ScreenLaneProps = {
  readonly lane: Board['lanes'][number];
  readonly orders: readonly Order[];
  readonly rows: number;
};

function ScreenLane({ lane: { lane, title, count }, orders, rows }: ScreenLaneProps) {
  const say = useSay();
  const shown = orders.slice(0, rows);
  return (
    <section className={`lane lane-${lane} screen-lane`} aria-label={say(title)}>
      <h2>
        {say(title)} <span className="lane-count">{count}</span>
      </h2>
      {shown.map((order) => (
        <article key={order.trackId} className="screen-card">
          <h3>{order.caseNumber}</h3>
          <TimeLeft clock={clockOf(order)} />
          <OrderHolder order={order} />
          <OrderMarks order={order} />
        </article>
      ))}
      {count > shown.length && <p className="screen-more">{say(about(WORDS.more, count - shown.length))}</p>}
    </section>
  );
}

/** A wall nobody touches would be covered as if everybody had left it; here is nothing that has to be. */
function useNothingToHide(): void {
  useEffect(() => {
    document.documentElement.toggleAttribute('data-nameless', true);
    return () => void document.documentElement.toggleAttribute('data-nameless', false);
  }, []);
}
