import { effect, notify } from '#src/workflow/effect.ts';
import type { IntakeEventOf } from './context.ts';
import { intake } from './setup.ts';

/** The crisis found in an assessment gets its own track. */
export const startCrisis = [
  effect({ kind: 'start_track', workflow: 'crisis', input: { source: 'assessment' } }),
  intake.assign({ crisisOwed: false }),
] as const;

/** A crisis that somebody noticed outside an assessment. */
export const crisisDeclared = [
  {
    guard: 'noCrisisYet',
    actions: {
      type: 'effect',
      params: ({ event }: { event: IntakeEventOf<'crisis.declared'> }) =>
        ({ kind: 'start_track', workflow: 'crisis', input: { source: event.payload.source } }) as const,
    },
  },
  { actions: [notify('supervisor', 'crisis.declared'), notify('handler', 'crisis.declared')] },
] as const;

const startAdverse = {
  type: 'effect',
  params: ({ event }: { event: IntakeEventOf<'inquiry.received'> }) =>
    ({ kind: 'start_track', workflow: 'adverse', input: { ...event.payload } }) as const,
} as const;
const tellLocked = [notify('supervisor', 'location.locked'), notify('handler', 'location.locked')] as const;

/** He looks for her through an agency: the place is locked at once and the inquiry gets its own track. */
export const inquiryReceived = [
  { guard: 'noInquiryOpen', actions: [...tellLocked, startAdverse] },
  { actions: tellLocked },
] as const;
