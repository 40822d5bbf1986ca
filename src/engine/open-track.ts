import { holdsRole } from '#src/access/stands-in.ts';
import { AppError } from '#src/base/errors.ts';
import { inputProblem } from '#src/base/input-faults.ts';
import type { Answer, OpenTrackCommand } from './engine.ts';
import type { EngineDeps } from './engine-deps.ts';
import { planOpening } from './plan-opening.ts';
import { runCommand } from './run-command.ts';
import { deadlinesAfter, trackView } from './track-view.ts';
import { visibleCase } from './visible-track.ts';

/** Opens another track on a case. Which workflows, and by whom, the workflow itself says. */
export function openTrack(deps: EngineDeps, command: OpenTrackCommand): Promise<Answer> {
  return runCommand(deps, {
    basis: command,
    action: `track:${command.workflow}`.slice(0, 100),
    target: { trackId: null, caseId: command.caseId },
    decide: (read, person) => {
      const row = visibleCase(read, person);
      const workflow = deps.workflows.latest(command.workflow);
      if (workflow === undefined) {
        throw new AppError('payload_invalid', {
          errors: [inputProblem('/workflow', 'no_such_workflow')],
        });
      }
      // Who is responsible for the case and has no case manager of its own opens what one may open.
      if (!holdsRole(person.role, workflow.openedBy, row.ownerAgency === person.agency))
        throw new AppError('role_not_allowed');
      const opened = planOpening(deps, workflow, command.input, { read, person, row });
      const { trackId, plan } = opened;
      const deadlines = deadlinesAfter(read.deadlines, plan.clocks);
      const view = trackView({ deps, person, state: plan.state, trackId, deadlines, now: read.now });
      return { rows: opened.rows, answer: { status: 201, body: view, trackId, etag: `"${view.version}"` } };
    },
  });
}
