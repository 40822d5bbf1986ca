import { type Facts, strongestFacts } from '#src/base/facts.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { Role } from '#src/base/roles.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { Refused } from '#src/workflow/explain-refusal.ts';
import { isRefused, type Stepped, startTrack, stepTrack } from '#src/workflow/step-track.ts';
import type { Recorded, TrackOutline } from '#src/workflow/workflow-event.ts';

/** What an event is sent with where a story does not say otherwise. */
export type Circumstances = {
  readonly role?: Role | 'system';
  readonly person?: string;
  readonly agency?: string;
  readonly at?: string;
  readonly facts?: Partial<Facts>;
  readonly ownerAgency?: string;
  readonly openTracks?: number;
  readonly openDeadlines?: number;
  readonly tracks?: Readonly<Record<string, Partial<TrackOutline>>>;
};

export const OPENED_AT = '2026-01-05T09:00:00.000+08:00';

/** A track on its way through a story: each step is taken, or the refusal is kept and the state stays. */
export type Story = {
  readonly now: () => Stepped;
  /** Takes a step and demands that it is taken. */
  readonly send: (type: string, payload?: object, circumstances?: Circumstances) => Stepped;
  /** Takes a step and demands that it is refused; the names of the guards, or `event_not_in_state`. */
  readonly refused: (type: string, payload?: object, circumstances?: Circumstances) => readonly string[];
  readonly context: () => JsonObject;
};

/** Opens a track and lets a test tell its story. */
export function tell(workflow: Workflow, input: object, always: Circumstances = {}): Story {
  let current = startTrack(workflow, {
    payload: input,
    openedAt: always.at ?? OPENED_AT,
    agency: always.agency ?? 'federation',
  });
  const step = (type: string, payload: object, circumstances: Circumstances): Stepped | Refused =>
    stepTrack(workflow, current.snapshot, { type, payload, ...recorded({ ...always, ...circumstances }) });
  return {
    now: () => current,
    context: () => current.snapshot.context,
    send: (type, payload = {}, circumstances = {}) => {
      const answer = step(type, payload, circumstances);
      if (isRefused(answer)) throw new Error(`${type} at ${current.state.join()}: ${JSON.stringify(answer)}`);
      current = answer;
      return answer;
    },
    refused: (type, payload = {}, circumstances = {}) => {
      const answer = step(type, payload, circumstances);
      if (!isRefused(answer)) throw new Error(`${type} was accepted at ${current.state.join()}`);
      return answer.reason === 'guard_refused' ? answer.guards : [answer.reason];
    },
  };
}

/** What the engine adds to an event. */
export function recorded(circumstances: Circumstances): Recorded {
  const at = circumstances.at ?? OPENED_AT;
  const agency = circumstances.agency ?? 'federation';
  return {
    occurredAt: at,
    now: at,
    actor: { id: circumstances.person ?? 'somebody', role: circumstances.role ?? 'case_manager', agency },
    case: {
      facts: { ...strongestFacts([]), ...circumstances.facts },
      ownerAgency: circumstances.ownerAgency ?? 'federation',
      openTracks: circumstances.openTracks ?? 0,
      openDeadlines: circumstances.openDeadlines ?? 0,
      tracks: outlined(circumstances.tracks ?? {}),
    },
  };
}

/** Tracks of a case as a sibling sees them; what a test leaves out stands for anything. */
export function outlined(
  tracks: Readonly<Record<string, Partial<TrackOutline>>>,
): Recorded['case']['tracks'] {
  const whole = { workflow: 'test', agency: 'federation', isOpen: true };
  return Object.fromEntries(Object.entries(tracks).map(([id, track]) => [id, { ...whole, ...track }]));
}
