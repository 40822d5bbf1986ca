import { AppError } from '#src/base/errors.ts';
import { inputProblem } from '#src/base/input-faults.ts';
import type { TrackRow } from '#src/store/read-command.ts';
import { LINKED_INTAKE } from '#src/workflow/field.ts';
import { idsIn } from '#src/workflow/named-people.ts';
import type { Answer, ApplyEventCommand } from './engine.ts';
import type { EngineDeps } from './engine-deps.ts';
import { planEvent } from './plan-event.ts';
import { viewTrack } from './read-views.ts';
import { runCommand } from './run-command.ts';
import { deadlinesAfter, trackView } from './track-view.ts';

/** Records one event on a track: the one way a track moves. Answers the track as it is afterwards. */
export async function applyEvent(deps: EngineDeps, command: ApplyEventCommand): Promise<Answer> {
  const { trackId, type, payload, occurredAt, ifMatch } = command;
  await checkLink(deps, command);
  const checkVersion = (track: TrackRow): void => {
    if (ifMatch === null) throw new AppError('if_match_missing');
    if (ifMatch !== `"${track.version}"`)
      throw new AppError('version_stale', { currentVersion: track.version });
  };
  return runCommand(deps, {
    basis: command,
    action: `event:${type}`.slice(0, 100),
    target: { trackId, caseId: null, named: idsIn(payload) },
    decide: (read, person) => {
      const planned = planEvent(deps, { trackId, type, payload, occurredAt, checkVersion }, read, person);
      const deadlines = deadlinesAfter(read.deadlines, planned.plan.clocks);
      const view = trackView({ deps, person, state: planned.plan.state, trackId, deadlines, now: read.now });
      return { rows: planned.rows, answer: { status: 200, body: view, trackId, etag: `"${view.version}"` } };
    },
  });
}

/** Whoever links another case to this one must see both: to everybody else that case does not exist. */
async function checkLink(deps: EngineDeps, { person, payload }: ApplyEventCommand): Promise<void> {
  const linked = payload[LINKED_INTAKE];
  if (typeof linked !== 'string') return;
  const isIntake = await viewTrack(deps, person, linked).then(
    ({ workflow }) => workflow === 'intake',
    () => false,
  );
  if (!isIntake) {
    throw new AppError('payload_invalid', { errors: [inputProblem(`/${LINKED_INTAKE}`, 'no_open_track')] });
  }
}
