import { momentMs } from '#web/words/time.ts';
import type { Words } from '#web/words/words.ts';
import type { Order } from './board-query.ts';

/** What the big number of a card counts down to. */
export type OrderClock = { readonly at: string; readonly title: Words };

const END: Words = { zh: '保护令有效至', en: 'In force until' };

/** Of an order that is kept, the end of it; of a breach, what answers it; of everything else, the next clock. */
export function clockOf({ lane, validUntil, due, violation }: Order): OrderClock | null {
  if ((lane === 'in_force' || lane === 'renewal_window') && validUntil !== null)
    return { at: `${validUntil}T24:00`, title: END };
  const next = (lane === 'violated' && violation?.answer?.due) || due;
  return next === null ? null : { at: next.safeDue, title: next.title };
}

/** The next clock where the big number counts down to something else. */
export function nextBeside(order: Order): OrderClock | null {
  const { due } = order;
  const isShown = due === null || clockOf(order)?.at === due.safeDue;
  return isShown ? null : { at: due.safeDue, title: due.title };
}

/** How many addressees have the ruling, of how many, and how many are late. */
export function countServices({ services }: Pick<Order, 'services'>): {
  readonly served: number;
  readonly all: number;
  readonly late: number;
} {
  return {
    served: services.filter(({ servedAt }) => servedAt !== null).length,
    all: services.length,
    late: services.filter(({ isLate, servedAt }) => isLate && servedAt === null).length,
  };
}

/** Most urgent first by what the big number says; what has none comes last. */
export function byUrgency(orders: readonly Order[]): readonly Order[] {
  const msOf = (order: Order): number => {
    const clock = clockOf(order);
    return clock === null ? Number.POSITIVE_INFINITY : momentMs(clock.at);
  };
  return orders.toSorted((a, b) => msOf(a) - msOf(b) || (a.trackId < b.trackId ? -1 : 1));
}
