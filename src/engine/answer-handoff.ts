import { AppError } from '#src/base/errors.ts';
import type { JsonObject } from '#src/base/json.ts';
import { findHandoff, type StoredHandoff } from '#src/store/handoffs.ts';
import { DECLINE_REASONS } from '#workflows/referral/events.ts';
import { handoffStatusOf } from '#workflows/referral/handoff-status.ts';
import { trackOf } from './case-state.ts';
import type { Answer, AnswerHandoffCommand } from './engine.ts';
import type { EngineDeps } from './engine-deps.ts';
import { type PlannedEvent, planEvent } from './plan-event.ts';
import { runCommand } from './run-command.ts';
import { visibleTrack } from './visible-track.ts';
import type { HandoffView } from './views.ts';

const EVENTS = {
  accept: 'handoff.accepted',
  decline: 'handoff.declined',
  recall: 'handoff.recalled',
} as const satisfies Record<AnswerHandoffCommand['answer'], string>;

/**
 * Accepts, declines or recalls an offered handoff. They race for one version of the case, so exactly one of them (or
 * the clock) wins; the others find the offer gone. Only acceptance of a transfer moves the case to another owner.
 */
export async function answerHandoff(deps: EngineDeps, command: AnswerHandoffCommand): Promise<Answer> {
  const handoff = await findHandoff(deps.db, command.handoffId);
  if (handoff === null) throw new AppError('not_found');
  const payload = payloadOf(command);
  return runCommand(deps, {
    basis: command,
    action: `handoff:${command.answer}`,
    target: { trackId: handoff.trackId, caseId: null },
    decide: (read, person) => {
      // Before anybody is asked who she is to this offer: a second click finds it answered, not forbidden.
      const { track } = visibleTrack(deps, read, person, handoff.trackId);
      if (handoffStatusOf(track.state) !== 'offered') throw new AppError('event_not_in_state');
      const request = {
        trackId: handoff.trackId,
        type: EVENTS[command.answer],
        payload,
        checkVersion: () => undefined,
      };
      const planned = planEvent(deps, request, read, person);
      return {
        rows: planned.rows,
        answer: { status: 200, body: viewOf(handoff, planned), trackId: handoff.trackId, etag: null },
      };
    },
  });
}

/** A reason is one of the codes, or words of one's own, which then are sealed like every narrative. */
function payloadOf({ answer, reason = '' }: AnswerHandoffCommand): JsonObject {
  if (answer !== 'decline') return {};
  return Object.hasOwn(DECLINE_REASONS, reason) ? { reason } : { reason: 'other', note: reason };
}

function viewOf(handoff: StoredHandoff, { plan }: PlannedEvent): HandoffView {
  const track = trackOf(plan.state, handoff.trackId);
  return { ...handoff, status: handoffStatusOf(track?.state ?? []), ownerAgency: plan.state.ownerAgency };
}
