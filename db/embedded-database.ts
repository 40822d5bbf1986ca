import pg from 'pg';
import { StartRefused } from '#src/base/start-refused.ts';
import type { Credentials } from './embedded-cluster.ts';

/**
 * Makes role and database `haolin` if absent, and refuses a server that would lose or misread data: settings
 * that keep what was acknowledged, and trigrams of Chinese text, which are silently empty under a wrong locale.
 */
export async function openDatabase(
  port: number,
  credentials: Credentials,
  durable: boolean,
): Promise<{ url: string; adminUrl: string }> {
  const adminUrl = urlOf('postgres', credentials.admin, port);
  const client = new pg.Client({
    connectionString: adminUrl,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
  });
  // A server that dies while we ask is reported by the question, which rejects.
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (durable) await refuseIfNotDurable(client);
    await refuseIfChineseIsLost(client);
    await createDatabase(client, credentials.app);
  } finally {
    await client.end();
  }
  return { url: urlOf('haolin', credentials.app, port), adminUrl };
}

// sslmode: a PGSSLMODE in the environment would otherwise ask a server for TLS that has none.
function urlOf(name: 'haolin' | 'postgres', password: string, port: number): string {
  return `postgres://${name}:${password}@127.0.0.1:${port}/${name}?sslmode=disable`;
}

async function refuseIfNotDurable(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from pg_settings
     where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums') and setting <> 'on'`,
  );
  if (rows.length === 0) return;
  const names = rows.map(({ name }) => name).join(', ');
  throw new StartRefused(`The built-in Postgres could lose what it acknowledged (${names} should be on).`);
}

async function refuseIfChineseIsLost(client: pg.Client): Promise<void> {
  await client.query('create extension if not exists pg_trgm');
  const { rows } = await client.query<{ trigrams: string[] }>("select show_trgm('王芳') as trigrams");
  if (rows[0] && rows[0].trigrams.length > 0) return;
  throw new StartRefused(
    'The built-in Postgres finds nothing in Chinese text (its locale is not UTF-8): names could not be searched.',
  );
}

async function createDatabase(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query<{ has_role: boolean; has_database: boolean }>(
    `select exists (select from pg_roles where rolname = 'haolin') as has_role,
            exists (select from pg_database where datname = 'haolin') as has_database`,
  );
  // base64url: no character that would need quoting.
  if (!rows[0]?.has_role) await client.query(`create role haolin login password '${password}'`);
  if (!rows[0]?.has_database) await client.query('create database haolin owner haolin');
}
