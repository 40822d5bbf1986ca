// npm start: everything in one process. npm run api, npm run worker: one part each.
import { endAs, runNode } from './run-node.mjs';
import { runLauncher, SetupRefused, setUp } from './setup.mjs';

const PARTS = ['all', 'api', 'worker'];

await runLauncher(async () => {
  const [first, ...rest] = process.argv.slice(2);
  const isPart = first !== undefined && !first.startsWith('-');
  const part = isPart ? first : 'all';
  if (!PARTS.includes(part))
    throw new SetupRefused(`There is no part ${part}; there are ${PARTS.join(', ')}.`);
  await setUp({ dev: false });
  endAs(await runNode([`src/main-${part}.ts`, ...(isPart ? rest : process.argv.slice(2))]));
});
