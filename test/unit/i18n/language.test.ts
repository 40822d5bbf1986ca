import { expect, test } from 'vitest';
import { faultIn } from '#src/i18n/input-faults.ts';
import { languageOf } from '#src/i18n/language.ts';

test.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-TW,zh;q=0.9', 'zh-CN'],
  ['en', 'en'],
  ['en-GB', 'en'],
  ['EN-us;q=0.8, zh;q=0.7', 'en'],
  ['zh;q=0.5,en;q=0.6', 'en'],
  ['en;q=0.5,zh;q=0.5', 'en'],
  ['fr,de', 'zh-CN'],
  ['fr, en;q=0.1', 'en'],
  ['*', 'zh-CN'],
  ['en;q=0', 'zh-CN'],
  ['en;q=nonsense', 'zh-CN'],
  [',;;,q=1,'.repeat(5_000), 'zh-CN'],
])('whoever wants %j reads %s', (wanted, given) => {
  expect(languageOf(wanted)).toBe(given);
});

test('a fault is said in either language, and a sentence of somebody else stays as it is', () => {
  expect(faultIn('zh-CN', 'is required')).toBe('必填');
  expect(faultIn('en', 'is required')).toBe('is required');
  expect(faultIn('zh-CN', 'must be an open track of this case')).toBe('must be an open track of this case');
});
