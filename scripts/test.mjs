// npm test: sets up, runs every test (or those named), and says which could not run for want of a program.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildConsole } from './build-console.mjs';
import { endAs, ROOT, runNode } from './run-node.mjs';
import { runLauncher, setUp } from './setup.mjs';

/** Programs npm cannot bring: the test support that starts each, and how to get it. */
const PROGRAMS = [
  {
    name: 'redis-server',
    commands: ['redis-server'],
    support: '#test/support/redis.ts',
    remedy: 'Debian/Ubuntu: apt-get install redis-server; macOS: brew install redis',
  },
  {
    name: 'chromium',
    commands: ['chromium', 'chromium-browser', 'google-chrome'],
    support: '#test/support/browser.ts',
    remedy: 'Debian/Ubuntu: apt-get install chromium fonts-noto-cjk',
  },
];

await runLauncher(async () => {
  await setUp({ dev: true });
  await buildConsole();
  const args = process.argv.slice(2);
  const outcome = await runNode(['node_modules/vitest/vitest.mjs', 'run', ...args]);
  sayWhatWasLeftOut(args.filter((argument) => !argument.startsWith('-')));
  endAs(outcome);
});

/** With HAOLIN_REQUIRE_ALL=1 nothing is left out: what needs a missing program fails (test/support/redis.ts). */
function sayWhatWasLeftOut(named) {
  if (process.env.HAOLIN_REQUIRE_ALL === '1') return;
  for (const { name, commands, support, remedy } of PROGRAMS) {
    if (commands.some(runs)) continue;
    for (const file of listTests()) {
      const wasMeant = named.length === 0 || named.some((part) => file.includes(part));
      if (!wasMeant || !readFileSync(join(ROOT, file), 'utf8').includes(support)) continue;
      console.log(`Left out: what needs ${name} in ${file} (${remedy}).`);
    }
  }
}

function runs(command) {
  return spawnSync(command, ['--version'], { timeout: 10_000 }).status === 0;
}

function listTests() {
  const names = readdirSync(join(ROOT, 'test'), { recursive: true });
  return names.filter((name) => name.endsWith('.test.ts')).map((name) => join('test', name));
}
