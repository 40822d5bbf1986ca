import type { Db, Pool } from '#db/connect.ts';
import type { Engine } from '#src/engine/engine.ts';
import type { JobLog } from './job-log.ts';
import type { JobMetrics } from './job-metrics.ts';

/** What work in the background needs of the rest. */
export type JobDeps = {
  readonly pool: Pool;
  readonly db: Db;
  readonly engine: Pick<Engine, 'sendAsSystem' | 'lapseDeadline'>;
  readonly log: JobLog;
  readonly metrics: JobMetrics;
};
