import { hasPeople } from '#src/store/people.ts';
import { seedAdministrator, seedDemo } from '#src/store/seed-demo.ts';
import type { Core } from './wiring.ts';

/**
 * Fills an empty database: with the demo district, or with one administrator whose password is given back, once.
 * A database with people in it is left as it is.
 */
export async function firstRun({ config, connection }: Core): Promise<string | null> {
  if (await hasPeople(connection.db)) return null;
  if (config.demo) {
    await seedDemo(connection.db);
    return null;
  }
  const { password } = await seedAdministrator(connection.db);
  return password;
}
