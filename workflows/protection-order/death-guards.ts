import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { OrderContext, OrderEvent } from './context.ts';

/** Which side of an order a death leaves a place empty on. */
const SIDES = { applicant_died: 'applicants', respondent_died: 'respondents' } as const;

/** A death ends an order only where nobody is left on that side: the other parent stays protected. */
export const deathGuards = defineGuards<OrderContext, OrderEvent>()({
  endsForAll: {
    text: title(
      '非因死亡终结，或者死者是该方唯一的当事人',
      'It is no death, or whoever died was alone on that side',
    ),
    who: ['court_liaison'],
    test: ({ context, event }) => {
      const side = sideOf(context, event);
      return side === null || side.length <= 1;
    },
  },
  oneOfSeveral: {
    text: title(
      '写明死亡的当事人；该方还有其他当事人的，保护令对其继续有效',
      'It is said who died; for the others of that side the order goes on',
    ),
    who: ['court_liaison'],
    test: ({ context, event }) => {
      const side = sideOf(context, event) ?? [];
      return (
        event.type === 'proceedings.terminated' &&
        side.length > 1 &&
        side.some(({ id }) => id === event.payload.party)
      );
    },
  },
});

function sideOf(context: OrderContext, event: OrderEvent): OrderContext['applicants'] | null {
  if (event.type !== 'proceedings.terminated' || event.payload.ground === 'other') return null;
  return context[SIDES[event.payload.ground]];
}
