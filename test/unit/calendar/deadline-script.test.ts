import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { HOLIDAY_FILE_2027 } from '#test/support/holiday-file.ts';

test('the command prints the two due minutes and why', () => {
  const { status, stdout } = deadline('P9', '2026-01-15', '--excluded-days', '12');
  expect(status).toBe(0);
  const answer = JSON.parse(stdout);
  expect(Object.keys(answer)).toEqual(['safeDue', 'legalDue', 'explanation']);
  expect(answer).toMatchObject({
    safeDue: '2026-02-26T24:00',
    legalDue: '2026-02-26T24:00',
  });
});

test.each([
  [['C99', '2026-01-15'], /^No rule has the code "C99"\.\n$/],
  [['C2', '2026-01-15'], /^"2026-01-15" is no minute .*\n$/],
  [['P7', '2026-02-30'], /^"2026-02-30" is no date .*\n$/],
  [['P7', '2026-12-30'], /^Rule P7 depends on the rest days of 2027.*\n$/],
  [['R1', '2026-01-15T10:00'], /^Rule R1 gives no number .*\n$/],
  [['C5', '2026-01-15', '--excluded-days', '3'], /^Rule C5 cannot be lengthened .*\n$/],
  [['P9', '2026-01-15', '--excluded-days', 'x'], /^--excluded-days takes .*\n$/],
  [['P9', '2026-01-15', '--bogus'], /^Usage: .*\n$/],
  [['P9'], /^Usage: .*\n$/],
] as const)('%j is refused in one line with exit code 2', (args, sentence) => {
  const { status, stdout, stderr } = deadline(...args);
  expect(stderr).toMatch(sentence);
  expect(status).toBe(2);
  expect(stdout).toBe('');
});

test('a holiday file makes its year known, and one that breaks a rule is refused by name', () => {
  const folder = mkdtempSync(join(tmpdir(), 'haolin-deadline-'));
  try {
    const file = join(folder, 'holidays.json');
    writeFileSync(file, JSON.stringify(HOLIDAY_FILE_2027));
    expect(deadline('P7', '2026-12-30').status).toBe(2);
    const { status, stdout } = deadline('P7', '2026-12-30', '--holidays', file);
    expect([status, JSON.parse(stdout).legalDue]).toEqual([0, '2027-01-06T24:00']);
    writeFileSync(file, JSON.stringify({ ...HOLIDAY_FILE_2027, notice: undefined }));
    expect(deadline('P7', '2026-12-30', '--holidays', file).stderr).toMatch(/^Refused \(notice_missing\): /);
    expect(deadline('P7', '2026-12-30', '--holidays', `${file}.gone`).stderr).toMatch(
      /cannot be read \(ENOENT\)/,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('--help says what it takes, and which years it knows', () => {
  const { status, stdout } = deadline('--help');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^Usage: .*\n/);
  expect(stdout).toContain('it knows the holiday years of this build and those of --holidays');
});

function deadline(...args: readonly string[]) {
  const script = fileURLToPath(new URL('../../../scripts/deadline.ts', import.meta.url));
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', timeout: 20_000 });
}
