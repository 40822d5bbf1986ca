import type { IQueueBackend } from 'bullmq';
import { withinTime } from './within-time.ts';

/** A queue or a worker of BullMQ, as far as closing it goes. */
export type Closable = {
  readonly close: (isForced?: boolean) => Promise<void>;
  readonly getBackend: () => IQueueBackend;
};

/** BullMQ's own clean-up after a forced close; it waits for nobody. */
const CUT_TIMEOUT_MS = 500;

/**
 * Closes a queue or a worker, in its own way if it manages within the time; afterwards no socket of it is left. A
 * Redis that was away at that moment would otherwise be reconnected to for ever, and keep the process alive.
 */
export async function closeWithin(
  closable: Closable,
  timeoutMs: number,
  { isForced = false }: { isForced?: boolean } = {},
): Promise<void> {
  await withinTime(closable.close(isForced), isForced ? CUT_TIMEOUT_MS : timeoutMs).catch(() => undefined);
  const backend = closable.getBackend() as IQueueBackend & RedisClients;
  await withinTime(backend.close(true), CUT_TIMEOUT_MS).catch(() => undefined);
  cutOff(backend.client);
  cutOff(backend.blockingClient);
}

/** What BullMQ's Redis backend has besides. */
type RedisClients = { readonly client?: MaybeClient; readonly blockingClient?: MaybeClient };
type MaybeClient = Promise<{ disconnect?: () => unknown }> | undefined;

function cutOff(client: MaybeClient): void {
  client?.then((connected) => connected.disconnect?.()).catch(() => undefined);
}
