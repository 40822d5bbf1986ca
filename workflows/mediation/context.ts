import type { Static } from 'typebox';
import type { RuleCode } from '#src/base/rules.ts';
import type { Opened } from '#src/workflow/define-workflow.ts';
import type { EventOf } from '#src/workflow/workflow-event.ts';
import { agreementEvents } from './agreement-events.ts';
import type { BARS, MEDIATORS, MODES, PARTIES, TERMS } from './codes.ts';
import { type input, safetyEvents, talkEvents } from './events.ts';

export const events = { ...talkEvents, ...safetyEvents, ...agreementEvents };

export type MediationEvent = EventOf<typeof events>;

export type MediationContext = {
  body: keyof typeof MEDIATORS;
  /** Why it may not be mediated, where it may not. */
  bars: (keyof typeof BARS)[];
  /** Who has not consented yet; each is asked apart and has a clock of their own. */
  consentsOwed: { id: keyof typeof PARTIES }[];
  mode: keyof typeof MODES;
  sessions: number;
  /** When both had consented: the dispute counts as accepted. */
  acceptedAt: string | null;
  /** 治安调解 has clocks for its first and second session; others have none. */
  firstRule: RuleCode | null;
  secondRule: RuleCode | null;
  firstOpenedAt: string | null;
  disclosedAt: string | null;
  violence: boolean;
  misused: boolean;
  terms: (keyof typeof TERMS)[];
  effectiveAt: string | null;
  monitoredFrom: string | null;
  followedUp: boolean;
};

/** The context of a mediation that was just proposed. */
export function openedContext({ payload }: Opened<Static<typeof input>>): MediationContext {
  const isPolice = payload.body === 'police';
  return {
    body: payload.body,
    bars: [],
    consentsOwed: [],
    mode: 'shuttle',
    sessions: 0,
    acceptedAt: null,
    firstRule: isPolice ? 'P17' : null,
    secondRule: isPolice ? 'P17b' : null,
    firstOpenedAt: null,
    disclosedAt: null,
    violence: false,
    misused: false,
    terms: [],
    effectiveAt: null,
    monitoredFrom: null,
    followedUp: false,
  };
}
