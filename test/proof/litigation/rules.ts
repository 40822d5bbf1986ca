import type { LitigationContext } from '#workflows/litigation/context.ts';
import { takenUnder } from '../facts-under.ts';
import type { Rule, Step } from '../walk.ts';

const contextOf = ({ from }: Step) => from.snapshot.context as unknown as LitigationContext;

/** What a court does to him, or he learns of her: each of these has been followed by a killing. */
const DANGER_POINTS = [
  ...['suit.docketed', 'filing.refused', 'claim.received', 'service.planned', 'service.failed'],
  ...['hearing.scheduled', 'hearing.held', 'judgment.given', 'judgment.effective', 'suit.withdrawn'],
  ...['appeal.filed', 'custody.exchanged'],
];
const ORDER_ALONE = JSON.stringify(['protection_order']);

/** What must hold on every step of a suit. */
export const rules = [
  {
    says: 'every danger point makes a review of the risk due',
    holds: ({ type, to }) => !DANGER_POINTS.includes(type) || to.isFinal || to.facts.dangerPoint === 'due',
  },
  {
    says: 'a summons served on him makes a review of the risk due',
    holds: ({ type, payload, to }) =>
      type !== 'summons.served' ||
      (payload as { addressee: string }).addressee !== 'respondent' ||
      to.facts.dangerPoint === 'due',
  },
  {
    says: 'nothing is closed before the risk was looked at again',
    holds: ({ from, to }) => !to.entered.includes('closed') || from.state.includes('open.review.quiet'),
  },
  {
    says: 'a review states the grade the case has',
    holds: (step) =>
      step.type !== 'risk.reviewed' || step.under['fact risk'] === (step.payload as { level: string }).level,
  },
  {
    says: 'INV-17: that an order was made never stands alone as proof',
    holds: ({ payload }) =>
      !['violenceShownBy', 'violenceFoundBy'].some(
        (key) => JSON.stringify((payload as Record<string, unknown>)[key]) === ORDER_ALONE,
      ),
  },
  {
    says: 'within the bar she files for divorce again only on new circumstances',
    holds: (step) =>
      step.type !== 'suit.filed' ||
      contextOf(step).kind !== 'divorce' ||
      contextOf(step).newCircumstances ||
      'newCircumstances' in step.payload ||
      !takenUnder(step, 'divorceBar', 'running') ||
      !takenUnder(step, 'breach', 'no'),
  },
  {
    says: 'a breach lifts the bar',
    holds: ({ type, to }) => type !== 'breach.noted' || !to.state.includes('open.suit.barred'),
  },
  {
    says: 'while an order or a lock holds nothing is paid from hand to hand',
    holds: (step) =>
      (step.payload as { payBy?: string }).payBy !== 'handed' ||
      (!takenUnder(step, 'protectionOrder', 'in_force') && !takenUnder(step, 'location', 'locked')),
  },
] as const satisfies readonly Rule[];
