import { effect, notify } from '#src/workflow/effect.ts';
import { type IntakeEventOf, stilled } from './context.ts';
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

/** 一户数案: one survivor a case, and what happens in one home concerns them all. */
export const householdLinked = {
  actions: intake.assign({
    household: ({ context, event }) =>
      event.type === 'household.linked'
        ? [...new Set([...context.household, event.payload.linkedIntake])].sort()
        : context.household,
  }),
} as const;

const tellOfDeath = [
  notify('supervisor', 'death.recorded'),
  notify('case_manager', 'death.recorded'),
] as const;

/** 死亡: hers ends every task of the case; another's is a reason to look at the danger anew, which the work decides. */
export const survivorDied = {
  guard: 'survivorDied',
  target: '#intake.died',
  actions: [
    intake.assign(({ context }) => stilled(context)),
    effect({ kind: 'still_clocks' }),
    ...tellOfDeath,
  ],
} as const;
export const otherDied = { actions: tellOfDeath } as const;

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
