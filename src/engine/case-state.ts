import { type Facts, type PublishedFacts, strongestFacts } from '#src/base/facts.ts';
import type { Instant } from '#src/base/instant.ts';
import type { StoredSnapshot } from '#src/workflow/restore-snapshot.ts';

/** A running workflow of a case, as the fold of its events. */
export type TrackState = {
  readonly id: string;
  readonly workflow: string;
  readonly workflowVersion: number;
  /** Raised by one with every event of this track. */
  readonly version: number;
  readonly state: readonly string[];
  readonly snapshot: StoredSnapshot;
  /** When each type of event last happened in the world, for the order of what is recorded late. */
  readonly happened: Readonly<Record<string, Instant>>;
  readonly facts: PublishedFacts;
  readonly isFinal: boolean;
  readonly agency: string;
  readonly assignee: string | null;
  readonly candidate: string | null;
};

/** A case as the fold of its log. */
export type CaseState = {
  readonly id: string;
  readonly number: string;
  readonly status: 'open' | 'closed';
  readonly ownerAgency: string;
  readonly openedAt: Instant;
  readonly seq: number;
  readonly tracks: readonly TrackState[];
};

/** The facts of the case: the strongest that any track publishes. */
export function factsOf(state: CaseState): Facts {
  return strongestFacts(state.tracks.map((track) => track.facts));
}

/** One track of the case, if it has it. */
export function trackOf(state: CaseState, trackId: string): TrackState | undefined {
  return state.tracks.find((track) => track.id === trackId);
}

/** The same case with one track changed (or added). */
export function withTrack(state: CaseState, track: TrackState): CaseState {
  const others = state.tracks.filter((other) => other.id !== track.id);
  return { ...state, tracks: [...others, track] };
}
