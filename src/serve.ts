import { loadConfig, warningsOf } from '#src/config/config.ts';
import { announce } from './announce.ts';
import { firstRun } from './first-run.ts';
import { openDatabase } from './open-database.ts';
import { openApi, openCore, openMetrics, openWork } from './wiring.ts';

/** Starts the API, with the workers beside it or without; what it opens is closed with the stack. */
export async function serve(stack: AsyncDisposableStack, { withWork }: { withWork: boolean }): Promise<void> {
  const config = loadConfig({ demo: withWork });
  for (const warning of warningsOf(config)) console.warn(warning);
  const databaseUrl = await openDatabase(config, stack);
  const core = stack.use(await openCore({ config, databaseUrl }));
  const password = await firstRun(core);
  if (withWork) stack.use(await openWork(core, 'retry'));
  stack.use(await openMetrics(core));
  const app = await openApi(core);
  stack.defer(() => app.close());
  const url = await app.listen({ host: config.host, port: config.port });
  announce(config, url, password);
}
