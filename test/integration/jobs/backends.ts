import { Redis } from 'ioredis';
import pg from 'pg';
import { waitUntil } from '#db/embedded-process.ts';
import type { QueuePlace } from '#src/jobs/queue-place.ts';
import { hasRedis, startRedis, type TestRedis } from '#test/support/redis.ts';

/** A queue to test on, and what can happen to it. */
export type TestQueue = AsyncDisposable & {
  readonly place: QueuePlace;
  /** Destroys everything the queue has stored. */
  readonly wipe: () => Promise<void>;
  /** All that is stored, as text. */
  readonly dump: () => Promise<string>;
};

/** Both backends, or Postgres alone where there is no Redis to start. */
export const BACKENDS: readonly ('postgres' | 'redis')[] = hasRedis() ? ['postgres', 'redis'] : ['postgres'];

/** A queue of one's own: beside the data, or in a Redis started for it. */
export async function testQueue(backend: 'postgres' | 'redis', databaseUrl: string): Promise<TestQueue> {
  return backend === 'postgres' ? postgresQueue(databaseUrl) : redisQueue(await startRedis());
}

function postgresQueue(url: string): TestQueue {
  return {
    place: { backend: 'postgres', url },
    wipe: () => withClient(url, dropSchema),
    dump: () =>
      withClient(url, async (client) => {
        const { rows } = await client.query(
          'select to_jsonb(job) from bullmq.job union all select to_jsonb(event) from bullmq.event',
        );
        return JSON.stringify(rows);
      }),
    [Symbol.asyncDispose]: async () => undefined,
  };
}

function redisQueue(redis: TestRedis): TestQueue {
  return {
    place: { backend: 'redis', url: redis.url },
    wipe: () => withRedis(redis.url, async (client) => void (await client.flushall())),
    dump: () => withRedis(redis.url, dumpRedis),
    [Symbol.asyncDispose]: () => redis[Symbol.asyncDispose](),
  };
}

/** Workers at work may be the other half of a deadlock; whoever drops the schema by hand would try again too. */
async function dropSchema(client: pg.Client): Promise<void> {
  const isDropped = async () => {
    try {
      await client.query('drop schema if exists bullmq cascade');
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code !== DEADLOCK) throw error;
      return false;
    }
  };
  if (!(await waitUntil(isDropped, { timeoutMs: 10_000 }))) throw new Error('the schema cannot be dropped');
}

const DEADLOCK = '40P01';

async function dumpRedis(client: Redis): Promise<string> {
  const values: unknown[] = [];
  for (const key of await client.keys('*')) {
    const type = await client.type(key);
    if (type === 'hash') values.push(key, await client.hgetall(key));
    else if (type === 'stream') values.push(key, await client.xrange(key, '-', '+'));
    else values.push(key);
  }
  return JSON.stringify(values);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function withRedis<T>(url: string, work: (client: Redis) => Promise<T>): Promise<T> {
  const client = new Redis(url, { commandTimeout: 5_000 });
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}
