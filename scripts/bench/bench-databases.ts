import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { connect } from '#db/connect.ts';
import { openEmbeddedPostgres } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { keepFounding } from '#src/store/founding.ts';
import { DEMO_PASSWORD, seedDemo } from '#src/store/seed-demo.ts';
import { hashPassword } from '#src/vault/password.ts';
import { fillWithCases } from './fill-with-cases.ts';
import { rehearse } from './rehearse.ts';

/** A Postgres for this run alone, in a temporary folder, with the settings the product insists on. */
export type BenchDatabases = AsyncDisposable & {
  readonly folder: string;
  /** Postgres, processors and hour, for the head of the report. */
  readonly machine: string;
  /** A fresh database with the product's schema and the demo district in it; `grown`: and two thousand cases. */
  readonly create: (name: string, state?: 'empty' | 'grown') => Promise<string>;
  /** The address of a database for its superuser. */
  readonly adminUrlOf: (name: string) => string;
  /** Lets no round pay for what the one before left to be written. */
  readonly settle: () => Promise<void>;
};

const TEMPLATES = { empty: 'haolin', grown: 'bench_grown' } as const;
// Enough that the planner takes the tables for what they become, and few enough to be copied in a second.
const GROWN_CASE_COUNT = 2_000;

/** Starts it, and makes what the databases of this run are copied from. */
export async function openBenchDatabases(): Promise<BenchDatabases> {
  await using undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), 'haolin-bench-'));
  undo.defer(() => rm(folder, { recursive: true, force: true }));
  // Started by root, the server runs as somebody else, who must be able to pass.
  await chmod(folder, 0o711);
  const postgres = undo.use(
    await openEmbeddedPostgres({ dataDir: join(folder, 'data'), log: () => undefined }),
  );
  await migrate(postgres.url);
  await seed(postgres.url);
  const admin = new pg.Client({
    connectionString: postgres.adminUrl,
    connectionTimeoutMillis: 5_000,
    query_timeout: 60_000,
  });
  admin.on('error', () => undefined);
  await admin.connect();
  undo.defer(() => admin.end());
  const machine = await describeMachine(admin);
  await admin.query(`create database ${TEMPLATES.grown} template ${TEMPLATES.empty} owner haolin`);
  await rehearse(named(postgres.url, TEMPLATES.grown));
  await fillWithCases(named(postgres.adminUrl, TEMPLATES.grown), GROWN_CASE_COUNT);
  const opened = undo.move();
  return {
    folder,
    machine,
    create: async (name, state = 'empty') => {
      await admin.query(`create database ${name} template ${TEMPLATES[state]} owner haolin`);
      return named(postgres.url, name);
    },
    adminUrlOf: (name) => named(postgres.adminUrl, name),
    settle: async () => {
      await admin.query('checkpoint');
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

async function seed(url: string): Promise<void> {
  await using connection = connect(url, { maxConnections: 1 });
  await seedDemo(connection.db, await hashPassword(DEMO_PASSWORD));
  await keepFounding(connection.db, true);
}

async function describeMachine(admin: pg.Client): Promise<string> {
  const { rows } = await admin.query<{ hour: string; version: string; unsafe: string }>(
    `select to_char(now(), 'YYYY-MM-DD HH24:00') as hour, current_setting('server_version') as version,
       (select count(*) from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')
         and setting <> 'on') as unsafe`,
  );
  const { hour = '', version = '', unsafe = '' } = rows[0] ?? {};
  if (unsafe !== '0') throw new Error('the bench runs only on a database that keeps what it confirmed');
  const [cpu] = cpus();
  return `${hour} · ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'} · Node ${process.versions.node} · Postgres ${version}, durable`;
}

function named(url: string, database: string): string {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.href;
}
