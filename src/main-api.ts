import { loadConfig, warningsOf } from '#src/config/config.ts';
import { announce } from './announce.ts';
import { firstRun } from './first-run.ts';
import { openDatabase } from './open-database.ts';
import { runProcess } from './run-process.ts';
import { openApi, openCore, openMetrics } from './wiring.ts';

// The API alone, for more machines: it rings the doorbell, the workers answer it elsewhere.
await runProcess(async (stack) => {
  const config = loadConfig();
  for (const warning of warningsOf(config)) console.warn(warning);
  const databaseUrl = await openDatabase(config, stack);
  const core = stack.use(await openCore({ config, databaseUrl }));
  const password = await firstRun(core);
  stack.use(await openMetrics(core));
  const app = openApi(core);
  stack.defer(() => app.close());
  const url = await app.listen({ host: config.host, port: config.port });
  announce(config, url, password);
});
