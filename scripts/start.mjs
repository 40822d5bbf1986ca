// npm start: everything in one process. npm run api, npm run worker: one part each. In package.json they begin with
// `exec`, so that no shell stands between npm and us: a shell that npm stops would leave us running.
import { buildConsoleIfPossible } from './build-console.mjs';
import { endAs, runNode } from './run-node.mjs';
import { runLauncher, SetupRefused, setUp } from './setup.mjs';

const END_WITH_PARENT = new URL('./end-with-parent.mjs', import.meta.url).href;
const PARTS = ['all', 'api', 'worker'];

await runLauncher(async () => {
  const [first, ...rest] = process.argv.slice(2);
  const isPart = first !== undefined && !first.startsWith('-');
  const part = isPart ? first : 'all';
  if (!PARTS.includes(part))
    throw new SetupRefused(`There is no part ${part}; there are ${PARTS.join(', ')}.`);
  await setUp({ dev: false });
  if (part !== 'worker') await buildConsoleIfPossible();
  if (process.env.npm_lifecycle_script?.includes('scripts/start.mjs')) await import('./end-with-parent.mjs');
  endAs(
    await runNode([
      '--import',
      END_WITH_PARENT,
      `src/main-${part}.ts`,
      ...(isPart ? rest : process.argv.slice(2)),
    ]),
  );
});
