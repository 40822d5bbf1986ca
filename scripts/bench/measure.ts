import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { BenchDatabases } from './bench-databases.ts';
import { measureDeadlineRate } from './deadline-rate.ts';
import type { Figures } from './figures.ts';
import type { Lateness, Reminders } from './lateness-part.ts';
import type { Load } from './load.ts';
import { type RemotePart, startPart } from './part.ts';
import { checkPlans, type Plans } from './plan-check.ts';
import { startProduct } from './product-process.ts';
import { isRedisInstalled, startRedis } from './redis-server.ts';
import { measureStartUp, type StartUp } from './start-up.ts';

/** How much to measure. */
export type Scope = {
  readonly roundCount: number;
  readonly warmUpMs: number;
  readonly durationMs: number;
  readonly reminders: Reminders;
  readonly laterStartCount: number;
  readonly caseCount: number;
  /** No round begins later than this after the start of the bench. */
  readonly roundsEndMs: number;
};

export const SHAPES = {
  limit16: 'database alone: the same two statements, 16 clients',
  engine16: 'engine in process, 16 clients',
  api16: 'API over HTTP, workers elsewhere, 16 clients',
  http16: 'full stack over HTTP, workers included, 16 clients',
  http64: 'full stack over HTTP, workers included, 64 clients',
} as const;
export type Shape = keyof typeof SHAPES;

export type Measured = {
  readonly rounds: Readonly<Record<Shape, readonly Figures[]>>;
  readonly lateness: readonly { readonly queue: string; readonly lateness: Lateness }[];
  readonly startUp: StartUp;
  readonly plans: Plans;
  /** Computed per second of one core. */
  readonly deadlinesPerSecond: number;
  /** Processes that wanted a processor in the last minute: before, after the rounds. */
  readonly loadAverages: readonly [number, number];
};

/** Measures everything, one thing after the other; `say` tells who waits what is being done. */
export async function measure(
  databases: BenchDatabases,
  scope: Scope,
  say: (line: string) => void,
): Promise<Measured> {
  say('deadlines …');
  const deadlinesPerSecond = measureDeadlineRate(scope.durationMs);
  const [loadBefore = 0] = loadavg();
  const rounds = await measureRounds(databases, scope, say);
  const [loadAfter = 0] = loadavg();
  say('reminders …');
  const lateness = await measureLateness(databases, scope);
  say('starts …');
  const startUp = await measureStartUp(databases.folder, scope.laterStartCount);
  say(`plans at ${scope.caseCount} cases …`);
  const plans = await checkPlans(
    { databaseUrl: await databases.create('bench_plans_empty') },
    { databaseUrl: await databases.create('bench_plans'), adminUrl: databases.adminUrlOf('bench_plans') },
    scope.caseCount,
  );
  return { rounds, lateness, startUp, plans, deadlinesPerSecond, loadAverages: [loadBefore, loadAfter] };
}

type Rounds = Record<Shape, Figures[]>;

/** The shapes take turns, so that what disturbs the machine for a while disturbs all of them. */
async function measureRounds(
  databases: BenchDatabases,
  scope: Scope,
  say: (line: string) => void,
): Promise<Rounds> {
  await using stack = new AsyncDisposableStack();
  const parts = await openParts(databases, stack);
  const rounds: Rounds = { limit16: [], engine16: [], api16: [], http16: [], http64: [] };
  const { warmUpMs, durationMs } = scope;
  for (let round = 1; round <= scope.roundCount; round += 1) {
    if (round > 1 && performance.now() > scope.roundsEndMs) {
      say(`the machine is slow: stopped after ${round - 1} rounds`);
      break;
    }
    say(`round ${round} of ${scope.roundCount} …`);
    for (const [shape, part, clientCount] of parts) {
      await databases.settle();
      rounds[shape].push(await part.ask<Figures>({ clientCount, warmUpMs, durationMs }));
    }
  }
  return rounds;
}

async function openParts(
  databases: BenchDatabases,
  stack: AsyncDisposableStack,
): Promise<(readonly [Shape, RemotePart<Load>, number])[]> {
  const rehearsalUrl = await databases.create('bench_rehearsal');
  const limitUrl = await databases.create('bench_limit', 'grown');
  const engineUrl = await databases.create('bench_engine', 'grown');
  const limit = stack.use(await startPart<Load>('limit', { rehearsalUrl, databaseUrl: limitUrl }));
  const engine = stack.use(await startPart<Load>('engine', { databaseUrl: engineUrl }));
  const api = await openServer(databases, stack, 'api');
  const http = await openServer(databases, stack, 'all');
  return [
    ['limit16', limit, 16],
    ['engine16', engine, 16],
    ['api16', api, 16],
    ['http16', http, 16],
    ['http64', http, 64],
  ];
}

/** A server on a database of its own, and a load generator for it; both idle between their rounds. */
async function openServer(
  databases: BenchDatabases,
  stack: AsyncDisposableStack,
  by: 'all' | 'api',
): Promise<RemotePart<Load>> {
  const name = `bench_${by}`;
  const settings = {
    DATABASE_URL: await databases.create(name, 'grown'),
    DATA_DIR: join(databases.folder, name),
    HAOLIN_DEMO: 'on',
  };
  const logFile = join(databases.folder, `${name}.log`);
  const server = stack.use(await startProduct({ by, settings, logFile }));
  return stack.use(await startPart<Load>('http', { baseUrl: server.baseUrl }));
}

async function measureLateness(
  databases: BenchDatabases,
  { reminders }: Scope,
): Promise<Measured['lateness']> {
  const measured = [
    { queue: 'Postgres', lateness: await latenessOn(databases, 'bench_reminders', reminders, null) },
  ];
  if (!isRedisInstalled()) return measured;
  await using redis = await startRedis(join(databases.folder, 'redis'));
  const lateness = await latenessOn(databases, 'bench_reminders_redis', reminders, redis.url);
  return [...measured, { queue: 'Redis', lateness }];
}

async function latenessOn(
  databases: BenchDatabases,
  name: string,
  reminders: Reminders,
  redisUrl: string | null,
): Promise<Lateness> {
  const databaseUrl = await databases.create(name);
  const dataDir = join(databases.folder, name);
  await using part = await startPart<Reminders>('lateness', { databaseUrl, dataDir, redisUrl });
  // Awaited here: the part ends with this function.
  return await part.ask<Lateness>(reminders);
}
