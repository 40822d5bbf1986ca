import { whyNotSend } from '#src/access/may-send-event.ts';
import type { Person } from '#src/base/actor.ts';
import type { Because } from '#src/base/errors.ts';
import type { Instant } from '#src/base/instant.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { foreseeRefusal } from '#src/workflow/foresee-event.ts';
import type { Recorded } from '#src/workflow/workflow-event.ts';
import { caseViewFor } from './apply-logged.ts';
import type { CaseState, TrackState } from './case-state.ts';
import { becauseOf } from './refusal-of.ts';

type Asked = {
  readonly person: Person;
  readonly state: CaseState;
  readonly now: Instant;
  /** Open ones of the other tracks of the case. */
  readonly openDeadlinesElsewhere: number;
};

/**
 * Why a person may not record an event now, before anybody has filled in its form: who may, or which guards are
 * against it. Empty: she may, or only the payload can tell, or the workflow has no such event.
 */
export function whyNotRecord(asked: Asked, track: TrackState, workflow: Workflow, type: string): Because[] {
  const { person, state, now } = asked;
  const definition = workflow.events[type];
  if (definition === undefined) return [];
  const { ownerAgency, tracks } = state;
  const denied = whyNotSend(person, definition, { ...track, ownerAgency, tracks });
  if (denied !== null) return [denied];
  const recorded: Recorded = {
    occurredAt: now,
    now,
    actor: { id: person.id, role: person.role, agency: person.agency },
    case: caseViewFor(state, track.id, asked.openDeadlinesElsewhere),
  };
  const refused = foreseeRefusal(workflow, track.snapshot, type, recorded);
  if (refused === null || refused.reason !== 'guard_refused') return [];
  return refused.guards.map((name) => becauseOf(workflow.guards, name));
}
