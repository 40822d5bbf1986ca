import type { PictureState } from './picture-model.ts';
import { type Box, type Drawing, moved, type Shape } from './shapes.ts';
import { headerBlock } from './text-blocks.ts';

/** A region and the drawings of it to choose from. */
type Region = { readonly state: PictureState; readonly drawings: readonly Drawing[] };
type Panel = {
  readonly state: PictureState;
  readonly drawing: Drawing;
  readonly width: number;
  readonly height: number;
};
type Plan = { readonly width: number; readonly height: number; readonly boxes: readonly Box[] };
type Pack = (groups: readonly (readonly Panel[])[]) => Plan;

const GAP = 12;
// Two drawings each of eight regions, in every grouping, are some ten thousand plans; a workflow with more needs a thought.
const REGIONS_LIMIT = 8;

/**
 * Puts the regions of a parallel state into rows or columns, in their order, each in a panel of its own: as small as it
 * goes, and if possible no wider than `maxWidth` px.
 */
export function packRegions(regions: readonly Region[], maxWidth: number): Drawing {
  if (regions.length > REGIONS_LIMIT) throw new TypeError(`${regions.length} regions are too many to pack`);
  let best: { panels: readonly Panel[]; plan: Plan; cost: number } | null = null;
  for (const panels of choices(regions)) {
    for (const groups of partitions(panels)) {
      for (const pack of PACKS) {
        const plan = pack(groups);
        const cost = costOf(plan, maxWidth);
        if (best === null || cost < best.cost) best = { panels, plan, cost };
      }
    }
  }
  if (best === null) throw new TypeError('no place for the regions');
  const { panels, plan } = best;
  const shapes = panels.flatMap((panel, index) => panelShapes(panel, plan.boxes[index]));
  return { width: plan.width, height: plan.height, shapes };
}

/** Small is good; what is much taller than wide has to be scrolled, what is too wide is shown small. */
function costOf({ width, height }: Plan, maxWidth: number): number {
  return width * height * Math.max(1, height / width) ** 0.5 * Math.max(1, width / maxWidth) ** 4;
}

/** Every way to take one drawing of each region. */
function choices([first, ...rest]: readonly Region[]): Panel[][] {
  if (first === undefined) return [[]];
  const header = headerBlock(first.state);
  const panels = first.drawings.map((drawing) => ({
    ...{ state: first.state, drawing },
    width: Math.max(header.width, drawing.width),
    height: header.height + drawing.height,
  }));
  const others = choices(rest);
  return panels.flatMap((panel) => others.map((those) => [panel, ...those]));
}

/** Every way to break a list of panels into groups. */
function partitions(panels: readonly Panel[]): Panel[][][] {
  const [first, ...rest] = panels;
  if (first === undefined) return [[]];
  return partitions(rest).flatMap((groups) => {
    const [group, ...others] = groups;
    if (group === undefined) return [[[first]]];
    return [
      [[first], ...groups],
      [[first, ...group], ...others],
    ];
  });
}

/** Each group one below the other, its panels beside each other; what is short is stretched, so that it makes one block. */
const inRows: Pack = (rows) => {
  const widthOf = (row: readonly Panel[]) => spanOf(row.map((panel) => panel.width));
  const width = Math.max(...rows.map(widthOf));
  const boxes: Box[] = [];
  let y = 0;
  for (const row of rows) {
    const height = Math.max(...row.map((panel) => panel.height));
    const spare = Math.floor((width - widthOf(row)) / row.length);
    let x = GAP;
    for (const panel of row) {
      boxes.push({ x, y, width: panel.width + spare, height });
      x += panel.width + spare + GAP;
    }
    y += height + GAP;
  }
  return { width: width + 2 * GAP, height: y, boxes };
};

/** Each group beside the other, its panels one below the other. */
const inColumns: Pack = (columns) => {
  const heightOf = (column: readonly Panel[]) => spanOf(column.map((panel) => panel.height));
  const height = Math.max(...columns.map(heightOf));
  const boxes: Box[] = [];
  let x = GAP;
  for (const column of columns) {
    const width = Math.max(...column.map((panel) => panel.width));
    const spare = Math.floor((height - heightOf(column)) / column.length);
    let y = 0;
    for (const panel of column) {
      boxes.push({ x, y, width, height: panel.height + spare });
      y += panel.height + spare + GAP;
    }
    x += width + GAP;
  }
  return { width: x, height: height + GAP, boxes };
};

const PACKS: readonly Pack[] = [inRows, inColumns];

/** How much room lengths take with gaps between them. */
function spanOf(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length + GAP, -GAP);
}

function panelShapes({ state, drawing }: Panel, box: Box = { x: 0, y: 0, width: 0, height: 0 }): Shape[] {
  const header = headerBlock(state);
  const texts = header.texts.map((text) => ({ ...text, x: text.x + box.x, y: text.y + box.y }));
  const lineY = header.lineY === null ? null : header.lineY + box.y;
  const centred = Math.round((box.width - drawing.width) / 2);
  return [
    { kind: 'state', path: state.path, title: state.title, look: 'region', box, texts, lineY },
    ...moved(drawing.shapes, { x: box.x + centred, y: box.y + header.height }),
  ];
}
