import type { Db } from '#db/connect.ts';
import type { Instant } from '#src/base/instant.ts';
import type { OrderBoard } from '#src/base/order-board.ts';
import type { Rule } from '#src/base/rules.ts';
import type { Title } from '#src/base/title.ts';
import type { ComputedAnswer } from '#src/calendar/compute-answer.ts';
import type { Engine } from '#src/engine/engine.ts';
import type { HandoffView } from '#src/engine/views.ts';
import type { OwedAt } from '#src/store/list-calls.ts';
import type { Vault } from '#src/vault/vault.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import type { WorkflowPictures } from './workflow-picture.ts';

/** Everything the application is given; it makes nothing of this itself, so a test can give it what it likes. */
export type Services = {
  readonly engine: Engine;
  readonly db: Db;
  readonly vault: Pick<Vault, 'sealAnswer' | 'openAnswer' | 'openSecret' | 'sealDraft' | 'openDraft'>;
  readonly workflows: WorkflowRegistry;
  /** Of every version there is. */
  readonly pictures: WorkflowPictures;
  readonly handoffs: HandoffStates;
  readonly orders: OrderBoard;
  readonly calls: OwedCalls;
  readonly rules: readonly Rule[];
  readonly computeDeadline: ComputeDeadline;
  readonly config: {
    readonly demo: boolean;
    readonly secureCookies: boolean;
    readonly logLevel: string;
    /** Addresses or networks, besides this machine's own. */
    readonly trustedProxies?: readonly string[];
  };
  /** Demo mode: moves the clock and answers when everything due by then has been processed. */
  readonly sweepUntilIdle?: (advanceMs: number) => Promise<Instant>;
  /** Where the built console lies; without it the server says how to build it. */
  readonly consoleFolder?: string;
  /** `why` names what is missing, for the person who starts the server. */
  readonly isReady: () => Promise<{ ready: boolean; why: readonly string[] }>;
  /** Where log lines go instead of standard output. */
  readonly logStream?: { write: (line: string) => void };
};

/** How the referral workflow's states read from outside; given, because this folder knows no single workflow. */
export type HandoffStates = {
  readonly statusOf: (state: readonly string[]) => HandoffView['status'];
  readonly statesOf: (status: HandoffView['status']) => readonly string[];
};

/** In which states somebody waits for a call, and how each reads from outside; given for the same reason. */
export type OwedCalls = {
  readonly places: readonly OwedCall[];
  readonly purposes: Readonly<Record<string, Title>>;
};

export type OwedCall = OwedAt & {
  readonly purpose: string;
  readonly outcomes: readonly {
    readonly type: string;
    readonly kind: string;
    readonly key: string;
    readonly title: Title;
  }[];
};

/** Throws the errors of `src/calendar/calendar-errors.ts`. */
export type ComputeDeadline = (rule: Rule, start: string, excludedDays: number) => Promise<ComputedAnswer>;
