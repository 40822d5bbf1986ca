import { expect, test } from 'vitest';
import { drawPassword, hashPassword, isPasswordRight } from '#src/vault/password.ts';

test('a hash is argon2id with 19 MiB, and no two are alike', async () => {
  const [first, second] = [await hashPassword('haolin-demo'), await hashPassword('haolin-demo')];
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(first).not.toBe(second);
});

test('the right password opens, a wrong one and an empty one do not', async () => {
  const phc = await hashPassword('山高水长-2026');
  expect(await isPasswordRight('山高水长-2026', phc)).toBe(true);
  expect(await isPasswordRight('山高水长-2027', phc)).toBe(false);
  expect(await isPasswordRight('', phc)).toBe(false);
});

test('full-width characters of another keyboard are the same password', async () => {
  expect(await isPasswordRight('ａｂｃ１２３', await hashPassword('abc123'))).toBe(true);
});

test('a hash made by another implementation is understood', async () => {
  // The argon2 reference program: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 24 -e
  const phc = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await isPasswordRight('password', phc)).toBe(true);
});

test('nobody has no right password, and finding that out takes as long', async () => {
  const phc = await hashPassword('haolin-demo');
  const known: number[] = [];
  const unknown: number[] = [];
  for (let round = 0; round < 15; round += 1) {
    known.push(await durationOf(() => isPasswordRight('wrong', phc)));
    unknown.push(await durationOf(() => isPasswordRight('wrong', null)));
  }
  expect(await isPasswordRight('', null)).toBe(false);
  // The fastest of each: what else ran on the machine only ever adds.
  expect(Math.min(...unknown) / Math.min(...known)).toBeGreaterThan(0.5);
});

test('a drawn password is long and never the same', () => {
  expect(drawPassword()).toMatch(/^[\w-]{24}$/);
  expect(drawPassword()).not.toBe(drawPassword());
});

test('what is no hash is a mistake of ours, not a wrong password', async () => {
  await expect(isPasswordRight('x', 'plain text')).rejects.toThrow('PHC');
});

async function durationOf(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}
