import type { ExcludedSpan } from '#src/base/excluded-span.ts';
import type { Facts, PublishedFacts } from '#src/base/facts.ts';
import type { Instant } from '#src/base/instant.ts';

/** Everything one command changes, as rows. It is written by one statement: all of it or nothing. */
export type StepRows = {
  readonly caseRow: CaseChange;
  /** By which calendar the clocks were computed; after another import nothing is written. */
  readonly calendarSerial: number;
  /** Null when the timer acts. A person whose rights changed since the read writes nothing. */
  readonly actor: { readonly personId: string; readonly rightsEpoch: number } | null;
  readonly events: readonly EventRow[];
  readonly tracksOpened: readonly TrackChange[];
  readonly tracksMoved: readonly TrackChange[];
  readonly vaultEntries: readonly VaultRow[];
  readonly phoneTokens: readonly Buffer[];
  readonly deadlinesStarted: readonly DeadlineStart[];
  readonly deadlinesSettled: readonly DeadlineSettlement[];
  /** Deadlines whose remaining reminders are called off: met, cancelled, or dealt with after they lapsed. */
  readonly disarmed: readonly string[];
  readonly reminders: readonly ReminderRow[];
  readonly handoffs: readonly HandoffRow[];
  readonly outbox: readonly OutboxRow[];
  readonly answer: AnswerRow | null;
  readonly audit: AuditRow;
};

export type CaseChange = {
  readonly id: string;
  /** The version that was read; null opens the case. */
  readonly readVersion: number | null;
  readonly number: string;
  readonly status: 'open' | 'closed';
  readonly facts: Facts;
  readonly ownerAgency: string;
  readonly lastSeq: number;
  readonly chainHead: Buffer;
  readonly wrappedKey: Buffer;
  readonly openedAt: Instant;
};

export type EventRow = {
  readonly seq: number;
  readonly trackId: string | null;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly body: string;
  readonly hash: Buffer;
};

export type TrackChange = {
  readonly id: string;
  readonly workflow: string;
  readonly workflowVersion: number;
  readonly version: number;
  readonly state: readonly string[];
  readonly snapshot: unknown;
  readonly happened: Readonly<Record<string, Instant>>;
  readonly facts: PublishedFacts;
  readonly isFinal: boolean;
  readonly agency: string;
  readonly assignee: string | null;
  readonly candidate: string | null;
};

export type VaultRow = {
  readonly id: string;
  readonly trackId: string | null;
  readonly author: string;
  readonly class: string;
  readonly field: string;
  readonly sealed: Buffer;
};

export type DeadlineStart = {
  readonly id: string;
  readonly trackId: string;
  readonly declaration: string;
  readonly item: string;
  readonly rule: string;
  readonly startedAt: Instant;
  readonly safeDue: string;
  readonly legalDue: string;
  readonly safeDueAt: Instant;
  readonly legalDueAt: Instant;
  readonly isProvisional: boolean;
  readonly explanation: readonly unknown[];
  /** Times that do not count; the dates are those with them taken out. */
  readonly excluded: readonly ExcludedSpan[];
};

export type DeadlineSettlement = {
  readonly id: string;
  readonly outcome: 'met' | 'met_late' | 'cancelled' | 'paused' | 'lapsed';
  readonly at: Instant;
};

export type ReminderRow = {
  readonly id: string;
  readonly deadlineId: string;
  readonly at: Instant;
  readonly kind: 'remind' | 'escalate';
  readonly audience: string;
};

export type HandoffRow = {
  readonly id: string;
  readonly trackId: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly expiresAt: Instant;
  readonly offeredAt: Instant;
};

export type OutboxRow = {
  readonly id: string;
  readonly topic: 'notify' | 'send';
  readonly trackId: string;
  readonly detail: Readonly<Record<string, unknown>>;
};

export type AnswerRow = {
  readonly key: string;
  readonly fingerprint: string;
  readonly status: number;
  readonly trackId: string | null;
  readonly etag: string | null;
  readonly body: Buffer;
};

export type AuditRow = { readonly action: string; readonly trackId: string | null };
