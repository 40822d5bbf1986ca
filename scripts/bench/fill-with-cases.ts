import pg from 'pg';

/** What grows with the cases. Agencies and people do not. */
export const GROWING_TABLES: readonly string[] = [
  ...['cases', 'tracks', 'case_events', 'vault_entries', 'phone_tokens', 'deadlines', 'reminders'],
  ...['outbox', 'idempotency_keys', 'audit'],
];
/** Ids that every copy of a case has for itself; agencies and people are the same for all. */
const OWN_IDS = [...['case_id', 'track_id', 'entry_id', 'deadline_id', 'reminder_id', 'message_id']];
/** What else must differ, or would only take time to copy. */
const OWN_VALUES: Readonly<Record<string, string>> = {
  number: `number || '-' || n`,
  key: `key || '-' || n`,
  token: `sha256(token || int8send(n))`,
  'idempotency_keys.body': `substr(body, 1, 64)`,
};

const STATEMENT_TIMEOUT_MS = 120_000;

/** Copies every case that is there `copyCount` times, all its rows included, and tells the planner. As superuser. */
export async function fillWithCases(adminUrl: string, copyCount: number): Promise<void> {
  const client = new pg.Client({
    connectionString: adminUrl,
    connectionTimeoutMillis: 5_000,
    query_timeout: STATEMENT_TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    // The copies are as consistent as the original; looking each reference up would take most of the time.
    await client.query('set session_replication_role = replica');
    for (const table of GROWING_TABLES) await copyRows(client, table, copyCount);
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

async function copyRows(client: pg.Client, table: string, copyCount: number): Promise<void> {
  const columns = await columnsOf(client, table);
  const values = columns.map((column) => valueOf(table, column));
  await client.query(
    `insert into ${table} (${columns.join(', ')})
     select ${values.join(', ')} from ${table} cross join generate_series(1, ${copyCount}::bigint) as n`,
  );
}

async function columnsOf(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_name = $1 and table_schema = 'public' and is_identity = 'NO' order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}

function valueOf(table: string, column: string): string {
  if (OWN_IDS.includes(column)) return `md5(${column}::text || n)::uuid`;
  return OWN_VALUES[`${table}.${column}`] ?? OWN_VALUES[column] ?? column;
}
