import { and } from 'xstate';
import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { events, type OrderContext, type OrderEvent } from './context.ts';
import { deadlines } from './deadlines.ts';
import { guards } from './guards.ts';
import { input } from './opening.ts';
import { extendedOrder, grantedOrder } from './ruling.ts';
import { served, withoutUnit } from './service.ts';

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const order = workflowSetup<OrderContext>()({ input, events, guards, deadlines });

/** Who needs to know what holds: her lawyer, the place where she stays, whoever calls on her or cares for a child. */
export function tellSiblings(
  notice: 'order.granted' | 'order.revoked' | 'order.expired' | 'order.terminated',
) {
  return [
    notify({ handlersOf: 'consultation' }, notice),
    notify({ handlersOf: 'litigation' }, notice),
    notify({ handlersOf: 'shelter' }, notice),
    notify({ handlersOf: 'visit' }, notice),
    notify({ handlersOf: 'placement' }, notice),
  ] as const;
}

/** What parts two people who live together. */
const PARTING = ['move_out', 'no_contact', 'keep_away', 'custody'];

/** A ban on violence alone leaves a child with whoever beats it: whoever works the case hears of what else there is. */
const thin = (to: 'supervisor' | 'case_manager') =>
  ({
    type: 'effect',
    params: ({ context, event }: { context: OrderContext; event: OrderEvent }) =>
      context.livesTogether && !measuresOf(event).some((code) => PARTING.includes(code))
        ? ({ kind: 'notify', to, notice: 'order.thin' } as const)
        : ({ kind: 'none' } as const),
  }) as const;
export const tellIfThin = [thin('supervisor'), thin('case_manager')] as const;

function measuresOf(event: OrderEvent): readonly string[] {
  if (event.type === 'application.filed') return event.payload.measures;
  return event.type === 'order.granted' ? event.payload.measures.map(({ code }) => code) : [];
}

/** The court grants: the order is in force from this moment, whoever has been served. */
export const granted = {
  guard: and([
    'madeThatDay',
    'fromDayMade',
    'termGiven',
    'atMostSixMonths',
    'assistSetComplete',
    'idsDistinct',
    'paymentHidden',
  ]),
  target: '#protection-order.inForce',
  actions: [
    order.assign(({ context, event }) =>
      event.type === 'order.granted' ? grantedOrder(context, event) : {},
    ),
    notify('case_manager', 'order.granted'),
    notify('handler', 'order.granted'),
    ...tellIfThin,
    ...tellSiblings('order.granted'),
  ],
} as const;

/** Extended: the days of the order are counted on from where they ended. */
export const extended = {
  guard: and(['extensionAsked', 'madeThatDay', 'extendedByAtMostSix']),
  actions: [
    order.assign(({ context, event }) =>
      event.type === 'order.extended' ? extendedOrder(context, event) : {},
    ),
    notify('case_manager', 'order.changed'),
  ],
} as const;

/** What every service needs, whatever is served. */
export const lawfulService = ['addresseeKnown', 'servedLawfully', 'addressHidden'] as const;

/** One addressee has its copy. */
export const recordService = order.assign(({ context, event }) =>
  event.type === 'document.served' ? served(context, event) : {},
);

export const releaseUnit = order.assign(({ context, event }) =>
  event.type === 'unit.released' ? withoutUnit(context, event.payload.unit) : {},
);

/** She is in more danger than before, and somebody has to see to it. */
export const safetyOwed = order.assign({ safetyDue: true });

/** A new application is a new proceeding with a number and clocks of its own; the statistics count it apart. */
export const startAnother = {
  type: 'effect',
  params: ({ context }: { context: OrderContext }) =>
    ({
      kind: 'start_track',
      workflow: 'protection-order',
      input: {
        relation: context.relation,
        basis: context.basis,
        applicants: context.applicants.map(withoutNull),
        respondents: context.respondents.map(withoutNull),
        protectedPersons: context.protectedPersons.map(withoutNull),
        movedOut: context.movedOut,
        // What was collected for this application serves the next one too.
        evidence: context.evidence,
      },
    }) as const,
} as const;

function withoutNull({ id, name, minor }: OrderContext['applicants'][number]) {
  return name === null ? { id, minor } : { id, minor, name };
}
