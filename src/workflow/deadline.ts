import type { Duration } from '#src/base/duration.ts';
import type { ExcludedSpan } from '#src/base/excluded-span.ts';
import type { OverseenBody } from '#src/base/overseen-bodies.ts';
import type { Role } from '#src/base/roles.ts';
import type { RuleCode } from '#src/base/rules.ts';
import type { Title } from '#src/base/title.ts';

/** Keys of a context whose value is (or may be null and else is) of a type. */
type KeysHolding<C, V> = { [K in keyof C & string]: NonNullable<C[K]> extends V ? K : never }[keyof C &
  string];

/**
 * Who is told: a role in the owner agency, whoever works the track, or whom the track is offered to (a person,
 * or an agency's inbox).
 */
export type Audience = Role | 'handler' | 'candidate';

/** `last_working_day`: in the morning of the last working day on which something can still be filed. */
export type RemindBefore = Duration | 'last_working_day';

/**
 * A period of law or policy that runs while its state is active. Entering the state starts it; an event in
 * `metBy` settles it; any other way out of the state cancels it; at its legal end the timer sends `onLapse`.
 */
export type DeadlineDeclaration<E extends string, C> = {
  readonly title: Title;
  /**
   * The rule, or the context key (with `per`: the item's key) that holds the rule's code; while that key holds null the
   * deadline does not run. A code names the line of its row: the row in force on the day of the anchor governs.
   */
  readonly rule: RuleCode | { readonly context: KeysHolding<C, RuleCode> } | { readonly item: string };
  /**
   * When it starts: at the event that entered the state (or added the item), or at an instant the context, or the item,
   * remembers.
   */
  readonly anchor: 'entry' | { readonly context: KeysHolding<C, string> } | { readonly item: string };
  readonly metBy: readonly E[];
  /**
   * The context key that holds the times that do not count (鉴定、听证). A clock that is to be counted anew with them is
   * started anew: its state is left and entered again.
   */
  readonly excluded?: { readonly context: KeysHolding<C, readonly ExcludedSpan[]> };
  /** Events with which the clock stands still: nothing lapses until its state is entered again. */
  readonly pausedBy?: readonly E[];
  /** Sent by the timer at `legalDue`; absent: the lapse is only recorded and escalated. */
  readonly onLapse?: E;
  /** An agency whose duty it is: a lapse opens the ladder against it (`supervision`), in the same transaction. */
  readonly breachBy?: OverseenBody;
  /** How long before `safeDue` somebody is reminded. */
  readonly remind: readonly RemindBefore[];
  /** Who is reminded; default `handler`. */
  readonly remindTo?: Audience;
  /** How long after `safeDue` who else hears of it. */
  readonly escalate: readonly { readonly after: Duration; readonly to: Audience }[];
  /** One row for each item of this list in the context (each item has an `id`). */
  readonly per?: KeysHolding<C, readonly { readonly id: string }[]>;
};

export type DeadlineDeclarations<E extends string, C> = { readonly [id: string]: DeadlineDeclaration<E, C> };

/** Declares the deadlines of a workflow: `defineDeadlines<keyof typeof events, Context>()({ … })`. */
export function defineDeadlines<E extends string | number | symbol, C>() {
  return <const D extends DeadlineDeclarations<E & string, C>>(deadlines: D): D => deadlines;
}
