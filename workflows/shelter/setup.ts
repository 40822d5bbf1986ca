import { workflowSetup } from '#src/workflow/define-workflow.ts';
import { type Effect, notify } from '#src/workflow/effect.ts';
import type { ADVERSE_KINDS, INQUIRERS } from '../adverse/codes.ts';
import type { ShelterContext, ShelterEvent } from './context.ts';
import { deadlines } from './deadlines.ts';
import { events, input } from './events.ts';
import { guards } from './guards.ts';

/** XState with the words of this workflow; the machine and its parts are made with it. */
export const shelter = workflowSetup<ShelterContext>()({ input, events, guards, deadlines });

/** From this moment on nobody tells anybody where she is; the lock itself is on the track of the inquiry. */
export const warnAll = [
  notify('supervisor', 'location.locked'),
  notify('case_manager', 'location.locked'),
  notify('handler', 'location.locked'),
] as const;

/** The inquiry is dealt with on a track of its own, which outlives the stay. */
export function startAdverse(kind: keyof typeof ADVERSE_KINDS, through: keyof typeof INQUIRERS) {
  return { kind: 'start_track', workflow: 'adverse', input: { kind, through } } as const;
}

/**
 * A child went with somebody nobody verified, perhaps with him. Where it is and who may care for it is a track of its own
 * from this moment on (未成年人保护法 92); her own stay goes on.
 */
export const childTaken = [
  shelter.assign({ minors: ({ context }) => context.minors - 1 }),
  {
    type: 'effect',
    params: ({ event }: { event: ShelterEvent }): Effect =>
      Object.values(event.case.tracks).some((track) => track.workflow === 'placement' && track.isOpen)
        ? { kind: 'none' }
        : { kind: 'start_track', workflow: 'placement', input: { basis: 'other', child: 'minor' } },
  },
  notify('supervisor', 'police.report_due'),
  notify('case_manager', 'police.report_due'),
] as const;

export const inquiryReceived = [
  {
    guard: 'noInquiryOpen',
    actions: [
      ...warnAll,
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
  { actions: warnAll },
] as const;
