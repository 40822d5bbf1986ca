import { Registry } from 'prom-client';
import type { Pool } from '#db/connect.ts';
import { waitUntil } from '#db/embedded-process.ts';
import { readConfig } from '#src/config/config.ts';
import { createDoorbell } from '#src/jobs/doorbell.ts';
import { createJobMetrics } from '#src/jobs/job-metrics.ts';
import { type Core, openCore, openWork } from '#src/wiring.ts';
import { engineDesk } from './bare-engine.ts';
import { createWalk } from './case-walk.ts';
import { percentile } from './figures.ts';
import type { Part } from './part.ts';

export type LatenessOptions = {
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** Null: the queue is in Postgres. */
  readonly redisUrl: string | null;
};

/** So many reminders, evenly spread over that time. */
export type Reminders = { readonly count: number; readonly spanMs: number };

/** Between the moment a reminder was due and the moment it was sent, by the database's clock. */
export type Lateness = { readonly p50Ms: number; readonly p99Ms: number; readonly sentCount: number };

const CASES_COUNT = 50;
/** Up to and including the safety question: then the deadline for the registration runs. */
const MOVES_COUNT = 3;
/** Time to ring for all of them before the first is due. */
const LEAD_MS = 2_000;
const PATIENCE_MS = 20_000;

/** A worker process as the product runs it (queue workers and sweeper), and the reminders for it. */
export async function openLatenessPart(options: LatenessOptions): Promise<Part<Reminders>> {
  const { databaseUrl, dataDir, redisUrl } = options;
  const settings = { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, LOG_LEVEL: 'fatal' };
  const config = readConfig(redisUrl === null ? settings : { ...settings, REDIS_URL: redisUrl }, []);
  const stack = new AsyncDisposableStack();
  const core = stack.use(await openCore({ config, databaseUrl }));
  await openCases(core);
  stack.use(await openWork(core, 'throw'));
  return {
    answer: (reminders) => measure(core, reminders),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

async function openCases({ engine }: Core): Promise<void> {
  const desk = engineDesk(engine);
  for (let index = 0; index < CASES_COUNT; index += 1) {
    const walk = createWalk(desk);
    for (let move = 0; move < MOVES_COUNT; move += 1) await walk();
  }
}

async function measure(core: Core, { count, spanMs }: Reminders): Promise<Lateness> {
  const { pool } = core.connection;
  await using doorbell = createDoorbell({
    ...core.queue,
    log: core.log,
    metrics: createJobMetrics(new Registry()),
  });
  if (!(await waitUntil(doorbell.isOpen, { timeoutMs: PATIENCE_MS }))) throw new Error('the queue is away');
  const reminders = await armReminders(pool, count, spanMs);
  await doorbell.ring({ messages: [], reminders });
  const ids = reminders.map(({ id }) => id);
  const timeoutMs = LEAD_MS + spanMs + PATIENCE_MS;
  // Looking takes a connection and a moment of the machine that the workers need: seldom is enough.
  await waitUntil(async () => (await readLateness(pool, ids)).length === count, { timeoutMs, stepMs: 500 });
  const lateMs = await readLateness(pool, ids);
  return { p50Ms: percentile(lateMs, 0.5), p99Ms: percentile(lateMs, 0.99), sentCount: lateMs.length };
}

async function armReminders(
  pool: Pool,
  count: number,
  spanMs: number,
): Promise<{ id: string; delayMs: number }[]> {
  const result = await pool.query({
    text: `with open as (
        select deadline_id, case_id, row_number() over (order by deadline_id) - 1 as place, count(*) over () as total
        from deadlines where outcome = 'open' and declaration = 'registration'
      ), armed as (
        insert into reminders (reminder_id, case_id, deadline_id, at, kind, audience, state)
        select gen_random_uuid(), open.case_id, open.deadline_id,
          haolin_now() + ($2 + n * $3::float8 / $1) * interval '1 millisecond', 'remind', 'handler', 'armed'
        from generate_series(0, $1::integer - 1) as n join open on open.place = n % open.total
        returning reminder_id, at)
      select reminder_id as id, (extract(epoch from at - haolin_now()) * 1000)::float8 as "delayMs" from armed`,
    values: [count, LEAD_MS, spanMs],
  });
  return result.rows as { id: string; delayMs: number }[];
}

async function readLateness(pool: Pool, ids: readonly string[]): Promise<number[]> {
  const result = await pool.query({
    text: `select (extract(epoch from settled_at - at) * 1000)::float8 as "lateMs" from reminders
      where reminder_id = any ($1::uuid[]) and state = 'sent'`,
    values: [ids],
  });
  return result.rows.map((row: { lateMs: number }) => row.lateMs);
}
