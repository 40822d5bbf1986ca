import { describe, expect, it } from 'vitest';
import { FLOORS, findWrongArrows, floorOf } from './floors.ts';
import { unexcused } from './exceptions.ts';
import { importsOf } from './imports.ts';
import { codeIn, readTree } from './source-tree.ts';

const tree = readTree();

const PLANTS: readonly [path: string, line: string][] = [
  ['src/base/plant.ts', "import { Type } from 'typebox';"],
  ['src/base/plant.ts', "import { readFile } from 'node:fs';"],
  ['src/workflow/plant.ts', "import { workflow } from '#workflows/intake.ts';"],
  ['src/workflow/plant.ts', "import { readFileSync } from 'node:fs';"],
  ['src/access/plant.ts', "import type { Db } from '#db/schema.ts';"],
  ['src/store/plant.ts', "import { maySeeCase } from '#src/access/may-see-case.ts';"],
  ['workflows/plant.ts', "import type {\n  Db,\n} from '#db/schema.ts';"],
  ['workflows/plant.ts', "import { randomUUID } from 'node:crypto';"],
  ['workflows/plant/part.ts', "const db = await import('#db/connect.ts');"],
  ['src/engine/plant.ts', "import { loadConfig } from '#src/config/config.ts';"],
  ['src/engine/plant.ts', "import fastify from 'fastify';"],
  ['src/http/plant.ts', "import '#src/jobs/workers.ts';"],
  ['src/http/plant.ts', "import { Queue } from 'bullmq';"],
  ['src/jobs/plant.ts', "export { buildApp } from '#src/http/build-app.ts';"],
  ['src/jobs/plant.ts', "import { start } from '#src/wiring.ts';"],
  ['db/plant.ts', "import { readNow } from '#src/store/clock.ts';"],
  ['src/store/plant.ts', "import { testDatabase } from '#test/support/test-db.ts';"],
  ['src/store/plant.ts', "import { readNow } from '../engine/engine.ts';"],
  ['src/store/plant.ts', "import { readNow } from '#src/store/clock.ts';"],
  ['web/plant.ts', "import { title } from '#src/base/title.ts';"],
];

describe('an arrow points down', () => {
  it('in every file', () => {
    expect(unexcused('floors', findWrongArrows(tree))).toEqual([]);
  });

  it('and the check has seen imports on every floor that has any', () => {
    const looked = codeIn(tree).filter((file) => importsOf(file).length > 0);
    const floors = new Set(looked.map(({ path }) => floorOf(path)));
    expect(looked.length).toBeGreaterThan(100);
    expect(Object.keys(FLOORS).filter((floor) => !floors.has(floor))).toEqual([]);
  });

  it.each(PLANTS)('a planted import is found: %s, %s', (path, text) => {
    expect(findWrongArrows([{ path, text }]).map((violation) => violation.path)).toEqual([path]);
  });

  it('a number never rises along an allowed arrow', () => {
    const rising = Object.entries(FLOORS).flatMap(([name, floor]) =>
      floor.folders.filter((folder) => (FLOORS[folder]?.number ?? 0) > floor.number).map((to) => [name, to]),
    );
    expect(rising).toEqual([]);
  });
});
