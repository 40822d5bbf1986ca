import type { AdverseContext } from '#workflows/adverse/guards.ts';
import type { Rule, Step } from '../walk.ts';

const contextOf = ({ from }: Step) => from.snapshot.context as unknown as AdverseContext;

/** What must hold on every step while somebody looks for her. */
export const rules = [
  {
    says: 'nobody answers and nobody unlocks before she was seen alone',
    holds: (step) =>
      !['inquiry.answered', 'lock.lifted'].includes(step.type) || contextOf(step).seen === 'seen',
  },
  {
    says: 'it ends only after the agencies were told to keep silent',
    holds: (step) => !step.to.isFinal || contextOf(step).agencies === 'told',
  },
  {
    says: 'it does not end while something about her is public',
    holds: (step) => !step.to.isFinal || !contextOf(step).exposed,
  },
  {
    says: 'INV-28: the place stays locked until she wishes otherwise',
    holds: ({ type, payload, to }) =>
      to.facts.location === 'locked' || (type === 'lock.lifted' && (payload as { herWish: boolean }).herWish),
  },
] as const satisfies readonly Rule[];
