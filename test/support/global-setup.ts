import { chmod, mkdtemp, readdir, realpath, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openEmbeddedPostgres } from '#db/embedded.ts';
import { lockFolder } from '#db/embedded-lock.ts';
import { stopOrphan } from '#db/embedded-orphan.ts';
import { migrate } from '#db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The cluster of this test run, as superuser. */
    adminUrl: string;
    /** The migrated database that every test database is a copy of. */
    template: string;
    /** A URL with `{database}` for a name, as the product's own user. */
    urlPattern: string;
  }
}

const TEMPLATE = 'template_haolin';
const PREFIX = 'haolin-test-';
const KEEP_MS = 86_400_000;

/**
 * One Postgres for the whole run, in a folder of its own. It is removed when everything passed; otherwise it stays,
 * stopped, for a day, with the databases of the tests that failed.
 */
export default async function startCluster(project: TestProject): Promise<() => Promise<void>> {
  await tidyUp();
  const folder = await mkdtemp(join(tmpdir(), PREFIX));
  // As root the server runs as another user, who must be able to pass.
  await chmod(folder, 0o711);
  const postgres = await openEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    log: console.log,
    durable: false,
  });
  const urlPattern = await makeTemplate(postgres.url, postgres.adminUrl);
  project.provide('adminUrl', postgres.adminUrl);
  project.provide('urlPattern', urlPattern);
  project.provide('template', TEMPLATE);
  return async () => {
    await postgres[Symbol.asyncDispose]();
    const { state } = project.vitest;
    const hasFailed = state.getCountOfFailedTests() > 0 || state.getUnhandledErrors().length > 0;
    if (hasFailed) console.log(`The databases of this run are kept for a day in ${folder}/data.`);
    else await removeRun(folder);
  };
}

async function makeTemplate(url: string, adminUrl: string): Promise<string> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    await client.query(`create database ${TEMPLATE} owner haolin`);
  } finally {
    await client.end();
  }
  const urlPattern = url.replace('/haolin?', '/{database}?');
  await migrate(urlPattern.replace('{database}', TEMPLATE));
  return urlPattern;
}

/** A run that was killed leaves its server running; a failed one leaves its folder. */
async function tidyUp(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith(PREFIX));
  for (const name of names) {
    const dataDir = join(tmpdir(), name, 'data');
    try {
      using _lock = await lockFolder(dataDir, 0);
      await stopOrphan(join(dataDir, 'postgres/cluster'), console.log);
      const { mtimeMs } = await stat(dataDir);
      if (mtimeMs < Date.now() - KEEP_MS) await removeRun(join(tmpdir(), name));
    } catch {
      // In use by a run beside this one, or another user's: not ours to tidy.
    }
  }
}

/** Where root's server could not reach the temporary folder, its files lie elsewhere, behind a link. */
async function removeRun(folder: string): Promise<void> {
  const home = await realpath(join(folder, 'data/postgres'));
  await rm(home, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
