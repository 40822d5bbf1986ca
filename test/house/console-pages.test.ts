import { expect, test } from 'vitest';
import { SHOT_PAGES } from '#scripts/shots/pages.ts';
import { findStaleRoutes, findUnseenRoutes } from './console-pages.ts';
import { readTree } from './source-tree.ts';

const known = SHOT_PAGES.map(({ route }) => route);

test('every address of the console is in the table of pages, which pictures and accessibility go by', () => {
  expect(findUnseenRoutes(readTree(), known)).toEqual([]);
});

test('and the table knows no address that there is not', () => {
  expect(findStaleRoutes(readTree(), known)).toEqual([]);
});

test('a route that was forgotten is found, and a name is used once', () => {
  const planted = { path: 'web/calls/routes.ts', text: "[{ path: 'calls/:id/secret' }, { index: true }]" };
  expect(findUnseenRoutes([planted], ['calls/:id']).map(({ problem }) => problem)).toEqual([
    'calls/:id/secret is missing in scripts/shots/pages.ts',
    '/ is missing in scripts/shots/pages.ts',
  ]);
  expect(findStaleRoutes([planted], [null, 'gone'])).toHaveLength(1);
  const names = SHOT_PAGES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
