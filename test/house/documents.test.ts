import { expect, test } from 'vitest';
import { environmentSchema } from '#src/config/environment.ts';
import { FAULT_POINTS } from '#src/engine/fault-points.ts';
import {
  findDeadLinks,
  findUnknownCommands,
  findUnknownSettings,
  findUnusedFaultPoints,
  markdownIn,
} from './documents.ts';
import type { Manifest } from './manifest.ts';
import { readTree } from './source-tree.ts';

const tree = readTree();
const README = 'README.md';
const readme = tree.filter(({ path }) => path === README || path === 'docs/settings.md');
const manifest = JSON.parse(tree.find(({ path }) => path === 'package.json')?.text ?? '{}') as Manifest;

test('every setting is explained to who runs the product', () => {
  const names = Object.keys(environmentSchema.properties);
  expect(names.length).toBeGreaterThan(5);
  expect(findUnknownSettings(names, readme)).toEqual([]);
});

test('every link between documents leads somewhere', () => {
  expect(markdownIn(tree).length).toBeGreaterThan(10);
  expect(findDeadLinks(tree)).toEqual([]);
});

test('every npm script that a document names is there', () => {
  expect(findUnknownCommands(Object.keys(manifest.scripts ?? {}), tree)).toEqual([]);
});

test('every named fault point is passed by the code', () => {
  expect(FAULT_POINTS.length).toBeGreaterThan(0);
  expect(findUnusedFaultPoints(FAULT_POINTS, tree)).toEqual([]);
});

test('a planted setting, link, command and fault point are found', () => {
  const planted = {
    path: 'docs/plant.md',
    text: 'See [there](../nowhere.md) and <img src="lost.svg">; run `npm run fly`.',
  };
  expect(findUnknownSettings(['PORT', 'SPEED'], [{ path: README, text: '`PORT`' }])).toHaveLength(1);
  expect(findDeadLinks([planted]).map(({ problem }) => problem)).toEqual([
    'links to nowhere.md',
    'links to docs/lost.svg',
  ]);
  expect(findUnknownCommands(['lint'], [planted])).toHaveLength(1);
  const code = { path: 'src/engine/a.ts', text: "deps.fault('before_write');" };
  expect(findUnusedFaultPoints(['before_write', 'never'], [code])).toHaveLength(1);
});
