import { and } from 'xstate';
import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { effect, notify } from '#src/workflow/effect.ts';
import { type ConsultationContext, events, guards } from './context.ts';
import { input } from './counsel-events.ts';
import { deadlines } from './deadlines.ts';

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const consultation = workflowSetup<ConsultationContext>()({ input, events, guards, deadlines });

/** Nobody is offered the matter any more. */
export const withoutCandidate = [
  consultation.assign({ candidate: null }),
  effect({ kind: 'assign', candidate: null }),
] as const;

/** The lawyer is gone and does not come back to this matter. */
export const withoutLawyer = [
  consultation.assign({
    ruledOut: ({ context }) =>
      context.lawyer === null ? context.ruledOut : [...context.ruledOut, context.lawyer],
    lawyer: null,
    reassignments: 0,
  }),
  effect({ kind: 'assign', assignee: null }),
] as const;

/** Whoever sent the lawyer sends another: the matter is not left with one who does not work it. */
export const replacedInto = <T extends string>(target: T) =>
  ({
    target,
    actions: [
      ...withoutLawyer,
      notify('supervisor', 'consultation.declined'),
      notify('case_manager', 'consultation.declined'),
    ],
  }) as const;

/** She cannot be seen: whoever can go there has to. */
export const tellUnreachable = [
  notify('supervisor', 'wish.doubtful'),
  notify('case_manager', 'wish.doubtful'),
] as const;

/** One lawyer never serves both sides (律师法 39): the work stops at once and another is looked for. */
export const conflictDiscovered = {
  guard: and(['lawyerEngaged', 'byLawyerOrSupervisor']),
  target: '#consultation.matching.suspended',
  actions: [
    ...withoutLawyer,
    notify('supervisor', 'consultation.declined'),
    notify('case_manager', 'consultation.declined'),
  ],
} as const;
