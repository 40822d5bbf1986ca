import { loadConfig, warningsOf } from '#src/config/config.ts';
import { openDatabase } from './open-database.ts';
import { runProcess } from './run-process.ts';
import { openCore, openMetrics, openWork } from './wiring.ts';

// Workers and the sweeper alone. Ends when its queue is away at the start; the supervisor starts it again.
await runProcess(async (stack) => {
  const config = loadConfig({ demo: false });
  for (const warning of warningsOf(config)) console.warn(warning);
  const databaseUrl = await openDatabase(config, stack);
  const core = stack.use(await openCore({ config, databaseUrl }));
  stack.use(await openMetrics(core));
  stack.use(await openWork(core, 'throw'));
  console.log(`Haolin's workers are ready (queue: ${core.queue.backend}).`);
});
