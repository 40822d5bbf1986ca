import { parseArgs } from 'node:util';
import { openBenchDatabases } from './bench/bench-databases.ts';
import { openEnginePart } from './bench/engine-part.ts';
import { openHttpPart } from './bench/http-part.ts';
import { openLatenessPart } from './bench/lateness-part.ts';
import { openLimitPart } from './bench/limit-part.ts';
import { measure, type Scope } from './bench/measure.ts';
import { type Part, servePart } from './bench/part.ts';
import { reportOf } from './bench/print-report.ts';

// npm run bench [-- --quick]: what the product does per second here, against what the database alone would do.
// It measures and prints; it never fails for a figure. docs/performance.md says what each figure means.

const FULL: Scope = {
  roundCount: 3,
  warmUpMs: 800,
  durationMs: 3_000,
  reminders: { count: 500, spanMs: 10_000 },
  laterStartCount: 3,
  caseCount: 20_000,
  // Leaves a minute and a half for the rest, also where it is slow: the whole run takes three minutes at most.
  roundsEndMs: 75_000,
};
const QUICK: Scope = {
  roundCount: 1,
  warmUpMs: 700,
  durationMs: 1_500,
  reminders: { count: 100, spanMs: 2_000 },
  laterStartCount: 1,
  caseCount: 2_000,
  roundsEndMs: 75_000,
};

/** What runs in a process of its own: this program again, with `--part` and the part's options. */
const PARTS = {
  limit: openLimitPart,
  engine: openEnginePart,
  http: openHttpPart,
  lateness: openLatenessPart,
} as Readonly<Record<string, (options: never) => Promise<Part<never>>>>;

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, part: { type: 'string' } },
  allowPositionals: true,
});

if (values.part === undefined) await bench(values.quick ? QUICK : FULL);
else await play(values.part, positionals[0] ?? '{}');

async function bench(scope: Scope): Promise<void> {
  // What is being measured when a signal comes fails with its database, which ends first; nobody waits for it.
  const interrupted = Promise.withResolvers<never>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => interrupted.reject(new Error(`stopped by ${signal}`)));
  }
  // One that comes while the database starts is heard when it is there.
  interrupted.promise.catch(() => undefined);
  try {
    await measureAndPrint(scope, interrupted.promise);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}

async function measureAndPrint(scope: Scope, interrupted: Promise<never>): Promise<void> {
  console.log('a database of its own …');
  await using databases = await openBenchDatabases();
  const measuring = measure(databases, scope, (line) => console.log(line));
  const measured = await Promise.race([measuring, interrupted]);
  for (const line of reportOf(databases.machine, scope, measured)) console.log(line);
}

async function play(name: string, options: string): Promise<void> {
  const open = PARTS[name];
  if (open === undefined) throw new Error(`the bench has no part ${name}`);
  await servePart(() => open(JSON.parse(options) as never) as Promise<Part<unknown>>);
}
