import { ORDER_INPUT } from '#test/support/order-moves.ts';
import { OPENED_AT } from '#test/support/step-with.ts';
import { workflow } from '#workflows/protection-order.ts';
import type { OrderContext } from '#workflows/protection-order/context.ts';
import { type Abstraction, capped, isGiven, isIndifferent, isSome, viewOf } from '../abstraction.ts';
import { APPLICATION, CHANGES, EVENTS, SERVICE } from './moves.ts';

const few = capped(2);

/** How many of the mandatory are still to be served (four at first), and whether anybody else is. */
const toServe = viewOf<OrderContext['toServe']>((list) => [
  Math.min(list.filter(({ mandatory }) => mandatory).length, 4),
  list.some(({ mandatory }) => !mandatory),
]);

/** How many of each unit there must be one of. */
const units = viewOf<OrderContext['units']>((list) =>
  ['police_station', 'committee'].map((kind) => few(list.filter((unit) => unit.kind === kind).length, {})),
);

/** Whether anything is owed by a day that has not passed. */
const isDated = viewOf<OrderContext['owed']>((list) => list.some(({ from }) => from !== null));

const ENDS = 'abandoned withdrawn deemedWithdrawn terminated refused revoked ended'.split(' ');
const BEFORE = 'preparing filed supplementing unaccepted deciding refusing'.split(' ');
const AFTER = ['expired', 'lifted'];
const REGIONS = ['validity', 'service', 'change', 'reconsideration', 'execution'];
const regionsBut = (...seen: string[]) =>
  REGIONS.filter((region) => !seen.includes(region)).map((region) => `inForce.${region}`);

/** A protection order: before it is decided all together, in force region by region. */
export const abstraction: Abstraction = {
  workflow,
  inputs: [ORDER_INPUT],
  unread: (
    'relation protectedPersons previousOrder preparationRule evidence proxy urgencyAsked supplementRule ' +
    'supplementFrom acceptedAt decisionRule hearings refusedAt refusalServedAt rulings rulingAt madeAt validityRule ' +
    'validityFrom alertFrom visits visitCount firstServedAt serviceFailures changeAskedAt filingSafetyRule ' +
    'groundless standard refusal livesTogether'
  ).split(' '),
  views: {
    basis: isIndifferent,
    applicants: isIndifferent,
    respondents: isIndifferent,
    validTo: isGiven,
    toServe,
    units,
    measures: isIndifferent,
    owed: isIndifferent,
    movedOut: isIndifferent,
    published: isIndifferent,
    pickups: isSome,
    violations: capped(1),
  },
  ids: ['a1', 'r1', 'police1', 'village1', 'school1', 'm1'],
  moments: [OPENED_AT, '2026-03-05T09:00:00.000+08:00'],
  walks: {
    application: {
      moves: APPLICATION,
      blindTo: ['inForce', ...AFTER, ...ENDS],
      unread: ['validTo', 'asked', 'toServe', 'published', 'papersReturned', 'violations'],
      views: { units: isIndifferent },
    },
    service: {
      moves: SERVICE,
      blindTo: [...BEFORE, ...regionsBut('service'), ...AFTER, ...ENDS],
      unread: ['papersReturned', 'violations', 'safetyDue'],
      views: { coercion: isIndifferent, asked: isIndifferent },
    },
    changes: {
      moves: CHANGES,
      blindTo: [...BEFORE, ...regionsBut('validity', 'change', 'reconsideration')],
      unread: ['toServe', 'published', 'violations'],
      views: { units: isIndifferent },
    },
    events: {
      moves: EVENTS,
      blindTo: [...BEFORE, ...regionsBut('execution'), ...AFTER, ...ENDS],
      unread: ['toServe', 'published', 'coercion'],
      views: { units: isIndifferent, asked: isIndifferent, papersReturned: isIndifferent, owed: isDated },
    },
  },
};
