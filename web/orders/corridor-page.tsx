import { Link } from 'react-router';
import { EmptyState } from '#web/parts/empty-state.tsx';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { useBoard } from './board-query.ts';
import { OrderMarks } from './order-card.tsx';
import { byUrgency, clockOf } from './order-clock.ts';
import { TimeLeft } from './time-left.tsx';
import './corridor-page.css';

const WORDS = {
  title: { zh: '走廊模式', en: 'Corridor' },
  board: { zh: '看板', en: 'Board' },
  none: { zh: '没有已作出的保护令。', en: 'There is no order that was made.' },
};

/** What one may have to do something about on foot: orders that were made and hold. */
const LANES = ['to_serve', 'in_force', 'renewal_window', 'violated'];

/** On the phone: choose the order, the most urgent first; then three acts within a thumb's reach. */
export function CorridorPage() {
  const say = useSay();
  const board = useBoard({});
  return (
    <Page
      title={WORDS.title}
      actions={
        <Link className="button" to="/orders">
          {say(WORDS.board)}
        </Link>
      }
    >
      <QueryState query={board}>
        {({ items }) => {
          const orders = byUrgency(items.filter(({ lane }) => LANES.includes(lane)));
          if (orders.length === 0) return <EmptyState words={WORDS.none} />;
          return (
            <ul className="corridor-list">
              {orders.map((order) => (
                <li key={order.trackId}>
                  <Link className="card corridor-choice" to={`/orders/corridor/${order.trackId}`}>
                    <strong className="corridor-code">{order.caseNumber}</strong>
                    <TimeLeft clock={clockOf(order)} />
                    <OrderMarks order={order} />
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </QueryState>
    </Page>
  );
}
