import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import { isCandidate, maySeeCase } from '#src/access/may-see-case.ts';
import type { CaseRow, CommandRead, TrackRow } from '#src/store/read-command.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import type { EngineDeps } from './engine-deps.ts';

export type VisibleTrack = { readonly row: CaseRow; readonly track: TrackRow; readonly workflow: Workflow };

/** The case that was read, if the person may see it; else `not_found`, whatever the reason. */
export function visibleCase(read: CommandRead, person: Person): CaseRow {
  if (read.case === null) throw new AppError('not_found');
  if (!maySeeCase(person, { ownerAgency: read.case.ownerAgency, tracks: read.tracks }))
    throw new AppError('not_found');
  return read.case;
}

/** The track that was read, if the person sees its case or is asked to take it; else `not_found`. */
export function visibleTrack(
  deps: Pick<EngineDeps, 'workflows'>,
  read: CommandRead,
  person: Person,
  trackId: string,
): VisibleTrack {
  const track = read.tracks.find((candidate) => candidate.id === trackId);
  if (read.case === null || track === undefined) throw new AppError('not_found');
  const holders = { ownerAgency: read.case.ownerAgency, tracks: read.tracks };
  if (!maySeeCase(person, holders) && !isCandidate(person, track)) throw new AppError('not_found');
  const workflow = deps.workflows.version(track.workflow, track.workflowVersion);
  // This process is older than the version the track was moved to; a newer one beside it can answer.
  if (workflow === undefined) throw new AppError('unavailable');
  return { row: read.case, track, workflow };
}
