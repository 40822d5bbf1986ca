import type { Title } from '#src/base/title.ts';

/** A table; a line break in a cell stays one, and a bar is no end of it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cellOf).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Both languages, the Chinese one above. */
export function both({ zh, en }: Title): string {
  return `${zh}\n${en}`;
}

/** Titles side by side, Chinese ones above. Nothing at all is a dash. */
export function listed(titles: readonly Title[]): string {
  if (titles.length === 0) return '—';
  return both({ zh: titles.map(({ zh }) => zh).join('、'), en: titles.map(({ en }) => en).join(', ') });
}

/** The paragraphs of a page, an empty line between them, left out where there is nothing to say. */
export function paragraphs(parts: readonly (string | null)[]): string {
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}

function cellOf(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', '<br>');
}
