import type { Title } from '#src/base/title.ts';
import { type Happening, merged, type PictureModel, type PictureState, type Way } from './picture-model.ts';

/**
 * What is laid out as one graph: the workflow as a whole, or one region of a parallel state. An arrow that leaves a region
 * is drawn from its parallel state on the sheet outside, and on the sheet inside to a sign that names where it leads.
 */
export type Sheet = {
  /** '' for the whole, else the path of the region. */
  readonly path: string;
  readonly state: PictureState;
  readonly nodes: readonly SheetNode[];
  readonly arrows: readonly Arrow[];
};

/** A state, the dot where something starts, or a sign. */
export type SheetNode =
  | {
      readonly kind: 'state';
      readonly id: string;
      readonly state: PictureState;
      readonly children: readonly SheetNode[];
      /** Of a parallel state: its regions. */
      readonly sheets: readonly Sheet[];
    }
  | { readonly kind: 'start'; readonly id: string }
  | { readonly kind: 'sign'; readonly id: string; readonly sign: Sign; readonly title: Title };

/** `any`: from any state here; `out` and `in`: to and from a state on another sheet. */
export type Sign = 'any' | 'out' | 'in';

export type Arrow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly labels: readonly Happening[];
};

/** Where a state stands on the sheets around it, outermost first. `holder`: the compound state it lies in there, or ''. */
type Place = { readonly sheet: string; readonly node: string; readonly holder: string };

type Draft = {
  readonly arrows: { from: string; to: string; happening: Happening | null }[];
  readonly extras: Map<string, { readonly holder: string; readonly node: SheetNode }>;
};

const ANY: Title = { zh: '任一状态', en: 'Any state here' };

/** Splits a workflow into sheets and gives each arrow its place on them; the sheets of regions lie within the first. */
export function splitSheets(model: PictureModel): Sheet {
  const states = new Map<string, PictureState>();
  const places = new Map<string, readonly Place[]>();
  collect(model.root, [{ sheet: '', node: '', holder: '' }], { states, places });
  const drafts = new Map<string, Draft>();
  const draftOf = (sheet: string): Draft => {
    const draft = drafts.get(sheet) ?? { arrows: [], extras: new Map() };
    drafts.set(sheet, draft);
    return draft;
  };
  const atlas = { states, places, draftOf };
  for (const state of states.values()) addStart(atlas, state);
  for (const way of model.ways) addWay(atlas, way);
  return sheetOf(atlas, model.root);
}

type Atlas = {
  readonly states: ReadonlyMap<string, PictureState>;
  readonly places: ReadonlyMap<string, readonly Place[]>;
  readonly draftOf: (sheet: string) => Draft;
};

type Collected = { states: Map<string, PictureState>; places: Map<string, readonly Place[]> };

function collect(state: PictureState, places: readonly Place[], into: Collected): void {
  into.states.set(state.path, state);
  into.places.set(state.path, places);
  for (const child of state.children) {
    const here = places.at(-1);
    if (here === undefined) continue;
    if (state.kind === 'parallel') {
      collect(child, [...places, { sheet: child.path, node: child.path, holder: '' }], into);
      continue;
    }
    const holder = here.node === here.sheet ? '' : state.path;
    collect(child, [...places.slice(0, -1), { sheet: here.sheet, node: child.path, holder }], into);
  }
}

function addStart({ places, draftOf }: Atlas, { path, initial }: PictureState): void {
  const inside = initial === null ? undefined : places.get(initial)?.at(-1);
  if (initial === null || inside === undefined) return;
  const own = places.get(path)?.at(-1);
  const holder = own?.node === inside.sheet ? '' : path;
  const id = `start:${path}`;
  const draft = draftOf(inside.sheet);
  draft.extras.set(id, { holder, node: { kind: 'start', id } });
  draft.arrows.push({ from: id, to: inside.node, happening: null });
}

function addWay(atlas: Atlas, way: Way): void {
  const source = atlas.places.get(way.from) ?? [];
  const target = settled(atlas, way.from, way.to);
  const shared = source.findLastIndex(({ sheet }, index) => target[index]?.sheet === sheet);
  addShared(atlas, way, { start: source[shared], end: target[shared] });
  for (const { sheet, node } of source.slice(shared + 1)) {
    const origin = node === sheet ? signIn(atlas, sheet, { sign: 'any', about: sheet, holder: '' }) : node;
    const sign = signIn(atlas, sheet, { sign: 'out', about: way.to, holder: '' });
    atlas.draftOf(sheet).arrows.push({ from: origin, to: sign, happening: way.happening });
  }
  for (const { sheet, node } of target.slice(shared + 1)) {
    const sign = signIn(atlas, sheet, { sign: 'in', about: way.from, holder: '' });
    atlas.draftOf(sheet).arrows.push({ from: sign, to: node, happening: way.happening });
  }
}

type Ends = { readonly start: Place | undefined; readonly end: Place | undefined };

/** The arrow on the innermost sheet that has both ends; none where both lie in one parallel state. */
function addShared(atlas: Atlas, { from, happening }: Way, { start, end }: Ends): void {
  if (start === undefined || end === undefined || start.node === end.node) return;
  const isAround = start.node === start.sheet || end.node.startsWith(`${start.node}.`);
  const parts = { sign: 'any', about: from, holder: start.node } as const;
  const origin = isAround ? signIn(atlas, start.sheet, parts) : start.node;
  atlas.draftOf(start.sheet).arrows.push({ from: origin, to: end.node, happening });
}

/** Where an arrow ends: whoever leads to a state around itself comes to where that begins. */
function settled({ states, places }: Atlas, from: string, to: string): readonly Place[] {
  let path = to;
  for (;;) {
    const state = states.get(path);
    const place = places.get(path) ?? [];
    const isRegion = place.at(-1)?.node === place.at(-1)?.sheet;
    const isAround = from === path || from.startsWith(`${path}.`);
    const initial = state?.initial ?? null;
    if (initial === null || !(isRegion || isAround)) return place;
    path = initial;
  }
}

type SignParts = { readonly sign: Sign; readonly about: string; readonly holder: string };

function signIn({ states, draftOf }: Atlas, sheet: string, { sign, about, holder }: SignParts): string {
  const id = `${sign}:${sheet}:${about}`;
  const title = sign === 'any' ? ANY : (states.get(about)?.title ?? ANY);
  const within = holder === sheet ? '' : holder;
  draftOf(sheet).extras.set(id, { holder: within, node: { kind: 'sign', id, sign, title } });
  return id;
}

function sheetOf(atlas: Atlas, state: PictureState): Sheet {
  const { arrows, extras } = atlas.draftOf(state.path);
  const extrasIn = (holder: string) =>
    [...extras.values()].filter((extra) => extra.holder === holder).map(({ node }) => node);
  const nodeOf = (child: PictureState): SheetNode => ({
    ...{ kind: 'state', id: child.path, state: child },
    children: child.kind === 'compound' ? [...extrasIn(child.path), ...child.children.map(nodeOf)] : [],
    sheets: child.kind === 'parallel' ? child.children.map((region) => sheetOf(atlas, region)) : [],
  });
  // A region without parts of its own, and a workflow that is parallel as a whole, are their own only node.
  const isWhole = state.kind !== 'compound';
  const isAfter = (node: SheetNode) => node.kind === 'sign' && node.sign === 'out';
  const before = extrasIn('').filter((node) => !isAfter(node));
  const after = extrasIn('').filter(isAfter);
  const nodes = isWhole ? [nodeOf(state)] : state.children.map(nodeOf);
  return {
    // The order is that of reading: where one comes from, the states, where one leaves to.
    ...{ path: state.path, state, nodes: [...before, ...nodes, ...after] },
    arrows: bundled(state.path, arrows),
  };
}

/** One arrow for everything that leads the same way. */
function bundled(sheet: string, arrows: Draft['arrows']): Arrow[] {
  const byWay = Map.groupBy(arrows, ({ from, to }) => `${from} ${to}`);
  return [...byWay.values()].flatMap((same, index) => {
    const [first] = same;
    if (first === undefined) return [];
    const labels = merged(same.flatMap(({ happening }) => (happening === null ? [] : [happening])));
    return [{ id: `arrow:${sheet}:${index}`, from: first.from, to: first.to, labels }];
  });
}
