import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openFolder } from '#test/support/embedded-process.ts';
import { HOLIDAY_FILE_2027 } from '#test/support/holiday-file.ts';

const SCRIPT = resolve(import.meta.dirname, '../../../scripts/holidays.ts');

// It starts the built-in database four times, the first time making it.
test('a holiday file is checked, imported, and known to be there the next time', {
  timeout: 120_000,
}, async () => {
  await using folder = await openFolder();
  const file = join(folder.path, 'holidays-2027.json');
  await writeFile(file, JSON.stringify(HOLIDAY_FILE_2027));
  const run = (action: string) => holidays(folder.dataDir, action, file);
  for (const [action, unchanged] of [
    ['check', false],
    ['import', false],
    ['import', true],
    ['check', true],
  ] as const) {
    const { code, stdout, stderr } = await run(action);
    expect([code, stderr.includes('Error')]).toEqual([0, false]);
    expect(JSON.parse(stdout)).toMatchObject({ action, year: 2027, unchanged, moved: [] });
  }
});

const rests = HOLIDAY_FILE_2027.restDays;
test.each([
  [
    { swappedWorkdays: [{ date: '2027-01-02', for: '元旦' }] },
    'Refused (swapped_day_rests): 2027-01-02 is worked in exchange and rests for 元旦 as well.\n',
  ],
  [
    { restDays: [...rests, { name: '补休', from: '2027-01-03', to: '2027-01-04' }] },
    'Refused (overlap): 2027-01-03 rests for 元旦 and for 补休; a day rests for one of them.\n',
  ],
  [{ notice: undefined }, 'Refused (notice_missing): the file names no notice: its number and its title.\n'],
  [
    { notice: { ...HOLIDAY_FILE_2027.notice, number: '' } },
    'Refused (notice_missing): the number of the notice is missing.\n',
  ],
])('a file that breaks a rule is refused in one line before anything is opened: %j', async (change, line) => {
  await using folder = await openFolder();
  const file = join(folder.path, 'bad.json');
  await writeFile(file, JSON.stringify({ ...HOLIDAY_FILE_2027, ...change }));
  const { code, stdout, stderr } = await holidays(folder.dataDir, 'import', file);
  expect([code, stdout, stderr]).toEqual([2, '', line]);
});

test.each([
  [['import'], /^Usage: /],
  [['apply', 'x'], /^Usage: /],
  [['check', '/no/such/file'], /cannot be read \(ENOENT\)/],
])('%j is refused', async (args, sentence) => {
  await using folder = await openFolder();
  const { code, stderr } = await holidays(folder.dataDir, ...args);
  expect(code).toBe(2);
  expect(stderr).toMatch(sentence);
});

async function holidays(dataDir: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [SCRIPT, ...args], {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 60_000,
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const code = child.exitCode ?? (await new Promise<number | null>((ended) => child.once('close', ended)));
  return { code, stdout, stderr };
}
