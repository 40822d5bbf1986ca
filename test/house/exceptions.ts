import type { Violation } from './source-tree.ts';

export type Rule = 'environment' | 'time' | 'floors' | 'unused' | 'words';

type Exception = { readonly rule: Rule; readonly path: string; readonly reason: string };

/** Every exception from a house rule. The list only shrinks: an entry that is not needed any more fails too. */
export const EXCEPTIONS: readonly Exception[] = [
  {
    rule: 'environment',
    path: 'db/embedded-cluster.ts',
    reason: 'initdb is started with the PATH of this process and nothing else of it',
  },
  {
    rule: 'environment',
    path: 'db/embedded-postmaster.ts',
    reason: 'postgres is started with the PATH of this process and nothing else of it',
  },
  {
    rule: 'environment',
    path: 'scripts/bench/product-process.ts',
    reason: 'the measured product is started with the PATH of this process and nothing else of it',
  },
  {
    rule: 'environment',
    path: 'scripts/demo.ts',
    reason: 'the address of the server it plays against is no setting of the product',
  },
  {
    rule: 'time',
    path: 'src/jobs/workers.ts',
    reason: "asks this host's clock, to compare it with the database's",
  },
  {
    rule: 'time',
    path: 'web/api/clock.ts',
    reason: "asks the browser's clock, to compare it with the server's; every page asks this file",
  },
];

/** What is left of the violations of a rule, and the exceptions from it that excuse nothing. */
export function unexcused(
  rule: Rule,
  violations: readonly Violation[],
  exceptions: readonly Exception[] = EXCEPTIONS,
): Violation[] {
  const mine = exceptions.filter((exception) => exception.rule === rule);
  const isExcused = ({ path }: Violation) => mine.some((exception) => exception.path === path);
  const unneeded = mine.filter(({ path }) => !violations.some((violation) => violation.path === path));
  return [
    ...violations.filter((violation) => !isExcused(violation)),
    ...unneeded.map(({ path }) => ({ path, problem: `needs no exception from "${rule}" any more` })),
  ];
}
