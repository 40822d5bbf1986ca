import type { Facts } from '#src/base/facts.ts';
import { workflow as intakeWorkflow } from '#workflows/intake.ts';
import { workflow as mediationWorkflow } from '#workflows/mediation.ts';
import { workflow as orderWorkflow } from '#workflows/protection-order.ts';
import type { Move } from '../abstraction.ts';
import { type House, memberOf, type Members } from '../house.ts';
import { abstraction as intake } from '../intake/abstraction.ts';
import { CARE_MOVES } from '../intake/moves.ts';
import { abstraction as mediation } from '../mediation/abstraction.ts';
import { TALKS } from '../mediation/moves.ts';
import type { HouseRule, HouseStep } from '../product.ts';
import { abstraction as order } from '../protection-order/abstraction.ts';
import { CHANGES } from '../protection-order/moves.ts';

const FORWARD = ['talks.consent', 'talks.underWay', 'talks.underWay.session', 'agreement'];
const OPENING = { input: { body: 'committee', free: true }, agency: 'federation' };

/** What nobody in these products publishes stays out of the way. */
const CALM = {
  ...{ warningLetter: 'none', punished: 'no', criminal: 'none', enforcement: 'none' },
  ...{ disclosure: 'none', crisis: 'none', inquiry: 'none', consultation: 'none' },
} as const satisfies Partial<Facts>;
const calmly = (moves: readonly Move[], facts: Partial<Facts> = {}): Move[] =>
  moves.map(([type, payload = {}]): Move => [type, payload, { facts: { ...CALM, ...facts } }]);

const named = (moves: readonly Move[], types: readonly string[]) =>
  moves.filter(([type]) => types.includes(type));

const TALKS_UNDER_WAY = named(TALKS, [
  ...['screening.passed', 'consent.given', 'session.scheduled', 'session.opened'],
  ...['agreement.signed', 'mediation.failed'],
]);

const ORDERING = [
  ...['application.filed', 'application.accepted', 'order.granted', 'order.expired', 'order.closed'],
  ...['variation.requested', 'order.varied', 'extension.requested', 'order.extended', 'change.denied'],
  ...['pressure.checked', 'revocation.requested', 'order.revoked', 'reconsideration.filed'],
  ...['reconsideration.revoked', 'risk.reviewed', 'feedback.returned', 'proceedings.terminated'],
];

/** The case is graded, again and again, while somebody mediates. */
export function gradedAndMediated(first = intakeWorkflow, second = mediationWorkflow): Members {
  const grading = [
    ...['call.answered', 'safety.confirmed', 'caller.registered', 'risk.scored', 'plan.agreed'],
    ...['incident.reported', 'review.requested'],
  ];
  return {
    intake: memberOf({ ...intake, workflow: first }, { moves: calmly(named(CARE_MOVES, grading)) }),
    mediation: memberOf(
      { ...mediation, workflow: second },
      { moves: calmly(TALKS_UNDER_WAY, { protectionOrder: 'none', breach: 'no' }) },
      OPENING,
    ),
  };
}

/** An order is applied for, made, changed and ends while somebody mediates. */
export function orderedAndMediated(first = orderWorkflow, second = mediationWorkflow): Members {
  const changes = order.walks['changes'] ?? { moves: [] };
  return {
    order: memberOf({ ...order, workflow: first }, { ...changes, moves: calmly(named(CHANGES, ORDERING)) }),
    mediation: memberOf(
      { ...mediation, workflow: second },
      { moves: calmly(TALKS_UNDER_WAY, { risk: 'low', repeat: 'no', mandatoryReport: 'none' }) },
      OPENING,
    ),
  };
}

/** What must hold on every step of a case in which somebody mediates. */
export const gradedRules = [
  {
    says: 'high risk is never mediated',
    holds: (step) => !goesForward(step) || factOf(step, 'intake', 'risk') !== 'high',
  },
  {
    says: 'a mediation under way is locked in the step by which the risk becomes high',
    holds: ({ to }) => to.tracks['intake']?.at.facts.risk !== 'high' || !isUnderWay(to),
  },
  {
    says: 'nobody mediates before the risk was graded',
    holds: (step) => !goesForward(step) || factOf(step, 'intake', 'risk') !== 'unknown',
  },
] as const satisfies readonly HouseRule[];

export const orderedRules = [
  {
    says: 'nobody mediates while an order is applied for or in force',
    holds: (step) => !goesForward(step) || factOf(step, 'order', 'protectionOrder') === 'none',
  },
  {
    says: 'a mediation under way is locked in the step by which an order is applied for',
    holds: ({ to }) => to.tracks['order']?.at.facts.protectionOrder === 'none' || !isUnderWay(to),
  },
  {
    says: 'the case says that an order is in force from the granting to its end, whatever else is asked for',
    holds: ({ to }) =>
      isInForce(to.tracks['order']?.at.state) ===
      (to.tracks['order']?.at.facts.protectionOrder === 'in_force'),
  },
  {
    says: 'what goes on beside an order neither ends nor prolongs it',
    holds: ({ from, member, to }) =>
      member === 'order' ||
      JSON.stringify(from.tracks['order']?.at.snapshot) === JSON.stringify(to.tracks['order']?.at.snapshot),
  },
] as const satisfies readonly HouseRule[];

function goesForward({ member, step }: HouseStep): boolean {
  return member === 'mediation' && step !== null && step.to.entered.some((path) => FORWARD.includes(path));
}

function factOf({ from }: HouseStep, member: string, fact: 'risk' | 'protectionOrder'): string {
  return from.tracks[member]?.at.facts[fact] ?? '';
}

function isUnderWay({ tracks }: House): boolean {
  const state = tracks['mediation']?.at.state ?? [];
  return state.some((path) => path === 'talks.consent' || path.startsWith('talks.underWay'));
}

function isInForce(state: readonly string[] = []): boolean {
  return state.some((path) => path.startsWith('inForce.'));
}
