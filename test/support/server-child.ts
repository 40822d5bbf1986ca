// The product in one process, which kills itself at a named point: `node server-child.ts point visit`.
import { readConfig } from '#src/config/config.ts';
import type { FaultPoint } from '#src/engine/fault-points.ts';
import { firstRun } from '#src/first-run.ts';
import { openApi, openCore, openWork } from '#src/wiring.ts';

const [point = '', visit = '0'] = process.argv.slice(2);
let visits = 0;

function fault(at: FaultPoint): void {
  if (at !== point) return;
  visits += 1;
  if (visits === Number(visit)) process.kill(process.pid, 'SIGKILL');
}

const config = readConfig(process.env, []);
const core = await openCore({ config, databaseUrl: config.databaseUrl ?? '', fault });
await firstRun(core);
await openWork(core, 'retry');
const url = await (await openApi(core)).listen({ host: '127.0.0.1', port: config.port });
console.log(`ready ${url}`);
