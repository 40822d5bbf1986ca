import { type Effect, notify } from '#src/workflow/effect.ts';
import type { OrderContext, OrderEvent } from './context.ts';
import { order, tellSiblings } from './setup.ts';

/** 终结: whom a death ends it for. Whoever is left of a side keeps the order, or stays bound by it. */
export const partyDied = order.assign(({ context, event }) =>
  event.type === 'proceedings.terminated' ? withoutParty(context, event.payload.party ?? '') : {},
);

const because = (to: 'supervisor' | 'case_manager') =>
  ({
    type: 'effect',
    params: ({ event }: { event: OrderEvent }): Effect => ({
      kind: 'notify',
      to,
      notice:
        event.type === 'proceedings.terminated' && event.payload.ground !== 'other'
          ? 'death.recorded'
          : 'order.terminated',
    }),
  }) as const;

export const tellOfDeath = [because('supervisor'), because('case_manager')] as const;

/** Whoever counted on the order learns that there is none any more. */
export const tellTerminated = [
  ...tellOfDeath,
  notify('handler', 'order.terminated'),
  ...tellSiblings('order.terminated'),
] as const;

/** The same order without one of its parties: nothing is served on the dead. */
function withoutParty(context: OrderContext, party: string): Partial<OrderContext> {
  const others = <T extends { id: string }>(list: readonly T[]): T[] => list.filter(({ id }) => id !== party);
  return {
    applicants: others(context.applicants),
    respondents: others(context.respondents),
    toServe: others(context.toServe),
    published: others(context.published),
  };
}
