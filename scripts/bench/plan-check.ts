import { connect, type Pool } from '#db/connect.ts';
import { fillWithCases, GROWING_TABLES } from './fill-with-cases.ts';
import { type Rehearsal, rehearse, type SentStatement } from './rehearse.ts';

/** How one statement is carried out. */
export type PlanSummary = {
  readonly name: string;
  readonly indexes: readonly string[];
  /** Tables that grow and are read from end to end, be it by an index without a condition. */
  readonly readWhole: readonly string[];
};

export type Plans = {
  /** What a session that is as old as the database goes on with, until the planner hears of the growth. */
  readonly whenEmpty: readonly PlanSummary[];
  readonly whenFull: readonly PlanSummary[];
};

/**
 * Asks for the generic plan (the one a prepared statement ends up with) of each statement of the hot path: on an
 * empty database, and on one with `caseCount` copies of a walked case.
 */
export async function checkPlans(
  empty: { readonly databaseUrl: string },
  full: { readonly databaseUrl: string; readonly adminUrl: string },
  caseCount: number,
): Promise<Plans> {
  const rehearsal = await rehearse(full.databaseUrl);
  await fillWithCases(full.adminUrl, caseCount);
  return {
    whenEmpty: await plansOf(empty.databaseUrl, rehearsal),
    whenFull: await plansOf(full.databaseUrl, rehearsal),
  };
}

async function plansOf(databaseUrl: string, rehearsal: Rehearsal): Promise<PlanSummary[]> {
  await using connection = connect(databaseUrl, { maxConnections: 1 });
  const summaries: PlanSummary[] = [];
  for (const statement of statementsOf(rehearsal)) summaries.push(await planOf(connection.pool, statement));
  return summaries;
}

function statementsOf({ transitions }: Rehearsal): SentStatement[] {
  const all = transitions.flatMap(({ read, write }) => [read, write]);
  return [...new Map(all.map((statement) => [statement.name, statement])).values()];
}

type PlanNode = {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
};

async function planOf(pool: Pool, { name, text }: SentStatement): Promise<PlanSummary> {
  const { rows } = await pool.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain (generic_plan, format json) ${text}`,
  );
  const nodes = rows[0] === undefined ? [] : nodesOf(rows[0]['QUERY PLAN'][0].Plan, null);
  return {
    name,
    indexes: unique(nodes.map((node) => node['Index Name'])),
    readWhole: unique(nodes.filter(readsWhole).map((node) => node['Relation Name'])).filter((table) =>
      GROWING_TABLES.includes(table),
    ),
  };
}

/** All nodes of a plan; the index part of a bitmap scan is told its table, which only the part above it names. */
function nodesOf(node: PlanNode, above: PlanNode | null): PlanNode[] {
  const table =
    node['Relation Name'] ?? (node['Index Name'] === undefined ? undefined : above?.['Relation Name']);
  const named = table === undefined ? node : { ...node, 'Relation Name': table };
  return [named, ...(node.Plans ?? []).flatMap((below) => nodesOf(below, named))];
}

function readsWhole(node: PlanNode): boolean {
  const hasOpenIndex = node['Index Name'] !== undefined && node['Index Cond'] === undefined;
  return node['Node Type'] === 'Seq Scan' || hasOpenIndex;
}

function unique(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name) => name !== undefined))].sort();
}
