import { Registry } from 'prom-client';
import type { Connection } from '#db/connect.ts';
import type { Engine } from '#src/engine/engine.ts';
import type { JobDeps } from '#src/jobs/job-deps.ts';
import type { LogFields } from '#src/jobs/job-log.ts';
import { createJobMetrics } from '#src/jobs/job-metrics.ts';

/** Everything jobs need, with an engine of which only the given parts exist. */
export function depsOf(
  connection: Connection,
  engine: Partial<Engine>,
): { deps: JobDeps; logged: LogFields[] } {
  const logged: LogFields[] = [];
  const note = (fields: LogFields) => void logged.push(fields);
  const missing = async () => {
    throw new Error('this test has no engine');
  };
  return {
    logged,
    deps: {
      pool: connection.pool,
      db: connection.db,
      engine: { sendAsSystem: missing, lapseDeadline: missing, ...engine },
      log: { info: note, warn: note, error: note },
      metrics: createJobMetrics(new Registry()),
    },
  };
}
