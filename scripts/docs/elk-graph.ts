import ElkConstructor, { type ElkExtendedEdge, type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { type Box, type Drawing, moved, type Point, type Shape } from './shapes.ts';
import type { Arrow, Sheet, SheetNode } from './split-sheets.ts';
import { labelBlock, type TextBlock } from './text-blocks.ts';

// Under Node's module rules the types of elkjs call its constructor a module.
type Elk = { layout: (graph: ElkNode) => Promise<ElkNode> };
const elk: Elk = new (ElkConstructor as unknown as new () => Elk)();

/**
 * How a sheet is laid out. `MODEL_ORDER`: what is declared first stands first, which reads best and takes more room.
 * `labelEms`: where labels are folded.
 */
export type Way = {
  readonly direction: 'DOWN' | 'RIGHT';
  readonly labelEms: number;
  readonly cycles: 'MODEL_ORDER' | 'GREEDY_MODEL_ORDER';
};

/** What is known of a node before its place is: its words, and for a parallel state its regions, laid out. */
export type Content = { readonly block: TextBlock; readonly inside: Drawing | null };
type Contents = ReadonlyMap<string, Content>;

const MARGIN = 12;
const EMPTY: TextBlock = { width: 0, height: 0, texts: [], lineY: null };

/** Lays one sheet out in one way. `contents` has every node of it. */
export async function arrange(sheet: Sheet, contents: Contents, way: Way): Promise<Drawing> {
  const labels = new Map(sheet.arrows.map(({ id, labels: those }) => [id, labelBlock(those, way.labelEms)]));
  const graph = await elk.layout({
    id: 'sheet',
    layoutOptions: optionsOf(way),
    children: sheet.nodes.map((node) => toElk(node, contents, way)),
    edges: sheet.arrows.map((arrow) => toElkEdge(arrow, labels)),
  });
  const shapes = [
    ...sheet.nodes.flatMap((node) => nodeShapes(node, graph, contents)),
    ...(graph.edges ?? []).flatMap((edge) => arrowShapes(edge, sheet.arrows, labels)),
  ];
  return { width: Math.ceil(graph.width ?? 0), height: Math.ceil(graph.height ?? 0), shapes };
}

function optionsOf({ direction, cycles }: Way): Record<string, string> {
  return {
    'elk.algorithm': 'layered',
    'elk.direction': direction,
    'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
    'elk.json.shapeCoords': 'ROOT',
    'elk.json.edgeCoords': 'ROOT',
    'elk.edgeRouting': 'ORTHOGONAL',
    'elk.randomSeed': '1',
    'elk.padding': `[top=${MARGIN},left=${MARGIN},bottom=${MARGIN},right=${MARGIN}]`,
    ...SPACING,
    'elk.layered.thoroughness': '7',
    'elk.layered.nodePlacement.strategy': 'LINEAR_SEGMENTS',
    'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
    'elk.layered.considerModelOrder.crossingCounterNodeInfluence': '0.001',
    'elk.layered.cycleBreaking.strategy': cycles,
  };
}

const SPACING = {
  'elk.spacing.nodeNode': '24',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '4',
  'elk.spacing.labelLabel': '6',
  'elk.layered.spacing.nodeNodeBetweenLayers': '22',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
};

function toElk(node: SheetNode, contents: Contents, way: Way): ElkNode {
  const { block, inside } = contents.get(node.id) ?? { block: EMPTY, inside: null };
  if (node.kind === 'state' && node.children.length > 0) {
    const top = block.height + 10;
    return {
      id: node.id,
      children: node.children.map((child) => toElk(child, contents, way)),
      layoutOptions: {
        ...SPACING,
        'elk.direction': way.direction,
        'elk.padding': `[top=${top},left=${MARGIN + 2},bottom=${MARGIN + 2},right=${MARGIN + 2}]`,
        'elk.nodeSize.constraints': 'MINIMUM_SIZE',
        'elk.nodeSize.minimum': minimumOf(block.width, top + 2 * MARGIN, way),
      },
    };
  }
  const height = block.height + (inside?.height ?? 0);
  return { id: node.id, width: Math.max(block.width, inside?.width ?? 0), height };
}

/** The layout turns its graph on its side to lay it out downwards, and this option not with it. */
function minimumOf(width: number, height: number, { direction }: Way): string {
  return direction === 'DOWN' ? `(${height},${width})` : `(${width},${height})`;
}

function toElkEdge(arrow: Arrow, labels: ReadonlyMap<string, TextBlock>): ElkExtendedEdge {
  const block = labels.get(arrow.id) ?? EMPTY;
  const label = {
    id: `label:${arrow.id}`,
    text: arrow.id,
    width: block.width,
    height: block.height,
    layoutOptions: { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' },
  };
  return {
    id: arrow.id,
    sources: [arrow.from],
    targets: [arrow.to],
    labels: arrow.labels.length === 0 ? [] : [label],
  };
}

function nodeShapes(node: SheetNode, graph: ElkNode, contents: Contents): Shape[] {
  const box = boxOf(find(graph, node.id));
  const { block, inside } = contents.get(node.id) ?? { block: EMPTY, inside: null };
  if (node.kind === 'start') return [{ kind: 'start', box }];
  const texts = block.texts.map((text) => ({ ...text, x: text.x + box.x, y: text.y + box.y }));
  if (node.kind === 'sign') return [{ kind: 'sign', sign: node.sign, box, texts }];
  const { path, title, kind } = node.state;
  const look = kind === 'atomic' ? 'leaf' : kind;
  const lineY = block.lineY === null ? null : block.lineY + box.y;
  return [
    { kind: 'state', path, title, look, box, texts, lineY },
    ...moved(inside?.shapes ?? [], { x: box.x, y: box.y + block.height }),
    ...node.children.flatMap((child) => nodeShapes(child, graph, contents)),
  ];
}

function arrowShapes(
  edge: ElkExtendedEdge,
  arrows: readonly Arrow[],
  blocks: ReadonlyMap<string, TextBlock>,
): Shape[] {
  const labels = arrows.find(({ id }) => id === edge.id)?.labels ?? [];
  const isDashed = labels.length > 0 && labels.every(({ isAutomatic }) => isAutomatic);
  const points = (edge.sections ?? []).flatMap(({ startPoint, bendPoints = [], endPoint }): Point[] =>
    [startPoint, ...bendPoints, endPoint].map(({ x, y }) => ({ x: rounded(x), y: rounded(y) })),
  );
  const arrow: Shape = { kind: 'arrow', points, isDashed };
  const [label] = edge.labels ?? [];
  if (label === undefined) return [arrow];
  const box = boxOf(label);
  const texts = (blocks.get(edge.id)?.texts ?? []).map((text) => ({
    ...text,
    x: text.x + box.x,
    y: text.y + box.y,
  }));
  return [arrow, { kind: 'label', box, texts }];
}

function find(graph: ElkNode, id: string): ElkNode {
  const within = (node: ElkNode): ElkNode | undefined =>
    node.id === id ? node : (node.children ?? []).map(within).find((found) => found !== undefined);
  const found = within(graph);
  if (found === undefined) throw new TypeError(`the layout lost ${id}`);
  return found;
}

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: Partial<Box>): Box {
  return { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) };
}

/** Half pixels are as fine as it gets, so that the last bits of a calculation never show. */
function rounded(length: number): number {
  return Math.round(length * 2) / 2;
}
