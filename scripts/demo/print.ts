/** Prints the demo for somebody who watches: the time on the demo clock, who did it, what happened. */
export type Printer = {
  readonly chapter: (title: string) => void;
  readonly line: (who: string, what: string) => void;
  readonly detail: (what: string) => void;
  /** The time shown from now on. */
  readonly setNow: (now: string) => void;
};

export function createPrinter(write: (line: string) => void): Printer {
  let clock = '';
  return {
    chapter: (title) => write(`\n── ${title} ${'─'.repeat(Math.max(4, 60 - widthOf(title)))}`),
    line: (who, what) => write(`${clock}  ${padTo(who, 22)}${what}`),
    detail: (what) => write(`${' '.repeat(18)}${what}`),
    setNow: (now) => {
      clock = now.slice(0, 16).replace('T', ' ');
    },
  };
}

/** Chinese characters take two columns in a terminal. */
function widthOf(text: string): number {
  return Array.from(text).reduce(
    (width, character) => width + (/[\u1100-\uffef]/.test(character) ? 2 : 1),
    0,
  );
}

function padTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(1, width - widthOf(text)));
}
