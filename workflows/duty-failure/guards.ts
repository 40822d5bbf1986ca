import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { BOUND, FAILURES, GROUNDS, REGULATORS, RESULTS, TARGETS } from './codes.ts';
import type { DutyEvent } from './events.ts';

export type DutyContext = {
  unit: keyof typeof BOUND;
  failure: keyof typeof FAILURES;
  ground: keyof typeof GROUNDS;
  noticedAt: string;
  to: keyof typeof REGULATORS | null;
  receivedAt: string | null;
  /** What came of it, for the unit and for people. */
  results: { kind: keyof typeof RESULTS; against: keyof typeof TARGETS }[];
};

/** Whoever answers for a trade is not asked about itself. */
const ITSELF: { readonly [U in keyof typeof BOUND]?: keyof typeof REGULATORS } = {
  police: 'public_security',
  civil_affairs: 'civil_affairs',
};

export const guards = defineGuards<DutyContext, DutyEvent>()({
  toAnother: {
    text: title('不得移送被反映的单位自己处理', 'Nobody looks into its own failure'),
    who: ['case_manager', 'supervisor'],
    test: ({ context, event }) => event.type === 'lead.reported' && ITSELF[context.unit] !== event.payload.to,
  },
});
