import { workflowSetup } from '#src/workflow/define-workflow.ts';
import type { PlacementContext } from './context.ts';
import { deadlines } from './deadlines.ts';
import { events, input } from './events.ts';
import { guards } from './guards.ts';

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const placement = workflowSetup<PlacementContext>()({ input, events, guards, deadlines });
