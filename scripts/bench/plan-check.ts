import pg from 'pg';
import { fillWithCases } from './fill-with-cases.ts';
import { type Rehearsal, rehearse, type SentStatement } from './rehearse.ts';

/** How one statement is carried out when the tables are large. */
export type PlanSummary = {
  readonly name: string;
  readonly indexes: readonly string[];
  /** Tables read from end to end (an index without a condition is one too), small ones too: name and rows. */
  readonly scanned: readonly { readonly table: string; readonly rowCount: number }[];
};

/** A table of fewer rows is read whole by right. */
export const SMALL_TABLE_ROWS = 1_000;

const STATEMENT_TIMEOUT_MS = 120_000;

/**
 * Fills a database with `caseCount` copies of one walked case and asks for the generic plan (the one a prepared
 * statement ends up with) of each statement of the hot path.
 */
export async function checkPlans(
  urls: { readonly databaseUrl: string; readonly adminUrl: string },
  caseCount: number,
): Promise<PlanSummary[]> {
  const rehearsal = await rehearse(urls.databaseUrl);
  const client = new pg.Client({
    connectionString: urls.adminUrl,
    connectionTimeoutMillis: 5_000,
    query_timeout: STATEMENT_TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await fillWithCases(client, caseCount);
    const summaries: PlanSummary[] = [];
    for (const statement of statementsOf(rehearsal)) summaries.push(await planOf(client, statement));
    return summaries;
  } finally {
    await client.end();
  }
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

async function planOf(client: pg.Client, { name, text }: SentStatement): Promise<PlanSummary> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
    `explain (generic_plan, format json) ${text}`,
  );
  const nodes = rows[0] === undefined ? [] : nodesOf(rows[0]['QUERY PLAN'][0].Plan);
  const indexes = nodes.flatMap((node) => node['Index Name'] ?? []);
  const tables = nodes.filter(readsWhole).flatMap((node) => node['Relation Name'] ?? []);
  const scanned = [];
  for (const table of new Set(tables)) scanned.push({ table, rowCount: await rowsOf(client, table) });
  return { name, indexes: [...new Set(indexes)], scanned };
}

function readsWhole(node: PlanNode): boolean {
  const isIndex = node['Index Name'] !== undefined && node['Index Cond'] === undefined;
  return node['Node Type'] === 'Seq Scan' || isIndex;
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

async function rowsOf(client: pg.Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select greatest(reltuples, 0)::integer as count from pg_class where relname = $1',
    [table],
  );
  return rows[0]?.count ?? 0;
}
