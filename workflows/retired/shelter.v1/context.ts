import type { Static } from 'typebox';
import type { RuleCode } from '#src/base/rules.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import type { RESIDENTS, SOURCES } from './codes.ts';
import type { events, input } from './events.ts';

export type ShelterEvent = EventOf<typeof events>;

export type ShelterContext = {
  source: keyof typeof SOURCES;
  resident: keyof typeof RESIDENTS;
  minors: number;
  /** This one included, once it began. Coming again is a repeat and never a ground to be turned away. */
  stays: number;
  site: string | null;
  admittedAt: string | null;
  until: string | null;
  /** Somebody is looking for her, or has found her. */
  locked: boolean;
  mayGo: boolean;
  followUps: RuleCode[];
  followUpRule: RuleCode | null;
  leftAt: string | null;
};

export function openedContext({ payload }: Opened<Static<typeof input>>): ShelterContext {
  return {
    source: payload.source,
    resident: payload.resident,
    minors: payload.minors,
    stays: payload.previousStays,
    site: null,
    admittedAt: null,
    until: null,
    locked: false,
    mayGo: false,
    followUps: [],
    followUpRule: null,
    leftAt: null,
  };
}

/** After leaving, wherever she went: on the third and the seventh day. */
const FOLLOW_UPS: readonly RuleCode[] = ['H53', 'H53b'];

/** The follow-ups that a departure starts. */
export function departed(leftAt: string): Pick<ShelterContext, 'followUps' | 'followUpRule' | 'leftAt'> {
  return { followUps: [...FOLLOW_UPS], followUpRule: FOLLOW_UPS[0] ?? null, leftAt };
}

/** The follow-ups left after one. */
export function nextFollowUp(context: ShelterContext): Pick<ShelterContext, 'followUps' | 'followUpRule'> {
  const followUps = context.followUps.slice(1);
  return { followUps, followUpRule: followUps[0] ?? null };
}
