import { createHash } from 'node:crypto';

/** The picture of one version of a workflow, and where each of its states stands in it. */
export type WorkflowPicture = {
  readonly svg: string;
  readonly states: ReadonlyMap<string, PicturedState>;
  /** What a browser may do with it: draw it in its own colours. */
  readonly contentPolicy: string;
};

/** `words`: the title in both languages, as it stands in the picture (XML). Lengths in px of the picture. */
type PicturedState = {
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** Finds the picture of a version of a workflow. */
export type WorkflowPictures = (id: string, version: number) => WorkflowPicture | undefined;

const STATE =
  /<g class="state [a-z]+" data-state="([\w.]+)" data-box="([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)"><title>([^<]*)<\/title>/g;
const STYLE = /<style>([^<]*)<\/style>/;
const RING_GAP = 5;
const FLAG = { width: 36, height: 16 };

/** Reads a picture as `npm run docs` writes it. */
export function readPicture(svg: string): WorkflowPicture {
  const states = [...svg.matchAll(STATE)].map(
    ([, path = '', x, y, width, height, words = '']): [string, PicturedState] => [
      path,
      { words, x: Number(x), y: Number(y), width: Number(width), height: Number(height) },
    ],
  );
  const style = createHash('sha256')
    .update(STYLE.exec(svg)?.[1] ?? '')
    .digest('base64');
  const contentPolicy =
    `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; ` +
    "frame-ancestors 'none'; sandbox";
  return { svg, states: new Map(states), contentPolicy };
}

/**
 * The picture with a ring and a flag 当前 at each of these states, and a sentence for who cannot see it. Throws for a state
 * that is not in the picture: it is then of another version.
 */
export function markStates({ svg, states }: WorkflowPicture, paths: readonly string[]): string {
  const marked = paths.map((path) => {
    const state = states.get(path);
    if (state === undefined) throw new TypeError(`no state ${path} in the picture`);
    return { path, state };
  });
  const sentence = `当前状态 Current: ${marked.map(({ state }) => state.words).join('；')}`;
  const classed = marked.reduce(
    (text, { path }) => text.replace(`" data-state="${path}"`, ` active" data-state="${path}"`),
    svg,
  );
  return classed
    .replace('</desc>', `。${sentence}</desc>`)
    .replace(/<\/svg>\s*$/, `${marked.map(({ state }) => markOf(state)).join('\n')}\n</svg>\n`);
}

/** Seen without colour too: a thick ring around the state, and a flag with a word. */
function markOf({ words, x, y, width, height }: PicturedState): string {
  const ring =
    `<rect class="ring" x="${x - RING_GAP}" y="${y - RING_GAP}" width="${width + 2 * RING_GAP}" ` +
    `height="${height + 2 * RING_GAP}" rx="12"/>`;
  const top = y - RING_GAP - FLAG.height / 2;
  const flag = `<rect class="flag" x="${x + 8}" y="${top}" width="${FLAG.width}" height="${FLAG.height}" rx="4"/>`;
  const text = `<text x="${x + 8 + FLAG.width / 2}" y="${top + 12}" text-anchor="middle">当前</text>`;
  return `<g class="now" role="img" aria-label="当前状态 Current: ${words}">${ring}${flag}${text}</g>`;
}
