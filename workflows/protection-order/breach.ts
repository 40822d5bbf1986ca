import { type Effect, notify } from '#src/workflow/effect.ts';
import { breakersOf } from './breakers.ts';
import type { OrderContext, OrderEventOf } from './context.ts';
import { withStatus } from './ruling.ts';
import { order } from './setup.ts';
import { dayOf } from './validity.ts';

/** A breach is written down on the measures it broke, where those bound him then. It never ends the order. */
export const breached = order.assign(({ context, event }) =>
  event.type === 'violation.reported' ? afterBreach(context, event) : {},
);

const tell = [notify('supervisor', 'order.breached'), notify('case_manager', 'order.breached')] as const;

/** Police and court both act on it (公安与法院衔接), in a track of its own for each act. */
export const enforce = [
  {
    type: 'effect',
    params: ({ event }: { event: OrderEventOf<'violation.reported'> }) =>
      ({
        kind: 'start_track',
        workflow: 'enforcement',
        input: {
          basis: 'order',
          respondent: event.payload.respondent,
          source: event.payload.source,
          acts: event.payload.acts,
        },
      }) as const,
  },
  ...tell,
] as const;

/** No order binds more than the ten its application may name. */
const RESPONDENTS_MAX = 10;

/** The visitor found that the order is not kept: each who broke it is answered in a track of his own. */
export const enforceVisit = [
  order.assign({ violations: ({ context }) => context.violations + 1 }),
  ...Array.from(
    { length: RESPONDENTS_MAX },
    (_, index) =>
      ({
        type: 'effect',
        params: ({
          context,
          event,
        }: {
          context: OrderContext;
          event: OrderEventOf<'visit.made'>;
        }): Effect => {
          const respondent = breakersOf(context, event)[index];
          const acts = event.payload.acts ?? ['other'];
          return respondent === undefined
            ? { kind: 'none' }
            : {
                kind: 'start_track',
                workflow: 'enforcement',
                input: { basis: 'order', respondent, source: 'visit', acts },
              };
        },
      }) as const,
  ),
  ...tell,
] as const;

function afterBreach(
  context: OrderContext,
  { payload, occurredAt }: OrderEventOf<'violation.reported'>,
): Partial<OrderContext> {
  const bound = context.measures
    .filter(({ id }) => payload.measures.includes(id))
    .filter(({ startsOn }) => startsOn === null || startsOn <= dayOf(occurredAt))
    .filter(({ respondents }) => respondents.length === 0 || respondents.includes(payload.respondent));
  return {
    ...withStatus(
      context,
      bound.map(({ id }) => id),
      'breached',
    ),
    violations: context.violations + 1,
  };
}
