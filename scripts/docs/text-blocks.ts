import type { Title } from '#src/base/title.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { Happening, PictureState } from './picture-model.ts';
import type { Text, TextStyle } from './shapes.ts';
import { fold, type Line, widthOf } from './text-measure.ts';

/** Lines set below each other from (0, 0), with the size of the box around them. */
export type TextBlock = {
  readonly width: number;
  readonly height: number;
  readonly texts: readonly Text[];
  readonly lineY: number | null;
};

type Setting = { readonly style: TextStyle; readonly size: number; readonly leading: number };

/** Sizes in px; the drawing's style sheet says the same. */
export const FONT_SIZES: Readonly<Record<TextStyle, number>> = {
  heading: 19,
  title: 14,
  english: 11,
  rule: 11,
  note: 12,
  label: 12,
  sign: 12,
  legend: 12,
};

const PADDING = { x: 12, top: 11, bottom: 9 };
const LEADING = 1.32;
const GAP = 5;
const TITLE_EMS = 12;
const NOTE_EMS = 14;
const HEADER_EMS = 36;
const HEADER_GAP = 10;

/** What stands in the box of a state that has no parts. */
export function leafBlock(state: PictureState): TextBlock {
  const { title, rules, notes } = state;
  const upper = [
    ...lines('title', title.zh, TITLE_EMS),
    ...lines('english', title.en, TITLE_EMS * 1.25),
    ...(rules.length === 0 ? [] : lines('rule', rulesText(rules), NOTE_EMS)),
  ];
  return block(upper, noteLines(notes, NOTE_EMS));
}

/** What stands above the parts of a state, in few and long lines. */
export function headerBlock(state: PictureState): TextBlock {
  const { title, rules, notes } = state;
  const upper: Row[][] = [
    [row('title', title.zh), row('english', title.en)],
    ...(rules.length === 0 ? [] : lines('rule', rulesText(rules), HEADER_EMS).map((line) => [line])),
  ];
  return block(upper.flat(), flowing(notes), upper[0]?.length);
}

/** The label of an arrow: one line for each thing that leads along it, long ones folded. */
export function labelBlock(labels: readonly Happening[], maxEms: number): TextBlock {
  const rows = labels.flatMap((label) => indented('label', happeningText(label), maxEms));
  return set(rows, { x: 5, top: 2, bottom: 3 });
}

/** The words in a sign. */
export function signBlock(words: Title, before: string): TextBlock {
  return set(lines('sign', `${before}${words.zh}`, TITLE_EMS), { x: 10, top: 4, bottom: 5 });
}

/** What stands above a picture: its title, and what can be recorded in every state. */
export function headingBlock({ id, version, title }: Workflow, notes: readonly Happening[]): TextBlock {
  const below = `${id} · 第 ${version} 版 version ${version}`;
  const rows = [row('heading', title.zh), row('english', title.en), row('legend', below)];
  const anywhere =
    notes.length === 0 ? [] : [row('legend', '任一状态可以记录 In any state:'), ...flowing(notes)];
  return set([...rows, ...anywhere], { x: 16, top: 14, bottom: 4 }, 2);
}

/** What stands below it, folded to a width in px: how to read it. */
export function legendBlock(width: number): TextBlock {
  const maxEms = (width - 2 * 16) / FONT_SIZES.legend;
  return set([...lines('legend', LEGEND.zh, maxEms), ...lines('legend', LEGEND.en, maxEms)], {
    ...{ x: 16, top: 8, bottom: 14 },
  });
}

const LEGEND: Title = {
  zh: '● 起点；双线框：终结；◇：须符合条件；虚线箭头：期限届满或者条件成就，由系统记录；虚线框：与其他部分同时进行；框内所列：可以记录，不离开该状态；→、来自：通往、来自框外的状态。',
  en: '● start; double frame: final; ◇ on a condition; dashed arrow: recorded by the system, when a period has run out or a condition has come true; dashed frame: goes on beside the others; listed within a box: can be recorded there without leaving it; → and 来自: to and from a state outside the frame.',
};

/** A happening in words: ◇ where a condition must hold. */
function happeningText({ title, isGuarded, restarts }: Happening): string {
  return `${title.zh}${restarts ? '（重新起算）' : ''}${isGuarded ? '◇' : ''}`;
}

type Row = Line & { readonly style: TextStyle; readonly indent: number };

function rulesText(rules: readonly string[]): string {
  return `期限 ${rules.map((rule) => (rule === '…' ? '依案情' : rule)).join(' · ')}`;
}

function noteText(note: Happening): string {
  return `· ${happeningText(note)}`;
}

function noteLines(notes: readonly Happening[], maxEms: number): Row[] {
  return notes.flatMap((note) => indented('note', noteText(note), maxEms));
}

/** Notes one after the other, each whole on a line. */
function flowing(notes: readonly Happening[]): Row[] {
  const texts: string[] = [];
  for (const note of notes) {
    const last = texts.at(-1);
    const longer = `${last}　${noteText(note)}`;
    if (last !== undefined && widthOf(longer, FONT_SIZES.note) <= HEADER_EMS * FONT_SIZES.note)
      texts[texts.length - 1] = longer;
    else texts.push(noteText(note));
  }
  return texts.map((text) => row('note', text));
}

function row(style: TextStyle, text: string): Row {
  return { text, width: widthOf(text, FONT_SIZES[style]), style, indent: 0 };
}

function lines(style: TextStyle, text: string, maxEms: number): Row[] {
  return fold(text, FONT_SIZES[style], maxEms).map((line) => ({ ...line, style, indent: 0 }));
}

/** Folded lines after the first stand a little to the right, so that it is seen what belongs together. */
function indented(style: TextStyle, text: string, maxEms: number): Row[] {
  return lines(style, text, maxEms).map((line, index) => ({ ...line, indent: index === 0 ? 0 : 9 }));
}

/** Two groups of rows, a hairline between them. The first `besideCount` rows share one line. */
function block(upper: readonly Row[], lower: readonly Row[], besideCount = 1): TextBlock {
  const top = set(upper, PADDING, besideCount);
  if (lower.length === 0) return top;
  const bottom = set(lower, { x: PADDING.x, top: GAP, bottom: PADDING.bottom });
  return {
    width: Math.max(top.width, bottom.width),
    height: top.height + bottom.height,
    texts: [...top.texts, ...bottom.texts.map((text) => ({ ...text, y: text.y + top.height }))],
    lineY: top.height,
  };
}

type Padding = { readonly x: number; readonly top: number; readonly bottom: number };

function set(rows: readonly Row[], padding: Padding, besideCount = 1): TextBlock {
  const texts: Text[] = [];
  let { top: y } = padding;
  let x = padding.x;
  let lineHeight = 0;
  for (const [index, { style, text, width, indent }] of rows.entries()) {
    const { size, leading } = settingOf(style);
    texts.push({
      style,
      text,
      width,
      x: x + indent,
      y: y + Math.round(Math.max(lineHeight, leading) / 2 + size * 0.37),
    });
    lineHeight = Math.max(lineHeight, leading);
    if (index + 1 < besideCount) x += width + HEADER_GAP;
    else {
      y += lineHeight;
      x = padding.x;
      lineHeight = 0;
    }
  }
  const right = Math.max(0, ...texts.map((text) => text.x + text.width));
  return { width: right + padding.x, height: y + padding.bottom, texts, lineY: null };
}

function settingOf(style: TextStyle): Setting {
  const size = FONT_SIZES[style];
  return { style, size, leading: Math.round(size * LEADING) };
}
