import type { Instant } from '#src/base/instant.ts';
import type { Calendar } from '#src/calendar/calendar.ts';
import type { DeadlineRow } from '#src/store/read-command.ts';
import type { DeadlineSettlement, DeadlineStart, ReminderRow } from '#src/store/step-rows.ts';
import type { DeadlineDeclaration } from '#src/workflow/deadline.ts';
import type { Workflow } from '#src/workflow/define-workflow.ts';
import { activeDeadlines } from '#src/workflow/active-deadlines.ts';
import type { Stepped } from '#src/workflow/step-track.ts';
import { momentsFrom, momentsOf } from './arm-reminders.ts';
import type { TrackState } from './case-state.ts';
import { itemsOf, startDeadline, type Unruled } from './start-deadline.ts';

type Declaration = DeadlineDeclaration<string, Record<string, unknown>>;

/** How one track moved, as far as its clocks care. */
export type Movement = {
  readonly workflow: Workflow;
  readonly before: TrackState | null;
  readonly after: TrackState;
  readonly step: Stepped;
  readonly event: { readonly type: string; readonly occurredAt: Instant; readonly now: Instant };
};

export type ClockChanges = {
  readonly started: readonly DeadlineStart[];
  readonly settled: readonly DeadlineSettlement[];
  readonly disarmed: readonly string[];
  readonly reminders: readonly ReminderRow[];
  readonly unruled: readonly Unruled[];
};

export type ClockContext = {
  readonly calendar: Calendar;
  readonly drawId: () => string;
  /** Of the moved track: open ones, and lapsed ones whose escalation may still run. */
  readonly rows: readonly DeadlineRow[];
  /** The deadline whose end this event is. */
  readonly lapsedId: string | null;
};

/**
 * What one movement does to the clocks of its track. Entering a state starts its deadlines; an event in `metBy`
 * settles one, one in `pausedBy` makes it stand still; any other way out cancels it; a state that was left and entered
 * again starts its clock anew; two states that name the same deadline share it. Pure.
 */
export function planDeadlines(movement: Movement, context: ClockContext): ClockChanges {
  const before = movement.before === null ? NONE : activeDeadlines(movement.workflow, movement.before.state);
  const after = movement.after.isFinal ? NONE : activeDeadlines(movement.workflow, movement.after.state);
  const settled: DeadlineSettlement[] = [];
  const disarmed: string[] = [];
  const kept = new Set<string>();
  for (const row of context.rows) {
    // What lapsed on an earlier visit of its state is history.
    if (row.outcome !== 'open' && !before.has(row.declaration)) continue;
    const isRunning = after.has(row.declaration) && !isRestarted(movement, before, after, row.declaration);
    const outcome = outcomeOf(movement, context, row, isRunning);
    if (outcome !== null && maySettle(row, outcome))
      settled.push({ id: row.id, outcome, at: movement.event.now });
    if (outcome !== null && outcome !== 'lapsed') disarmed.push(row.id);
    if (outcome === null) kept.add(keyOf(row.declaration, row.item));
  }
  const starts = [...after.keys()].flatMap((id) => {
    const isNew = !before.has(id) || isRestarted(movement, before, after, id);
    return startsOf(movement, context, id, { isNew, kept });
  });
  const started = starts.flatMap((start) => ('started' in start ? start.started : []));
  return {
    settled,
    disarmed,
    started,
    reminders: started.flatMap((start) => remindersOf(movement, context, start)),
    unruled: starts.flatMap((start) => ('unruled' in start ? start.unruled : [])),
  };
}

const NONE: ReadonlyMap<string, readonly string[]> = new Map();

/** Left and entered again by this very movement: the clock starts anew. */
function isRestarted(
  movement: Movement,
  before: ReadonlyMap<string, readonly string[]>,
  after: ReadonlyMap<string, readonly string[]>,
  id: string,
): boolean {
  const { entered, exited } = movement.step;
  const nodes = (after.get(id) ?? []).filter((node) => before.get(id)?.includes(node) === true);
  return nodes.some((node) => entered.includes(node) && exited.includes(node));
}

/** What lapsed because nobody typed it in time is still judged by when it happened. */
function maySettle(row: DeadlineRow, outcome: DeadlineSettlement['outcome']): boolean {
  return row.outcome === 'open' || outcome === 'met' || outcome === 'met_late';
}

function outcomeOf(
  { workflow, event, after }: Movement,
  context: ClockContext,
  row: DeadlineRow,
  isRunning: boolean,
): DeadlineSettlement['outcome'] | null {
  if (row.id === context.lapsedId) return 'lapsed';
  const declaration = workflow.deadlines[row.declaration];
  const isGone = !isRunning || (row.item !== '' && !idsOf(declaration, after).includes(row.item));
  const isMet = declaration?.metBy.includes(event.type) === true && (row.item === '' || isGone);
  if (isMet) return event.occurredAt <= row.legalDueAt ? 'met' : 'met_late';
  return isGone ? leftBy(declaration, event.type) : null;
}

function leftBy(declaration: Declaration | undefined, type: string): 'paused' | 'cancelled' {
  return declaration?.pausedBy?.includes(type) === true ? 'paused' : 'cancelled';
}

function startsOf(
  movement: Movement,
  context: ClockContext,
  id: string,
  { isNew, kept }: { isNew: boolean; kept: ReadonlySet<string> },
): NonNullable<ReturnType<typeof startDeadline>>[] {
  const { workflow, before, after, event } = movement;
  const declaration = workflow.deadlines[id];
  if (declaration === undefined) throw new TypeError(`workflow ${workflow.id} has no deadline ${id}`);
  if (declaration.per === undefined && !isNew) return [];
  const items = declaration.per === undefined ? [''] : idsOf(declaration, after);
  const fresh = items.filter((item) => !kept.has(keyOf(id, item)));
  const { calendar, drawId } = context;
  const starting = { workflow, track: after, occurredAt: event.occurredAt, calendar, drawId };
  return fresh.flatMap((item) => {
    const isKnown = !isNew && before !== null && idsOf(declaration, before).includes(item);
    // Its moment was when it came; then no law gave it a clock, and a later moment is none of its.
    if (isKnown && declaration.anchor === 'entry' && typeof declaration.rule === 'string') return [];
    const start = startDeadline(starting, declaration, { id, item });
    return start === null || ('unruled' in start && isKnown) ? [] : [start];
  });
}

function remindersOf(
  { workflow, event }: Movement,
  context: ClockContext,
  start: DeadlineStart,
): ReminderRow[] {
  const declaration = workflow.deadlines[start.declaration];
  if (declaration === undefined) return [];
  return momentsFrom(event.now, momentsOf(declaration, start, context.calendar)).map((moment) => ({
    id: context.drawId(),
    deadlineId: start.id,
    ...moment,
  }));
}

function idsOf(declaration: Declaration | undefined, track: TrackState): string[] {
  return itemsOf(declaration, track).map(({ id }) => String(id));
}

function keyOf(declaration: string, item: string): string {
  return `${declaration}\n${item}`;
}
