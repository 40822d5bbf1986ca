import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { highestRisk } from '#src/workflow/risk-scale.ts';
import { events, type IntakeContext } from './context.ts';
import { deadlines } from './deadlines.ts';
import { guards } from './guards.ts';
import { input } from './registration.ts';

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const intake = workflowSetup<IntakeContext>()({ input, events, guards, deadlines });

/** The other cases of her household hear of it, each under its own clock. */
export const tellHousehold = {
  type: 'effect',
  params: ({ context }: { context: IntakeContext }) =>
    ({ kind: 'send_later', event: 'household.incident', tracks: context.household }) as const,
} as const;

/** A new round of assessment: whatever alarm was raised before belonged to the last one. */
export const newRound = intake.assign({ alarmed: false });

/** A new incident is also a repeated one; who else took part is remembered with it. */
export const newIncident = intake.assign({
  places: ({ context, event }) =>
    event.type === 'incident.reported'
      ? [...new Set([...context.places, ...(event.payload.places ?? [])])].sort()
      : context.places,
  alarmed: false,
  repeat: true,
  others: ({ context, event }) =>
    event.type === 'incident.reported'
      ? [...new Set([...context.others, ...(event.payload.others ?? [])])].sort()
      : context.others,
});

/**
 * Words taken back and a way back to him are signs of pressure. The grade she had stands, as if somebody had judged
 * it so: what she says now lowers no score, only a supervisor does.
 */
export const gradeStands = [
  intake.assign({
    alarmed: false,
    judged: ({ context }) =>
      context.risk === 'unknown' ? context.judged : highestRisk([context.risk, context.judged ?? 'low']),
  }),
  notify('supervisor', 'wish.doubtful'),
  notify('handler', 'wish.doubtful'),
] as const;
