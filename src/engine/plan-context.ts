import type { CommandRead } from '#src/store/read-command.ts';
import type { EngineDeps } from './engine-deps.ts';
import type { LiveCalendar } from './live-calendar.ts';
import type { PlanContext } from './plan-step.ts';

/** What a plan needs of the engine's parts and of what was read. */
export function planContextOf(
  deps: Pick<EngineDeps, 'workflows' | 'drawId'> & { readonly calendar: Pick<LiveCalendar, 'current'> },
  read: Pick<CommandRead, 'now' | 'deadlines'>,
  own: Pick<PlanContext, 'actor' | 'caseId' | 'chainHead' | 'lapsedId'>,
): PlanContext {
  const { workflows, calendar, drawId } = deps;
  return {
    workflows,
    calendar: calendar.current(),
    drawId,
    now: read.now,
    deadlines: read.deadlines,
    ...own,
  };
}
