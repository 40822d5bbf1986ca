import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { Box, Drawing, Look, Point, Shape, Text } from './shapes.ts';
import { FONT_SIZES } from './text-blocks.ts';

type StateShape = Extract<Shape, { kind: 'state' }>;

const LIGHT = {
  ...{ paper: '#fffdf8', card: '#ffffff', group: '#f1f5f6', panel: '#fbfcfc', end: '#e8edef' },
  ...{ ink: '#1d2f3a', soft: '#51656f', line: '#6b8391', edge: '#3f5b6e', due: '#8a3d05', now: '#b3261e' },
};
const DARK = {
  ...{ paper: '#14191d', card: '#1f272c', group: '#191f24', panel: '#1c2328', end: '#2a3238' },
  ...{ ink: '#e6edf1', soft: '#a9bac4', line: '#7d929e', edge: '#9fb6c4', due: '#f0a868', now: '#ff8a80' },
};
type Palette = typeof LIGHT;

/** The picture as SVG text: no script, nothing from elsewhere, light or dark as the reader's screen is. */
export function drawPicture({ id, version, title }: Workflow, { width, height, shapes }: Drawing): string {
  const of = <K extends Shape['kind']>(kind: K) =>
    shapes.filter((shape): shape is Extract<Shape, { kind: K }> => shape.kind === kind);
  const states = of('state');
  const text = `${title.zh}（${title.en}）第 ${version} 版状态图：${states.map((state) => state.title.zh).join('、')}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" ` +
      `role="img" aria-labelledby="picture-title picture-text" data-workflow="${id}" data-version="${version}" ` +
      `font-family="'Noto Sans CJK SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',sans-serif">`,
    `<title id="picture-title">${escaped(`${title.zh} ${title.en}`)}</title>`,
    `<desc id="picture-text">${escaped(text)}</desc>`,
    `<style>${STYLE}</style>`,
    `<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">` +
      `<path class="tip" d="M0 0.5L10 5L0 9.5z"/></marker></defs>`,
    `<rect class="paper" width="${width}" height="${height}"/>`,
    ...states.map(drawState),
    ...of('arrow').map(drawArrow),
    ...states.filter(({ look }) => !isSolid(look)).map(drawWords),
    ...of('start').map(drawStart),
    ...of('sign').map(drawSign),
    ...of('label').map((label) => drawLabel(label, groundOf(label.box, states))),
    ...of('caption').flatMap(({ texts }) => texts.map(drawText)),
    '</svg>',
    '',
  ].join('\n');
}

/** The style sheet: the light colours, and the dark ones for whose screen is dark. Plain enough for any viewer. */
const STYLE = [
  ...Object.entries(FONT_SIZES).map(([style, size]) => `.${style}{font-size:${size}px}`),
  '.heading{font-weight:700}.title{font-weight:600}.arrow{fill:none;stroke-width:1.4}.words text{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}',
  '.leaf rect{stroke-width:1.6}.final rect,.compound rect{stroke-width:1.4}.parallel rect{stroke-width:1.8}',
  '.region rect{stroke-width:1.2;stroke-dasharray:6 4}.timer{stroke-dasharray:5 4}.sign rect{stroke-width:1.2}',
  '.hair{stroke-width:.8;stroke-dasharray:2 2}.now .ring{fill:none;stroke-width:3}.now text{font-size:11px;font-weight:700}',
  colourRules(LIGHT),
  `@media(prefers-color-scheme:dark){${colourRules(DARK)}}`,
].join('');

function colourRules({ paper, card, group, panel, end, ink, soft, line, edge, due, now }: Palette): string {
  return [
    `.paper,.on-paper{fill:${paper}}rect.on-compound,rect.on-parallel{fill:${group}}rect.on-region{fill:${panel}}.words.on-compound text,.words.on-parallel text{stroke:${group}}.words.on-region text{stroke:${panel}}`,
    `.leaf rect{fill:${card};stroke:${edge}}.final rect{fill:${end};stroke:${edge}}`,
    `.compound rect{fill:${group};stroke:${line}}.parallel rect{fill:${group};stroke:${edge}}`,
    `.region rect{fill:${panel};stroke:${line}}.sign rect{fill:${paper};stroke:${line}}.hair{stroke:${line}}`,
    `.arrow{stroke:${line}}.tip,.start{fill:${edge}}text{fill:${ink}}.english,.sign text,.legend{fill:${soft}}`,
    `.rule{fill:${due}}.now .ring{stroke:${now}}.now .flag{fill:${now}}.now text{fill:${paper}}`,
  ].join('');
}

function drawState({ path, title, look, box, texts, lineY }: StateShape): string {
  const radius = look === 'final' ? 18 : look === 'leaf' ? 8 : 12;
  const inner = look === 'final' ? rect(inset(box, 3), Math.max(0, radius - 3)) : '';
  const hair =
    lineY === null ? '' : `<path class="hair" d="M${box.x + 8} ${lineY}H${box.x + box.width - 8}"/>`;
  return (
    `<g class="state ${look}" data-state="${path}" data-box="${box.x} ${box.y} ${box.width} ${box.height}">` +
    `<title>${escaped(`${title.zh} ${title.en}`)}</title>${rect(box, radius)}${inner}${hair}${isSolid(look) ? texts.map(drawText).join('') : ''}</g>`
  );
}

/** Arrows end at what has no parts; whatever has some they may pass through. */
function isSolid(look: Look): boolean {
  return look === 'leaf' || look === 'final';
}

/** The words of a state with parts, over the arrows that come in. */
function drawWords({ look, texts }: StateShape): string {
  return `<g class="words on-${look}">${texts.map(drawText).join('')}</g>`;
}

/** What a label lies on: the innermost state around it. */
function groundOf({ x, y, width, height }: Box, states: readonly StateShape[]): Look | 'paper' {
  const middle = { x: x + width / 2, y: y + height / 2 };
  const around = states.filter(
    ({ box }) =>
      middle.x > box.x && middle.x < box.x + box.width && middle.y > box.y && middle.y < box.y + box.height,
  );
  return around.at(-1)?.look ?? 'paper';
}

function drawArrow({ points, isDashed }: Extract<Shape, { kind: 'arrow' }>): string {
  return `<path class="arrow${isDashed ? ' timer' : ''}" marker-end="url(#tip)" d="${pathThrough(points)}"/>`;
}

// Corners are rounded a little, which makes it easier to follow one of several lines.
const CORNER = 6;

function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const parts = [`M${first.x} ${first.y}`];
  for (const [index, corner] of rest.entries()) {
    const before = points[index];
    const after = rest[index + 1];
    if (before === undefined || after === undefined) {
      parts.push(`L${corner.x} ${corner.y}`);
      continue;
    }
    const into = towards(corner, before);
    const outOf = towards(corner, after);
    parts.push(`L${into.x} ${into.y}Q${corner.x} ${corner.y} ${outOf.x} ${outOf.y}`);
  }
  return parts.join('');
}

/** A point a corner's radius from one point towards another; lines run along the axes. */
function towards(from: Point, to: Point): Point {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
  const step = Math.min(CORNER, length / 2);
  return { x: from.x + Math.sign(to.x - from.x) * step, y: from.y + Math.sign(to.y - from.y) * step };
}

function drawStart({ box }: { box: Box }): string {
  const radius = box.width / 2;
  return `<circle class="start" cx="${box.x + radius}" cy="${box.y + radius}" r="${radius}"/>`;
}

function drawSign({ sign, box, texts }: Extract<Shape, { kind: 'sign' }>): string {
  return `<g class="sign ${sign}">${rect(box, box.height / 2)}${texts.map(drawText).join('')}</g>`;
}

function drawLabel({ box, texts }: { box: Box; texts: readonly Text[] }, ground: string): string {
  const plate = `<rect class="plate on-${ground}" x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" rx="3"/>`;
  return `<g>${plate}${texts.map(drawText).join('')}</g>`;
}

function drawText({ style, text, x, y }: Text): string {
  return `<text class="${style}" x="${x}" y="${y}">${escaped(text)}</text>`;
}

function rect({ x, y, width, height }: Box, radius: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
