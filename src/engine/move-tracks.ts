import { listPinnedTracks } from '#src/store/tracks-to-move.ts';
import type { MoveVersions } from '#src/workflow/map-track.ts';
import { foreseeMove, type MoveParts, moveTrack } from './move-track.ts';
import type { ShownMove } from './shown-move.ts';

/** Which tracks: after an id, in the order of their ids, so many at the most. */
export type MoveRange = { readonly after: string; readonly limit: number };

/** Before every track. */
export const FIRST_TRACK = '00000000-0000-0000-0000-000000000000';

const PAGE = 200;

/** What moving each track of the old version would do, one after the other. Changes nothing. */
export function foreseeMoves(
  parts: MoveParts,
  versions: MoveVersions,
  range: MoveRange,
): AsyncGenerator<ShownMove> {
  return each(parts, versions, range, foreseeMove);
}

/**
 * Moves each track of the old version, each in a transaction of its own. May be stopped at any moment and run again: those
 * that were moved are not of the old version any more.
 */
export function moveTracks(
  parts: MoveParts,
  versions: MoveVersions,
  range: MoveRange,
): AsyncGenerator<ShownMove> {
  return each(parts, versions, range, moveTrack);
}

async function* each(
  parts: MoveParts,
  versions: MoveVersions,
  { after, limit }: MoveRange,
  act: typeof foreseeMove,
): AsyncGenerator<ShownMove> {
  const pinned = { workflow: versions.from.id, version: versions.from.version };
  let last = after;
  for (let left = limit; left > 0; ) {
    const page = { after: last, limit: Math.min(left, PAGE) };
    const ids = await listPinnedTracks(parts.pool, pinned, page);
    for (const id of ids) {
      const shown = await act(parts, versions, id);
      // Null: another process moved it meanwhile.
      if (shown !== null) yield shown;
    }
    left = ids.length < page.limit ? 0 : left - ids.length;
    last = ids.at(-1) ?? last;
  }
}
