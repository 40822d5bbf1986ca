import type { Rule } from '../walk.ts';

/** What must hold on every step of a duty that was not done. */
export const rules = [
  {
    says: 'nobody looks into its own failure',
    holds: ({ type, to }) => {
      if (type !== 'lead.reported') return true;
      const { unit, to: regulator } = to.snapshot.context;
      return !(unit === 'police' && regulator === 'public_security') && unit !== regulator;
    },
  },
  {
    says: 'nothing is closed before something came of it, unless nothing was neglected',
    holds: ({ from, type, to }) =>
      !to.isFinal || type === 'lead.dropped' || (from.snapshot.context['results'] as unknown[]).length > 0,
  },
  {
    says: 'no answer is no end: it is taken higher',
    holds: ({ type, to }) => type !== 'answer.missed' || to.state.includes('unanswered'),
  },
] as const satisfies readonly Rule[];
