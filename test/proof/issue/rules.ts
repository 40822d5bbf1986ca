import type { IssueContext } from '#workflows/issue/context.ts';
import type { Rule, Step } from '../walk.ts';

const contextOf = ({ to }: Step) => to.snapshot.context as unknown as IssueContext;

/** What must hold on every step of a problem that was collected. */
export const rules = [
  {
    says: 'INV-27: it counts as closed exactly in the state of that name, once, and after it was collected',
    holds: (step) => {
      const { closedCount, collectedCount } = contextOf(step);
      return closedCount === (step.to.state.includes('closed') ? 1 : 0) && closedCount <= collectedCount;
    },
  },
  {
    says: 'it is closed only after she was called back',
    holds: ({ from, to }) => !to.state.includes('closed') || from.state.includes('open.work.verified'),
  },
  {
    says: 'it ends with no signs of violence left unanswered',
    holds: ({ from, to }) => !to.isFinal || !from.state.includes('open.signs.seen'),
  },
  {
    says: 'signs are told to the supervisor each time',
    holds: ({ type, to }) =>
      type !== 'signs.seen' ||
      to.effects.some((effect) => effect.kind === 'notify' && effect.to === 'supervisor'),
  },
] as const satisfies readonly Rule[];
