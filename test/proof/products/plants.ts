import type { Workflow } from '#src/workflow/define-workflow.ts';
import { withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow as intake } from '#workflows/intake.ts';
import { workflow as mediation } from '#workflows/mediation.ts';
import { workflow as order } from '#workflows/protection-order.ts';
import { workflow as referral } from '#workflows/referral.ts';
import type { Members } from '../house.ts';
import type { HouseRule } from '../product.ts';
import { gradedAndMediated, gradedRules, orderedAndMediated, orderedRules } from './barred-mediation.ts';
import { transferRules, transfers } from './transfers.ts';

/** Machines that break a rule of their product together, and the shortest story of how they do. */
type ProductPlant = readonly [
  says: string,
  members: Members,
  rules: readonly HouseRule[],
  story: readonly string[],
];

const silentChange: Workflow = {
  ...order,
  facts: ({ context, state }) => ({
    ...order.facts({ context, state }),
    ...(state.includes('inForce.change.pending') ? { protectionOrder: 'none' } : {}),
  }),
};
const unguardedTransfer: Workflow = { ...referral, openingGuards: {} };

/** Whoever mediates without success takes the order away. */
const endedByMediation: Workflow = {
  ...order,
  hears: [...order.hears, { fact: 'mediation', becomes: 'none', event: 'order.expired' }],
};
/** What was declined is not over, and may be recalled. */
const recallable = withTransitions(
  withTransitions(referral, 'offered', { 'handoff.declined': 'returned' }),
  'returned',
  { 'handoff.recalled': 'recalled' },
);

const unguarded = withoutGuards(mediation, ['riskBelowHigh']);
const GRADED_HIGH = [
  ...[
    'intake: call.answered',
    'intake: safety.confirmed',
    'intake: caller.registered',
    'intake: risk.scored',
  ],
  ...['mediation: opened', 'mediation: screening.passed'],
];
const UNDER_AN_ORDER = ['order: application.filed', 'mediation: opened', 'mediation: screening.passed'];

/** Products broken in each way that matters. */
export const plants: readonly ProductPlant[] = [
  ['high risk is never mediated', gradedAndMediated(intake, unguarded), gradedRules, GRADED_HIGH],
  [
    'nobody mediates before the risk was graded',
    gradedAndMediated(intake, unguarded),
    gradedRules,
    ['mediation: opened', 'mediation: screening.passed'],
  ],
  [
    'a mediation under way is locked in the step by which the risk becomes high',
    gradedAndMediated(intake, { ...mediation, hears: [] }),
    gradedRules,
    [
      ...['intake: call.answered', 'intake: safety.confirmed', 'intake: caller.registered'],
      ...['intake: risk.scored', 'intake: plan.agreed', 'mediation: screening.passed'],
      ...['intake: incident.reported', 'intake: risk.scored'],
    ],
  ],
  [
    'a mediation under way is locked in the step by which an order is applied for',
    orderedAndMediated(order, { ...mediation, hears: [] }),
    orderedRules,
    ['mediation: opened', 'mediation: screening.passed', 'order: application.filed'],
  ],
  [
    'nobody mediates while an order is applied for or in force',
    orderedAndMediated(order, withoutGuards(mediation, ['noProtectionOrder'])),
    orderedRules,
    UNDER_AN_ORDER,
  ],
  [
    'the case says that an order is in force from the granting to its end, whatever else is asked for',
    orderedAndMediated(silentChange),
    orderedRules,
    [
      ...['order: application.filed', 'order: application.accepted', 'order: order.granted'],
      'order: variation.requested',
    ],
  ],
  [
    'what goes on beside an order neither ends nor prolongs it',
    orderedAndMediated(endedByMediation, { ...mediation, hears: [] }),
    orderedRules,
    [
      ...['mediation: opened', 'mediation: screening.passed'],
      ...['mediation: consent.given', 'mediation: consent.given'],
      ...['order: application.filed', 'order: application.accepted', 'order: order.granted'],
      'mediation: mediation.failed',
    ],
  ],
  [
    'one transfer is offered at a time',
    transfers(unguardedTransfer),
    transferRules,
    ['first: opened', 'second: opened'],
  ],
  [
    'exactly one agency is responsible, and an offer leaves that with the sender',
    transfers(withoutGuards(unguardedTransfer, ['senderStillOwns'])),
    transferRules,
    ['first: opened', 'first: handoff.accepted', 'second: opened', 'second: handoff.accepted'],
  ],
  [
    'INV-07: the case moves only by the acceptance of a transfer that is still offered',
    transfers(withTransitions(referral, 'offered', { 'handoff.accepted': '#referral.transferred' })),
    transferRules,
    ['first: opened', 'first: handoff.accepted'],
  ],
  [
    'of accept, decline, recall and expiry exactly one ends an offer',
    transfers(recallable),
    transferRules,
    ['first: opened', 'first: handoff.declined', 'first: handoff.recalled'],
  ],
];
