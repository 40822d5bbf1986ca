// npm run demo, deadline, docs, holidays, moves, bench, shots: one of our TypeScript programs, under the Node this project was tested with.
import { buildConsole } from './build-console.mjs';
import { endAs, runNode } from './run-node.mjs';
import { runLauncher, SetupRefused, setUp } from './setup.mjs';

const PROGRAMS = ['demo', 'deadline', 'docs', 'holidays', 'moves', 'bench', 'shots'];

await runLauncher(async () => {
  const [program, ...args] = process.argv.slice(2);
  if (!PROGRAMS.includes(program)) {
    throw new SetupRefused(`There is no program ${program}; there are ${PROGRAMS.join(', ')}.`);
  }
  await setUp({ dev: ['docs', 'shots'].includes(program) });
  if (program === 'shots') await buildConsole();
  endAs(await runNode([`scripts/${program}.ts`, ...args]));
});
