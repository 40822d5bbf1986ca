import { fireReminder } from './fire-reminders.ts';
import type { JobDeps } from './job-deps.ts';
import { relayMessage } from './relay-messages.ts';

/** One queue. A job is a bell: it carries the id of a row and asks to look at it now. */
export type QueueDefinition = {
  /** Of the job's id, so that the same bell rung twice is one job. BullMQ refuses ids that are bare integers. */
  readonly jobIdOf: (rowId: string) => string;
  /** Looks at the row. Harmless when somebody else was first, when it is too early, or when there is no such row. */
  readonly handle: (deps: JobDeps, rowId: string) => Promise<unknown>;
};

/**
 * Every queue, each with exactly one worker per process. No queue retries: what failed is in the ledger, with its
 * own count and delay (`relay-messages.ts`, `failure-delays.ts`), and the sweeper finds it there.
 */
export const QUEUES = {
  messages: { jobIdOf: (id) => `msg-${id}`, handle: relayMessage },
  reminders: { jobIdOf: (id) => `rem-${id}-0`, handle: fireReminder },
} as const satisfies Record<string, QueueDefinition>;

export type QueueName = keyof typeof QUEUES;

export const QUEUE_NAMES = Object.keys(QUEUES) as readonly QueueName[];
