import { title } from '#src/base/title.ts';
import { defineGuards } from '#src/workflow/guard.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import type { events } from './events.ts';

export type CrisisContext = {
  source: string;
  /** Since the last attempt; what lies beyond two no guard asks. */
  contacts: number;
  referred: boolean;
};

export const guards = defineGuards<CrisisContext, EventOf<typeof events>>()({
  seenTwice: {
    text: title('已联系至少两次', 'There were at least two contacts'),
    who: ['case_manager', 'supervisor'],
    test: ({ context }) => context.contacts >= 2,
  },
  withProfessional: {
    text: title('已转介专业机构', 'She was referred to specialists'),
    who: ['case_manager', 'supervisor'],
    test: ({ context }) => context.referred,
  },
});
