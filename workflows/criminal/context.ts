import type { Static } from 'typebox';
import { durationMs } from '#src/base/duration.ts';
import { addMs } from '#src/base/instant.ts';
import type { RuleCode } from '#src/base/rules.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import { NO_REVIEW, type ReviewContext } from '../danger-points/risk-review.ts';
import type { OFFENCES, RESTRAINTS, SUSPECTS, VERDICTS } from './codes.ts';
import type { events, input } from './events.ts';

export type CriminalEvent = EventOf<typeof events>;

export type CriminalContext = ReviewContext & {
  suspect: keyof typeof SUSPECTS;
  offence: keyof typeof OFFENCES;
  reportedAt: string;
  reviewRule: RuleCode;
  refusalDeliveredAt: string | null;
  verdict: keyof typeof VERDICTS | null;
  /** Only where she is the suspect somebody must find her a defender. */
  defenderRule: RuleCode | null;
  /** What his liberty is under now; null: nothing. */
  restraint: keyof typeof RESTRAINTS | null;
  /** When that began: its ceiling is counted from here. */
  restrainedFrom: string | null;
  terms: string[];
  plannedEnd: string | null;
  /** A day before the planned end. */
  warnBy: string | null;
  /** She knows when and how this measure ends. */
  warned: boolean;
  /** He is at liberty and she has not been told. */
  untold: boolean;
  survivorDied: boolean;
};

export function openedContext({ payload }: Opened<Static<typeof input>>): CriminalContext {
  return {
    suspect: payload.suspect,
    offence: payload.offence,
    reportedAt: payload.reportedAt,
    reviewRule: 'P20d',
    refusalDeliveredAt: null,
    verdict: null,
    defenderRule: payload.suspect === 'survivor' ? 'H48' : null,
    ...FREE,
    untold: false,
    survivorDied: false,
    ...NO_REVIEW,
  };
}

/** Nothing restrains him. */
export const FREE: Pick<
  CriminalContext,
  'restraint' | 'restrainedFrom' | 'terms' | 'plannedEnd' | 'warnBy' | 'warned'
> = {
  restraint: null,
  restrainedFrom: null,
  terms: [],
  plannedEnd: null,
  warnBy: null,
  warned: false,
};

/** When a measure ends, and by when she must know. */
export function endTimes(plannedEnd: string | undefined): Pick<CriminalContext, 'plannedEnd' | 'warnBy'> {
  if (plannedEnd === undefined) return { plannedEnd: null, warnBy: null };
  return { plannedEnd, warnBy: addMs(plannedEnd, -durationMs('PT24H')) };
}
