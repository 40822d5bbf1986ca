import { connect } from '#db/connect.ts';
import { openEmbeddedPostgres } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { StartRefused } from '#src/base/start-refused.ts';
import type { Config } from '#src/config/config.ts';
import { findUnsafeSettings } from './readiness.ts';

/**
 * The database this process works on, at this build's schema, safe to rely on. `log` takes lines for people. Throws
 * `StartRefused` in one sentence.
 */
export async function openDatabase(
  config: Config,
  stack: AsyncDisposableStack,
  log: (line: string) => void = console.log,
): Promise<string> {
  const url =
    config.databaseUrl ?? stack.use(await openEmbeddedPostgres({ dataDir: config.dataDir, log })).url;
  try {
    await migrate(url);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const { code } = cause as { code?: string };
    const isAway =
      code === 'ECONNREFUSED' ||
      code === 'ENOTFOUND' ||
      code === 'ETIMEDOUT' ||
      code === '28P01' ||
      code === '3D000';
    if (!isAway) throw error;
    throw new StartRefused(
      `The database of DATABASE_URL does not let us in (${code}). Is it running, and are host, name and password right?`,
    );
  }
  await using connection = connect(url, { maxConnections: 1 });
  const unsafe = await findUnsafeSettings(connection.db);
  if (unsafe.length > 0)
    throw new StartRefused(`Refused: ${unsafe.join(', ')}. A power cut would lose what we had confirmed.`);
  return url;
}
