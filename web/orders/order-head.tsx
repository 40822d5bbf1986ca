import { Link } from 'react-router';
import { Chip } from '#web/parts/chip.tsx';
import { useSay } from '#web/words/language.ts';
import { dayText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import type { Order } from './board-query.ts';
import { OrderHolder, OrderMarks } from './order-card.tsx';
import { clockOf, nextBeside } from './order-clock.ts';
import { NextLine, TimeLeft } from './time-left.tsx';
import './order-head.css';
import './order-part.css';

const WORDS = {
  whole: { zh: '个案全貌', en: 'The whole case' },
  made: { zh: '{} 作出', en: 'Made {}' },
  until: { zh: '有效至 {} 24:00', en: 'In force until {} 24:00' },
};

/** Where an order stands, as its card says it, larger. */
export function OrderHead({ order }: { readonly order: Order }) {
  const say = useSay();
  const { caseNumber, caseId, laneTitle, titles, madeAt, validUntil } = order;
  const beside = nextBeside(order);
  return (
    <section className="card order-head">
      <div className="order-head-what">
        <p className="order-head-code">
          {caseNumber} <Link to={`/cases/${caseId}`}>{say(WORDS.whole)}</Link>
        </p>
        <p className="order-card-marks">
          <Chip tone="info">{say(laneTitle)}</Chip>
          {/* Beside each other many things can be so at once; each has its own part of the page. */}
          {titles.length === 1 && titles.map((title) => <Chip key={title.en}>{say(title)}</Chip>)}
        </p>
        <OrderMarks order={order} />
        <p className="order-quiet">
          {madeAt !== null && say(about(WORDS.made, dayText(madeAt)))}
          {validUntil !== null && ` · ${say(about(WORDS.until, validUntil))}`}
        </p>
      </div>
      <div className="order-head-clock">
        <TimeLeft clock={clockOf(order)} />
        {beside !== null && <NextLine clock={beside} />}
        <OrderHolder order={order} />
      </div>
    </section>
  );
}
