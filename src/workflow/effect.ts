import type { ChildWorkflow } from '#src/base/child-workflows.ts';
import type { Audience } from './deadline.ts';

/** What a notice in the inbox says, before the reader opens anything: a kind and ids, never a name. */
export type NoticeKind =
  | 'deadline.reminder'
  | 'deadline.escalated'
  | 'deadline.lapsed'
  | 'emergency.declared'
  | 'police.report_due'
  | 'track.opened'
  | 'track.assigned'
  | 'consultation.offered'
  | 'consultation.declined'
  | 'consultation.unstaffed'
  | 'risk.raised'
  | 'safety.owed'
  | 'review.triggered'
  | 'guardian.suspected'
  | 'followup.unsafe'
  | 'danger.foreseen'
  | 'release.upcoming'
  | 'location.locked'
  | 'crisis.declared'
  | 'wish.doubtful'
  | 'death.recorded'
  | 'mediation.stopped'
  | 'mediation.misused'
  | 'household.incident'
  | 'violence.disclosed'
  | 'signs.seen'
  | 'petition.urgent'
  | 'urgency.suggested'
  | 'bar.lifted'
  | 'order.filed'
  | 'order.unaccepted'
  | 'order.granted'
  | 'interview.repeated'
  | 'order.thin'
  | 'order.refused'
  | 'order.served'
  | 'order.changing'
  | 'order.changed'
  | 'order.revoked'
  | 'order.breached'
  | 'order.expired'
  | 'order.undecided'
  | 'order.terminated'
  | 'service.failed'
  | 'measure.overdue'
  | 'wish.checked'
  | 'letter.delivered'
  | 'letter.defied'
  | 'visit.overdue'
  | 'handling.disputed'
  | 'sanction.decided'
  | 'release.unwarned'
  | 'restraint.doubled'
  | 'duty.missed'
  | 'handoff.offered'
  | 'handoff.delivered'
  | 'handoff.accepted'
  | 'handoff.declined'
  | 'handoff.recalled'
  | 'handoff.expired'
  | 'handoff.answered';

/**
 * Whom a notice goes to: an audience of the track, one person, everybody at an agency who works its inbox, or whoever works
 * the open tracks of a named workflow of this case (`siblings`: all its other ones). Which tracks those are is settled in the
 * transaction of the event; each is told on its own track, so that nobody learns of one that is not hers.
 */
export type NoticeTo =
  | Audience
  | { readonly person: string }
  | { readonly agency: string }
  | { readonly handlersOf: ChildWorkflow | 'siblings' };

/** What a transition asks the engine to do, as data, in the same transaction. */
export type Effect =
  | { readonly kind: 'notify'; readonly to: NoticeTo; readonly notice: NoticeKind }
  | {
      readonly kind: 'assign';
      /** Another track of the same case; absent: this one. */
      readonly track?: string;
      /** Absent keys stay as they are. */
      readonly agency?: string;
      readonly assignee?: string | null;
      readonly candidate?: string | null;
    }
  | {
      readonly kind: 'start_track';
      readonly workflow: ChildWorkflow;
      readonly input: Record<string, unknown>;
    }
  | { readonly kind: 'transfer_case'; readonly to: string }
  | { readonly kind: 'close_case' }
  | { readonly kind: 'reopen_case' }
  /** Her death: no open deadline of any other track of the case is anybody's task any more. */
  | { readonly kind: 'still_clocks' }
  /** A worker sends `event` back to this track, or to these of other cases, at least once, after commit. */
  | { readonly kind: 'send_later'; readonly event: string; readonly tracks?: readonly string[] }
  /** What an action answers whose condition does not hold; nobody hears of it. */
  | { readonly kind: 'none' };

/** An `Effect` as XState carries it: the parameters of the one action `effect`. */
export type EffectAction = { readonly type: 'effect'; readonly params: Effect };

/** An action that asks the engine for an effect known beforehand. */
export function effect(params: Effect): EffectAction {
  return { type: 'effect', params };
}

/** An action that tells somebody that something happened. */
export function notify(to: NoticeTo, notice: NoticeKind): EffectAction {
  return effect({ kind: 'notify', to, notice });
}
