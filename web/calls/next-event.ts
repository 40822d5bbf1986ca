import { registration, windowOf } from './call-body.ts';
import type { CallForm } from './call-form.ts';
import { isPhoneLost } from './left-over.ts';

/** Where an intake stands, as `GET /api/tracks/{id}` says it. */
export type IntakeTrack = {
  readonly state: readonly string[];
  readonly events: readonly { readonly type: string; readonly allowed: boolean }[];
};

export type NextEvent = { readonly type: string; readonly payload: Record<string, unknown> };

/**
 * The next event that the answers of a call amount to, where its intake stands now; null: there is none, or the next
 * step is somebody's decision. `groups` are the groups of the registration form.
 */
export function nextEvent(form: CallForm, track: IntakeTrack, groups: readonly string[]): NextEvent | null {
  const next = candidates(form, groups).find(({ type, isDue }) => isDue && isAllowed(track, type));
  return next === undefined ? null : { type: next.type, payload: next.payload };
}

/** May the event be sent now? */
export function isAllowed({ events }: IntakeTrack, type: string): boolean {
  return events.some((event) => event.type === type && event.allowed);
}

type Candidate = NextEvent & { readonly isDue: boolean };

/** In this order: what the workflow does not allow yet is left for later. */
function candidates(form: CallForm, groups: readonly string[]): Candidate[] {
  const { recorded, redLines, scale } = form;
  const window = windowOf(form.contact);
  const once = (type: string): boolean => !recorded.includes(type);
  return [
    { type: 'call.answered', payload: {}, isDue: true },
    {
      type: 'danger.declared',
      payload: {
        ...(redLines.weapon === 'yes' && { weapon: true }),
        ...(redLines.children === 'yes' && { childrenPresent: true }),
        ...(redLines.hurt === 'yes' && { injured: true }),
      },
      isDue: form.isUrgent && once('danger.declared'),
    },
    {
      type: 'talk.postponed',
      payload: window === null ? {} : { window },
      isDue: form.canTalkNow === false || form.droppedMs !== null,
    },
    {
      // The opening said so already, if it was known by then.
      type: 'contact.doubted',
      payload: {},
      isDue: isPhoneLost(form) && once('contact.doubted'),
    },
    { type: 'safety.confirmed', payload: {}, isDue: form.canTalkNow === true },
    {
      type: 'caller.registered',
      payload: registration(form, groups),
      isDue: form.isRestRefused && once('caller.registered'),
    },
    {
      type: 'risk.scored',
      payload: { answers: scale, ...(redLines.hurt === 'yes' && { injured: true }) },
      isDue: Object.keys(scale).length > 0 && once('risk.scored'),
    },
  ];
}
