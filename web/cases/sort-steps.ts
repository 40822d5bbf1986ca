import type { Workflow } from '#web/api/case.ts';
import type { Track, TrackEvent } from '#web/api/track.ts';

/** What can be done on a track, in the order in which a person looks for it. */
export type Steps = {
  /** What the state waits for, or what settles one of its open deadlines. */
  readonly next: readonly TrackEvent[];
  /** What else can be recorded now. */
  readonly others: readonly TrackEvent[];
  /** What cannot, with its reasons. */
  readonly blocked: readonly TrackEvent[];
};

/** Sorts the events of a state. Until the workflow is known, everything that is allowed is a next step. */
export function stepsOf(
  track: Pick<Track, 'events' | 'state' | 'deadlines'>,
  workflow: Workflow | undefined,
): Steps {
  const awaited = workflow === undefined ? null : awaitedIn(track, workflow);
  const allowed = track.events.filter((event) => event.allowed);
  const isNext = ({ type }: TrackEvent): boolean => awaited === null || awaited.has(type);
  const next = allowed.filter(isNext);
  return {
    next: next.length > 0 ? next : allowed,
    others: next.length > 0 ? allowed.filter((event) => !isNext(event)) : [],
    blocked: track.events.filter((event) => !event.allowed),
  };
}

function awaitedIn(track: Pick<Track, 'state' | 'deadlines'>, workflow: Workflow): ReadonlySet<string> {
  const open = new Set(
    track.deadlines.filter(({ outcome }) => outcome === 'open').map(({ declaration }) => declaration),
  );
  const settling = workflow.deadlines.filter(({ id }) => open.has(id)).flatMap(({ metBy }) => metBy);
  const waiting = workflow.states
    .filter(({ path }) => track.state.some((at) => at === path || at.startsWith(`${path}.`)))
    .flatMap(({ waitsFor }) => waitsFor);
  return new Set([...settling, ...waiting]);
}
