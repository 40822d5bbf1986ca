import { expect, test } from 'vitest';
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
