import { expect, test } from 'vitest';
import { arrowsOf, findCircles } from './circles.ts';
import { readTree } from './source-tree.ts';

const tree = readTree();

test('no file imports itself by way of others', () => {
  const arrows = arrowsOf(tree);
  expect([...arrows.values()].flat().length).toBeGreaterThan(200);
  expect(findCircles(tree)).toEqual([]);
});

test('every import leads to a file that exists', () => {
  const paths = new Set(tree.map(({ path }) => path));
  const lost = [...arrowsOf(tree)].flatMap(([path, targets]) =>
    targets
      .filter((target) => !paths.has(target) && !path.startsWith('test/house/'))
      .map((target) => `${path} → ${target}`),
  );
  expect(lost).toEqual([]);
});

test('a planted circle of three is found once, whichever way its imports are written', () => {
  const circle = [
    { path: 'src/engine/a.ts', text: "import { b } from '#src/engine/b.ts';" },
    { path: 'src/engine/b.ts', text: "import {\n  type C,\n  c,\n} from './c.ts';" },
    { path: 'src/engine/c.ts', text: "export { a } from './a.ts';" },
  ];
  expect(findCircles(circle)).toHaveLength(1);
});

test('a circle of types alone is none', () => {
  const types = [
    { path: 'src/engine/a.ts', text: "import type { B } from './b.ts';" },
    { path: 'src/engine/b.ts', text: "import { type A } from './a.ts';" },
  ];
  expect(findCircles(types)).toEqual([]);
});
