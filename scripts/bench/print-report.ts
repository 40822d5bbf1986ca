import type { Figures } from './figures.ts';
import { medianOf } from './figures.ts';
import { type Measured, type Scope, SHAPES, type Shape } from './measure.ts';
import type { PlanSummary } from './plan-check.ts';

/** What the figures are held against. Nothing fails when one is missed: machines differ, and neighbours disturb. */
const GOALS = {
  httpToLimit: 0.33,
  p99ToP50: 5,
  latenessP99Ms: 1_000,
  deadlinesPerSecond: 100_000,
} as const;

type Medians = Readonly<Record<Shape, Figures>>;

/** The report as lines of text: what was measured, then the ratios, which alone say something elsewhere. */
export function reportOf(machine: string, scope: Scope, measured: Measured): string[] {
  const medians = Object.fromEntries(
    Object.entries(measured.rounds).map(([shape, rounds]) => [shape, medianOf(rounds)]),
  ) as Medians;
  const [before, after] = measured.loadAverages;
  const rounds = measured.rounds.limit16.length;
  return [
    '',
    `Absolute figures are of this machine and hour: ${machine}`,
    `Load average ${before.toFixed(2)} before, ${after.toFixed(2)} after the rounds; median of ${rounds} ${rounds === 1 ? 'round' : 'interleaved rounds'} of ${scope.durationMs / 1000} s.`,
    '',
    ...table([
      ['', 'transitions/s', 'p50 ms', 'p99 ms'],
      ...(Object.keys(SHAPES) as Shape[]).map((shape) => rowOf(SHAPES[shape], medians[shape])),
    ]),
    '',
    ...table([['', 'p50 ms', 'p99 ms', 'sent'], ...latenessRows(scope, measured)]),
    '',
    ...table([
      ['from npm start to /readyz', 's'],
      ['first start, empty folder', seconds(measured.startUp.firstMs)],
      [`later start, median of ${scope.laterStartCount}`, seconds(measured.startUp.laterMs)],
    ]),
    '',
    ...table([['ratio', 'measured', 'goal'], ...ratioRows(medians, measured)]),
    '',
    `Generic plans with ${scope.caseCount} cases loaded:`,
    ...measured.plans.whenFull.flatMap(planLines),
    'Generic plans made while the tables were empty (kept by a session until the tables are analysed):',
    ...measured.plans.whenEmpty.flatMap(planLines),
  ];
}

function rowOf(name: string, figures: Figures): string[] {
  return [name, figures.perSecond.toFixed(0), figures.p50Ms.toFixed(1), figures.p99Ms.toFixed(1)];
}

function latenessRows({ reminders }: Scope, { lateness }: Measured): string[][] {
  return lateness.map(({ queue, lateness: late }) => [
    `lateness of ${reminders.count} reminders due within ${reminders.spanMs / 1000} s, queue in ${queue}`,
    late.p50Ms.toFixed(0),
    late.p99Ms.toFixed(0),
    String(late.sentCount),
  ]);
}

function ratioRows(
  { limit16, engine16, api16, http16, http64 }: Medians,
  { lateness, deadlinesPerSecond }: Measured,
): string[][] {
  const ratio = (one: Figures, other: Figures) => (one.perSecond / other.perSecond).toFixed(2);
  return [
    ['full stack / limit, 16 clients', ratio(http16, limit16), `at least ${GOALS.httpToLimit}`],
    ['API / limit, 16 clients', ratio(api16, limit16), `at least ${GOALS.httpToLimit}`],
    ['engine / limit, 16 clients', ratio(engine16, limit16), ''],
    ['API / engine, 16 clients', ratio(api16, engine16), ''],
    ['full stack / API (what delivering costs), 16 clients', ratio(http16, api16), ''],
    ['full stack at 64 / limit at 16 clients', ratio(http64, limit16), ''],
    [
      'p99 / p50, full stack, 16 clients',
      (http16.p99Ms / http16.p50Ms).toFixed(1),
      `at most ${GOALS.p99ToP50}`,
    ],
    ...lateness.map(({ queue, lateness: late }) => [
      `p99 lateness, queue in ${queue}`,
      `${late.p99Ms.toFixed(0)} ms`,
      `at most ${GOALS.latenessP99Ms} ms`,
    ]),
    [
      'deadlines computed per second of one core',
      deadlinesPerSecond.toFixed(0),
      `at least ${GOALS.deadlinesPerSecond}`,
    ],
  ];
}

function planLines({ name, indexes, readWhole }: PlanSummary): string[] {
  const verdict = readWhole.length === 0 ? 'by index' : `READS ALL OF ${readWhole.join(', ')}`;
  return [`  ${name}: ${verdict}`, `    ${indexes.join(', ')}`];
}

function seconds(durationMs: number): string {
  return (durationMs / 1000).toFixed(1);
}

/** First column to the left, figures to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('   ')
      .trimEnd(),
  );
}
