import type { Pool } from '#db/connect.ts';
import { tokensIn } from './canaries.ts';

/** The canaries in every table of every schema (queues too), in clear or as bytes; tables that hold none are left out. */
export async function tablesHolding(pool: Pool): Promise<Record<string, string[]>> {
  const tables = await pool.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 2`,
  );
  const found: Record<string, string[]> = {};
  for (const { schema, name } of tables.rows) {
    const { rows } = await pool.query<{ text: string }>(
      `select row_to_json(t)::text as text from "${schema}"."${name}" t`,
    );
    const tokens = new Set(rows.flatMap(({ text }) => [...tokensIn(text), ...tokensIn(bytesOf(text))]));
    if (tokens.size > 0) found[name] = [...tokens];
  }
  return found;
}

/** Columns of bytes are printed as `\\x…`: what they would be as text. */
function bytesOf(row: string): string {
  return [...row.matchAll(/\\\\x([0-9a-f]+)/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
    .join('\n');
}
