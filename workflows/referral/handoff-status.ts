/** What the outside sees of a handoff; the states of the `referral` workflow say it in more detail. */
export type HandoffStatus = 'offered' | 'accepted' | 'declined' | 'recalled' | 'expired';

/** The leaf states of each status. Every leaf state of the workflow is in exactly one list. */
const STATES: { readonly [S in HandoffStatus]: readonly string[] } = {
  offered: ['offered.sending', 'offered.delivered'],
  // Accepted stays accepted, whether the work is going on or has its result.
  accepted: ['accepted', 'done', 'transferred', 'acknowledged'],
  declined: ['declined', 'returned', 'rerouted'],
  recalled: ['recalled'],
  expired: ['expired'],
};

/** The status of a handoff whose track is in this state (dotted leaf paths). Throws on a state of another workflow. */
export function handoffStatusOf(state: readonly string[]): HandoffStatus {
  for (const [status, paths] of Object.entries(STATES)) {
    if (state.some((path) => paths.includes(path))) return status as HandoffStatus;
  }
  throw new TypeError(`no handoff is in the state ${state.join(', ')}`);
}

/** The leaf states that make up a status, for queries. */
export function statesOfStatus(status: HandoffStatus): readonly string[] {
  return STATES[status];
}
