import {
  assertSchemaCompatibility,
  type BackendFactory,
  createPostgresBackend,
  createRedisBackend,
  LATEST_SCHEMA_VERSION,
  runMigrations,
  SchemaMigrationRequiredError,
} from 'bullmq';
import pg from 'pg';

/** Where the queue lives: beside the data, or in a Redis. */
export type QueuePlace = { readonly backend: 'postgres' | 'redis'; readonly url: string };

/** The queue's own schema in Postgres, or prefix in Redis. All of it may be dropped at any moment. */
const QUEUE_NAMESPACE = 'bullmq';
const REDIS_PREFIX = 'haolin';

const CONNECT_TIMEOUT_MS = 5_000;
/** Another process may be creating the same schema; it takes less than a second. */
const PREPARE_TIMEOUT_MS = 15_000;

/**
 * Creates the queue's schema or brings it to this version of BullMQ: the one deployment step, safe from several
 * processes at once (they take turns). Where it exists already nothing but reading it is needed. Redis needs none.
 */
export async function prepareQueue(place: QueuePlace): Promise<void> {
  if (place.backend === 'redis') return;
  const client = new pg.Client({
    connectionString: place.url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: PREPARE_TIMEOUT_MS,
    query_timeout: PREPARE_TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (!(await isCurrent(client))) await runMigrations(client, QUEUE_NAMESPACE);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Did an operation fail because somebody dropped the queue's schema? Then it can be made again. */
export function isQueueGone(error: unknown): boolean {
  const { code } = (error ?? {}) as { code?: unknown };
  return code === INVALID_SCHEMA || code === UNDEFINED_TABLE || code === UNDEFINED_FUNCTION;
}

const INVALID_SCHEMA = '3F000';
const UNDEFINED_TABLE = '42P01';
const UNDEFINED_FUNCTION = '42883';

/** What BullMQ's `Queue` and `Worker` need to reach the place. */
export type Reach = {
  readonly options: { readonly connection: object; readonly prefix: string };
  readonly factory: BackendFactory;
  /** Before closing: from now on a Redis that is away is not reconnected to. */
  readonly giveUp: () => void;
};

/** For adding jobs: no answer within `timeoutMs` is no answer, and nothing is kept for later. */
export function reachToAdd(place: QueuePlace, timeoutMs: number): Reach {
  if (place.backend === 'redis') {
    // Without a time-out for commands a frozen Redis holds the caller for ever.
    const limits = { commandTimeout: timeoutMs, connectTimeout: timeoutMs, maxRetriesPerRequest: 1 };
    return redisReach({ url: place.url, enableOfflineQueue: false, ...limits });
  }
  return postgresReach({
    connectionString: place.url,
    max: 4,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    // Beyond the caller's patience, so that a slow server does not collect abandoned statements.
    statement_timeout: timeoutMs * 2,
    keepAlive: true,
    application_name: 'haolin doorbell',
  });
}

/** For working: here a command may block, which is how a worker waits. */
export function reachToWork(place: QueuePlace): Reach {
  if (place.backend === 'redis') {
    return redisReach({ url: place.url, maxRetriesPerRequest: null });
  }
  return postgresReach({
    connectionString: place.url,
    max: 4,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: 20_000,
    statement_timeout: 10_000,
    keepAlive: true,
    application_name: 'haolin worker',
  });
}

async function isCurrent(client: pg.Client): Promise<boolean> {
  try {
    return (await assertSchemaCompatibility(client, QUEUE_NAMESPACE)) >= LATEST_SCHEMA_VERSION;
  } catch (error) {
    if (error instanceof SchemaMigrationRequiredError) return false;
    throw error;
  }
}

function redisReach(settings: object): Reach {
  let isGivenUp = false;
  // Half a second at first, at most three: a Redis that is back is found soon.
  const retryStrategy = (attempt: number) => (isGivenUp ? null : Math.min(attempt * 500, 3_000));
  return {
    options: { connection: { ...settings, retryStrategy }, prefix: REDIS_PREFIX },
    factory: createRedisBackend as unknown as BackendFactory,
    giveUp: () => {
      isGivenUp = true;
    },
  };
}

function postgresReach(settings: object): Reach {
  return {
    options: { connection: { ...settings, schema: QUEUE_NAMESPACE }, prefix: REDIS_PREFIX },
    factory: createPostgresBackend as unknown as BackendFactory,
    giveUp: () => undefined,
  };
}
