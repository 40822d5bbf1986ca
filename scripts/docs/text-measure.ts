/** A line of text as it is drawn: `width` is what it takes at most in any usual font, in px at its size. */
export type Line = { readonly text: string; readonly width: number };

// From here on, dots and quotes included, fonts for Chinese give a character a whole square.
const FIRST_WIDE = 0xa1;

// What no line begins with, and what none ends with.
const CLOSING = /^[◇，。、；：！？）》」』”’…,.;:!?)\]}%]/u;
const OPENING = /(?:[（《「『“‘([{]|·\s*)$/u;

/** How wide a text is at a size in px: a Chinese character is one em, the rest what a wide sans-serif font needs. */
export function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += emsOf(character);
  return Math.ceil(ems * size);
}

/**
 * Folds a text to as few lines as fit `maxEms` each, of much the same length: between Chinese characters, after blanks
 * between words, never before a closing mark. A single word that is longer stays whole.
 */
export function fold(text: string, size: number, maxEms: number): Line[] {
  const { length: count } = foldAt(text, size, maxEms * size);
  let limit = Math.min(maxEms * size, Math.ceil(widthOf(text, size) / count));
  // As wide as it must be: the last line is then no lonely character.
  while (foldAt(text, size, limit).length > count) limit += size / 2;
  return foldAt(text, size, limit).map((line) => ({ text: line, width: widthOf(line, size) }));
}

function foldAt(text: string, size: number, limit: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOf((line + piece).trimEnd(), size) > limit) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

function emsOf(character: string): number {
  if (isWide(character)) return 1;
  if (/[mwMW@%—…]/u.test(character)) return 0.95;
  if (/[A-Z0-9&]/u.test(character)) return 0.68;
  return /[iljft.,:;'|!() ]/u.test(character) ? 0.36 : 0.6;
}

function isWide(character: string): boolean {
  return (character.codePointAt(0) ?? 0) >= FIRST_WIDE;
}

/** The smallest pieces between which a line may end. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.match(/[\u2E80-\uFFFF]|[^\u2E80-\uFFFF\s]+\s*|\s+/gu) ?? []) {
    const before = pieces.at(-1);
    if (before !== undefined && (CLOSING.test(piece) || OPENING.test(before)))
      pieces[pieces.length - 1] = before + piece;
    else pieces.push(piece);
  }
  return pieces;
}
