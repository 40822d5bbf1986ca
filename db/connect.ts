import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { toInstant } from '#src/base/instant.ts';
import type { Database } from './schema.ts';

export type Pool = pg.Pool;
export type Db = Kysely<Database>;

/** A pool and the query builder over it; disposing ends both. */
export type Connection = AsyncDisposable & { readonly pool: Pool; readonly db: Db };

const TIMESTAMPTZ_OID = 1184;
const BIGINT_OID = 20;

/**
 * Opens a pool. Timestamps come back as `Instant`, bigints as numbers (sequence numbers and versions stay far
 * below 2^53). Every wait has an end: 5 s for a connection, 2 s for a lock, 10 s for a statement.
 */
export function connect(
  url: string,
  options: { maxConnections?: number; onError?: (error: Error) => void } = {},
): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.maxConnections ?? 16,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'haolin',
    statement_timeout: 10_000,
    lock_timeout: 2_000,
    query_timeout: 12_000,
    options: '-c TimeZone=Asia/Shanghai',
    types: { getTypeParser: typeParser } as pg.CustomTypesConfig,
  });
  // Without a listener an idle connection that breaks (a server restart) would end the process.
  pool.on('error', options.onError ?? (() => undefined));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  return { pool, db, [Symbol.asyncDispose]: () => end(pool, db) };
}

/** Kysely ends the pool only if it was itself used; a pool that was used directly must not outlive the connection. */
async function end(pool: Pool, db: Db): Promise<void> {
  await db.destroy();
  if (!pool.ending) await pool.end();
}

function typeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  if (format !== 'binary' && oid === TIMESTAMPTZ_OID) return (text) => toInstant(Date.parse(isoOf(text)));
  if (format !== 'binary' && oid === BIGINT_OID) return Number;
  return pg.types.getTypeParser(oid, format as 'text') as (value: string) => unknown;
}

/** `2026-01-02 09:00:00.123456+08` as ISO 8601. */
function isoOf(text: string): string {
  const iso = text.replace(' ', 'T');
  return /[+-]\d{2}$/.test(iso) ? `${iso}:00` : iso;
}
