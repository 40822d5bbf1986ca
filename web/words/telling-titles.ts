import type { Words } from './words.ts';

/** States of a duty that is not owed, or of something nobody asked for: beside others they say nothing. */
const SILENT = /\.(none|quiet|unaware)$/;
/** The region in which the work of a case goes on stands before the duties beside it. */
const WORK = /\.work\./;

/** Where a track stands: the work first, then the duties that are owed; where nothing is, what there is. */
export function tellingTitles({
  state,
  titles,
}: {
  readonly state: readonly string[];
  readonly titles: readonly Words[];
}): readonly Words[] {
  const both = titles.map((title, index) => ({ title, path: state[index] ?? '' }));
  const telling = both.filter(({ path }) => !SILENT.test(path));
  const ordered = telling.toSorted((a, b) => Number(WORK.test(b.path)) - Number(WORK.test(a.path)));
  return ordered.length > 0 ? ordered.map(({ title }) => title) : titles;
}
