import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { prepareBinaries } from './embedded-binaries.ts';
import { createCluster, readCredentials } from './embedded-cluster.ts';
import { openDatabase } from './embedded-database.ts';
import { lockFolder } from './embedded-lock.ts';
import { type ClusterPlace, placeCluster, prepareDataFolder } from './embedded-place.ts';
import { startServer } from './embedded-server.ts';
import { refuseUnsuitable } from './embedded-system.ts';

export type EmbeddedPostgresOptions = {
  /** The folder that holds the lock, the cluster and `postgres.log`; made when absent. */
  readonly dataDir: string;
  /** Takes one line for people. */
  readonly log: (line: string) => void;
  /** `false` is for tests only: nothing is forced to disk, a power cut loses everything. */
  readonly durable?: boolean;
  /** Called once if the server died and three restarts within ten minutes did not keep it up. */
  readonly onLost?: (error: Error) => void;
  /** Where root keeps what its unprivileged server cannot reach under `dataDir`. Default `/var/lib/haolin`. */
  readonly systemFolder?: string;
};

export type EmbeddedPostgres = AsyncDisposable & {
  /** Of database `haolin`, as its owner `haolin`, who is no superuser. */
  readonly url: string;
  /** Of database `postgres`, as superuser: to create databases in tests, never for requests. */
  readonly adminUrl: string;
};

/**
 * Starts the Postgres that npm installed, on a data folder of its own, for one machine and for trying out; a
 * production site sets `DATABASE_URL`. The first call on a folder makes the cluster. It listens on 127.0.0.1
 * alone, on a port chosen anew at each start. Disposing stops it and frees the folder. Throws `StartRefused`,
 * with one sentence, when the folder is in use or the server cannot run here.
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log } = options;
  refuseUnsuitable(process.platform);
  await using undo = new AsyncDisposableStack();
  const dataDir = await prepareDataFolder(options.dataDir);
  undo.use(await lockFolder(dataDir));
  const place = await placeCluster(dataDir, options.systemFolder ?? '/var/lib/haolin', log);
  // A copied data folder points at the cluster of the original: then the second lock refuses.
  if (place.home !== join(dataDir, 'postgres')) undo.use(await lockFolder(place.home));
  const binaries = await prepareBinaries(place, log);
  const durable = options.durable ?? true;
  if (!(await hasCluster(place))) await createCluster(place, binaries, durable);
  const { onLost } = options;
  const server = undo.use(await startServer({ place, binaries, durable, log, ...(onLost && { onLost }) }));
  const urls = await openDatabase(server.port, await readCredentials(place), durable);
  const running = undo.move();
  return { ...urls, [Symbol.asyncDispose]: () => running.disposeAsync() };
}

async function hasCluster(place: ClusterPlace): Promise<boolean> {
  return access(join(place.cluster, 'PG_VERSION')).then(
    () => true,
    () => false,
  );
}
