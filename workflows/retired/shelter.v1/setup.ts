import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { notify } from '#src/workflow/effect.ts';
import type { ADVERSE_KINDS, INQUIRERS } from '../../adverse/codes.ts';
import type { ShelterContext } from './context.ts';
import { deadlines } from './deadlines.ts';
import { events, input } from './events.ts';
import { guards } from './guards.ts';

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const shelter = workflowSetup<ShelterContext>()({ input, events, guards, deadlines });

/** From this moment on nobody tells anybody where she is. */
export const lock = [
  shelter.assign({ locked: true }),
  notify('supervisor', 'location.locked'),
  notify('case_manager', 'location.locked'),
  notify('handler', 'location.locked'),
] as const;

/** The inquiry is dealt with on a track of its own, which outlives the stay. */
export function startAdverse(kind: keyof typeof ADVERSE_KINDS, through: keyof typeof INQUIRERS) {
  return { kind: 'start_track', workflow: 'adverse', input: { kind, through } } as const;
}

export const inquiryReceived = [
  {
    guard: 'noInquiryOpen',
    actions: [
      ...lock,
      {
        type: 'effect',
        params: ({
          event,
        }: {
          event: { payload: { kind: keyof typeof ADVERSE_KINDS; through: keyof typeof INQUIRERS } };
        }) => startAdverse(event.payload.kind, event.payload.through),
      },
    ],
  },
  { actions: lock },
] as const;
