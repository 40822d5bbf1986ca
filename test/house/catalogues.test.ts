import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ERROR_STATUS, type ErrorCode } from '#src/base/errors.ts';
import { INPUT_FAULTS } from '#src/base/input-faults.ts';
import { MESSAGES_EN } from '#src/i18n/messages.en.ts';
import { MESSAGES_ZH } from '#src/i18n/messages.zh-CN.ts';
import { translate } from '#src/i18n/translate.ts';

const CODES = Object.keys(ERROR_STATUS) as ErrorCode[];
const HAN = /[\u4e00-\u9fff]/;

/** The rows of the table in the document: code → status. */
function documented(markdown: string): Record<string, number> {
  const rows = [...markdown.matchAll(/^\| (\d{3}) \| `(\w+)` \| (.+) \| (.+) \|$/gm)];
  return Object.fromEntries(rows.map(([, status, code]) => [code, Number(status)]));
}

const DOCUMENT = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8');

test('every code stands in the document with its status, and the document names no other', () => {
  expect(CODES.length).toBeGreaterThan(20);
  expect(documented(DOCUMENT)).toEqual(ERROR_STATUS);
});

test('a planted stranger, a missing row and a wrong status in the document are found', () => {
  expect(documented(`${DOCUMENT}| 418 | \`teapot\` | never | – |\n`)).not.toEqual(ERROR_STATUS);
  expect(documented(DOCUMENT.replace(/^.*`key_reused`.*\n/m, ''))).not.toEqual(ERROR_STATUS);
  expect(documented(DOCUMENT.replace('| 412 | `version_stale`', '| 409 | `version_stale`'))).not.toEqual(
    ERROR_STATUS,
  );
});

test('every code is said in Chinese and in English, each in its own script, title and sentence', () => {
  expect(Object.keys(MESSAGES_ZH).sort()).toEqual([...CODES].sort());
  expect(Object.keys(MESSAGES_EN).sort()).toEqual([...CODES].sort());
  for (const code of CODES) {
    for (const text of Object.values(translate('zh-CN', code))) expect(text).toMatch(HAN);
    for (const text of Object.values(translate('en', code))) expect(text).not.toMatch(HAN);
    expect(translate('en', code).detail).toMatch(/[.]$/);
    expect(translate('zh-CN', code).detail).toMatch(/。$/);
  }
});

test('no two codes are said in the same words', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    expect(new Set(CODES.map((code) => translate(language, code).title)).size).toBe(CODES.length);
    expect(new Set(CODES.map((code) => translate(language, code).detail)).size).toBe(CODES.length);
  }
});

test('faults of single places are told apart in both languages', () => {
  const faults = Object.values(INPUT_FAULTS);
  expect(faults.length).toBeGreaterThan(10);
  expect(new Set(faults.map(({ en }) => en)).size).toBe(faults.length);
  expect(new Set(faults.map(({ zh }) => zh)).size).toBe(faults.length);
  for (const { zh, en } of faults) expect([HAN.test(zh), HAN.test(en)]).toEqual([true, false]);
});

test('every status is one that RFC 9110, 6585 or 9457 knows for a refusal', () => {
  for (const status of Object.values(ERROR_STATUS)) {
    expect([400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 503]).toContain(status);
  }
});
