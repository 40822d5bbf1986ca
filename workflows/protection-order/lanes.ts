import type { LaneRule, OrderBoard } from '#src/base/order-board.ts';
import { title } from '#src/base/title.ts';

/** The renewal window opens with the first of the declared reminders of `extension`; a test holds the two together. */
const RENEWAL_DAYS = 30;

/** The lanes of the board, in the order in which an order comes by them. */
export const LANES: OrderBoard['lanes'] = [
  { lane: 'preparing', title: title('准备申请', 'Being prepared') },
  { lane: 'applied', title: title('已申请', 'Applied') },
  { lane: 'decide_by', title: title('限期裁定', 'Decide by') },
  { lane: 'to_serve', title: title('待送达', 'To serve') },
  { lane: 'in_force', title: title('有效', 'In force') },
  { lane: 'renewal_window', title: title('续期窗口', 'Renewal window') },
  { lane: 'violated', title: title('被违反', 'Violated') },
  { lane: 'lapsed', title: title('已失效', 'Lapsed') },
  { lane: 'refused', title: title('已驳回', 'Refused') },
  { lane: 'ended', title: title('已终结', 'Ended') },
];

const IN_FORCE = ['inForce.validity.running'];

/**
 * In which lane an order is: the first rule that fits, so the order of the rules says what matters more. Every leaf
 * state of the workflow is in one of them. A breach stands before all until what follows it is done; a ruling that has not
 * reached everybody stands before its end.
 */
export const LANE_RULES: readonly LaneRule[] = [
  {
    lane: 'violated',
    states: IN_FORCE,
    when: [
      { context: 'violations', above: 0 },
      { fact: 'enforcement', is: 'open' },
    ],
  },
  { lane: 'to_serve', states: ['inForce.service.ruling.unserved', 'lifted'] },
  { lane: 'renewal_window', states: IN_FORCE, when: [{ endOf: 'alertFrom', withinDays: RENEWAL_DAYS }] },
  { lane: 'in_force', states: IN_FORCE },
  { lane: 'preparing', states: ['preparing'] },
  {
    lane: 'applied',
    states: [
      'filed',
      'supplementing',
      'unaccepted.turnedAway',
      'unaccepted.refusedAcceptance',
      'unaccepted.complained',
    ],
  },
  // Reconsidering a refusal is a decision that the court owes, as the first one was.
  { lane: 'decide_by', states: ['deciding', 'refusing.reconsidering'] },
  { lane: 'lapsed', states: ['expired.handing', 'expired.undecided'] },
  { lane: 'refused', states: ['refusing.unserved', 'refusing.served'] },
  {
    lane: 'ended',
    states: ['abandoned', 'withdrawn', 'deemedWithdrawn', 'terminated', 'refused', 'revoked', 'ended'],
  },
];
