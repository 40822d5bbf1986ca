import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Logger, pino } from 'pino';
import { Registry } from 'prom-client';
import { type Connection, connect } from '#db/connect.ts';
import { RULES } from '#src/base/rules.ts';
import { StartRefused } from '#src/base/start-refused.ts';
import { computeAnswer } from '#src/calendar/compute-answer.ts';
import type { Config } from '#src/config/config.ts';
import { readMasterKey } from '#src/config/master-key.ts';
import { createEngine } from '#src/engine/create-engine.ts';
import type { Engine } from '#src/engine/engine.ts';
import { type Fault, noFault } from '#src/engine/fault-points.ts';
import { type LiveCalendar, openLiveCalendar } from '#src/engine/live-calendar.ts';
import { buildApp } from '#src/http/build-app.ts';
import { buildMetricsApp } from '#src/http/metrics-app.ts';
import { createDoorbell } from '#src/jobs/doorbell.ts';
import type { JobDeps } from '#src/jobs/job-deps.ts';
import { createJobMetrics } from '#src/jobs/job-metrics.ts';
import type { QueuePlace } from '#src/jobs/queue-place.ts';
import { createSweeper, type Sweeper } from '#src/jobs/sweeper.ts';
import { startTidier } from '#src/jobs/tidier.ts';
import { startWorkers } from '#src/jobs/workers.ts';
import { keepMasterKeyCheck } from '#src/store/master-key-check.ts';
import { createVault, type Vault } from '#src/vault/vault.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { orderBoard } from '#workflows/protection-order/board.ts';
import { CALL_PLACES, CALL_PURPOSES } from '#workflows/intake/calls.ts';
import { handoffStatusOf, statesOfStatus } from '#workflows/referral/handoff-status.ts';
import { loadPictures } from './load-pictures.ts';
import { loadWorkflows } from './load-workflows.ts';
import { checkReadiness } from './readiness.ts';

const CONSOLE_FOLDER = resolve(import.meta.dirname, '../web/dist');

/** What every process of the product has, whichever part it plays. Disposing closes all of it, last opened first. */
export type Core = AsyncDisposable & {
  readonly config: Config;
  readonly log: Logger;
  readonly connection: Connection;
  readonly vault: Vault;
  readonly workflows: WorkflowRegistry;
  readonly engine: Engine;
  readonly calendar: LiveCalendar;
  readonly registry: Registry;
  readonly jobs: JobDeps;
  readonly sweeper: Sweeper;
  readonly queue: QueuePlace;
};

export type CoreOptions = {
  readonly config: Config;
  /** The database of this process: the built-in one's, or `DATABASE_URL`. */
  readonly databaseUrl: string;
  /** For tests that end a process at a named point. */
  readonly fault?: Fault;
};

/** Opens the shared parts: database, vault, workflows, doorbell, engine, sweeper (not yet sweeping). */
export async function openCore({ config, databaseUrl, fault = noFault }: CoreOptions): Promise<Core> {
  await using undo = new AsyncDisposableStack();
  const log = pino({ level: config.logLevel });
  const registry = new Registry();
  const metrics = createJobMetrics(registry);
  const vault = createVault(Buffer.from(await readMasterKey(config)));
  const workflows = await loadWorkflows();
  const connection = undo.use(
    connect(databaseUrl, {
      onError: (error) => log.warn({ code: 'database_connection_lost', cause: error.name }),
    }),
  );
  await refuseForeignKey(connection, vault);
  const queue: QueuePlace =
    config.redisUrl === null
      ? { backend: 'postgres', url: databaseUrl }
      : { backend: 'redis', url: config.redisUrl };
  const doorbell = undo.use(createDoorbell({ ...queue, log, metrics }));
  const { pool, db } = connection;
  const calendar = openLiveCalendar(pool);
  const engine = createEngine({
    ...{ pool, db, vault, workflows, fault },
    calendar,
    drawId: randomUUID,
    ring: (bell) => void doorbell.ring(bell),
  });
  const jobs: JobDeps = { pool, db, engine, log, metrics };
  const sweeper = undo.use(createSweeper(jobs));
  const opened = undo.move();
  return {
    ...{ config, log, connection, vault, workflows, engine, calendar, registry, jobs, sweeper, queue },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** With another master key every sealed value would be unreadable, and new ones sealed past the old. */
async function refuseForeignKey({ db }: Connection, vault: Vault): Promise<void> {
  if (vault.acceptsCheck(await keepMasterKeyCheck(db, vault.drawCheck()))) return;
  throw new StartRefused(
    'The master key is not the one this database was sealed with. Give the right HAOLIN_MASTER_KEY, or restore master.key in DATA_DIR from its backup.',
  );
}

/** The API over a core; the caller listens and closes. */
export async function openApi(core: Core): Promise<FastifyInstance> {
  const { config, engine, calendar, connection, vault, workflows, sweeper } = core;
  return buildApp({
    ...{ engine, vault, workflows, db: connection.db },
    pictures: await loadPictures(workflows),
    rules: RULES,
    computeDeadline: async (rule, start, excludedDays) =>
      computeAnswer(rule, start, { calendar: await calendar.latest(), excludedDays }),
    handoffs: { statusOf: handoffStatusOf, statesOf: statesOfStatus },
    orders: orderBoard,
    calls: { places: CALL_PLACES, purposes: CALL_PURPOSES },
    config: {
      demo: config.demo,
      secureCookies: config.publicUrlSecure,
      logLevel: config.logLevel,
      trustedProxies: config.trustedProxies,
    },
    consoleFolder: CONSOLE_FOLDER,
    isReady: () => checkReadiness(connection),
    ...(config.demo ? { sweepUntilIdle: (advanceMs: number) => sweeper.sweepUntilIdle(advanceMs) } : {}),
  });
}

/**
 * Workers and the sweeper. `throw`: a process that is only a worker ends when its queue is away, so that a supervisor
 * starts it again; `retry`: one that also serves the API goes on, the sweeper alone keeping the promise.
 */
export async function openWork(core: Core, whenUnavailable: 'throw' | 'retry'): Promise<AsyncDisposable> {
  await using undo = new AsyncDisposableStack();
  undo.use(await startWorkers({ ...core.jobs, place: core.queue, whenUnavailable }));
  undo.use(startTidier(core.jobs));
  core.sweeper.start();
  return undo.move();
}

/** Serves `/metrics` on a port of its own, on this machine only, when one is configured. */
export async function openMetrics(core: Core): Promise<AsyncDisposable | null> {
  if (core.config.metricsPort === null) return null;
  const app = buildMetricsApp(core.registry);
  await app.listen({ host: '127.0.0.1', port: core.config.metricsPort });
  return { [Symbol.asyncDispose]: () => app.close() };
}
