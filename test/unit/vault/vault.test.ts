import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createVault } from '#src/vault/vault.ts';

const CASE = '11111111-1111-4111-8111-111111111111';
const ENTRY = '22222222-2222-4222-8222-222222222222';
const vault = createVault(randomBytes(32));
const { key, wrapped } = vault.newCaseKey(CASE);

test('what was sealed opens again, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(vault.openEntry(key, ENTRY, vault.sealEntry(key, ENTRY, text))).toBe(text.toWellFormed());
    }),
  );
});

test('any single bit changed, and it does not open', () => {
  const sealed = vault.sealEntry(key, ENTRY, '她的地址');
  for (let bit = 0; bit < sealed.length * 8; bit += 1) {
    const damaged = Buffer.from(sealed);
    damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => vault.openEntry(key, ENTRY, damaged)).toThrow();
  }
});

test('nothing opens in another place, under another case, or with another master key', () => {
  const sealed = vault.sealEntry(key, ENTRY, '她的地址');
  const other = vault.newCaseKey(ENTRY);
  expect(() => vault.openEntry(key, CASE, sealed)).toThrow();
  expect(() => vault.openEntry(other.key, ENTRY, sealed)).toThrow();
  expect(() => vault.openCaseKey(ENTRY, wrapped)).toThrow();
  expect(() => createVault(randomBytes(32)).openCaseKey(CASE, wrapped)).toThrow();
  expect(vault.openCaseKey(CASE, wrapped).bytes.equals(key.bytes)).toBe(true);
});

test('the same text sealed twice looks different', () => {
  expect(vault.sealEntry(key, ENTRY, 'x').equals(vault.sealEntry(key, ENTRY, 'x'))).toBe(false);
});

test('a number has one token in every spelling, and another under another key', () => {
  const spellings = [
    '13800001111',
    '138 0000 1111',
    '+86-138-0000-1111',
    '0086 13800001111',
    '１３８００００１１１１',
    '(138)00001111',
  ];
  const tokens = new Set(spellings.map((text) => vault.phoneToken(text)?.toString('hex')));
  expect(tokens.size).toBe(1);
  expect(vault.phoneToken('13800001112')?.toString('hex')).not.toBe([...tokens][0]);
  expect(createVault(randomBytes(32)).phoneToken('13800001111')?.toString('hex')).not.toBe([...tokens][0]);
});

test.each(['', 'no number', '12', '1'.repeat(21), '138a0001111'])('%j is no number', (text) => {
  expect(vault.phoneToken(text)).toBeNull();
});

test('a check value tells its own master key from any other', () => {
  expect(vault.acceptsCheck(vault.drawCheck())).toBe(true);
  expect(createVault(randomBytes(32)).acceptsCheck(vault.drawCheck())).toBe(false);
  expect(vault.acceptsCheck(Buffer.from('nonsense'))).toBe(false);
});

test('a master key of another length is refused', () => {
  expect(() => createVault(randomBytes(31))).toThrow(TypeError);
});
