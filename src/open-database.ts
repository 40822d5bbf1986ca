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
  const url = config.databaseUrl ?? stack.use(await openBuiltIn(config, log)).url;
  try {
    await migrate(url);
  } catch (error) {
    throw explain(error);
  }
  await using connection = connect(url, { maxConnections: 1 });
  const unsafe = await findUnsafeSettings(connection.db);
  if (unsafe.length > 0)
    throw new StartRefused(`Refused: ${unsafe.join(', ')}. A power cut would lose what we had confirmed.`);
  return url;
}

/** A built-in server that is gone for good ends the process: a supervisor, or a person, starts it again. */
function openBuiltIn(config: Config, log: (line: string) => void): ReturnType<typeof openEmbeddedPostgres> {
  return openEmbeddedPostgres({
    dataDir: config.dataDir,
    log,
    onLost: (error) => {
      console.error(
        `The built-in Postgres does not stay up (${error.message}); see postgres.log in DATA_DIR.`,
      );
      process.exit(1);
    },
  });
}

/** What a connection says when nobody is there, or the name or password is not known. */
const AWAY: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', '28P01', '3D000'];

function explain(error: unknown): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code = '' } = cause as { code?: string };
  if (!AWAY.includes(code)) return error;
  return new StartRefused(
    `The database of DATABASE_URL does not let us in (${code}). Is it running, and are host, name and password right?`,
  );
}
