import { StartRefused } from '#src/base/start-refused.ts';
import { keepFounding } from '#src/store/founding.ts';
import { hasPeople } from '#src/store/people.ts';
import { DEMO_PASSWORD, seedAdministrator, seedDemo } from '#src/store/seed-demo.ts';
import { drawPassword, hashPassword } from '#src/vault/password.ts';
import type { Core } from './wiring.ts';

/**
 * Fills an empty database: with the demo district, or with one administrator whose password is given back, once.
 * A database with people in it is left as it is.
 */
export async function firstRun(core: Core): Promise<string | null> {
  const { config, connection } = core;
  if (await hasPeople(connection.db)) {
    await refuseDemoOnRealData(core);
    return null;
  }
  await keepFounding(connection.db, config.demo);
  if (config.demo) {
    await seedDemo(connection.db, await hashPassword(DEMO_PASSWORD));
    return null;
  }
  const password = drawPassword();
  await seedAdministrator(connection.db, await hashPassword(password));
  return password;
}

/** In demo mode everybody who can log in moves the clock, and with it lets real periods lapse. */
async function refuseDemoOnRealData({ config, connection }: Core): Promise<void> {
  if (!config.demo || (await keepFounding(connection.db, false))) return;
  throw new StartRefused(
    'This data was set up without the demo, so it is not started with one: use npm start -- --no-demo (or HAOLIN_DEMO=off).',
  );
}
