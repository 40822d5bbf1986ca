import type { IQueueBackend } from 'bullmq';
import { withinTime } from './within-time.ts';

/** A queue or a worker of BullMQ, as far as closing it goes. */
export type Closable = {
  readonly close: (isForced?: boolean) => Promise<void>;
  readonly getBackend: () => IQueueBackend;
};

/** BullMQ's own clean-up after a forced close; it waits for nobody. */
const CUT_TIMEOUT_MS = 500;
/** The longest pause between two attempts to reach a Redis, and the attempt after it. */
const DECIDED_TIMEOUT_MS = 4_000;

/**
 * Closes a queue or a worker, in its own way if it manages within the time; afterwards no socket of it is left.
 * Forced means at once, for one that never got its connection.
 */
export async function closeWithin(
  closable: Closable,
  timeoutMs: number,
  { isForced = false }: { isForced?: boolean } = {},
): Promise<void> {
  const backend = closable.getBackend() as IQueueBackend & RedisClients;
  const clients = [backend.client, backend.blockingClient].filter((client) => client !== undefined);
  if (!isForced) {
    // Closed while it is between two attempts to reconnect, a worker would wait for ever for an end it is never told.
    await Promise.all(clients.map(async (client) => withinTime(isDecided(client), DECIDED_TIMEOUT_MS))).catch(
      () => undefined,
    );
  }
  await withinTime(closable.close(isForced), isForced ? CUT_TIMEOUT_MS : timeoutMs).catch(() => undefined);
  await withinTime(backend.close(true), CUT_TIMEOUT_MS).catch(() => undefined);
  for (const client of clients) client.then((open) => open.disconnect?.()).catch(() => undefined);
}

/** What BullMQ's Redis backend has besides: its connections, once they were made. */
type RedisClients = {
  readonly client?: Promise<RedisClient>;
  readonly blockingClient?: Promise<RedisClient>;
};
type RedisClient = {
  readonly status?: string;
  readonly once?: (event: string, listener: () => void) => unknown;
  readonly disconnect?: () => unknown;
};

/** Resolves when a connection either stands or is given up. */
async function isDecided(connecting: Promise<RedisClient>): Promise<void> {
  const client = await connecting;
  if (client.status === 'ready' || client.status === 'end') return;
  await new Promise<void>((resolve) => {
    client.once?.('ready', resolve);
    client.once?.('end', resolve);
  });
}
