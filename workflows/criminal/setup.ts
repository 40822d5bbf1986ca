import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import { tellOfDanger } from '../danger-points/risk-review.ts';
import type { CriminalContext } from './context.ts';
import { deadlines } from './deadlines.ts';
import { events, input } from './events.ts';
import { guards } from './guards.ts';

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const criminal = workflowSetup<CriminalContext>()({ input, events, guards, deadlines });

/** Somebody may have spoken to her. */
export const tellBoth = [
  notify('supervisor', 'wish.doubtful'),
  notify('case_manager', 'wish.doubtful'),
] as const;

/** A moment at which he may act: those who protect her hear of it and the risk is reviewed. */
export const dangerPoint = [criminal.assign({ reviewOwed: true }), ...tellOfDanger] as const;
