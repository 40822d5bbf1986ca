import { randomUUID } from 'node:crypto';
import type { Pool } from '#db/connect.ts';
import { noFault } from '#src/engine/fault-points.ts';
import { openLiveCalendar } from '#src/engine/live-calendar.ts';
import { countPinnedTracks } from '#src/store/tracks-to-move.ts';
import { foreseeMoves, type MoveRange, moveTracks } from '#src/engine/move-tracks.ts';
import type { MoveVersions } from '#src/workflow/map-track.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { createReport } from './report.ts';

/** What is to be done, and how it is to be said. */
export type MovesOrder = {
  readonly action: 'check' | 'apply';
  readonly range: MoveRange;
  readonly json: boolean;
};

/** Checks or moves the tracks of a range and prints each as it comes. Gives how many stayed behind. */
export async function runMoves(
  order: MovesOrder,
  { pool, workflows, versions }: { pool: Pool; workflows: WorkflowRegistry; versions: MoveVersions },
  print: (line: string) => void,
): Promise<number> {
  const calendar = openLiveCalendar(pool);
  const parts = { pool, workflows, calendar, drawId: randomUUID, fault: noFault };
  const { id, version } = versions.to;
  const there = await countPinnedTracks(pool, { workflow: id, version });
  const report = createReport({ ...order, there }, versions, print);
  const act = order.action === 'check' ? foreseeMoves : moveTracks;
  for await (const shown of act(parts, versions, order.range)) report.add(shown);
  return report.end();
}
