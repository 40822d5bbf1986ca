import type { Instant } from '#src/base/instant.ts';
import type { Title } from '#src/base/title.ts';
import type { Calendar } from '#src/calendar/calendar.ts';
import type { DeadlineRow } from '#src/store/read-command.ts';
import { mapTrack, type MoveVersions } from '#src/workflow/map-track.ts';
import { type MoveBlock, moveBlock } from '#src/workflow/move-block.ts';
import type { Restored } from '#src/workflow/restore-state.ts';
import { type CarriedDeadline, carryDeadlines } from './carry-deadlines.ts';
import type { TrackState } from './case-state.ts';

/** What moving one track would do to it; `blocked` says everything that stands in the way. */
export type MovePlan =
  | { readonly outcome: 'moves'; readonly mapped: Restored; readonly deadlines: readonly CarriedDeadline[] }
  | { readonly outcome: 'blocked'; readonly blocks: readonly MoveBlock[] }
  | { readonly outcome: 'stays'; readonly because: Title };

export type MoveCircumstances = {
  readonly now: Instant;
  readonly calendar: Calendar;
  readonly drawId: () => string;
  /** Every deadline of the track, settled ones too. */
  readonly rows: readonly DeadlineRow[];
  /** Types of events that a worker still has to send to the track. */
  readonly waiting: readonly string[];
};

/** Plans the move of one track. Pure but for the ids it draws for deadlines that start. */
export function planMove(
  versions: MoveVersions,
  track: TrackState,
  { waiting, ...circumstances }: MoveCircumstances,
): MovePlan {
  const answer = mapTrack(versions, track);
  if (answer.mapped === null && answer.stays !== undefined)
    return { outcome: 'stays', because: answer.stays };
  const unheard = waiting
    .filter((type) => versions.to.events[type] === undefined)
    .map((type) => moveBlock('message_waiting', type));
  const { mapped } = answer;
  if (mapped === null) return { outcome: 'blocked', blocks: [...answer.blocks, ...unheard] };
  const { carried, blocks } = carryDeadlines({ versions, track, mapped, ...circumstances });
  const all = [...answer.blocks, ...unheard, ...blocks];
  return all.length > 0
    ? { outcome: 'blocked', blocks: all }
    : { outcome: 'moves', mapped, deadlines: carried };
}
