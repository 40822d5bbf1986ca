import type { FactName } from './facts.ts';
import type { Instant, LocalMinute } from './instant.ts';
import type { Title } from './title.ts';

/**
 * What a board of orders needs to know of its workflow. Handed in by the wiring, because neither the store nor the
 * routes know a single workflow.
 */
export type OrderBoard = {
  readonly workflow: string;
  /** The workflow in which a breach is answered. */
  readonly followedBy: string;
  /** In the order in which a board shows them. */
  readonly lanes: readonly { readonly lane: string; readonly title: Title }[];
  /** The first that fits gives the lane. */
  readonly rules: readonly LaneRule[];
  /** Deadlines that are the next clock before any other: what the lane is about. */
  readonly first: readonly string[];
  /** Deadlines that are nobody's duty, so never the next clock of a track. */
  readonly aside: readonly string[];
  /** Types of events a card tells of. */
  readonly told: readonly string[];
  readonly cardOf: (track: BoardTrack) => OrderCard;
};

/**
 * Where a deadline runs. One that has lapsed is owed as long as its track is under that state, none of these events has
 * happened since, and its item is still in the list of the context that it has one row for each of.
 */
export type OwedClock = {
  readonly declaration: string;
  readonly under: string;
  readonly metBy: readonly string[];
  readonly per: string | null;
};

/** A track with one of these leaf states, for which every condition holds, is in this lane. */
export type LaneRule = {
  readonly lane: string;
  readonly states: readonly string[];
  readonly when?: readonly LaneCondition[];
};

/** A number of the context is above another, a fact of the case is so, or a day of the context is near. */
export type LaneCondition =
  | { readonly context: string; readonly above: number }
  | { readonly fact: FactName; readonly is: string }
  | { readonly endOf: string; readonly withinDays: number };

/** One track, as the board reads it. */
export type BoardTrack = {
  readonly context: Readonly<Record<string, unknown>>;
  readonly state: readonly string[];
  readonly clocks: readonly BoardClock[];
  /** Newest first. Sealed values stand in it as references. */
  readonly recorded: readonly BoardEvent[];
  readonly now: Instant;
};

export type BoardClock = {
  readonly id: string;
  readonly declaration: string;
  readonly item: string;
  readonly rule: string;
  readonly startedAt: Instant;
  readonly safeDue: LocalMinute;
  readonly legalDue: LocalMinute;
  readonly safeDueAt: Instant;
  readonly legalDueAt: Instant;
  readonly outcome: string;
};

export type BoardEvent = {
  readonly type: string;
  readonly occurredAt: Instant;
  readonly payload: Readonly<Record<string, unknown>>;
};

/** What a card says beside its lane and its next clock. Codes and dates; no people. */
export type OrderCard = {
  readonly urgent: boolean;
  readonly madeAt: Instant | null;
  /** `YYYY-MM-DD`, in force to the end of it. */
  readonly validUntil: string | null;
  readonly services: readonly OrderService[];
  readonly violation: { readonly count: number; readonly reportedAt: Instant | null } | null;
  readonly changes: PendingChanges | null;
  readonly reconsideration: { readonly since: Instant | null; readonly due: LocalMinute | null } | null;
};

export type PendingChanges = {
  readonly asked: readonly { readonly code: string; readonly title: Title }[];
  readonly since: Instant | null;
  readonly due: LocalMinute | null;
};

/**
 * One addressee of the ruling that holds now, by what it is. Not by its short name in the order: people write names into
 * such, and a board is read across a room.
 */
export type OrderService = {
  readonly title: Title;
  /** Without it the ruling does not count as served. */
  readonly mandatory: boolean;
  readonly servedAt: Instant | null;
  readonly method: { readonly code: string; readonly title: Title } | null;
  readonly hasReceipt: boolean;
  /** The last attempt that failed since the ruling. */
  readonly failedAt: Instant | null;
  readonly due: LocalMinute | null;
  /** Served after its time, or not served and out of time. */
  readonly isLate: boolean;
};
