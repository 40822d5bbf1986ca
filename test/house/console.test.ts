import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { printApiTypes } from '#scripts/docs/api-types.ts';
import { describeApi } from '#scripts/docs/describe-api.ts';
import { FACT_TITLES } from '#src/i18n/fact-titles.ts';
import { ROLE_TITLES } from '#src/i18n/role-titles.ts';
import { FACT_TITLES as OWN_TITLES } from '#web/words/facts.ts';
import { REPOSITORY, readTree } from './source-tree.ts';

test('the console’s types are those of the API', async () => {
  const kept = readFileSync(`${REPOSITORY}/web/api/paths.gen.ts`, 'utf8');
  expect(kept, '`npm run docs` writes them').toBe(printApiTypes(await describeApi()));
});

test('the console calls a role what the server calls it', () => {
  const words = readFileSync(`${REPOSITORY}/web/words/roles.ts`, 'utf8');
  for (const [role, { zh, en }] of Object.entries(ROLE_TITLES))
    expect(words).toContain(`${role}: { zh: '${zh}', en: '${en}' }`);
});

test('every kind of notice has its words', () => {
  const kinds = readFileSync(`${REPOSITORY}/src/workflow/effect.ts`, 'utf8').match(
    /(?<=^  \| ')[\w.]+(?=';?$)/gm,
  );
  const words = readFileSync(`${REPOSITORY}/web/notices/notice-words.ts`, 'utf8');
  expect(kinds?.length).toBeGreaterThan(50);
  expect(kinds?.filter((kind) => !words.includes(`'${kind}': {`))).toEqual([]);
});

test('the console calls the facts of a case what the server calls them', () => {
  expect(OWN_TITLES).toEqual(FACT_TITLES);
});

test('every text of the console is there in both languages', () => {
  const files = readTree().filter(({ path }) => /^web\/.*\.tsx?$/.test(path));
  expect(files.length).toBeGreaterThan(30);
  expect(files.flatMap(({ path, text }) => halves(path, text))).toEqual([]);
});

/** Texts that say `zh` and not `en`, or the other way round; the words themselves may stand on several lines. */
function halves(path: string, text: string): string[] {
  const count = (key: string): number => text.match(new RegExp(`\\b${key}:\\s*['"\`]`, 'g'))?.length ?? 0;
  return count('zh') === count('en') ? [] : [`${path}: ${count('zh')} zh, ${count('en')} en`];
}
