import type { Box, Drawing, Shape } from '#scripts/docs/shapes.ts';

type Placed = { readonly name: string; readonly box: Box };

/**
 * What cannot be read in a drawing: labels, signs or states that lie on each other, a text that is wider than its box, and
 * whatever leaves the paper.
 */
export function pictureFaults({ width, height, shapes }: Drawing): string[] {
  const paper = { x: 0, y: 0, width, height };
  const placed = shapes.flatMap(placedOf);
  return [
    ...placed.filter(({ box }) => !contains(paper, box)).map(({ name }) => `${name} leaves the paper`),
    ...outsidePaper(shapes, paper),
    ...cutTexts(shapes),
    ...overlaps(placed),
    ...coveredHeaders(shapes),
  ];
}

/** Boxes that nothing may lie on: labels, signs, starts, and states that have no parts. */
function placedOf(shape: Shape): Placed[] {
  if (shape.kind === 'arrow') return [];
  if (shape.kind !== 'state') return [{ name: nameOf(shape), box: shape.box }];
  return shape.look === 'leaf' || shape.look === 'final' ? [{ name: nameOf(shape), box: shape.box }] : [];
}

function outsidePaper(shapes: readonly Shape[], paper: Box): string[] {
  const points = shapes.flatMap((shape) => (shape.kind === 'arrow' ? shape.points : []));
  return points
    .filter((point) => !contains(paper, { ...point, width: 0, height: 0 }))
    .map(({ x, y }) => `an arrow leaves the paper at ${x} ${y}`);
}

function cutTexts(shapes: readonly Shape[]): string[] {
  return shapes.flatMap((shape) => {
    if (!('texts' in shape)) return [];
    return shape.texts
      .filter(({ x, y, width }) => !contains(shape.box, { x, y: y - 8, width, height: 10 }))
      .map(({ text }) => `"${text}" is wider than its box`);
  });
}

function overlaps(placed: readonly Placed[]): string[] {
  return placed.flatMap((one, index) =>
    placed
      .slice(index + 1)
      .filter((other) => overlap(one.box, other.box))
      .map((other) => `${one.name} lies on ${other.name}`),
  );
}

/** The words above the parts of a state lie under none of them. */
function coveredHeaders(shapes: readonly Shape[]): string[] {
  const placed = shapes.flatMap(placedOf);
  return shapes.flatMap((shape) => {
    if (shape.kind !== 'state' || shape.look === 'leaf' || shape.look === 'final') return [];
    const texts = shape.texts.map(({ x, y, width }) => ({ x, y: y - 9, width, height: 11 }));
    return placed
      .filter(({ box }) => texts.some((text) => overlap(text, box)))
      .map(({ name }) => `${name} lies on the words of ${shape.path}`);
  });
}

function nameOf(shape: Shape): string {
  if (shape.kind === 'state') return `state ${shape.path}`;
  return 'texts' in shape ? `${shape.kind} "${shape.texts.map(({ text }) => text).join('')}"` : shape.kind;
}

function contains(outer: Box, inner: Box): boolean {
  const isWithin = (start: number, length: number, from: number, room: number) =>
    start >= from && start + length <= from + room;
  return (
    isWithin(inner.x, inner.width, outer.x, outer.width) &&
    isWithin(inner.y, inner.height, outer.y, outer.height)
  );
}

function overlap(one: Box, other: Box): boolean {
  const meet = (from: number, length: number, at: number, size: number) =>
    from < at + size && at < from + length;
  return meet(one.x, one.width, other.x, other.width) && meet(one.y, one.height, other.y, other.height);
}
