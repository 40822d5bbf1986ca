import { readdir } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import { connect, type Db } from './connect.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

/**
 * Brings a database to the schema of this build; safe to run from several processes at once (one does it, the
 * others wait). Throws with the name of the migration that failed.
 */
export async function migrate(url: string): Promise<void> {
  await using connection = connect(url, { maxConnections: 2 });
  await migrateWith(connection.db);
}

/** Is the database at the schema of this build? */
export async function isMigrated(db: Db): Promise<boolean> {
  const migrations = await migratorOf(db).getMigrations();
  return migrations.length > 0 && migrations.every((migration) => migration.executedAt !== undefined);
}

async function migrateWith(db: Db): Promise<void> {
  const { error, results } = await migratorOf(db).migrateToLatest();
  if (error === undefined) return;
  const failed =
    results?.find((result) => result.status === 'Error')?.migrationName ?? 'before the first one';
  throw new Error(`the database could not be migrated (${failed})`, { cause: error });
}

function migratorOf(db: Db): Migrator {
  return new Migrator({ db: db as Kysely<unknown>, provider });
}

const provider: MigrationProvider = {
  async getMigrations() {
    const migrations: Record<string, Migration> = {};
    const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.ts')).sort();
    if (files.length === 0) throw new Error(`no migrations in ${FOLDER.pathname}`);
    for (const file of files) {
      migrations[file.replace(/\.ts$/, '')] = (await import(new URL(file, FOLDER).href)) as Migration;
    }
    return migrations;
  },
};
