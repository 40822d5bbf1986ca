import type { CallAnswer } from '#src/access/may-call.ts';
import type { Because } from '#src/base/errors.ts';
import type { Facts } from '#src/base/facts.ts';
import type { Instant, LocalMinute } from '#src/base/instant.ts';
import type { Title } from '#src/base/title.ts';

/** A case as one reader may see it. */
export type CaseView = {
  readonly id: string;
  readonly number: string;
  readonly status: 'open' | 'closed';
  readonly risk: string;
  readonly facts: Facts;
  readonly ownerAgency: string;
  readonly openedAt: Instant;
  readonly version: number;
  readonly tracks: readonly TrackSummary[];
  /** Vault fields, each present only when there is one and the reader may see it. */
  readonly survivor?: unknown;
  readonly respondent?: unknown;
  readonly incident?: unknown;
  readonly caller?: unknown;
  readonly safeContact?: unknown;
};

/** How a case stood at a moment, without anything out of the vault. */
export type PastView = Pick<CaseView, 'id' | 'status' | 'risk' | 'ownerAgency' | 'tracks'> & {
  readonly at: Instant;
  /** The last line of the log that had been recorded by then. */
  readonly seq: number;
};

export type TrackSummary = {
  readonly id: string;
  readonly workflow: string;
  readonly state: readonly string[];
  readonly titles: readonly Title[];
  readonly agency: string;
  readonly assignee: string | null;
  readonly isFinal: boolean;
};

/** A track as one reader may see it; its ETag is its version, quoted. */
export type TrackView = {
  readonly id: string;
  readonly caseId: string;
  readonly workflow: string;
  readonly workflowVersion: number;
  readonly version: number;
  readonly state: readonly string[];
  readonly titles: readonly Title[];
  /** Sealed values stand here as `{sealed: id}`. */
  readonly context: Readonly<Record<string, unknown>>;
  /** By that id, the values this reader may see; only `GET` fills it, answers to commands leave it empty. */
  readonly revealed: Readonly<Record<string, string>>;
  readonly agency: string;
  readonly assignee: string | null;
  readonly deadlines: readonly DeadlineView[];
  readonly events: readonly EventView[];
};

export type DeadlineView = {
  readonly id: string;
  readonly declaration: string;
  readonly title: Title;
  readonly rule: string;
  readonly article: string;
  readonly startedAt: Instant;
  readonly safeDue: LocalMinute;
  readonly legalDue: LocalMinute;
  readonly outcome: 'open' | 'met' | 'met_late' | 'cancelled' | 'paused' | 'lapsed';
  readonly provisional: boolean;
  readonly explanation: readonly unknown[];
};

/** An event of the state the track is in, and whether this reader may send it. */
export type EventView = {
  readonly type: string;
  readonly domainCode: string;
  readonly title: Title;
  readonly payloadSchema: unknown;
  readonly allowed: boolean;
  readonly because: readonly Because[];
};

export type TimelineEntry = {
  readonly seq: number;
  readonly trackId: string | null;
  readonly type: string;
  readonly title: Title;
  readonly actor: string;
  readonly agency: string | null;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly payload: unknown;
};

/** What `POST /cases/{id}/handoffs` and `GET /handoffs` answer. */
export type HandoffView = {
  readonly id: string;
  readonly caseId: string;
  readonly trackId: string;
  readonly kind: 'referral' | 'transfer' | 'notice';
  readonly from: string;
  readonly to: string;
  readonly status: 'offered' | 'accepted' | 'declined' | 'recalled' | 'expired';
  readonly offeredAt: Instant;
  readonly expiresAt: Instant;
  readonly ownerAgency: string;
};

/** A running track in somebody's list of work. */
export type WorkItem = {
  readonly trackId: string;
  readonly caseId: string;
  /** What the reader is to it; who is `asked` sees only what the track shows candidates. */
  readonly as: 'assignee' | 'agency' | 'asked';
  readonly caseNumber: string | null;
  readonly workflow: string;
  readonly title: Title;
  readonly state: readonly string[];
  readonly titles: readonly Title[];
  readonly risk: string | null;
  readonly agency: string;
  readonly assignee: string | null;
  /** Null: it waits for somebody else. */
  readonly nextStep: { readonly type: string; readonly title: Title } | null;
  /** The earliest open one. */
  readonly deadline: {
    readonly id: string;
    readonly title: Title;
    readonly rule: string;
    readonly safeDue: LocalMinute;
    readonly legalDue: LocalMinute;
  } | null;
  readonly lastEvent: { readonly title: Title; readonly at: Instant } | null;
  /** Null: this reader may not know. */
  readonly safeContact: CallAnswer | null;
};
