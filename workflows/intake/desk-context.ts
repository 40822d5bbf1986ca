import type { RuleCode } from '#src/base/rules.ts';

/** What the desk remembers beside the work. */
export type DeskContext = {
  /** Tickets that joined the case and are not answered yet, each with its own time limit (接诉即办条例 11-14). */
  tickets: { id: string; rule: RuleCode; from: string }[];
  ticketCount: number;
  /** Through whom she may be reached; who that is by name is sealed. */
  safePerson: string | null;
  /** On what the sources of this case do not agree: every account stays, none replaces another. */
  conflicts: string[];
  /** Where he came for her: the places an order may keep him away from. */
  places: string[];
};

export const NOTHING_AT_THE_DESK: DeskContext = {
  tickets: [],
  ticketCount: 0,
  safePerson: null,
  conflicts: [],
  places: [],
};
