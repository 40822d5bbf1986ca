import { Link } from 'react-router';
import { Chip } from '#web/parts/chip.tsx';
import { useSay } from '#web/words/language.ts';
import { shortText } from '#web/words/time.ts';
import { about } from '#web/words/words.ts';
import { useAgencies } from './agency-names.ts';
import type { Order } from './board-query.ts';
import { clockOf, countServices, nextBeside } from './order-clock.ts';
import { NextLine, TimeLeft } from './time-left.tsx';
import './order-card.css';

const WORDS = {
  urgent: { zh: '情况紧急', en: 'Urgent' },
  breach: { zh: '违反 {} 次', en: 'Broken: {}' },
  change: { zh: '{}申请待裁定', en: '{} to be decided' },
  reconsideration: { zh: '复议中', en: 'Reconsideration' },
  served: { zh: '送达 {}/{}', en: 'Served {}/{}' },
  late: { zh: '送达 {}/{}，逾期 {}', en: 'Served {}/{}, {} late' },
  ball: { zh: '等待', en: 'Waiting for' },
};

/** An order on the board: its code, how long is left, what happened last, and with whom the ball is. Nobody's name. */
export function OrderCard({ order }: { readonly order: Order }) {
  const say = useSay();
  const beside = nextBeside(order);
  return (
    <article className="card order-card">
      <h3>
        <Link to={`/orders/${order.trackId}`}>{order.caseNumber}</Link>
      </h3>
      <TimeLeft clock={clockOf(order)} />
      <OrderMarks order={order} />
      {beside !== null && <NextLine clock={beside} />}
      <OrderHolder order={order} />
      {order.lastEvent !== null && (
        <p className="order-card-line">
          {say(order.lastEvent.title)} <time>{shortText(order.lastEvent.at)}</time>
        </p>
      )}
    </article>
  );
}

/** What is special about an order, each in a word. */
export function OrderMarks({ order }: { readonly order: Order }) {
  const say = useSay();
  const { served, all, late } = countServices(order);
  const { urgent, violation, changePending, reconsideration } = order;
  const isOpen = ['to_serve', 'violated'].includes(order.lane) || served < all;
  return (
    <p className="order-card-marks">
      {urgent && <Chip tone="warning">{say(WORDS.urgent)}</Chip>}
      {violation !== null && <Chip tone="danger">{say(about(WORDS.breach, violation.count))}</Chip>}
      {changePending?.asked.map(({ code, title }) => (
        <Chip key={code} tone="info">
          {say(about(WORDS.change, title))}
        </Chip>
      ))}
      {reconsideration !== null && <Chip tone="info">{say(WORDS.reconsideration)}</Chip>}
      {all > 0 && isOpen && (
        <Chip tone={late > 0 ? 'danger' : 'quiet'}>
          {say(late > 0 ? about(WORDS.late, served, all, late) : about(WORDS.served, served, all))}
        </Chip>
      )}
    </p>
  );
}

/** With whom the ball is. */
export function OrderHolder({ order }: { readonly order: Order }) {
  const say = useSay();
  const { nameOf } = useAgencies();
  const holder = (order.lane === 'violated' && order.violation?.answer?.holder) || order.holder;
  if (holder === null) return null;
  return (
    <p className="order-card-ball">
      <span className="order-card-word">{say(WORDS.ball)}</span>{' '}
      {holder.agency === null ? say(holder.words) : say(nameOf(holder.agency))}
    </p>
  );
}
