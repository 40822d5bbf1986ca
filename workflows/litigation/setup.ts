import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { tellOfDanger } from '../danger-points/risk-review.ts';
import type { LitigationContext } from './context.ts';
import { deadlines } from './deadlines.ts';
import { events, input } from './events.ts';
import { guards } from './guards.ts';

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const litigation = workflowSetup<LitigationContext>()({ input, events, guards, deadlines });

/** A moment at which he may act: those who protect her hear of it and the risk is reviewed. */
export const dangerPoint = [litigation.assign({ reviewOwed: true }), ...tellOfDanger] as const;

/** She may sue again before the six months are over (民事诉讼法 127(7)). */
export const newCircumstances = litigation.assign({ newCircumstances: true });
