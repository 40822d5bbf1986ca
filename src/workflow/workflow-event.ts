import type { Static, TObject } from 'typebox';
import type { Facts } from '#src/base/facts.ts';
import type { Instant } from '#src/base/instant.ts';
import type { Role } from '#src/base/roles.ts';
import type { Title } from '#src/base/title.ts';

/** How the sender must stand to the track, beyond holding a role. `anyone` who may see the case is the default. */
export type Relation = 'anyone' | 'owner' | 'handler' | 'assignee' | 'candidate';

/** One kind of fact that can be recorded on a track. */
export type EventDefinition = {
  /** The name of the field, e.g. `po.GRANT`. */
  readonly domainCode: string;
  readonly title: Title;
  /** Who may record it; empty: only the timer (`system`). */
  readonly roles: readonly Role[];
  /** Default `anyone`. */
  readonly by?: Relation;
  readonly payload: TObject;
  /** Events of the same track it may not precede in the world. */
  readonly follows?: readonly string[];
};

export type EventDefinitions = { readonly [type: string]: EventDefinition };

/** Who recorded an event. `system` stands for the timer and holds no agency's rights. */
export type EventActor = {
  readonly id: string;
  readonly role: Role | 'system';
  readonly agency: string;
};

/** What a sibling may know of a track besides the facts it publishes. */
export type TrackOutline = { readonly workflow: string; readonly agency: string; readonly isOpen: boolean };

/** What a guard may know of the case beyond its own track. */
export type CaseView = {
  readonly facts: Facts;
  readonly ownerAgency: string;
  /** Other tracks of the case that are not final. */
  readonly openTracks: number;
  /** What each track of the case is, who handles it, and whether it is still open; by its id. */
  readonly tracks: Readonly<Record<string, TrackOutline>>;
  /** Deadlines still open on other tracks of the case. */
  readonly openDeadlines: number;
};

/** What the engine adds to every event: all that a guard may read, so that a guard reads nothing else. */
export type Recorded = {
  readonly occurredAt: Instant;
  readonly now: Instant;
  readonly actor: EventActor;
  readonly case: CaseView;
};

/** The union of events a machine receives, derived from its definitions. */
export type EventOf<E extends EventDefinitions> = {
  [T in keyof E & string]: { readonly type: T; readonly payload: Static<E[T]['payload']> } & Recorded;
}[keyof E & string];

/** Declares events; the check is that `follows` names events of the same workflow. */
export function defineEvents<const E extends EventDefinitions>(
  events: E & { [T in keyof E]: { follows?: readonly (keyof E & string)[] } },
): E {
  return events;
}
