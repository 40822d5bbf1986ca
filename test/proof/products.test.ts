import { describe, expect, test } from 'vitest';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { withoutGuards, withTransitions } from '#test/support/plant.ts';
import { workflow as intake } from '#workflows/intake.ts';
import { workflow as mediation } from '#workflows/mediation.ts';
import { workflow as order } from '#workflows/protection-order.ts';
import { workflow as referral } from '#workflows/referral.ts';
import type { Members } from './house.ts';
import { eventsOfHouseStory, type HouseRule, walkProduct } from './product.ts';
import {
  gradedAndMediated,
  gradedRules,
  orderedAndMediated,
  orderedRules,
} from './products/barred-mediation.ts';
import { transferRules, transfers } from './products/transfers.ts';

const WALK_MS = 120_000;

const PRODUCTS: readonly (readonly [name: string, members: Members, rules: readonly HouseRule[]])[] = [
  ['intake × mediation', gradedAndMediated(), gradedRules],
  ['protection order × mediation', orderedAndMediated(), orderedRules],
  ['transfer × transfer', transfers(), transferRules],
];

test.each(PRODUCTS)(
  'on every path of %s',
  (name, members, rules) => {
    const { stateCount, stepCount, broken } = walkProduct(members, rules);
    console.log(`${name}: ${stateCount} states, ${stepCount} steps`);
    expect([...broken].map(([says, path]) => [says, eventsOfHouseStory(path)])).toEqual([]);
  },
  WALK_MS,
);

type Planted = readonly [
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
const PLANTED: readonly Planted[] = [
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
];

describe('a planted violation across workflows is found, with its story', () => {
  test.each(PLANTED)(
    '%s',
    (says, members, rules, story) => {
      const rule = rules.filter((one) => one.says === says);
      const { broken } = walkProduct(members, rule, { stopAtFirst: true });
      expect(eventsOfHouseStory(broken.get(says) ?? [])).toEqual(story);
    },
    WALK_MS,
  );
});
