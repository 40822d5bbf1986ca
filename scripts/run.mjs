// npm run demo, deadline, docs, holidays, moves, bench: one of our TypeScript programs, under the Node this project was tested with.
import { endAs, runNode } from './run-node.mjs';
import { runLauncher, SetupRefused, setUp } from './setup.mjs';

const PROGRAMS = ['demo', 'deadline', 'docs', 'holidays', 'moves', 'bench'];

await runLauncher(async () => {
  const [program, ...args] = process.argv.slice(2);
  if (!PROGRAMS.includes(program)) {
    throw new SetupRefused(`There is no program ${program}; there are ${PROGRAMS.join(', ')}.`);
  }
  await setUp({ dev: program === 'docs' });
  endAs(await runNode([`scripts/${program}.ts`, ...args]));
});
