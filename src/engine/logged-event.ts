import { createHash } from 'node:crypto';
import type { Instant } from '#src/base/instant.ts';
import { canonicalJson, type JsonObject } from '#src/base/json.ts';
import type { EventActor } from '#src/workflow/workflow-event.ts';

/** One line of a case's log. Its canonical JSON is what is stored, hashed and replayed. */
export type LoggedEvent = {
  readonly case: string;
  readonly seq: number;
  /** Null for what happens to the case itself. */
  readonly track: string | null;
  readonly workflow: string | null;
  readonly workflowVersion: number | null;
  readonly type: string;
  readonly code: string;
  readonly actor: EventActor;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** Sealed values stand here as references. */
  readonly payload: JsonObject;
  /** What guards read that no earlier event tells. */
  readonly read: { readonly openDeadlines: number };
};

/** Types of events that are not a workflow's own. */
export const CASE_OPENED = 'case.opened';
export const TRACK_OPENED = 'track.opened';
export const DEADLINE_LAPSED = 'deadline.lapsed';
export const DEADLINE_RECOMPUTED = 'deadline.recomputed';
export const DEADLINE_UNRULED = 'deadline.unruled';
export const TRACK_MOVED = 'track.moved';

/** The exact text that is stored for an event. */
export function bodyOf(event: LoggedEvent): string {
  return canonicalJson(event);
}

/** Reads a stored line back. */
export function parseLogged(body: string): LoggedEvent {
  return JSON.parse(body) as LoggedEvent;
}

/** What the first event of a case is chained to. */
export function chainStart(caseId: string): Buffer {
  return createHash('sha256').update(`haolin/1|${caseId}`).digest();
}

/** SHA-256 over the previous hash and the exact stored bytes. */
export function chainNext(previous: Buffer, body: string): Buffer {
  return createHash('sha256').update(previous).update(body, 'utf8').digest();
}
