import type { Person } from '#src/base/actor.ts';
import type { Instant } from '#src/base/instant.ts';
import type { JsonObject } from '#src/base/json.ts';
import type { WorkKey, WorkQuery } from '#src/store/list-work.ts';
import type { CallAnswers } from './call-answers.ts';
import type { CaseView, PastView, TimelineEntry, TrackView, WorkItem } from './views.ts';

/** What every command brings: who sends it, and the key that makes sending it twice harmless. */
export type CommandBasis = {
  readonly person: Person;
  readonly idempotency: { readonly key: string; readonly fingerprint: string };
};

/** `POST /cases`. Every text in the optional parts goes to the vault; only codes stay outside. */
export type OpenCaseCommand = CommandBasis & { readonly body: OpenCaseBody };

export type OpenCaseBody = {
  readonly channel: string;
  readonly caller: { readonly relation: string } & JsonObject;
  readonly safeContact: { readonly canTalkNow: boolean } & JsonObject;
  readonly survivor?: JsonObject;
  readonly respondent?: JsonObject;
  readonly incident?: JsonObject;
};

export type OpenTrackCommand = CommandBasis & {
  readonly caseId: string;
  readonly workflow: string;
  readonly input: JsonObject;
};

export type ApplyEventCommand = CommandBasis & {
  readonly trackId: string;
  /** The `If-Match` header as sent; null when it was not sent. */
  readonly ifMatch: string | null;
  readonly type: string;
  readonly payload: JsonObject;
  /** RFC 3339; absent: now. */
  readonly occurredAt?: string;
};

export type OfferHandoffCommand = CommandBasis & {
  readonly caseId: string;
  readonly body: {
    readonly kind: 'referral' | 'transfer' | 'notice';
    readonly toAgency: string;
    readonly trackId?: string;
    readonly purpose: string;
    readonly basis: string;
    readonly fields: readonly string[];
  };
};

export type AnswerHandoffCommand = CommandBasis & {
  readonly handoffId: string;
  readonly answer: 'accept' | 'decline' | 'recall';
  /** For `decline`. */
  readonly reason?: string;
};

/** What a command is answered; stored with its key, so `body` is the exact text that was or will be sent. */
export type Answer = {
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
};

/** What a worker sends in the name of the timer. */
export type SystemEvent = {
  readonly trackId: string;
  readonly type: string;
  /** The deadline whose end this event is; it is recorded as lapsed in the same step. */
  readonly lapsedDeadlineId?: string;
};

/** Rung after commit. Losing it costs only time: the sweeper finds the same rows. */
export type Bell = {
  readonly messages: readonly string[];
  readonly reminders: readonly { readonly id: string; readonly delayMs: number }[];
};

/**
 * The one way in. Commands throw `AppError` for every refusal and change nothing then; what they return is
 * already durable.
 */
export type Engine = {
  readonly openCase: (command: OpenCaseCommand) => Promise<Answer>;
  readonly openTrack: (command: OpenTrackCommand) => Promise<Answer>;
  readonly applyEvent: (command: ApplyEventCommand) => Promise<Answer>;
  readonly offerHandoff: (command: OfferHandoffCommand) => Promise<Answer>;
  readonly answerHandoff: (command: AnswerHandoffCommand) => Promise<Answer>;
  /** `no_longer_due`: the track has moved on and does not hear this event any more. */
  readonly sendAsSystem: (event: SystemEvent) => Promise<'sent' | 'no_longer_due'>;
  /** Settles a deadline whose legal end has passed and sends what its declaration says. */
  readonly lapseDeadline: (deadlineId: string) => Promise<'lapsed' | 'no_longer_due'>;
  /** Readers throw `not_found` for absent and invisible alike. */
  readonly viewCase: (person: Person, caseId: string) => Promise<CaseView>;
  readonly viewTrack: (person: Person, trackId: string) => Promise<TrackView>;
  readonly viewTimeline: (person: Person, caseId: string, page: TimelinePage) => Promise<TimelineAnswer>;
  /** How a case stood at a moment; throws `not_found` when there was nothing of it yet, too. */
  readonly viewPast: (person: Person, caseId: string, at: Instant) => Promise<PastView>;
  readonly viewWork: (person: Person, query: WorkQuery) => Promise<WorkAnswer>;
  readonly lookUpPhone: (person: Person, phone: string) => Promise<{ known: boolean; caseIds: string[] }>;
  /** For cases that a list has just shown to this person. */
  readonly callAnswers: (person: Person, caseIds: readonly string[]) => Promise<CallAnswers>;
};

export type TimelinePage = { readonly until?: Instant; readonly beforeSeq?: number; readonly limit: number };

/** `hasMore`: there are older entries than the last one given. */
export type TimelineAnswer = { readonly items: readonly TimelineEntry[]; readonly hasMore: boolean };

/** A page of somebody's work; `next` is where the page after it begins. */
export type WorkAnswer = { readonly items: readonly WorkItem[]; readonly next: WorkKey | null };
