import type { Rule } from '../walk.ts';

/** The rungs of the ladder (妇女权益保障法 73, 77), in order. */
const RUNGS = ['open.head', 'open.demand', 'open.awaited', 'open.inspection', 'open.lead'];
const rungOf = (state: readonly string[]) => RUNGS.indexOf(state[0] ?? '');

/** What must hold on every step of a supervision. */
export const rules = [
  {
    says: 'the ladder is climbed rung by rung and never down',
    holds: ({ from, to }) => to.isFinal || [0, 1].includes(rungOf(to.state) - rungOf(from.state)),
  },
  {
    says: 'each rung is told to the supervisor',
    holds: ({ type, to }) =>
      type !== 'ladder.raised' ||
      to.effects.some((effect) => effect.kind === 'notify' && effect.to === 'supervisor'),
  },
  {
    says: 'time alone never ends it: somebody did the duty, took it elsewhere, or answers for dropping it',
    holds: ({ type, to }) => !to.isFinal || type !== 'ladder.raised',
  },
] as const satisfies readonly Rule[];
