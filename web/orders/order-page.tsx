import { Link, useParams } from 'react-router';
import { Page } from '#web/parts/page.tsx';
import { QueryState } from '#web/parts/query-state.tsx';
import { useSay } from '#web/words/language.ts';
import { Changes } from './changes.tsx';
import { Decision } from './decision.tsx';
import { OrderHead } from './order-head.tsx';
import { OrderLog } from './order-log.tsx';
import { OtherSteps } from './other-steps.tsx';
import type { OrderAtHand } from './order-track.ts';
import { useOrder } from './board-query.ts';
import { Receipts } from './receipts.tsx';
import { Reconsideration } from './reconsideration.tsx';
import { Terms } from './terms.tsx';
import { Violation } from './violation.tsx';
import { Visits } from './visits.tsx';
import { WithTrack } from './with-track.tsx';
import './order-page.css';

const WORDS = {
  title: { zh: '保护令', en: 'Protection order' },
  board: { zh: '回到看板', en: 'To the board' },
  corridor: { zh: '走廊模式', en: 'Corridor' },
};

/** One order, by its track: `/orders/<trackId>`. */
export function OrderPage() {
  const say = useSay();
  const { trackId = '' } = useParams();
  const order = useOrder(trackId);
  return (
    <Page
      title={WORDS.title}
      isWide
      actions={
        <>
          <Link className="button" to="/orders">
            {say(WORDS.board)}
          </Link>
          <Link className="button" to={`/orders/corridor/${trackId}`}>
            {say(WORDS.corridor)}
          </Link>
        </>
      }
    >
      <QueryState query={order}>
        {(read) => <WithTrack order={read}>{(atHand) => <Parts {...atHand} />}</WithTrack>}
      </QueryState>
    </Page>
  );
}

function Parts(atHand: OrderAtHand) {
  return (
    <>
      <OrderHead order={atHand.order} />
      <div className="order-parts">
        <div className="order-column">
          <Decision {...atHand} />
          <Receipts {...atHand} />
          <Visits {...atHand} />
          <Terms {...atHand} />
        </div>
        <div className="order-column">
          <Violation {...atHand} />
          <Changes {...atHand} />
          <Reconsideration {...atHand} />
          <OtherSteps {...atHand} />
          <OrderLog {...atHand} />
        </div>
      </div>
    </>
  );
}
