import type { Person } from '#src/base/actor.ts';
import { AppError } from '#src/base/errors.ts';
import type { Instant } from '#src/base/instant.ts';
import { findLog } from '#src/store/case-events.ts';
import { trackSummary } from './case-view.ts';
import { factsOf } from './case-state.ts';
import type { EngineDeps } from './engine-deps.ts';
import { parseLogged } from './logged-event.ts';
import { readSeenCase } from './read-views.ts';
import { replay } from './replay.ts';
import type { PastView } from './views.ts';

// Far more than a case gathers in its years; a log without an end is no log.
const LINES_LIMIT = 20_000;

/**
 * How a case stood at a moment, for whoever may see it now: its log up to then, folded as a replay folds it. Throws
 * `not_found` when nothing had been recorded by then, as for a case that is absent.
 */
export async function viewPast(
  deps: EngineDeps,
  session: Person,
  caseId: string,
  at: Instant,
): Promise<PastView> {
  await readSeenCase(deps, session, caseId, 'past.read');
  const lines = await findLog(deps.db, caseId, { until: at, limit: LINES_LIMIT });
  if (lines.length === 0) throw new AppError('not_found');
  const state = replay(
    deps.workflows,
    lines.toReversed().map((line) => parseLogged(line.body)),
  );
  return {
    id: state.id,
    at,
    seq: state.seq,
    status: state.status,
    risk: factsOf(state).risk,
    ownerAgency: state.ownerAgency,
    tracks: state.tracks.map((track) => trackSummary(deps, track)),
  };
}
