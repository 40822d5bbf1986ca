import { durationMs } from '#src/base/duration.ts';
import { addMs, type Instant } from '#src/base/instant.ts';
import type { Calendar } from '#src/calendar/calendar.ts';
import { lastMorningToFile } from '#src/calendar/last-morning.ts';
import type { DeadlineStart } from '#src/store/step-rows.ts';
import type { DeadlineDeclaration } from '#src/workflow/deadline.ts';

/** One moment at which somebody is told of a deadline. */
export type Moment = {
  readonly at: Instant;
  readonly kind: 'remind' | 'escalate';
  readonly audience: string;
};

/** Every moment a declaration asks for, past ones too. Reminders and escalation go by `safeDue`. */
export function momentsOf(
  declaration: DeadlineDeclaration<string, Record<string, unknown>>,
  due: Pick<DeadlineStart, 'safeDue' | 'safeDueAt'>,
  calendar: Calendar,
): Moment[] {
  return [
    ...declaration.remind.map((before) => ({
      at:
        before === 'last_working_day'
          ? lastMorningToFile(calendar, due.safeDue)
          : addMs(due.safeDueAt, -durationMs(before)),
      kind: 'remind' as const,
      audience: declaration.remindTo ?? 'handler',
    })),
    ...declaration.escalate.map(({ after, to }) => ({
      at: addMs(due.safeDueAt, durationMs(after)),
      kind: 'escalate' as const,
      audience: to,
    })),
  ];
}

/**
 * The moments of a clock that starts now. Those already past (recorded late, or a short period) become one reminder, now;
 * escalations stay where they are.
 */
export function momentsFrom(now: Instant, moments: readonly Moment[]): Moment[] {
  const isPast = ({ at, kind }: Moment): boolean => kind === 'remind' && at <= now;
  const past = moments.find(isPast);
  const owed = past === undefined ? [] : [{ ...past, at: now }];
  return [...owed, ...moments.filter((moment) => !isPast(moment))];
}
