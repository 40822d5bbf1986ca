import { hasPeople } from '#src/store/people.ts';
import { DEMO_PASSWORD, seedAdministrator, seedDemo } from '#src/store/seed-demo.ts';
import { drawPassword, hashPassword } from '#src/vault/password.ts';
import type { Core } from './wiring.ts';

/**
 * Fills an empty database: with the demo district, or with one administrator whose password is given back, once.
 * A database with people in it is left as it is.
 */
export async function firstRun({ config, connection }: Core): Promise<string | null> {
  if (await hasPeople(connection.db)) return null;
  if (config.demo) {
    await seedDemo(connection.db, await hashPassword(DEMO_PASSWORD));
    return null;
  }
  const password = drawPassword();
  await seedAdministrator(connection.db, await hashPassword(password));
  return password;
}
