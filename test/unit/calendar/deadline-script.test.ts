import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

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

function deadline(...args: readonly string[]) {
  const script = fileURLToPath(new URL('../../../scripts/deadline.ts', import.meta.url));
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', timeout: 20_000 });
}
