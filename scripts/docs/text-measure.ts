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
 * Folds a text to as few lines as fit `maxEms` each: where its phrases end if that takes no more lines, else between
 * Chinese characters and after blanks, never before a closing mark, the lines of much the same length. A single word that
 * is longer stays whole.
 */
export function fold(text: string, size: number, maxEms: number): Line[] {
  const most = maxEms * size;
  const pieces = piecesOf(text);
  const { length: count } = filled(pieces, size, most);
  const byPhrase = filled(phrasesOf(text), size, most);
  const fits = byPhrase.length <= count && byPhrase.every((line) => widthOf(line, size) <= most);
  const lines = fits ? byPhrase : filled(pieces, size, evenLimit(pieces, size, count));
  return lines.map((line) => ({ text: line, width: widthOf(line, size) }));
}

/** The narrowest limit that gives no more lines: the last one is then no lonely character. */
function evenLimit(pieces: readonly string[], size: number, count: number): number {
  let limit = Math.ceil(widthOf(pieces.join(''), size) / count);
  while (filled(pieces, size, limit).length > count) limit += size / 2;
  return limit;
}

function filled(pieces: readonly string[], size: number, limit: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line !== '' && widthOf((line + piece).trimEnd(), size) > limit) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return [...lines, line.trimEnd()];
}

/** A text in phrases, each with the mark that ends it. */
function phrasesOf(text: string): string[] {
  return text.match(/[^，、；：。]+[，、；：。]*|[，、；：。]+/gu) ?? [text];
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
