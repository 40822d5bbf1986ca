import type { Static } from 'typebox';
import { addMs } from '#src/base/instant.ts';
import { durationMs } from '#src/base/duration.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import { NO_REVIEW, type ReviewContext } from '../danger-points/risk-review.ts';
import type { HER_ROLES, OUTCOMES, SUIT_KINDS } from './codes.ts';
import type { events, input } from './events.ts';

export type LitigationEvent = EventOf<typeof events>;

export type LitigationContext = ReviewContext & {
  kind: keyof typeof SUIT_KINDS;
  herRole: keyof typeof HER_ROLES;
  newCircumstances: boolean;
  filedAt: string | null;
  hearingAt: string | null;
  /** A day before the hearing: by then she knows how she gets there and away. */
  hearingSafeBy: string | null;
  /** Which kinds of evidence were handed in. */
  evidence: string[];
  outcome: keyof typeof OUTCOMES | null;
  judgedAt: string | null;
  effectiveAt: string | null;
};

export function openedContext({ payload }: Opened<Static<typeof input>>): LitigationContext {
  return {
    kind: payload.kind,
    herRole: payload.herRole,
    newCircumstances: payload.newCircumstances !== undefined,
    filedAt: null,
    hearingAt: null,
    hearingSafeBy: null,
    evidence: [],
    outcome: null,
    judgedAt: null,
    effectiveAt: null,
    ...NO_REVIEW,
  };
}

/** When a hearing is, and by when she must be safe there. */
export function hearingTimes(at: string): Pick<LitigationContext, 'hearingAt' | 'hearingSafeBy'> {
  return { hearingAt: at, hearingSafeBy: addMs(at, -durationMs('PT24H')) };
}
