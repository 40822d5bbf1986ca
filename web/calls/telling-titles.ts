import type { Words } from '#web/words/words.ts';

/** States of a duty that is not owed: they say nothing to somebody who is on the telephone. */
const SILENT = /\.(none|quiet)$/;

/** Where a track stands, without the duties that are not owed. */
export function tellingTitles({
  state,
  titles,
}: {
  state: readonly string[];
  titles: readonly Words[];
}): Words[] {
  return titles.filter((_title, index) => !SILENT.test(state[index] ?? ''));
}
