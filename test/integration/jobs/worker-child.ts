import { randomBytes, randomUUID } from 'node:crypto';
import { connect } from '#db/connect.ts';
import { openLiveCalendar } from '#src/engine/live-calendar.ts';
import { createEngine } from '#src/engine/create-engine.ts';
import type { FaultPoint } from '#src/engine/fault-points.ts';
import { createDoorbell } from '#src/jobs/doorbell.ts';
import type { QueuePlace } from '#src/jobs/queue-place.ts';
import { createSweeper } from '#src/jobs/sweeper.ts';
import { startWorkers } from '#src/jobs/workers.ts';
import { loadWorkflows } from '#src/load-workflows.ts';
import { createVault } from '#src/vault/vault.ts';
import { depsOf } from './job-deps.ts';

/** What the parent asks for, as the one argument. */
export type ChildOrder = {
  readonly url: string;
  readonly place: QueuePlace;
  /** Where the process stops dead, to be killed there; null: nowhere. */
  readonly freezeAt: FaultPoint | null;
};

const { url, place, freezeAt } = JSON.parse(process.argv[2] ?? '') as ChildOrder;
const connection = connect(url);
const engine = createEngine({
  ...{
    pool: connection.pool,
    db: connection.db,
    drawId: randomUUID,
    calendar: openLiveCalendar(connection.pool),
  },
  vault: createVault(randomBytes(32)),
  workflows: await loadWorkflows(),
  ring: (bell) => void doorbell.ring(bell),
  fault: (point) => {
    if (point !== freezeAt) return;
    process.stdout.write('frozen\n');
    // Nothing of this process runs any more, timers and sockets included: only its killing ends it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
});
const { deps } = depsOf(connection, engine);
const doorbell = createDoorbell({ ...place, ...deps });
await startWorkers({ ...deps, place, whenUnavailable: 'throw' });
createSweeper(deps, { intervalMs: 500 }).start();
process.stdout.write('ready\n');
