import { and } from 'xstate';
import { warnBy } from './context.ts';
import { doubled, enforcement } from './setup.ts';

/** He is taken in, and it is known when he comes out. */
const policeTakes = enforcement.assign(({ event }) =>
  (event.type === 'punishment.decided' ||
    event.type === 'custody.entered' ||
    event.type === 'treatment.ordered') &&
  event.payload.endsAt !== undefined
    ? {
        policeDue: false,
        policeHeld: true,
        policeEndsAt: event.payload.endsAt,
        policeWarnBy: warnBy(event.payload.endsAt),
      }
    : {},
);
const detained = [
  'caseOpen',
  'withinPoliceCeiling',
  'policeDaysGiven',
  'groundFitsVictim',
  'policeDetains',
] as const;
/** 强制隔离戒毒 follows on a detention or stands alone; prolonged, its end moves and she is told anew. */
export const treated = {
  'treatment.ordered': {
    guard: 'withinTreatmentCeiling',
    target: '#enforcement.open.policeCustody.held',
    reenter: true,
    actions: policeTakes,
  },
} as const;
const toBeTaken = enforcement.assign(({ event }) =>
  event.type === 'punishment.decided' ? { policeDue: true, policeDays: event.payload.days ?? 0 } : {},
);
/** 行政拘留: he is taken in with the decision, or it waits. Only in a case that is open, hence once. */
const takenAtOnce = [
  {
    guard: and([...detained, 'takenAtOnce', 'heldAlready']),
    target: '#enforcement.open.policeCustody.held',
    actions: [policeTakes, ...doubled],
  },
  {
    guard: and([...detained, 'takenAtOnce']),
    target: '#enforcement.open.policeCustody.held',
    actions: policeTakes,
  },
] as const;
export const punishedByPolice = {
  'punishment.decided': [
    ...takenAtOnce,
    { guard: and([...detained]), target: '#enforcement.open.policeCustody.decided', actions: toBeTaken },
  ],
} as const;
/** He is free and she does not know: that comes first, and what was decided waits. */
export const punishedUntold = {
  'punishment.decided': [...takenAtOnce, { guard: and([...detained]), actions: toBeTaken }],
} as const;
/** The days run from when he is taken in, which need not be the day of the decision. */
export const takenIn = {
  'custody.entered': [
    {
      guard: and(['withinPoliceDays', 'heldAlready']),
      target: '#enforcement.open.policeCustody.held',
      actions: [policeTakes, ...doubled],
    },
    { guard: 'withinPoliceDays', target: '#enforcement.open.policeCustody.held', actions: policeTakes },
  ],
} as const;
