import { Link, useSearchParams } from 'react-router';
import { Button } from '#web/parts/button.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { lengthWords, minuteText, momentMs, shortText } from '#web/words/time.ts';
import { about, type Words } from '#web/words/words.ts';
import { useAgencies } from './agency-names.ts';
import { filterIn, MAIN_LANES, searchWith } from './board-filter.ts';
import { inLane } from './board-page.tsx';
import { type Board, type Order, useBoard } from './board-query.ts';
import { OrderHolder, OrderMarks } from './order-card.tsx';
import { clockOf, nextBeside } from './order-clock.ts';
import { NextLine } from './time-left.tsx';
import './meeting-page.css';

const WORDS = {
  title: { zh: '保护令联席会议清单', en: 'Protection orders for the joint meeting' },
  print: { zh: '打印', en: 'Print' },
  back: { zh: '回到看板', en: 'To the board' },
  asOf: {
    zh: '截至 {}，共 {} 件。不含任何当事人姓名。',
    en: 'As of {}: {} orders. No name of anybody is on it.',
  },
  where: { zh: '范围：{}', en: 'Of: {}' },
  code: { zh: '编号', en: 'Code' },
  clock: { zh: '期限', en: 'Clock' },
  ball: { zh: '由谁办理', en: 'With whom' },
  marks: { zh: '需要说明', en: 'To be looked at' },
  last: { zh: '最近记录', en: 'Last event' },
  decided: { zh: '会议意见', en: 'What was agreed' },
  left: { zh: '还剩 {}', en: '{} left' },
  over: { zh: '已超过 {}', en: '{} overdue' },
  rest: { zh: '另有 {} 件，见看板', en: '{} more on the board' },
};

const HEADS = ['code', 'clock', 'ball', 'marks', 'last', 'decided'] as const;

/** The board on paper, for the weekly joint meeting: every lane with its orders, and room to write. */
export function MeetingPage() {
  const say = useSay();
  const [search] = useSearchParams();
  const filter = filterIn(search);
  const board = useBoard(filter);
  return (
    <Page
      title={WORDS.title}
      isWide
      actions={
        <div className="page-actions not-on-paper">
          <Button look="primary" onClick={() => window.print()}>
            {say(WORDS.print)}
          </Button>
          <Link className="button" to={`/orders${searchWith(filter, {})}`}>
            {say(WORDS.back)}
          </Link>
        </div>
      }
    >
      <QueryState query={board}>
        {(read) => (
          <>
            <Range board={read} court={filter.court} agency={filter.agency} />
            {read.lanes
              .filter(({ lane, count }) => MAIN_LANES.includes(lane) && count > 0)
              .map((lane) => (
                <LaneTable key={lane.lane} lane={lane} board={read} />
              ))}
          </>
        )}
      </QueryState>
    </Page>
  );
}

type RangeProps = {
  readonly board: Board;
  readonly court: string | undefined;
  readonly agency: string | undefined;
};

function Range({ board, court, agency }: RangeProps) {
  const say = useSay();
  const { nameOf } = useAgencies();
  const chosen = [court, agency].filter((id) => id !== undefined).map((id) => say(nameOf(id)));
  const count = board.lanes
    .filter(({ lane }) => MAIN_LANES.includes(lane))
    .reduce((sum, lane) => sum + lane.count, 0);
  return (
    <p>
      {say(about(WORDS.asOf, minuteText(board.now), count))}
      {chosen.length > 0 && ` ${say(about(WORDS.where, chosen.join(' · ')))}`}
    </p>
  );
}

function LaneTable({
  lane: { lane, title, count },
  board,
}: {
  readonly lane: Board['lanes'][number];
  readonly board: Board;
}) {
  const say = useSay();
  const orders = inLane(board, lane);
  return (
    <table className="meeting">
      <caption>
        {say(title)} {count}
      </caption>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head} scope="col" className={`meeting-${head}`}>
              {say(WORDS[head])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {orders.map((order) => (
          <LineOf key={order.trackId} order={order} nowMs={momentMs(board.now)} />
        ))}
        {count > orders.length && (
          <tr>
            <td colSpan={HEADS.length}>{say(about(WORDS.rest, count - orders.length))}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function LineOf({ order, nowMs }: { readonly order: Order; readonly nowMs: number }) {
  const say = useSay();
  const clock = clockOf(order);
  const beside = nextBeside(order);
  return (
    <tr>
      <th scope="row">{order.caseNumber}</th>
      <td>
        {clock !== null && (
          <>
            <strong>{say(leftOf(clock.at, nowMs))}</strong>
            <br />
            {say(clock.title)} {minuteText(clock.at)}
          </>
        )}
        {beside !== null && <NextLine clock={beside} />}
      </td>
      <td>
        <OrderHolder order={order} />
      </td>
      <td>
        <OrderMarks order={order} />
      </td>
      <td>{order.lastEvent !== null && `${shortText(order.lastEvent.at)} ${say(order.lastEvent.title)}`}</td>
      <td />
    </tr>
  );
}

/** Paper does not go on: what is left is counted from the moment it says it is of. */
function leftOf(at: string, nowMs: number): Words {
  const leftMs = momentMs(at) - nowMs;
  return about(leftMs < 0 ? WORDS.over : WORDS.left, lengthWords(Math.abs(leftMs)));
}
