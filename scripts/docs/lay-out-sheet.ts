import { arrange, type Content, type Way } from './elk-graph.ts';
import { packRegions } from './pack-regions.ts';
import type { Drawing } from './shapes.ts';
import type { Sheet, SheetNode, Sign } from './split-sheets.ts';
import { headerBlock, leafBlock, signBlock, type TextBlock } from './text-blocks.ts';

/** The ways that are tried; of what runs in one direction the best is kept. */
const WAYS: Readonly<Record<Way['direction'], readonly Way[]>> = {
  DOWN: [
    { direction: 'DOWN', labelEms: 10, cycles: 'MODEL_ORDER' },
    { direction: 'DOWN', labelEms: 13, cycles: 'MODEL_ORDER' },
    { direction: 'DOWN', labelEms: 10, cycles: 'GREEDY_MODEL_ORDER' },
    { direction: 'DOWN', labelEms: 13, cycles: 'GREEDY_MODEL_ORDER' },
  ],
  RIGHT: [{ direction: 'RIGHT', labelEms: 10, cycles: 'MODEL_ORDER' }],
};

/** What a picture may be wide before it is shown smaller than it was drawn. */
const PAGE_WIDTH = 1120;
const START: TextBlock = { width: 14, height: 14, texts: [], lineY: null };
const BEFORE_SIGN: Readonly<Record<Sign, string>> = { any: '', out: '→ ', in: '来自 ' };

type State = Extract<SheetNode, { kind: 'state' }>;

/** Lays a workflow out, its regions first. The same one always gives the same drawing. */
export async function layOutSheet(sheet: Sheet): Promise<Drawing> {
  return bestOf(await directionsOf(sheet), ({ drawing }) => costOf(drawing)).drawing;
}

/** The best drawing for each direction. */
async function directionsOf(sheet: Sheet): Promise<{ drawing: Drawing }[]> {
  const contents = new Map<string, Content>();
  for (const node of everyNode(sheet.nodes)) contents.set(node.id, await contentOf(node));
  const kept = [];
  for (const ways of Object.values(WAYS)) {
    const tried = [];
    for (const way of ways) tried.push({ way, drawing: await arrange(sheet, contents, way) });
    kept.push(bestOf(tried, ({ way, drawing }) => costOf(drawing) / favourOf(way)));
  }
  return kept;
}

/** Small is good, and what is wider than the page is shown smaller than it is. */
function costOf({ width, height }: Drawing): number {
  return width * height * Math.max(1, width / PAGE_WIDTH) ** 4;
}

/** How much more room a way may take: one that keeps the order of the definition is easier to follow. */
function favourOf({ cycles }: Way): number {
  return cycles === 'MODEL_ORDER' ? 1.3 : 1;
}

function bestOf<T>(candidates: readonly T[], costs: (candidate: T) => number): T {
  const [first, ...rest] = candidates;
  if (first === undefined) throw new TypeError('nothing to choose from');
  return rest.reduce((best, candidate) => (costs(candidate) < costs(best) ? candidate : best), first);
}

function everyNode(nodes: readonly SheetNode[]): SheetNode[] {
  return nodes.flatMap((node) => (node.kind === 'state' ? [node, ...everyNode(node.children)] : [node]));
}

async function contentOf(node: SheetNode): Promise<Content> {
  if (node.kind === 'start') return { block: START, inside: null };
  if (node.kind === 'sign') return { block: signBlock(node.title, BEFORE_SIGN[node.sign]), inside: null };
  if (node.state.kind === 'parallel') return contentOfParallel(node);
  const block = node.state.kind === 'compound' ? headerBlock(node.state) : leafBlock(node.state);
  return { block, inside: null };
}

async function contentOfParallel({ state, sheets }: State): Promise<Content> {
  const regions = [];
  for (const sheet of sheets) {
    const drawings = (await directionsOf(sheet)).map(({ drawing }) => drawing);
    regions.push({ state: sheet.state, drawings });
  }
  return { block: headerBlock(state), inside: packRegions(regions, PAGE_WIDTH) };
}
