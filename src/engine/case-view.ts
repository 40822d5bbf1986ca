import { AppError } from '#src/base/errors.ts';
import type { Person } from '#src/base/actor.ts';
import { mayReadSealed, type SealedValue } from '#src/access/may-read-sealed.ts';
import { titlesOfState } from '#src/workflow/list-states.ts';
import { type CaseState, factsOf } from './case-state.ts';
import type { EngineDeps } from './engine-deps.ts';
import { formOf } from './opening-parts.ts';
import type { CaseView, TrackSummary } from './views.ts';

/** A vault entry, opened. */
export type OpenedEntry = SealedValue & { readonly field: string; readonly text: string };
type Parts = {
  readonly person: Person;
  readonly state: CaseState;
  readonly version: number;
  /** The entries of the opening form. */
  readonly entries: readonly OpenedEntry[];
};

/** A case as one person may see it: vault fields only those she may read, absent otherwise. */
export function caseView(
  deps: Pick<EngineDeps, 'workflows'>,
  { person, state, version, entries }: Parts,
): CaseView {
  const facts = factsOf(state);
  const readable = entries.filter((entry) => mayReadSealed(person, state, entry));
  return {
    id: state.id,
    number: state.number,
    status: state.status,
    risk: facts.risk,
    facts,
    ownerAgency: state.ownerAgency,
    openedAt: state.openedAt,
    version,
    tracks: state.tracks.map((track) => trackSummary(deps, track)),
    ...formOf(readable.map(({ field, text }) => ({ key: field, text }))),
  };
}

/** A track in a view of its case. */
export function trackSummary(
  deps: Pick<EngineDeps, 'workflows'>,
  track: CaseState['tracks'][number],
): TrackSummary {
  const workflow = deps.workflows.version(track.workflow, track.workflowVersion);
  // Moved to a version newer than this process.
  if (workflow === undefined) throw new AppError('unavailable');
  const { id, state, agency, assignee, isFinal } = track;
  return {
    id,
    workflow: workflow.id,
    state,
    titles: titlesOfState(workflow, state),
    agency,
    assignee,
    isFinal,
  };
}
