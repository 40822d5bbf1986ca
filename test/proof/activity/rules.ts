import type { ActivityContext } from '#workflows/activity/context.ts';
import type { Rule, Step } from '../walk.ts';

const contextOf = ({ to }: Step) => to.snapshot.context as unknown as ActivityContext;

/** What must hold on every step of an activity. */
export const rules = [
  {
    says: 'INV-30: the funnel only narrows: enrolled, trained, registered, employed',
    holds: (step) => {
      const { enrolled, trained, registered, employed, dropped } = contextOf(step).funnel;
      return trained + dropped <= enrolled && registered <= trained && employed <= registered;
    },
  },
  {
    says: 'what was held is not cancelled',
    holds: ({ from, to }) =>
      !to.state.includes('cancelled') || ['draft', 'approved', 'scheduled'].includes(from.state[0] ?? ''),
  },
  {
    says: 'nothing is reported before the attendance is locked',
    holds: ({ from, type }) => type !== 'activity.reported' || from.state.includes('attendanceLocked'),
  },
  {
    says: 'reported figures change only by a correction',
    holds: ({ from, type, to }) =>
      !from.state[0]?.startsWith('reported.') ||
      type === 'figures.corrected' ||
      JSON.stringify(from.snapshot.context['figures']) === JSON.stringify(to.snapshot.context['figures']),
  },
] as const satisfies readonly Rule[];
