import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openFolder } from '#test/support/embedded-process.ts';

const SCRIPT = resolve(import.meta.dirname, '../../../scripts/moves.ts');

// It starts the built-in database twice, the first time making it.
test('the command looks at an empty database, and finds nothing to move', { timeout: 120_000 }, async () => {
  await using folder = await openFolder();
  const checked = await moves(folder.dataDir, 'check', 'shelter', '1', '2');
  expect([checked.code, checked.stderr.includes('Error')]).toEqual([0, false]);
  expect(checked.stdout.split('\n')[0]).toMatch(/^庇护 Shelter: 1 → 2\. .+ \/ .+/);
  expect(checked.stdout).toContain('moves 0, moved 0, blocked 0');
  const applied = await moves(folder.dataDir, 'apply', 'shelter', '1', '2', '--json', '--limit', '10');
  expect(applied.code).toBe(0);
  expect(JSON.parse(applied.stdout)).toMatchObject({
    action: 'apply',
    workflow: 'shelter',
    there: 0,
    next: null,
  });
});

test.each([
  [['check', 'shelter', '1'], /^Usage: /],
  [['move', 'shelter', '1', '2'], /^Usage: /],
  [['check', 'shelter', '1', '2', '--force'], /^Usage: /],
  [['check', 'shelter', '1', '2', '--limit', '0'], /^--limit takes/],
  [['check', 'shelter', '1', '2', '--after', 'x'], /^--after takes/],
  [
    ['apply', 'shelter', '2', '1'],
    /^Refused: there is no mapping shelter-v2-to-v1; there is shelter-v1-to-v2/,
  ],
  [['apply', 'nothing', '1', '2'], /^Refused: there is no mapping nothing-v1-to-v2/],
])('%j is refused in one line before anything is opened', async (args, sentence) => {
  await using folder = await openFolder();
  const { code, stdout, stderr } = await moves(folder.dataDir, ...args);
  expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
  expect(stderr).toMatch(sentence);
});

async function moves(dataDir: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [SCRIPT, ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}
