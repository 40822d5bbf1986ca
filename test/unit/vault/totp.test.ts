import { expect, test } from 'vitest';
import { isTotpRight, readBase32, totpCode } from '#src/vault/totp.ts';

const SECRET = Buffer.from('12345678901234567890', 'ascii');
const SECRET_BASE32 = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

// RFC 6238, appendix B, SHA-1; the last six of its eight digits.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is %s', (second, code) => {
  expect(totpCode(SECRET, second * 1000)).toBe(code);
});

test('base32 is read with or without spaces, padding and capitals', () => {
  expect(readBase32(SECRET_BASE32)).toEqual(SECRET);
  expect(readBase32('gezd gnbv gy3t qojq gezd gnbv gy3t qojq')).toEqual(SECRET);
  expect(readBase32('MY======').toString()).toBe('f');
  expect(() => readBase32('1nvalid!')).toThrow('base32');
});

test('the code of this half minute and its neighbours is right, no other is', () => {
  const nowMs = 1_234_567_890_000;
  const codeAt = (seconds: number): string => totpCode(SECRET, nowMs + seconds * 1000);
  for (const seconds of [0, -30, 30]) expect(isTotpRight(SECRET_BASE32, codeAt(seconds), nowMs)).toBe(true);
  for (const seconds of [-61, 61, 3600])
    expect(isTotpRight(SECRET_BASE32, codeAt(seconds), nowMs)).toBe(false);
});

test.each(['', '12345', '1234567', '12345a', '１２３４５６', ' 005924'])('%j is no code', (code) => {
  expect(isTotpRight(SECRET_BASE32, code, 1_234_567_890_000)).toBe(false);
});
