const NOT_CODE = /\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*/g;

/**
 * A program without its comments and with empty strings; line breaks stay. Text in templates stays too: code may stand
 * in it. A regular expression with a quote in it may hide the rest of its line.
 */
export function codeOf(text: string): string {
  return text.replace(NOT_CODE, (found) => {
    const lineBreaks = found.replaceAll(/[^\n]/g, '');
    return found.startsWith('/') ? lineBreaks : `''${lineBreaks}`;
  });
}
