import type { Instant } from '#src/base/instant.ts';
import { isRuleCode, ruleOf } from '#src/base/rules.ts';
import type { Calendar } from '#src/calendar/calendar.ts';
import type { RunningDeadline } from '#src/store/running-deadlines.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { type Moment, momentsOf } from './arm-reminders.ts';
import { type DueDates, dueOf } from './due-of.ts';

/** A running deadline by another calendar, and every moment at which somebody is still to be told of it. */
export type Recomputed = { readonly after: DueDates; readonly moments: readonly Moment[] };

/** What another calendar makes of a running deadline; null: nothing changes, neither its dates nor its reminders. Pure. */
export function recomputeDeadline(
  running: RunningDeadline,
  workflow: Workflow | undefined,
  { calendar, now }: { readonly calendar: Calendar; readonly now: Instant },
): Recomputed | null {
  const declaration = workflow?.deadlines[running.declaration];
  if (declaration === undefined || !isRuleCode(running.rule)) return null;
  const after = dueOf(ruleOf(running.rule), running, calendar);
  const moments = stillToCome(momentsOf(declaration, after, calendar), running, now);
  const isSame =
    after.safeDue === running.safeDue &&
    after.legalDue === running.legalDue &&
    after.isProvisional === running.isProvisional;
  // Only a reminder on the last working day can move by itself.
  const isHeardSame =
    !declaration.remind.includes('last_working_day') || timesOf(moments) === timesOf(running.armed);
  return isSame && isHeardSame ? null : { after, moments };
}

/**
 * Whatever lies ahead is armed, also what was sent for the earlier date: they must hear of the new one. What was still to
 * be sent and by the new date should have been, is sent now: one reminder, and each escalation.
 */
export function stillToCome(
  moments: readonly Moment[],
  { armed }: Pick<RunningDeadline, 'armed'>,
  now: Instant,
): Moment[] {
  const ahead = moments.filter(({ at }) => at > now);
  const overtaken = (['remind', 'escalate'] as const).flatMap((kind): Moment[] => {
    const unsentCount = countOf(armed, kind) - countOf(ahead, kind);
    if (unsentCount <= 0) return [];
    const passed = moments.filter((moment) => moment.kind === kind && moment.at <= now);
    return passed.slice(kind === 'remind' ? -1 : -unsentCount).map((moment) => ({ ...moment, at: now }));
  });
  return [...overtaken, ...ahead];
}

function countOf(moments: readonly Pick<Moment, 'kind'>[], kind: Moment['kind']): number {
  return moments.filter((moment) => moment.kind === kind).length;
}

function timesOf(moments: readonly Pick<Moment, 'kind' | 'at'>[]): string {
  return moments
    .map(({ kind, at }) => `${kind} ${at}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .join();
}
